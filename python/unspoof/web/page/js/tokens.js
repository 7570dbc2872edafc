// Characters that are not seen, shown as tokens.

import { element } from "./dom.js";

const ABBREVIATIONS = {
  0x00: "NUL", 0x07: "BEL", 0x08: "BS", 0x09: "TAB", 0x0a: "LF", 0x0b: "VT", 0x0c: "FF", 0x0d: "CR",
  0x1b: "ESC", 0x7f: "DEL", 0x85: "NEL", 0xad: "SHY", 0x34f: "CGJ", 0x61c: "ALM", 0x115f: "HCF",
  0x1160: "HJF", 0x180e: "MVS", 0x200b: "ZWSP", 0x200c: "ZWNJ", 0x200d: "ZWJ", 0x200e: "LRM",
  0x200f: "RLM", 0x2028: "LS", 0x2029: "PS", 0x202a: "LRE", 0x202b: "RLE", 0x202c: "PDF",
  0x202d: "LRO", 0x202e: "RLO", 0x2060: "WJ", 0x2061: "FA", 0x2062: "IT", 0x2063: "IS", 0x2064: "IP",
  0x2066: "LRI", 0x2067: "RLI", 0x2068: "FSI", 0x2069: "PDI", 0x2800: "BLANK", 0x3164: "HF",
  0xfeff: "BOM", 0xffa0: "HHF",
};

// A message in zero-width characters has hundreds in a row.
const MOST_TOKENS = 6;

// What shows nothing, several in a row; Default_Ignorable_Code_Point is Unicode's own list of it.
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Co}\u2028\u2029\u2800\ufff9-\ufffb]+/gu;
// Where nothing is disguised these have work to do, in Persian, in Indic scripts, in emoji; letters
// that they join or part would fall apart around a token.
const AT_WORK =
  /^[\t\u034f\u180b-\u180d\u180f\u200c\u200d\ufe00-\ufe0f\u{e0020}-\u{e007f}\u{e0100}-\u{e01ef}]+$/u;

/**
 * Text as nodes, in which what is not seen is a token: in disguised text all of it, in honest text
 * what has no work to do there.
 *
 * @param {string} text
 * @param {boolean} disguised
 * @returns {(string | Element)[]}
 */
export function visible(text, disguised) {
  const nodes = [];
  let at = 0;
  for (const { 0: unseen, index } of text.matchAll(UNSEEN)) {
    if (disguised || !AT_WORK.test(unseen)) {
      nodes.push(text.slice(at, index), ...tokens(unseen));
      at = index + unseen.length;
    }
  }
  nodes.push(text.slice(at));
  return nodes.filter((node) => node !== "");
}

/** A token for each run of the same name, or one for all where there would be many. */
function tokens(unseen) {
  const names = Array.from(unseen, (character) => abbreviation(character.codePointAt(0)));
  const runs = [];
  for (const name of names) {
    if (runs.at(-1)?.name !== name) {
      runs.push({ name, length: 0 });
    }
    runs.at(-1).length += 1;
  }
  return runs.length > MOST_TOKENS
    ? [token({ name: `${names[0]}…`, length: names.length })]
    : runs.map(token);
}

/** A token, its name where no selection copies it. */
function token({ name, length }) {
  return element("span", { class: "token", "data-name": length > 1 ? `${name} ×${length}` : name });
}

function abbreviation(point) {
  if (point >= 0xe0000 && point <= 0xe007f) {
    return "TAG";
  }
  if ((point >= 0xfe00 && point <= 0xfe0f) || (point >= 0xe0100 && point <= 0xe01ef)) {
    return "VS";
  }
  return ABBREVIATIONS[point] ?? codePoint(point);
}

/** `U+0251`. */
export function codePoint(point) {
  return `U+${point.toString(16).toUpperCase().padStart(4, "0")}`;
}
