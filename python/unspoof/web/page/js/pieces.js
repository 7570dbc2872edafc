// One row as both panes show it.

import { element } from "./dom.js";
import { describe } from "./describe.js";
import { visible } from "./tokens.js";

/**
 * A row: its number, the line as it stands, the line as it reads.
 *
 * @param {import("./reading.js").Reading} reading
 * @param {number} row
 * @param {number} current the mark that the Tab key reaches
 */
export function drawRow(reading, row, current) {
  const { start, end, line, mark } = reading.rows;
  const stands = element("div", { class: "stands", dir: "auto" });
  const reads = element("div", { class: "reads", dir: "auto" });
  let at = start[row];
  for (let index = mark[row]; index < mark[row + 1]; index++) {
    const { from, to } = reading.mark(index);
    const between = reading.text.slice(at, from);
    stands.append(...visible(between, false), standing(reading, index, current));
    reads.append(between, read(reading, index));
    at = to;
  }
  const rest = reading.text.slice(at, end[row]);
  stands.append(...visible(rest, false));
  reads.append(rest);
  const number = element("div", { class: "number", "data-number": line[row] || null });
  const same = mark[row] === mark[row + 1];
  return element("div", { class: same ? "row same" : "row" }, number, stands, reads);
}

/** Bring a mark that is drawn up to date with what is rejected. */
export function redrawMark(reading, drawn) {
  const index = Number(drawn.dataset.mark);
  const count = reading.rejectedIn(index);
  if (Number(drawn.dataset.rejected) === count) {
    return;
  }
  const rejected = reading.isMarkRejected(index);
  drawn.dataset.rejected = count;
  drawn.classList.toggle("rejected", rejected);
  if (drawn.hasAttribute("aria-pressed")) {
    drawn.setAttribute("aria-pressed", String(rejected));
  } else {
    drawn.replaceChildren(...readPieces(reading, index));
    drawn.classList.toggle("gone", drawn.childNodes.length === 0);
  }
}

function standing(reading, index, current) {
  const { from, to, family } = reading.mark(index);
  const rejected = reading.isMarkRejected(index);
  return element(
    "span",
    {
      class: `mark ${family}${rejected ? " rejected" : ""}`,
      "data-mark": index,
      "data-rejected": reading.rejectedIn(index),
      role: "button",
      tabindex: index === current ? 0 : -1,
      "aria-pressed": rejected,
      "aria-label": describe(reading, index),
    },
    ...visible(reading.text.slice(from, to), true),
  );
}

function read(reading, index) {
  const pieces = readPieces(reading, index);
  const classes = ["mark", reading.mark(index).family];
  if (reading.isMarkRejected(index)) {
    classes.push("rejected");
  }
  if (pieces.length === 0) {
    classes.push("gone");
  }
  const state = { "data-mark": index, "data-rejected": reading.rejectedIn(index) };
  return element("span", { class: classes.join(" "), ...state }, ...pieces);
}

function readPieces(reading, index) {
  const { from, first, last } = reading.mark(index);
  const pieces = [reading.text.slice(from, reading.edit(first).start)];
  let standing = ""; // what is rejected in a row, so that its tokens are counted together
  for (let edit = first; edit <= last; edit++) {
    const { original, restored } = reading.edit(edit);
    if (reading.isRejected(edit)) {
      standing += original;
    } else if (restored !== "") {
      pieces.push(...visible(standing, true), restored);
      standing = "";
    }
  }
  pieces.push(...visible(standing, true));
  return pieces.filter((piece) => piece !== "");
}
