// The card that says of one place what stands there, what it was read as, how surely and why.

import { characters } from "./describe.js";
import { byId, count, digits, element } from "./dom.js";
import { label, meaning } from "./families.js";
import { visible } from "./tokens.js";

const MOST_CHARACTERS = 5;
const MOST_REASONS = 2;
const LONGEST_GLYPH = 24;
const LARGE_GLYPH = 8;
const GAP = 10;

export class Card {
  #box = byId("card");
  #actions;
  #drawn = null;
  mark = null;

  /** @param {{ toggle: (mark: number) => void, toggleGlyph: (mark: number) => void,
   *   close: () => void }} actions */
  constructor(actions) {
    this.#actions = actions;
  }

  /** The element, to tell whether a pointer is on it. */
  get box() {
    return this.#box;
  }

  /**
   * Show what there is to say of a mark, beside where it is drawn.
   *
   * @param {import("./reading.js").Reading} reading
   * @param {number} mark
   * @param {Element} drawn
   */
  open(reading, mark, drawn) {
    this.mark = mark;
    this.#box.className = `card ${reading.mark(mark).family}`;
    this.#box.replaceChildren(...this.#content(reading, mark));
    this.#box.showPopover();
    this.#drawn = drawn;
    this.place();
  }

  close() {
    this.mark = null;
    this.#box.hidePopover();
  }

  #content(reading, mark) {
    const edits = reading.editsOf(mark);
    const { from, to, family } = reading.mark(mark);
    const glyph = edits.map(({ original }) => original).join("");
    const reads = reading.asItReads(mark);
    const rejected = reading.isMarkRejected(mark);
    const size = to - from > LARGE_GLYPH ? "glyph long" : "glyph";
    const least = edits.reduce((low, { confidence }) => Math.min(low, confidence), 1);
    return [
      element(
        "p",
        { class: "card-glyphs", "aria-hidden": "true" },
        element("bdi", { class: size }, ...visible(shortened(reading.text.slice(from, to)), true)),
        element("span", { class: "arrow" }, "→"),
        element("bdi", { class: size }, reads ? shortened(reads) : element("em", {}, "nothing")),
      ),
      this.#closer(),
      element("ul", { class: "card-characters" }, ...listed(characters(reading, glyph))),
      element(
        "dl",
        {},
        ...row("Kind", element("strong", {}, label(family)), ` ${meaning(family)}`),
        ...row("Read as", ...readAs(reading, reads), rejected ? " (rejected)" : ""),
        ...row("Sure to", share(least)),
        ...row("Why", why(edits)),
      ),
      this.#buttons(reading, mark, edits, glyph, rejected),
    ];
  }

  #buttons(reading, mark, edits, glyph, rejected) {
    const toggle = () => this.#actions.toggle(mark);
    const buttons = [button(rejected ? "Take it back" : "Reject", "Enter", toggle)];
    const same = edits.length === 1 ? reading.editsOfGlyph(glyph) : [];
    if (same.length > 1) {
      const all = same.every((edit) => reading.isRejected(edit));
      const told = all ? `Take all ${digits(same.length)} back` : `Reject all ${digits(same.length)}`;
      buttons.push(button(told, "Shift+Enter", () => this.#actions.toggleGlyph(mark)));
    }
    return element("p", { class: "card-actions" }, ...buttons);
  }

  #closer() {
    const attributes = { type: "button", class: "card-close", tabindex: -1, "aria-label": "Close" };
    const closer = element("button", attributes, "×");
    closer.addEventListener("click", () => this.#actions.close());
    return closer;
  }

  /** Below where the mark is drawn, or above it. A narrow window has a place of its own for it. */
  place() {
    const place = this.#drawn.getClientRects()[0] ?? this.#drawn.getBoundingClientRect();
    const { width, height } = this.#box.getBoundingClientRect();
    const rightmost = document.documentElement.clientWidth - width - GAP;
    const left = Math.min(Math.max(GAP, place.left - 24), rightmost);
    const below = place.bottom + GAP;
    const above = place.top - GAP - height;
    const top = below + height > window.innerHeight && above > 0 ? above : below;
    this.#box.style.setProperty("--left", `${left}px`);
    this.#box.style.setProperty("--top", `${top}px`);
  }
}

function listed(all) {
  const rows = all
    .slice(0, MOST_CHARACTERS)
    .map((one) => element("li", {}, ...pointAndName(one)));
  const more = all.length - MOST_CHARACTERS;
  if (more > 0) {
    rows.push(element("li", { class: "aside" }, `and ${count(more, "more character")}`));
  }
  return rows;
}

const row = (term, ...told) => [element("dt", {}, term), element("dd", {}, ...told)];

/** For pointers: by keyboard the mark itself has these actions, and the focus stays on it. */
function button(told, key, acts) {
  const made = element("button", { type: "button", tabindex: -1 }, told, " ", element("kbd", {}, key));
  made.addEventListener("click", acts);
  return made;
}

/** One letter with its code point and name, since it may look just like the glyph. */
function readAs(reading, reads) {
  const all = characters(reading, reads);
  if (all.length !== 1) {
    return [element("bdi", {}, shortened(reads) || "nothing")];
  }
  return [element("bdi", {}, reads), " ", ...pointAndName(all[0])];
}

const pointAndName = ({ point, name }) => [
  element("code", {}, point),
  name === point ? "" : ` ${name}`,
];

function share(least) {
  const bar = element("span", { class: "share", "aria-hidden": "true" }, element("span"));
  bar.firstElementChild.style.inlineSize = `${100 * least}%`;
  const percent = least === 1 ? 100 : Math.min(99, Math.round(least * 100));
  return element("span", {}, bar, `${percent}%`);
}

/** The reasons without the glyphs and readings that they start with. */
function why(edits) {
  const reasons = edits.map(({ reason }) => reason.slice(reason.lastIndexOf(": ") + 1).trim());
  return [...new Set(reasons)].slice(0, MOST_REASONS).join("; ");
}

function shortened(text) {
  const characters = Array.from(text);
  return characters.length > LONGEST_GLYPH ? `${characters.slice(0, LONGEST_GLYPH).join("")}…` : text;
}
