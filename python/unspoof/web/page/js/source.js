// Where the text comes from: typed, pasted, dropped, chosen as a file, or one of the samples.

import { byId, count } from "./dom.js";
import { UserError } from "./errors.js";
import { textOf } from "./files.js";
import { codePointCount } from "./offsets.js";
import * as service from "./service.js";

// A text field with more than this is slow to type in, in every browser.
const LONGEST_EDITED = 50_000;
const PAUSE = 250;

/**
 * @typedef {object} Given
 * @property {string} text as it came; the field would turn CR LF into LF
 * @property {string | null} name of its file
 * @property {boolean} marked whether the file starts with a byte order mark
 */

/**
 * @param {(given: Given) => void} gives is called with each new text, at once or when typing pauses
 * @param {(error: Error) => void} fails
 */
export function source(gives, fails) {
  const field = byId("text");
  let timer;

  const give = (given) => {
    clearTimeout(timer);
    byId("clear").hidden = given.text === "";
    gives(given);
  };
  const set = (given) => {
    const held = given.text.length > LONGEST_EDITED;
    field.hidden = held;
    field.value = held ? "" : given.text;
    byId("held").hidden = !held;
    byId("held-name").textContent = given.name ?? "Pasted text";
    byId("held-size").textContent = held ? count(codePointCount(given.text), "character") : "";
    give(given);
  };
  const open = (file) => textOf(file).then(set, fails);
  const typed = (text) => ({ text, name: null, marked: false });

  field.addEventListener("input", ({ inputType }) => {
    clearTimeout(timer);
    const pause = /^insertFrom/.test(inputType) ? 0 : PAUSE;
    timer = setTimeout(() => give(typed(field.value)), pause);
  });
  document.addEventListener("paste", (event) => {
    const pasted = event.clipboardData.getData("text/plain");
    const { value, selectionStart, selectionEnd } = field;
    if (event.target !== field) {
      set(typed(pasted));
    } else if (value.length + pasted.length > LONGEST_EDITED) {
      event.preventDefault();
      set(typed(value.slice(0, selectionStart) + pasted + value.slice(selectionEnd)));
    }
  });
  byId("choose").addEventListener("click", () => byId("file").click());
  byId("file").addEventListener("change", ({ target }) => {
    if (target.files.length > 0) {
      open(target.files[0]);
    }
    target.value = ""; // so that the same file can be chosen again
  });
  byId("clear").addEventListener("click", () => {
    set(typed(""));
    field.focus();
  });
  for (const button of document.querySelectorAll("[data-sample]")) {
    button.addEventListener("click", () => {
      const { sample } = button.dataset;
      service.sample(sample).then((text) => set({ text, name: `${sample}.txt`, marked: false }), fails);
    });
  }
  drops(open, fails);
}

/** A file dropped anywhere on the page. */
function drops(open, fails) {
  const curtain = byId("drop");
  const withFiles = (act) => (event) => {
    if (event.dataTransfer.types.includes("Files")) {
      event.preventDefault();
      act(event);
    }
  };
  const show = () => (curtain.hidden = false);
  const hide = () => (curtain.hidden = true);
  document.addEventListener("dragenter", withFiles(show));
  document.addEventListener("dragover", withFiles(show));
  document.addEventListener("dragleave", ({ relatedTarget }) => relatedTarget === null && hide());
  document.addEventListener(
    "drop",
    withFiles(({ dataTransfer: { files } }) => {
      hide();
      if (files.length === 1) {
        open(files[0]);
      } else {
        fails(new UserError(`${files.length} files were dropped.`, "Drop one file at a time."));
      }
    }),
  );
}
