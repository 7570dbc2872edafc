// A text read: asked of the service, taken apart in the worker. Only the latest text counts.

import { UserError } from "./errors.js";
import { Reading } from "./reading.js";
import * as service from "./service.js";

export class Reader {
  #worker;
  #controller = new AbortController();
  #waiting = new Map();
  #id = 0;

  constructor() {
    this.#start();
  }

  /**
   * Read a text. Whatever was being read before is given up: its promise is rejected with an
   * AbortError.
   *
   * @param {string} text
   * @param {service.Asked} asked
   * @returns {Promise<Reading>}
   */
  async read(text, asked) {
    this.cancel();
    const { signal } = this.#controller;
    const body = await service.read(text, asked, signal);
    const parts = await this.#takeApart(text, body);
    signal.throwIfAborted();
    return new Reading(text, asked, parts);
  }

  /** Give up what is being read. */
  cancel() {
    this.#controller.abort();
    this.#controller = new AbortController();
  }

  #start() {
    this.#worker = new Worker(new URL("worker.js", import.meta.url), { type: "module" });
    this.#worker.addEventListener("message", ({ data }) => this.#settle(data.id, "resolve", data));
    this.#worker.addEventListener("error", (event) => this.#fail(event));
  }

  #takeApart(text, body) {
    const id = ++this.#id;
    this.#worker.postMessage({ id, text, body }, [body]);
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }

  #settle(id, how, value) {
    this.#waiting.get(id)[how](value);
    this.#waiting.delete(id);
  }

  #fail(event) {
    this.#worker.terminate();
    this.#start(); // one that did not load answers nothing
    const error = new UserError(
      `The server’s answer could not be understood${event.message ? ` (${event.message})` : ""}.`,
      "Reload the page; if it goes on, tell who runs the server.",
    );
    for (const id of this.#waiting.keys()) {
      this.#settle(id, "reject", error);
    }
  }
}
