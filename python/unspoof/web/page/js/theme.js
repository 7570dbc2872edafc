// Light or dark, as the system has it or as chosen here; like all else, the choice is stored nowhere.

import { byId } from "./dom.js";

export function theme() {
  byId("theme").addEventListener("change", ({ target }) => {
    document.documentElement.dataset.theme = target.value;
  });
}
