// @ts-check
import { html, nothing } from "lit";
import { CopseElement } from "../element.js";
import "../header.js";
import { t } from "../i18n.js";
import { errorNotice } from "../notice.js";
import { post } from "../request.js";
import { session } from "../session.js";

const SHORTEST = 12;

/** First start: the one-time link creates the first administrator. */
class CopseSetup extends CopseElement {
  static properties = { error: { state: true }, complaint: { state: true }, busy: { state: true }, done: { state: true } };

  constructor() {
    super();
    /** @type {unknown} */
    this.error = null;
    this.complaint = "";
    this.busy = false;
    this.done = false;
    this.token = new URLSearchParams(location.hash.slice(1)).get("token") ?? "";
    // The token opens the system once: it is in the fragment, which no request carries, and leaves the address bar and the history at once.
    if (this.token) history.replaceState(null, "", location.pathname);
  }

  render() {
    document.title = `${t("setup.title")} · Copse`;
    return html`<div class="page narrow">
      <h1>${t("setup.title")}</h1>
      ${this.done ? this.finished() : this.token ? this.form() : html`<p class="notice warn"><span>${t("setup.noToken")}</span></p>`}
    </div>`;
  }

  finished() {
    return html`<p class="notice" role="status"><span>${t("setup.done")}</span></p>
      <a class="button primary" href="/login">${t("login.title")}</a>`;
  }

  form() {
    return html`<p class="lead">${t("setup.lead")}</p>
      ${errorNotice(this.error)}
      <form class="card stack" @submit=${this.submit}>
        <div class="field">
          <label for="username">${t("login.username")}</label>
          <input id="username" name="username" autocomplete="username" required maxlength="60" autocapitalize="none" />
        </div>
        <div class="field">
          <label for="password">${t("login.password")}</label>
          <input id="password" name="password" type="password" autocomplete="new-password" required
            minlength=${SHORTEST} aria-describedby="password-hint" />
          <p class="hint" id="password-hint">${t("setup.passwordHint", { n: SHORTEST })}</p>
        </div>
        <div class="field">
          <label for="again">${t("setup.again")}</label>
          <input id="again" name="again" type="password" autocomplete="new-password" required
            aria-invalid=${this.complaint ? "true" : "false"} aria-describedby=${this.complaint ? "complaint" : nothing} />
          ${this.complaint ? html`<p class="error-text" id="complaint" role="alert">${this.complaint}</p>` : nothing}
        </div>
        <button class="primary" ?disabled=${this.busy}>${t("setup.submit")}</button>
      </form>`;
  }

  /** @param {SubmitEvent} event */
  async submit(event) {
    event.preventDefault();
    const form = new FormData(/** @type {HTMLFormElement} */ (event.target));
    this.complaint = form.get("password") === form.get("again") ? "" : t("setup.different");
    if (this.complaint) return;
    this.busy = true;
    this.error = null;
    try {
      await session();
      await post("/setup", { token: this.token, username: form.get("username"), password: form.get("password") });
      this.done = true;
    } catch (error) {
      this.error = error;
    } finally {
      this.busy = false;
    }
  }
}

customElements.define("copse-setup", CopseSetup);
