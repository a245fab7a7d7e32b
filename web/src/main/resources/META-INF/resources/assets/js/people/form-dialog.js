// @ts-check
import { html, nothing } from "lit";
import { CopseDialog } from "../dialog.js";
import { t } from "../i18n.js";
import { errorNotice } from "../notice.js";

/** A dialog with a form that is sent to the server; says what went wrong and stays open until it went right. */
export class FormDialog extends CopseDialog {
  static properties = { busy: { state: true }, error: { state: true }, about: { state: true } };

  constructor() {
    super();
    this.busy = false;
    /** @type {unknown} */
    this.error = null;
    /** What the form is about. @type {any} */
    this.about = null;
  }

  /** @param {any} [about] */
  async open(about) {
    this.about = about ?? {};
    this.error = null;
    await this.updateComplete;
    this.querySelector("form")?.reset();
    await super.open();
  }

  /** @returns {unknown} */
  fields() {
    throw new Error("a form has fields");
  }

  /** @returns {string} */
  action() {
    throw new Error("a form has an action");
  }

  /**
   * A field of several lines. What it holds at first is the form's own: opening the dialog goes back to that.
   * @param {string} name @param {string} label @param {string | null | undefined} value @param {number} maxlength
   * @param {{required?: boolean, hint?: string}} [options]
   */
  long(name, label, value, maxlength, { required = false, hint = "" } = {}) {
    const id = `${this.localName}-${name}`;
    return html`<div class="field wide"><label for=${id}>${label}</label>
      <textarea id=${id} name=${name} rows="3" dir="auto" maxlength=${maxlength} ?required=${required} .defaultValue=${value ?? ""} aria-describedby=${hint ? `${id}-hint` : nothing}></textarea>
      ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}</div>`;
  }

  /** @param {FormData} _form @returns {Promise<unknown>} */
  send(_form) {
    throw new Error("a form is sent somewhere");
  }

  body() {
    return html`<form @submit=${this.submit}>
      <div class="body">
        ${errorNotice(this.error)}
        ${this.about ? this.fields() : ""}
      </div>
      <footer>
        <button type="button" @click=${this.close}>${t("dialog.cancel")}</button>
        <button class="primary" ?disabled=${this.busy}>${this.action()}</button>
      </footer>
    </form>`;
  }

  /** @param {SubmitEvent} event */
  async submit(event) {
    event.preventDefault();
    const form = new FormData(/** @type {HTMLFormElement} */ (event.target));
    this.busy = true;
    this.error = null;
    try {
      const answer = await this.send(form);
      this.close();
      this.tell("people-changed", answer);
    } catch (error) {
      this.error = error;
      this.querySelector("dialog")?.scrollTo({ top: 0 });
    } finally {
      this.busy = false;
    }
  }
}

/** Returns a field's text, or null when it is blank. @param {FormData} form @param {string} name */
export function given(form, name) {
  const value = String(form.get(name) ?? "").trim();
  return value === "" ? null : value;
}
