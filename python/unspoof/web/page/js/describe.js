// A place put into words.

import { count } from "./dom.js";
import { label } from "./families.js";
import { codePoint } from "./tokens.js";

const MOST_NAMES = 2;
const NAMELESS = "(no name known)";

/** What stands at a mark and what it reads as, for a screen reader: glyphs by their names. */
export function describe(reading, mark) {
  const glyph = reading.editsOf(mark).map(({ original }) => original).join("");
  const kind = label(reading.mark(mark).family);
  return `${kind}: ${spoken(reading, glyph)}, read as ${reading.asItReads(mark) || "nothing"}; reject`;
}

/** The characters of a text by their names, or how many there are. */
export function spoken(reading, text) {
  const all = characters(reading, text);
  return all.length > MOST_NAMES
    ? count(all.length, "character")
    : all.map(({ name }) => name.toLowerCase()).join(" and ");
}

/** Each character of a text with its code point and name, as far as the service told. */
export function characters(reading, text) {
  const known = new Map();
  for (const edit of [text, ...text]) {
    for (const { code_point, name } of reading.told.characters?.[edit] ?? []) {
      known.set(code_point, name);
    }
  }
  return Array.from(text, (character) => {
    const point = codePoint(character.codePointAt(0));
    return { point, name: name(known.get(point), point) };
  });
}

/** What the service calls a character; its code point where it knows no name. */
const name = (told, point) => (told === undefined || told === NAMELESS ? point : told);

/** Where something is, as a person counts: lines from 1. */
export const lineOf = (reading, mark) => {
  let row = reading.rowOf(mark);
  while (reading.rows.line[row] === 0) {
    row -= 1;
  }
  return reading.rows.line[row];
};
