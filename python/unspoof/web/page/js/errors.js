/** What to do about a text that is too long. */
export const SHORTER =
  "Give a shorter part of it, or read the whole file with “unspoof restore FILE”, " +
  "which takes files of any length.";

/** What went wrong, in words for the user: `message`, and what to do about it in `remedy`. */
export class UserError extends Error {
  constructor(message, remedy) {
    super(message);
    this.remedy = remedy;
  }
}
