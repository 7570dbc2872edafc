// A text file as a string, or the reason why it is none.

import { SHORTER, UserError } from "./errors.js";

const LARGEST = 16 * 1024 * 1024;
const SAVE =
  "Save it as plain text in UTF-8 and try again, or copy the text out of it and paste it here.";
const KINDS = [
  [[0x25, 0x50, 0x44, 0x46], "a PDF"],
  [[0x50, 0x4b, 0x03, 0x04], "a ZIP archive or an office document"],
  [[0xd0, 0xcf, 0x11, 0xe0], "an office document"],
  [[0xff, 0xfe], "text in UTF-16"],
  [[0xfe, 0xff], "text in UTF-16"],
];

/**
 * @typedef {object} TextFile
 * @property {string} text without a byte order mark
 * @property {string} name
 * @property {boolean} marked whether it had one
 */

/**
 * @param {File} file
 * @returns {Promise<TextFile>}
 */
export async function textOf(file) {
  if (file.size > LARGEST) {
    throw new UserError(
      `“${file.name}” is too large to be shown on a page (${Math.round(file.size / 2 ** 20)} MB).`,
      SHORTER,
    );
  }
  const bytes = new Uint8Array(await contents(file));
  let text;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const kind = KINDS.find(([start]) => start.every((byte, index) => bytes[index] === byte));
    throw new UserError(`“${file.name}” is ${kind ? kind[1] : "not text in UTF-8"}.`, SAVE);
  }
  const marked = text.startsWith("\ufeff");
  if (text.length === Number(marked)) {
    throw new UserError(`“${file.name}” is empty.`, "Choose a file with text in it.");
  }
  return { text: marked ? text.slice(1) : text, name: file.name, marked };
}

async function contents(file) {
  try {
    return await file.arrayBuffer();
  } catch {
    throw new UserError(
      `“${file.name}” cannot be read.`,
      "It may be a folder, or have been moved or changed. Choose it again.",
    );
  }
}
