// Lines cut into rows, which both panes share, so that they stay aligned.

/**
 * @typedef {object} Rows
 * @property {Uint32Array} start UTF-16 offset where each row starts
 * @property {Uint32Array} end without the newline
 * @property {Uint32Array} line the number of the line, or 0 where a long line goes on
 * @property {Uint32Array} mark the first mark of each row, and behind the last the number of marks
 */

// A longer line is cut after a space, so that no row takes long to draw.
const LONGEST = 1000;
const NEWLINE = /\r\n|[\n\r\u2028\u2029]/g;
// The second half of a pair, or what belongs to the letter before it.
const CONTINUES = /^[\udc00-\udfff\p{M}\u200d]/u;

/**
 * @param {string} text
 * @param {import("./marks.js").Marks} marks no row ends within one
 * @returns {Rows}
 */
export function rows(text, marks) {
  const cutter = new Cutter(text, marks);
  for (const newline of text.matchAll(NEWLINE)) {
    cutter.newline(newline.index, newline.index + newline[0].length);
  }
  return cutter.finish();
}

class Cutter {
  #start = [];
  #end = [];
  #line = [];
  #mark = [];
  #at = 0;
  #number = 0;
  #passed = 0; // marks that end before the newest newline
  #placed = 0; // marks that have a row

  constructor(text, marks) {
    this.text = text;
    this.marks = marks;
  }

  newline(from, to) {
    const { from: starts, to: ends } = this.marks;
    while (this.#passed < ends.length && ends[this.#passed] <= from) {
      this.#passed += 1;
    }
    if (this.#passed === starts.length || starts[this.#passed] >= from) {
      this.#add(from);
      this.#at = to;
    }
  }

  finish() {
    if (this.#at < this.text.length || this.#number === 0) {
      this.#add(this.text.length);
    }
    this.#mark.push(this.marks.from.length);
    return {
      start: Uint32Array.from(this.#start),
      end: Uint32Array.from(this.#end),
      line: Uint32Array.from(this.#line),
      mark: Uint32Array.from(this.#mark),
    };
  }

  #add(end) {
    this.#number += 1;
    let number = this.#number;
    let start = this.#at;
    while (end - start > LONGEST) {
      const cut = this.#cut(start, end);
      this.#row(start, cut, number);
      number = 0;
      start = cut;
    }
    this.#row(start, end, number);
  }

  #row(start, end, number) {
    this.#start.push(start);
    this.#end.push(end);
    this.#line.push(number);
    this.#mark.push(this.#placed);
    while (this.#placed < this.marks.from.length && this.marks.from[this.#placed] < end) {
      this.#placed += 1;
    }
  }

  /** Where the row that starts at `start` ends: after a space, or else between two letters. */
  #cut(start, end) {
    for (let at = start + LONGEST; at > start + LONGEST / 2; at--) {
      if (this.text[at - 1] === " " && this.#apart(at)) {
        return at;
      }
    }
    for (let at = start + LONGEST; at < end; at++) {
      if (!CONTINUES.test(this.text.slice(at, at + 2)) && this.#apart(at)) {
        return at;
      }
    }
    return end;
  }

  /** Whether no mark lies across an offset of the row that is being cut. */
  #apart(at) {
    const { from, to } = this.marks;
    let mark = this.#placed;
    while (mark < from.length && to[mark] <= at) {
      mark += 1;
    }
    return mark === from.length || from[mark] >= at;
  }
}
