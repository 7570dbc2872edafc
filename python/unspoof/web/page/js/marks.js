// What is marked as one: edits that a person sees as one thing. The marks piled on a letter belong
// to it, and a message in ninety tag characters is one place, not ninety.

/**
 * @typedef {object} Marks
 * @property {Uint32Array} first the first edit of each mark, and behind the last the number of edits
 * @property {Uint32Array} from UTF-16 offset where what is marked starts: before piled-up marks that
 *   is their letter, which no edit touches
 * @property {Uint32Array} to
 */

// Selectors and joiners are marks to Unicode, too, but are not seen on any letter.
const COMBINING = /^(?!\p{Default_Ignorable_Code_Point})\p{M}/u;
const BASE = /[^\p{M}\s]\p{M}*$/u;
const BASE_LENGTH = 32;

/**
 * @param {string} text
 * @param {import("./columns.js").Columns} edits
 * @returns {Marks}
 */
export function marks(text, edits) {
  const first = [];
  const from = [];
  const to = [];
  const { starts, ends, restored, strings } = edits;
  for (let edit = 0; edit < starts.length; edit++) {
    const start = starts[edit];
    const last = to.length - 1;
    const touches = last >= 0 && to[last] === start;
    const combining = COMBINING.test(text.slice(start, start + 2));
    const dropped = strings[restored[edit]] === "";
    if (touches && (combining || (dropped && continues(edits, edit)))) {
      to[last] = ends[edit];
      continue;
    }
    const floor = last >= 0 ? to[last] : 0;
    first.push(edit);
    from.push(combining && dropped ? base(text, floor, start) : start);
    to.push(ends[edit]);
  }
  first.push(starts.length);
  return { first: Uint32Array.from(first), from: Uint32Array.from(from), to: Uint32Array.from(to) };
}

/** Whether an edit drops more of what the edit before it drops. */
function continues({ restored, families, strings }, edit) {
  return strings[restored[edit - 1]] === "" && families[edit] === families[edit - 1];
}

/** Where the letter starts that a combining mark at `at` stands on. */
function base(text, floor, at) {
  const before = text.slice(Math.max(floor, at - BASE_LENGTH), at);
  const found = BASE.exec(before);
  return found ? at - found[0].length : at;
}
