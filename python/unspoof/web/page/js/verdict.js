// The finding, and what the text was read as.

import { byId, count, element } from "./dom.js";
import { codePointCount } from "./offsets.js";

const LONG = 110;
const LEAST_SHARE = 0.01;
const MOST_LANGUAGES = 4;

const named = (type) => {
  const names = new Intl.DisplayNames(["en"], { type, fallback: "code" });
  return (code) => names.of(code);
};
const scriptName = named("script");
/** `German` for `de`. */
export const languageName = named("language");

/** @param {import("./reading.js").Reading} reading */
export function showVerdict(reading) {
  const { verdict, obfuscated, scripts, languages, score } = reading.told;
  byId("finding").hidden = !obfuscated; // the verdict alone says that nothing is
  byId("verdict").textContent = verdict;
  byId("verdict").classList.toggle("long", verdict.length > LONG);
  byId("facts").replaceChildren(
    ...fact("Length", count(codePointCount(reading.text), "character")),
    ...fact("Script", shares(scripts, scriptName)),
    ...fact("Language", shares(languages, languageName)),
    ...fact("Signs of disguise", `${score.toFixed(2)} of 1`),
  );
}

function fact(term, told) {
  return told ? [element("div", {}, element("dt", {}, term), element("dd", {}, told))] : [];
}

function shares(all, name) {
  return Object.entries(all)
    .filter(([, share]) => share >= LEAST_SHARE)
    .sort(([, one], [, other]) => other - one)
    .slice(0, MOST_LANGUAGES)
    .map(([code, share]) => `${name(code)} ${Math.round(100 * share)}%`)
    .join(", ");
}
