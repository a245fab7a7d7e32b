// @ts-check
import { html } from "lit";
import { AskingElement } from "../asking.js";
import "../header.js";
import { field, SHORTEST_PASSWORD } from "../fields.js";
import { t } from "../i18n.js";
import { errorNotice } from "../notice.js";
import { post } from "../request.js";
import { session } from "../session.js";

/** First start: the one-time link creates the first administrator. */
class CopseSetup extends AskingElement {
  static properties = { complaint: { state: true }, done: { state: true } };

  constructor() {
    super();
    this.complaint = "";
    this.done = false;
    this.token = new URLSearchParams(location.hash.slice(1)).get("token") ?? "";
    // The token opens the system once: it is in the fragment, which no request carries, and leaves the address bar and the history at once.
    if (this.token) history.replaceState(null, "", location.pathname);
  }

  render() {
    document.title = `${t("setup.title")} · Copse`;
    return html`<div class="page sole stack">
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
        ${field({ id: "username", label: t("login.username"), autocomplete: "username", maxlength: 60, plain: true })}
        ${field({ id: "password", label: t("login.password"), type: "password", autocomplete: "new-password", minlength: SHORTEST_PASSWORD,
          hint: t("setup.passwordHint", { n: SHORTEST_PASSWORD }) })}
        ${field({ id: "again", label: t("setup.again"), type: "password", autocomplete: "new-password", complaint: this.complaint })}
        <button class="primary" ?disabled=${this.busy}>${t("setup.submit")}</button>
      </form>`;
  }

  /** @param {SubmitEvent} event */
  async submit(event) {
    event.preventDefault();
    const form = new FormData(/** @type {HTMLFormElement} */ (event.target));
    this.complaint = form.get("password") === form.get("again") ? "" : t("setup.different");
    if (this.complaint) return;
    await this.attempt(async () => {
      await session();
      await post("/setup", { token: this.token, username: form.get("username"), password: form.get("password") });
      this.done = true;
    });
  }
}

customElements.define("copse-setup", CopseSetup);
