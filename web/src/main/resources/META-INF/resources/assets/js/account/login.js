// @ts-check
import { html, nothing } from "lit";
import { CopseElement } from "../element.js";
import "../header.js";
import { t } from "../i18n.js";
import { icon } from "../icons.js";
import { session } from "../session.js";

/** Signing in: a plain form, posted to the server. */
class CopseLogin extends CopseElement {
  static properties = { who: { state: true } };

  constructor() {
    super();
    /** @type {import("../types.js").Session | null} */
    this.who = null;
    this.failed = new URLSearchParams(location.search).has("error");
    this.left = new URLSearchParams(location.search).has("logout");
  }

  async connectedCallback() {
    super.connectedCallback();
    this.who = await session();
  }

  firstUpdated() {
    /** @type {HTMLElement} */ (this.querySelector("#username")).focus();
  }

  /** The server refuses a form without the session's token: one sent before the token is here waits for it. @param {SubmitEvent} event */
  async submit(event) {
    if (this.who?.csrf) return;
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.target);
    this.who = await session();
    await this.updateComplete;
    form.submit();
  }

  render() {
    document.title = `${t("login.title")} · Copse`;
    return html`<div class="page narrow">
      <h1>${t("login.title")}</h1>
      ${this.failed ? html`<p class="notice error" role="alert" id="failed">${icon("warning")}<span>${t("login.failed")}</span></p>` : nothing}
      ${this.left ? html`<p class="notice" role="status">${t("login.left")}</p>` : nothing}
      <form class="card stack" method="post" action="/login" @submit=${this.submit}>
        <input type="hidden" name="_csrf" .value=${this.who?.csrf?.token ?? ""} />
        <div class="field">
          <label for="username">${t("login.username")}</label>
          <input id="username" name="username" autocomplete="username" required autocapitalize="none" spellcheck="false"
            aria-describedby=${this.failed ? "failed" : nothing} />
        </div>
        <div class="field">
          <label for="password">${t("login.password")}</label>
          <input id="password" name="password" type="password" autocomplete="current-password" required />
        </div>
        <button class="primary">${t("login.submit")}</button>
      </form>
      ${this.who?.demo ? html`<p class="notice"><span>${t("login.demo")}</span></p>` : nothing}
      <p class="quiet">${t("login.residents")} <a href="/resident">${t("header.resident")}</a></p>
    </div>`;
  }
}

customElements.define("copse-login", CopseLogin);
