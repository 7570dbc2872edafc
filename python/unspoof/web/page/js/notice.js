// What the user is told: errors beside the input, progress below it, all else to screen readers.

import { byId, element } from "./dom.js";

const SOON = 300;
let timer;

/**
 * An error with what to do about it, and a button to try again.
 *
 * @param {import("./errors.js").UserError} error
 * @param {(() => void) | null} again
 */
export function showError(error, again = null) {
  const message = element("strong", {}, error.message);
  const told = element("p", { class: "notice" }, message, ` ${error.remedy ?? ""} `);
  if (again) {
    const button = element("button", { type: "button" }, "Try again");
    button.addEventListener("click", () => {
      byId("text").focus(); // the button goes
      again();
    });
    told.append(button);
  }
  byId("notice").replaceChildren(told);
  told.scrollIntoView({ block: "nearest" });
}

export function clearError() {
  byId("notice").replaceChildren();
}

/** Say that something is going on, once it has taken a while; null ends it. */
export function showWaiting(what) {
  clearTimeout(timer);
  const waiting = byId("waiting");
  if (what === null) {
    waiting.hidden = true;
    return;
  }
  timer = setTimeout(() => {
    waiting.firstElementChild.textContent = what;
    waiting.hidden = false;
  }, SOON);
}

/** Say something to screen readers. */
export function announce(what) {
  byId("announcer").textContent = what;
}
