// The edits of a reading in columns: a page of 1 MB can have 300,000, too many for an object each,
// and columns pass from the worker to the page without a copy.

import { utf16Offsets } from "./offsets.js";

/**
 * @typedef {object} Columns
 * @property {Uint32Array} starts UTF-16 offset of each edit in the text
 * @property {Uint32Array} ends
 * @property {Uint32Array} restored index into `strings`, as are families and reasons
 * @property {Uint32Array} families
 * @property {Uint32Array} reasons
 * @property {Float64Array} confidences
 * @property {string[]} strings
 */

/**
 * @param {string} text
 * @param {object[]} edits as the service gives them
 * @returns {Columns}
 */
export function columns(text, edits) {
  const points = new Uint32Array(2 * edits.length);
  edits.forEach(({ start, end }, index) => {
    points[2 * index] = start;
    points[2 * index + 1] = end;
  });
  const units = utf16Offsets(text, points);
  const strings = new Strings();
  return {
    starts: Uint32Array.from(edits, (_, index) => units[2 * index]),
    ends: Uint32Array.from(edits, (_, index) => units[2 * index + 1]),
    restored: Uint32Array.from(edits, (edit) => strings.index(edit.restored)),
    families: Uint32Array.from(edits, (edit) => strings.index(edit.family)),
    reasons: Uint32Array.from(edits, (edit) => strings.index(edit.reason)),
    confidences: Float64Array.from(edits, (edit) => edit.confidence),
    strings: strings.all,
  };
}

/** Each different string once. */
class Strings {
  all = [];
  #known = new Map();

  index(string) {
    let index = this.#known.get(string);
    if (index === undefined) {
      index = this.all.push(string) - 1;
      this.#known.set(string, index);
    }
    return index;
  }
}
