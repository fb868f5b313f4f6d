/** A mistake in what was handed in, or in the order of calls. */
export class RaakvlakError extends Error {
  name = "RaakvlakError";

  /** From the document `raakvlak.error.v1`. */
  constructor({ code, message, path = "", help }, options) {
    super(message, options);
    this.code = code;
    this.path = path;
    this.help = help;
  }
}
