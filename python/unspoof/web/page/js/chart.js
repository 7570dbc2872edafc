// A bar for each kind of disguise in the text; it is the legend of the marks, too.

import { byId, digits, element } from "./dom.js";
import { label, meaning } from "./families.js";

/**
 * @param {import("./reading.js").Reading} reading
 * @param {(family: string) => void} go leads to the next place of a family
 */
export function showChart(reading, go) {
  const families = reading.families();
  const most = Math.max(...families.map(({ count }) => count));
  byId("chart-panel").hidden = families.length === 0;
  byId("chart").replaceChildren(...families.map((row) => bar(row, most, go)));
}

function bar({ family, count, rejected }, most, go) {
  const name = element(
    "button",
    { type: "button", class: "chart-name", title: `${meaning(family)} Go to the next.` },
    element("span", { class: `mark ${family}`, "aria-hidden": "true" }, "Aa"),
    ` ${label(family)}`,
  );
  name.addEventListener("click", () => go(family));
  const kept = element("span", { class: "kept" });
  kept.style.inlineSize = `${(100 * (count - rejected)) / count}%`;
  const whole = element("span", { class: "whole" }, kept);
  whole.style.inlineSize = `${(100 * count) / most}%`;
  const told = rejected > 0 ? `${digits(count)}, ${digits(rejected)} rejected` : digits(count);
  return element(
    "li",
    { class: family },
    name,
    element("span", { class: "chart-count" }, told),
    element("span", { class: "bar", "aria-hidden": "true" }, whole),
  );
}
