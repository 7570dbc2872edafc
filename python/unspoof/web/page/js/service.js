// What the page asks of the service.

import { SHORTER, UserError } from "./errors.js";

const ROOT = new URL("../", import.meta.url);

/**
 * @typedef {object} Asked
 * @property {"careful" | "full"} profile
 * @property {string[] | null} languages
 */

/**
 * The answer to `POST /v1/read`, not yet taken apart.
 *
 * @param {string} text
 * @param {Asked} asked
 * @param {AbortSignal} signal
 * @returns {Promise<ArrayBuffer>}
 */
export async function read(text, asked, signal) {
  const response = await post("v1/read", { text, ...asked, explain: true }, signal);
  return answered(() => response.arrayBuffer());
}

/**
 * The report that `POST /v1/report` writes.
 *
 * @param {object} body
 * @returns {Promise<Blob>}
 */
export async function report(body) {
  const response = await post("v1/report", body);
  return answered(() => response.blob());
}

/** The codes of all languages that can be asked for. @returns {Promise<string[]>} */
export const languages = async () => (await told("v1/languages")).languages;

/** The kinds of disguise, each with a `name`, a `description` and an example. */
export const families = async () => (await told("v1/families")).families;

/** What one request may ask: `characters` is the number of code points in a text. */
export const limits = () => told("v1/limits");

/** A text that lies beside the page. */
export async function sample(name) {
  const response = await get(`samples/${name}.txt`);
  return answered(() => response.text());
}

async function told(route) {
  const response = await get(route);
  return answered(() => response.json());
}

async function get(route) {
  return checked(await answered(() => fetch(new URL(route, ROOT))));
}

async function post(route, body, signal) {
  const response = await answered(() =>
    fetch(new URL(route, ROOT), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
      signal,
    }),
  );
  return checked(response);
}

async function answered(request) {
  try {
    return await request();
  } catch (error) {
    if (error.name === "AbortError") {
      throw error;
    }
    throw new UserError(
      "The server does not answer.",
      "Check your connection, or whether “unspoof serve” is still running, and try again.",
    );
  }
}

const REMEDIES = { 413: SHORTER, 422: "" };

/** What to do about an answer that is an error. */
function remedy({ status, headers }) {
  if (status === 503) {
    return headers.has("retry-after") ? "Wait a little and try again." : SHORTER;
  }
  return REMEDIES[status] ?? "Try again; if it goes on, tell who runs the server.";
}

async function checked(response) {
  if (response.ok) {
    return response;
  }
  const problem = await response.json().catch(() => ({}));
  const details = (problem.errors ?? []).map(({ detail }) => detail);
  const said = [problem.detail ?? `The server answered with error ${response.status}.`, ...details];
  throw new UserError(said.join(" "), remedy(response));
}
