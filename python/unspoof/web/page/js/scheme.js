// The scheme as a table, and the reading of a glyph rejected throughout.

import { characters } from "./describe.js";
import { byId, count, digits, element } from "./dom.js";
import { codePoint, visible } from "./tokens.js";

const FIRST = 10;

/** @param {import("./reading.js").Reading} reading */
export function showScheme(reading) {
  const { scheme } = reading.told;
  byId("scheme-panel").hidden = scheme.length === 0;
  const more = byId("scheme-all");
  more.hidden = scheme.length <= FIRST;
  more.textContent = `Show all ${digits(scheme.length)}`;
  more.onclick = () => {
    fill(reading, scheme);
    more.hidden = true;
    byId("scheme").tBodies[0].rows[FIRST].querySelector("button")?.focus();
  };
  fill(reading, scheme.slice(0, FIRST));
}

/** Bring the table up to date with what is rejected. */
export function refreshScheme(reading) {
  for (const button of byId("scheme").querySelectorAll("[data-glyph]")) {
    const rejected = allRejected(reading, button.dataset.glyph);
    button.setAttribute("aria-pressed", String(rejected));
    button.closest("tr").classList.toggle("rejected", rejected);
  }
}

function fill(reading, scheme) {
  byId("scheme").tBodies[0].replaceChildren(...scheme.map((one) => row(reading, one)));
  refreshScheme(reading);
}

function row(reading, { glyph, reading: read, count: times }) {
  const all = characters(reading, glyph);
  const names = all.flatMap(({ point, name }) => [
    element("code", {}, point),
    element("span", {}, name === point ? "" : ` ${name}`),
  ]);
  const spoken = all.map(({ name }) => name.toLowerCase()).join(" and ");
  const reject = element(
    "button",
    {
      type: "button",
      class: "small",
      "data-glyph": glyph,
      "aria-label": `Reject all ${count(times, "place")} of ${spoken}`,
    },
    "Reject",
  );
  reject.addEventListener("click", () => reading.toggleGlyph(glyph));
  return element(
    "tr",
    {},
    element("td", { class: "scheme-glyph" }, element("bdi", {}, ...visible(glyph, true))),
    element("td", { class: "scheme-name" }, ...names),
    element("td", { class: "scheme-reading" }, element("bdi", {}, read || "nothing"), ...points(read)),
    element("td", { class: "scheme-count" }, digits(times)),
    element("td", {}, reading.editsOfGlyph(glyph).length > 0 ? reject : ""),
  );
}

/** The code points of a reading that may look just like the glyph. */
function points(read) {
  const plain = /^[\0-\x7f]*$/.test(read);
  const letters = plain ? [] : Array.from(read);
  return letters.map((letter) => element("code", {}, codePoint(letter.codePointAt(0))));
}

function allRejected(reading, glyph) {
  return reading.editsOfGlyph(glyph).every((edit) => reading.isRejected(edit));
}
