// What the user takes along: the text as it reads, and the report.

import { byId, element } from "./dom.js";
import { announce } from "./notice.js";
import * as service from "./service.js";

const SHOWN = 4000;
const LONGEST_NAME = 255; // the service takes no longer one

/** The formats of the report: what each is called, and how its files end. */
const FORMATS = {
  html: ["HTML", "html"],
  markdown: ["Markdown", "md"],
  json: ["JSON", "json"],
  sarif: ["SARIF", "sarif"],
};
let timer;

/**
 * @param {() => { reading: import("./reading.js").Reading, given: import("./source.js").Given }} latest
 * @param {(error: Error) => void} fails
 */
export function output(latest, fails) {
  const formats = Object.entries(FORMATS);
  byId("report-format").append(...formats.map(([value, [name]]) => element("option", { value }, name)));
  byId("copy").addEventListener("click", () =>
    copy(latest().reading.result()).then(() => done("Copied."), fails),
  );
  byId("download").addEventListener("click", () => {
    const { reading, given } = latest();
    const text = (given.marked ? "\ufeff" : "") + reading.result();
    save(new Blob([text], { type: "text/plain;charset=utf-8" }), named(given, "read.txt"));
    done("Downloaded.");
  });
  byId("report-download").addEventListener("click", () => {
    const { reading, given } = latest();
    const format = byId("report-format").value;
    const name = given.name?.slice(0, LONGEST_NAME);
    const rejected = reading.rejected();
    service.report({ text: reading.text, name, ...reading.asked, format, rejected }).then((blob) => {
      save(blob, named(given, `report.${FORMATS[format][1]}`));
      done("Downloaded.");
    }, fails);
  });
}

/** `article.read.txt` for `article.txt`. */
function named({ name }, ending) {
  return `${(name ?? "text").replace(/\.[^.]*$/, "")}.${ending}`;
}

function save(blob, name) {
  const link = element("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

async function copy(text) {
  if (navigator.clipboard) {
    await navigator.clipboard.writeText(text);
    return;
  }
  // Browsers give pages the clipboard over HTTPS and on this machine only; this is the old way.
  const field = element("textarea", { class: "unseen", readonly: "", "aria-hidden": "true" });
  field.value = text;
  document.body.append(field);
  field.select();
  const copied = document.execCommand("copy");
  field.remove();
  if (!copied) {
    throw new Error("The browser does not let this page copy.");
  }
}

function done(what) {
  clearTimeout(timer);
  byId("done").textContent = what;
  announce(what);
  timer = setTimeout(() => (byId("done").textContent = ""), SHOWN);
}
