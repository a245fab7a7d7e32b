// @ts-check
import { CopseElement } from "./element.js";

/** A part of a page that asks something of the server: busy while it does, and it keeps what went wrong until the next time. */
export class AskingElement extends CopseElement {
  static properties = { busy: { state: true }, error: { state: true }, said: { state: true } };

  constructor() {
    super();
    this.busy = false;
    /** @type {unknown} */
    this.error = null;
    /** What was done last, for the ear. */
    this.said = "";
  }

  /** @param {() => Promise<void>} work @param {string | (() => string)} [said] what to say when it went right */
  async attempt(work, said = "") {
    this.busy = true;
    this.error = null;
    try {
      await work();
      this.said = typeof said === "function" ? said() : said;
    } catch (error) {
      this.failed(error);
    } finally {
      this.busy = false;
    }
  }

  /** @param {unknown} error */
  failed(error) {
    this.error = error;
  }
}
