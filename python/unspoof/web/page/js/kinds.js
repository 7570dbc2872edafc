// What the page shows before there is a text: each kind of disguise, with an example.

import { byId, element } from "./dom.js";
import { describeFamilies, label } from "./families.js";
import * as service from "./service.js";
import { visible } from "./tokens.js";

export async function kinds() {
  const families = await service.families();
  describeFamilies(families);
  byId("kinds").replaceChildren(...families.map(kind));
}

function kind({ name, profile, description, disguised, meant }) {
  return element(
    "li",
    {},
    element(
      "h3",
      {},
      element("span", { class: `mark ${name}` }, label(name)),
      ...(profile === "full" ? [element("span", { class: "aside" }, " in the full profile")] : []),
    ),
    element("p", { class: "aside" }, description),
    element(
      "p",
      { class: "example" },
      element("bdi", {}, ...visible(disguised, true)),
      element("span", { class: "arrow" }, " → "),
      element("bdi", {}, meant),
    ),
  );
}
