// Both panes, line by line. Rows are drawn in chunks when they come near the window; a short text is
// drawn whole when the browser is idle, so that the browser's own search finds all of it.

import { element } from "./dom.js";
import { drawRow, redrawMark } from "./pieces.js";

// A chunk should be drawn within a frame: text and marks, counted together.
const CHUNK = 3000;
const WEIGHT_OF_A_MARK = 10;
const AHEAD = "1000px";
const MOST_DRAWN = 40;
const MOST_PRINTED = 400;

const idle = window.requestIdleCallback ?? ((callback) => setTimeout(callback, 30));

export class Compare {
  #root;
  #reading = null;
  #chunks = [];
  #current = 0;
  #observer;

  /** @param {HTMLElement} root */
  constructor(root) {
    this.#root = root;
    this.#observer = new IntersectionObserver((entries) => this.#seen(entries), { rootMargin: AHEAD });
  }

  /** The mark that the Tab key reaches. */
  get current() {
    return this.#current;
  }

  /** @param {import("./reading.js").Reading} reading */
  show(reading) {
    this.#observer.disconnect();
    this.#reading = reading;
    this.#current = 0;
    this.#chunks = cut(reading).map((chunk) => ({ ...chunk, drawn: false, near: false }));
    this.#root.replaceChildren(...this.#chunks.map((chunk, index) => this.#placed(chunk, index)));
    this.#draw(this.#chunks[0]);
    this.#draw(this.#chunkOf(this.#current));
    for (const { box } of this.#chunks) {
      this.#observer.observe(box);
    }
    if (this.#chunks.length <= MOST_DRAWN) {
      this.#drawWhenIdle(reading, 0);
    }
  }

  /** The drawn mark that stands in the left pane, which takes the focus. */
  standing(mark) {
    return this.#root.querySelector(`[data-mark="${mark}"][role]`);
  }

  /** Make a mark the current one, bring it into view and give it the focus. */
  focus(mark) {
    this.#draw(this.#chunkOf(mark));
    this.setCurrent(mark);
    const target = this.standing(mark);
    target.focus({ preventScroll: true });
    const { top, bottom } = target.getBoundingClientRect();
    if (top < 120 || bottom > window.innerHeight - 40) {
      target.scrollIntoView({ block: "center" });
    }
  }

  /** Make a mark the one that the Tab key reaches. */
  setCurrent(mark) {
    this.standing(this.#current)?.setAttribute("tabindex", "-1");
    this.#current = mark;
    this.standing(mark)?.setAttribute("tabindex", "0");
  }

  /** Bring what is drawn up to date with what is rejected. */
  refresh() {
    for (const drawn of this.#root.querySelectorAll("[data-mark]")) {
      redrawMark(this.#reading, drawn);
    }
  }

  /** Show where a mark is in both panes, or where none is. */
  point(mark) {
    for (const pointed of this.#root.querySelectorAll(".pointed")) {
      pointed.classList.remove("pointed");
    }
    if (mark !== null) {
      for (const drawn of this.#root.querySelectorAll(`[data-mark="${mark}"]`)) {
        drawn.classList.add("pointed");
      }
    }
  }

  /** Draw everything for print, if that is not hundreds of pages; whether all is drawn. */
  drawAll() {
    const few = this.#chunks.length <= MOST_PRINTED;
    if (few) {
      this.#chunks.forEach((chunk) => this.#draw(chunk));
    }
    return few;
  }

  #placed(chunk, index) {
    chunk.box = element("div", { class: "chunk", "data-chunk": index });
    chunk.height = chunk.size / 2 + 30 * (chunk.end - chunk.start);
    this.#setHeight(chunk);
    return chunk.box;
  }

  #chunkOf(mark) {
    if (this.#reading.markCount === 0) {
      return this.#chunks[0];
    }
    const row = this.#reading.rowOf(mark);
    return this.#chunks.find(({ end }) => row < end);
  }

  #seen(entries) {
    for (const { target, isIntersecting, boundingClientRect } of entries) {
      const chunk = this.#chunks[target.dataset.chunk];
      chunk.near = isIntersecting;
      if (isIntersecting) {
        this.#draw(chunk);
      } else if (chunk.drawn) {
        chunk.height = boundingClientRect.height;
      }
    }
    if (this.#chunks.length > MOST_DRAWN) {
      this.#tidy();
    }
  }

  #draw(chunk) {
    if (chunk.drawn) {
      return;
    }
    const rows = document.createDocumentFragment();
    for (let row = chunk.start; row < chunk.end; row++) {
      rows.append(drawRow(this.#reading, row, this.#current));
    }
    chunk.box.append(rows);
    chunk.drawn = true;
    this.#setHeight(chunk);
  }

  /** Empty chunks that are far away, but never the one with the current mark. */
  #tidy() {
    const far = this.#chunks.filter(({ drawn, near }) => drawn && !near);
    const kept = this.#chunkOf(this.#current);
    for (const chunk of far.slice(0, Math.max(0, far.length - MOST_DRAWN))) {
      if (chunk !== kept) {
        chunk.box.replaceChildren();
        chunk.drawn = false;
        this.#setHeight(chunk);
      }
    }
  }

  #drawWhenIdle(reading, index) {
    if (this.#reading !== reading || index === this.#chunks.length) {
      return;
    }
    idle(() => {
      if (this.#reading === reading) {
        this.#draw(this.#chunks[index]);
        this.#drawWhenIdle(reading, index + 1);
      }
    });
  }

  #setHeight({ box, drawn, height }) {
    box.style.height = drawn ? "" : `${height}px`;
    box.style.containIntrinsicBlockSize = `auto ${height}px`;
  }
}

/** The rows in chunks that are each drawn at once. */
function cut({ rows }) {
  const chunks = [];
  let start = 0;
  let size = 0;
  for (let row = 0; row < rows.start.length; row++) {
    size += rows.end[row] - rows.start[row] + WEIGHT_OF_A_MARK * (rows.mark[row + 1] - rows.mark[row]);
    if (size >= CHUNK || row === rows.start.length - 1) {
      chunks.push({ start, end: row + 1, size });
      start = row + 1;
      size = 0;
    }
  }
  return chunks;
}
