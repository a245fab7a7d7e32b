// @ts-check
import { html } from "lit";
import { CopseElement } from "./element.js";
import { t } from "./i18n.js";
import { icon } from "./icons.js";

let count = 0;

/** A question that waits for its answer above the page. The browser's own dialog keeps focus and Escape right. */
export class CopseDialog extends CopseElement {
  constructor() {
    super();
    this.headingId = `dialog-${++count}`;
  }

  /** @returns {string} */
  heading() {
    throw new Error("a dialog has a heading");
  }

  /** @returns {unknown} */
  body() {
    throw new Error("a dialog has a body");
  }

  get dialog() {
    return /** @type {HTMLDialogElement} */ (this.querySelector("dialog"));
  }

  async open() {
    await this.updateComplete;
    this.dialog.showModal();
  }

  close() {
    this.dialog.close();
  }

  render() {
    return html`<dialog aria-labelledby=${this.headingId}>
      <header>
        <h2 id=${this.headingId}>${this.heading()}</h2>
        <button type="button" class="plain" aria-label=${t("dialog.close")} @click=${this.close}>${icon("close")}</button>
      </header>
      ${this.body()}
    </dialog>`;
  }
}
