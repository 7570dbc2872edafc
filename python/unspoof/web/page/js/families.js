// The kinds of disguise, in words for everybody: named here, described by the service.

const LABELS = {
  lookalike: "Look-alike",
  faux: "Similar sign",
  stylised: "Stylised letter",
  invisible: "Invisible",
  combining: "Piled marks",
  accent: "Stray accent",
  bidi: "Reversed order",
  deletion: "Erased",
  leet: "Digit or sign",
  multi: "Drawn letter",
  spaced: "Parted letters",
  turned: "Turned text",
};
const descriptions = new Map();

/** What a family is called; its own name where this page does not know it. */
export const label = (family) => LABELS[family] ?? family;

/** What a family is, in a sentence; empty as long as the service has not told. */
export const meaning = (family) => descriptions.get(family) ?? "";

/** Take in what the service tells of the families. */
export function describeFamilies(families) {
  families.forEach(({ name, description }) => descriptions.set(name, description));
}
