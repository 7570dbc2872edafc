// What was found in one text: the verdict, both panes, and the panels beside them.

import { Card } from "./card.js";
import { showChart } from "./chart.js";
import { Compare } from "./compare.js";
import { spoken } from "./describe.js";
import { byId, count, digits } from "./dom.js";
import { showHidden } from "./hidden.js";
import { keys } from "./keys.js";
import { announce } from "./notice.js";
import { pointing } from "./pointing.js";
import { refreshScheme, showScheme } from "./scheme.js";
import { showVerdict } from "./verdict.js";

export class Result {
  /** What is shown, or null. @type {import("./reading.js").Reading | null} */
  reading = null;
  #panes = byId("panes");
  #compare = new Compare(this.#panes);
  #card;
  #visited = false; // whether the user has been at the current place

  constructor() {
    const does = {
      reading: () => this.reading,
      go: (mark) => this.#compare.focus(mark),
      open: (mark, drawn) => this.#open(mark, drawn),
      close: () => this.#close(),
      scrolled: () => this.#scrolled(),
      toggle: (mark) => this.#toggle(mark),
      toggleGlyph: (mark) => this.#toggleGlyph(mark),
    };
    this.#card = new Card(does);
    keys(this.#panes, does);
    pointing(this.#panes, this.#card, does);
    this.#panes.addEventListener("focusin", ({ target }) => {
      if (target.dataset.mark) {
        this.#arrive(Number(target.dataset.mark), target);
      }
    });
    byId("next").addEventListener("click", () => this.#step(1));
    byId("previous").addEventListener("click", () => this.#step(-1));
    byId("take-back").addEventListener("click", () => {
      this.reading.takeAllBack();
      byId("next").focus(); // the button has gone
    });
    window.addEventListener("beforeprint", () => {
      byId("printed-in-part").hidden = this.reading === null || this.#compare.drawAll();
    });
  }

  /** @param {import("./reading.js").Reading} reading */
  show(reading) {
    this.#close();
    this.reading = reading;
    reading.addEventListener("change", () => this.#changed());
    showVerdict(reading);
    this.#compare.show(reading);
    showScheme(reading);
    showHidden(reading, (mark) => this.#compare.focus(mark));
    byId("places").hidden = reading.markCount === 0;
    byId("keys").hidden = reading.markCount === 0;
    this.#sections();
    this.#tellPlace(null);
    this.#reveal(true);
    announce(reading.told.verdict);
  }

  hide() {
    this.#close();
    this.reading = null;
    this.#reveal(false);
  }

  #reveal(found) {
    byId("result").hidden = !found;
    byId("skip-to-result").hidden = !found;
    byId("about").hidden = found;
  }

  #sections() {
    const { reading } = this;
    showChart(reading, (family) => this.#compare.focus(reading.nextOf(family, this.#compare.current)));
    const { rejectedCount, editCount } = reading;
    const rejected = `${digits(rejectedCount)} of ${count(editCount, "change")} rejected`;
    byId("rejected").textContent = rejectedCount > 0 ? rejected : "";
    byId("take-back").hidden = rejectedCount === 0;
  }

  #changed() {
    this.#compare.refresh();
    this.#sections();
    refreshScheme(this.reading);
    if (this.#card.mark !== null) {
      this.#open(this.#card.mark, this.#compare.standing(this.#card.mark));
    }
  }

  #toggle(mark) {
    this.reading.toggleMark(mark);
    this.#tellRejected(mark, "");
  }

  /** All of the glyph at a mark; of a mark with several, only itself. */
  #toggleGlyph(mark) {
    const edits = this.reading.editsOf(mark);
    if (edits.length > 1) {
      this.#toggle(mark);
      return;
    }
    this.reading.toggleGlyph(edits[0].original);
    this.#tellRejected(mark, "everywhere ");
  }

  #tellRejected(mark, where) {
    const { reading } = this;
    const rejected = reading.isMarkRejected(mark);
    const glyph = reading.editsOf(mark).map(({ original }) => original).join("");
    announce(
      rejected
        ? `Rejected: ${spoken(reading, glyph)} ${where}stays as it is.`
        : `Taken back: ${where}read as ${reading.asItReads(mark) || "nothing"}.`,
    );
  }

  #step(step) {
    const last = this.reading.markCount - 1;
    const mark = this.#visited ? this.#compare.current + step : this.#compare.current;
    this.#compare.focus(Math.min(last, Math.max(0, mark)));
  }

  #arrive(mark, drawn) {
    this.#visited = true;
    this.#compare.setCurrent(mark);
    this.#tellPlace(mark);
    this.#open(mark, drawn);
  }

  #tellPlace(mark) {
    this.#visited = mark !== null;
    const { markCount } = this.reading;
    byId("place").textContent =
      mark === null ? count(markCount, "place") : `Place ${digits(mark + 1)} of ${digits(markCount)}`;
  }

  #open(mark, drawn) {
    this.#compare.point(mark);
    this.#card.open(this.reading, mark, drawn);
  }

  /** The card stays with the place that has the focus; one that the pointer opened goes. */
  #scrolled() {
    const focused = document.activeElement;
    if (this.#card.mark !== null && Number(focused.dataset.mark) === this.#card.mark) {
      this.#card.place();
    } else {
      this.#close();
    }
  }

  #close() {
    if (this.#card.mark !== null) {
      this.#card.close();
      this.#compare.point(null);
    }
  }
}
