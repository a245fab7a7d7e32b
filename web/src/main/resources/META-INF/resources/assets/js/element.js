// @ts-check
import { LitElement } from "lit";
import { onLanguage } from "./i18n.js";

/**
 * A component of the page. It renders into the page itself, not into a shadow tree, so that one style sheet,
 * labels and aria references reach everywhere; and it renders anew when the language changes.
 */
export class CopseElement extends LitElement {
  createRenderRoot() {
    this.replaceChildren(); // what the page showed before the script arrived
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.forgetLanguage = onLanguage(() => this.requestUpdate());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.forgetLanguage?.();
  }

  /**
   * Tells the view above what happened here.
   * @param {string} name
   * @param {unknown} [detail]
   */
  tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
  }
}
