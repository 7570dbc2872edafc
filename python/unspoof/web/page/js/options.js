// How the text is to be read: the profile, and the languages to expect.

import { byId, element } from "./dom.js";
import * as service from "./service.js";
import { languageName } from "./verdict.js";

const PROFILES = {
  careful: "what no honest author types",
  full: "also fr33, f r e e, rn for m, and text upside down",
};

/**
 * @param {() => void} changed is called whenever the user chooses something else
 * @returns {() => service.Asked} what is chosen
 */
export function options(changed) {
  const profile = byId("profile");
  const languages = byId("languages");
  const list = languages.querySelector("fieldset");
  const asked = () => ({
    profile: profile.querySelector(":checked").value,
    languages: chosen(list).length > 0 ? chosen(list).map(({ value }) => value) : null,
  });
  const told = () => {
    byId("profile-says").textContent = PROFILES[asked().profile];
    byId("languages-chosen").textContent =
      asked().languages?.map(languageName).join(", ") ?? "the text decides";
    byId("languages-none").disabled = asked().languages === null;
  };
  const change = () => {
    told();
    changed();
  };
  profile.addEventListener("change", change);
  list.addEventListener("change", change);
  byId("languages-none").addEventListener("click", () => {
    chosen(list).forEach((box) => (box.checked = false));
    change();
  });
  closes(languages);
  service.languages().then(
    (codes) => list.append(...boxes(codes)),
    () => (languages.hidden = true),
  );
  told();
  return asked;
}

const chosen = (list) => [...list.querySelectorAll(":checked")];

function boxes(codes) {
  return codes
    .map((code) => [languageName(code), code])
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([name, code]) =>
      element("label", {}, element("input", { type: "checkbox", value: code }), name),
    );
}

/** Escape and a click elsewhere close it. */
function closes(details) {
  document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape" && details.open) {
      details.open = false;
      details.querySelector("summary").focus();
    }
  });
  document.addEventListener("pointerdown", ({ target }) => {
    if (!details.contains(target)) {
      details.open = false;
    }
  });
}
