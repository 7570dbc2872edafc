// Takes an answer of the service apart, off the page's own thread: one of 1 MB of disguised text
// has 70 MB.

import { columns } from "./columns.js";
import { marks } from "./marks.js";
import { rows } from "./rows.js";

const decoder = new TextDecoder();

self.addEventListener("message", ({ data: { id, text, body } }) => {
  const { edits, original, text: _, ...told } = JSON.parse(decoder.decode(body));
  if (original !== text) {
    throw new Error("the service answered for another text");
  }
  const asColumns = columns(text, edits);
  const asMarks = marks(text, asColumns);
  const asRows = rows(text, asMarks);
  const buffers = [asColumns, asMarks, asRows]
    .flatMap((part) => Object.values(part))
    .filter(ArrayBuffer.isView)
    .map((view) => view.buffer);
  self.postMessage({ id, columns: asColumns, marks: asMarks, rows: asRows, told }, buffers);
});
