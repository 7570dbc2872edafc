// What leads to what: a text is given, it is read, and what was found is shown.

import { count, digits } from "./dom.js";
import { SHORTER, UserError } from "./errors.js";
import { kinds } from "./kinds.js";
import { clearError, showError, showWaiting } from "./notice.js";
import { codePointCount } from "./offsets.js";
import { options } from "./options.js";
import { output } from "./output.js";
import { Reader } from "./reader.js";
import { Result } from "./result.js";
import * as service from "./service.js";
import { source } from "./source.js";
import { theme } from "./theme.js";

const reader = new Reader();
const result = new Result();
let limits = null;
let given = { text: "", name: null, marked: false };

async function read() {
  clearError();
  showWaiting(null);
  reader.cancel();
  if (given.text === "") {
    result.hide();
    return;
  }
  showWaiting(`Reading ${count(codePointCount(given.text), "character")} …`);
  try {
    await checkLength(given.text);
    result.show(await reader.read(given.text, asked()));
  } catch (error) {
    if (error.name === "AbortError") {
      return;
    }
    result.hide();
    fail(error, read);
  }
  showWaiting(null);
}

/** The server hangs up on what is far too long, and then could not say why. */
async function checkLength(text) {
  limits ??= await service.limits();
  const { characters } = limits;
  const length = codePointCount(text);
  if (length > characters) {
    throw new UserError(
      `This text has ${count(length, "character")}; this server reads ${digits(characters)} at once.`,
      SHORTER,
    );
  }
}

function fail(error, again) {
  showError(error, again);
  if (!(error instanceof UserError)) {
    reportError(error); // a fault of ours: the console has where
  }
}

const asked = options(read);
theme();
kinds().catch(fail);
source((text) => {
  given = text;
  read();
}, fail);
output(() => ({ reading: result.reading, given }), fail);
