// Messages that the text carries unseen, decoded.

import { byId, count, element } from "./dom.js";
import { lineOf } from "./describe.js";
import { utf16Offsets } from "./offsets.js";
import { visible } from "./tokens.js";

const CARRIERS = {
  tags: "tag characters",
  selectors: "variation selectors",
  "zero-width": "zero-width characters",
};

/**
 * @param {import("./reading.js").Reading} reading
 * @param {(mark: number) => void} go leads to a mark
 */
export function showHidden(reading, go) {
  const { hidden } = reading.told;
  byId("hidden-panel").hidden = hidden.length === 0;
  const starts = utf16Offsets(reading.text, Uint32Array.from(hidden, ({ start }) => start));
  byId("hidden-messages").replaceChildren(
    ...hidden.map((one, index) => message(reading, one, starts[index], go)),
  );
}

function message(reading, { start, end, carrier, text }, at, go) {
  const length = count(end - start, "character");
  const carried = `In ${CARRIERS[carrier] ?? carrier}, ${length} that nobody sees. `;
  const place = element("p", { class: "aside" }, carried);
  if (reading.markCount > 0) {
    const mark = reading.markAt(at);
    const told = `Show in line ${lineOf(reading, mark)}`;
    const show = element("button", { type: "button", class: "link" }, told);
    show.addEventListener("click", () => go(mark));
    place.append(show);
  }
  return element("figure", {}, element("blockquote", { dir: "auto" }, ...visible(text, true)), place);
}
