// One text as it was read, and what of it the user rejects.

/** Fires `change` whenever a reading is rejected or taken back. */
export class Reading extends EventTarget {
  #columns;
  #marks;
  #rejected;
  #families = {};
  #byGlyph = null;

  /**
   * @param {string} text
   * @param {import("./service.js").Asked} asked
   * @param {object} parts what the worker made
   */
  constructor(text, asked, { columns, marks, rows, told }) {
    super();
    this.text = text;
    this.asked = asked;
    this.rows = rows;
    this.told = told;
    this.#columns = columns;
    this.#marks = marks;
    this.#rejected = new Uint8Array(columns.starts.length);
    this.rejectedCount = 0;
    for (const family of columns.families) {
      this.#families[family] ??= { count: 0, rejected: 0 };
      this.#families[family].count += 1;
    }
  }

  get editCount() {
    return this.#columns.starts.length;
  }

  get markCount() {
    return this.#marks.from.length;
  }

  /** One edit, its offsets in UTF-16 units. */
  edit(index) {
    const { starts, ends, restored, families, reasons, confidences, strings } = this.#columns;
    return {
      start: starts[index],
      end: ends[index],
      original: this.text.slice(starts[index], ends[index]),
      restored: strings[restored[index]],
      family: strings[families[index]],
      reason: strings[reasons[index]],
      confidence: confidences[index],
    };
  }

  /** One mark: where it is, and the edits `first` to `last` in it. */
  mark(index) {
    const { first, from, to } = this.#marks;
    return {
      from: from[index],
      to: to[index],
      first: first[index],
      last: first[index + 1] - 1,
      family: this.#columns.strings[this.#columns.families[first[index]]],
    };
  }

  /** The edits of one mark. */
  editsOf(mark) {
    const { first, last } = this.mark(mark);
    return Array.from({ length: last - first + 1 }, (_, index) => this.edit(first + index));
  }

  /** What stands at a mark, and what it reads as (rejected or not). */
  asItReads(mark) {
    const { from, first } = this.mark(mark);
    const before = this.text.slice(from, this.#columns.starts[first]);
    return before + this.editsOf(mark).map(({ restored }) => restored).join("");
  }

  /** The mark at or after a UTF-16 offset; the last one where there is none. */
  markAt(offset) {
    const found = this.#marks.to.findIndex((to) => to > offset);
    return found < 0 ? this.markCount - 1 : found;
  }

  /** The row in which a mark stands. */
  rowOf(mark) {
    const starts = this.rows.mark;
    let low = 0;
    let high = this.rows.start.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle] <= mark) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** How many edits there are of each family, and how many are rejected; most frequent first. */
  families() {
    const { strings } = this.#columns;
    return Object.entries(this.#families)
      .map(([index, counts]) => ({ family: strings[index], ...counts }))
      .sort((one, other) => other.count - one.count);
  }

  /** The next mark of a family after `mark`, from the start again after the last. */
  nextOf(family, mark) {
    for (let step = 1; step <= this.markCount; step++) {
      const index = (mark + step) % this.markCount;
      if (this.mark(index).family === family) {
        return index;
      }
    }
    return mark;
  }

  /** The edits of one glyph, wherever it stands. */
  editsOfGlyph(glyph) {
    if (this.#byGlyph === null) {
      this.#byGlyph = new Map();
      for (let index = 0; index < this.editCount; index++) {
        const { original } = this.edit(index);
        const edits = this.#byGlyph.get(original);
        if (edits) {
          edits.push(index);
        } else {
          this.#byGlyph.set(original, [index]);
        }
      }
    }
    return this.#byGlyph.get(glyph) ?? [];
  }

  isRejected(edit) {
    return this.#rejected[edit] === 1;
  }

  /** How many edits of a mark are rejected. */
  rejectedIn(mark) {
    const { first } = this.#marks;
    let count = 0;
    for (let edit = first[mark]; edit < first[mark + 1]; edit++) {
      count += this.#rejected[edit];
    }
    return count;
  }

  /** Whether all edits of a mark are rejected. */
  isMarkRejected(mark) {
    const { first } = this.#marks;
    return this.rejectedIn(mark) === first[mark + 1] - first[mark];
  }

  /** Reject the edits of a mark, or take them back. */
  toggleMark(mark) {
    const { first, last } = this.mark(mark);
    const edits = Array.from({ length: last - first + 1 }, (_, index) => first + index);
    this.#set(edits, !this.isMarkRejected(mark));
  }

  /** Reject every edit of a glyph, or take them back where all are rejected. */
  toggleGlyph(glyph) {
    const edits = this.editsOfGlyph(glyph);
    this.#set(edits, !edits.every((edit) => this.isRejected(edit)));
  }

  /** Reject nothing. */
  takeAllBack() {
    this.#set(this.rejected(), false);
  }

  /** The indices of all rejected edits. */
  rejected() {
    const indices = [];
    this.#rejected.forEach((rejected, index) => rejected && indices.push(index));
    return indices;
  }

  /** What the text says without the rejected edits. */
  result() {
    const { starts, ends, restored, strings } = this.#columns;
    const pieces = [];
    let at = 0;
    for (let edit = 0; edit < starts.length; edit++) {
      if (!this.#rejected[edit]) {
        pieces.push(this.text.slice(at, starts[edit]), strings[restored[edit]]);
        at = ends[edit];
      }
    }
    pieces.push(this.text.slice(at));
    return pieces.join("");
  }

  #set(edits, rejected) {
    for (const edit of edits) {
      const more = Number(rejected) - this.#rejected[edit];
      this.rejectedCount += more;
      this.#families[this.#columns.families[edit]].rejected += more;
      this.#rejected[edit] = Number(rejected);
    }
    this.dispatchEvent(new Event("change"));
  }
}
