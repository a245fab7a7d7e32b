// @ts-check
import { html, nothing } from "lit";
import { CopseElement } from "../element.js";
import "../header.js";
import { field } from "../fields.js";
import { language, t } from "../i18n.js";
import { icon } from "../icons.js";
import { session } from "../session.js";

/** Signing in: a plain form, posted to the server. */
class CopseLogin extends CopseElement {
  static properties = { who: { state: true }, wantsCode: { state: true }, failed: { state: true }, busy: { state: true } };

  constructor() {
    super();
    /** @type {import("../types.js").Session | null} */
    this.who = null;
    const said = new URLSearchParams(location.search);
    this.failed = said.has("error");
    this.left = said.has("logout");
    this.changed = said.has("changed");
    this.refused = said.has("refused");
    /** Whether the account has a second factor: known when its password was right. */
    this.wantsCode = false;
    this.busy = false;
  }

  async connectedCallback() {
    super.connectedCallback();
    this.who = await session();
  }

  firstUpdated() {
    /** @type {HTMLElement} */ (this.querySelector("#username")).focus();
  }

  /**
   * Asks first without a page: an account with a second factor needs its code beside the same name and password. What is answered otherwise is
   * the page's to show, so the form is sent as it is.
   * @param {SubmitEvent} event
   */
  async submit(event) {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.target);
    this.busy = true;
    this.failed = false;
    this.who = await session();
    await this.updateComplete;
    const body = new URLSearchParams(/** @type {any} */ (new FormData(form)));
    const answer = await fetch("/login", { method: "POST", body, headers: { Accept: "application/json" }, credentials: "same-origin" }).catch(() => null);
    this.busy = false;
    if (answer?.status === 204) {
      location.assign(answer.headers.get("Location") ?? "/");
      return;
    }
    const problem = await answer?.json().catch(() => null);
    if (answer?.status === 401 && problem?.type === "/problems/code-needed") {
      this.wantsCode = true;
      await this.updateComplete;
      /** @type {HTMLElement} */ (this.querySelector("#code")).focus();
    } else if (answer?.status === 401) {
      this.failed = true;
    } else {
      form.submit();
    }
  }

  render() {
    document.title = `${t("login.title")} · Copse`;
    return html`<div class="page sole stack">
      <h1>${t("login.title")}</h1>
      ${this.failed ? html`<p class="notice error" role="alert" id="failed">${icon("warning")}<span>${t("login.failed")}</span></p>` : nothing}
      ${this.changed ? html`<p class="notice" role="status">${t("login.changed")}</p>` : nothing}
      ${this.refused ? html`<p class="notice error" role="alert">${icon("warning")}<span>${t("login.refused")}</span></p>` : nothing}
      ${this.left ? html`<p class="notice" role="status">${t("login.left")}</p>` : nothing}
      <form class="card stack" method="post" action="/login" @submit=${this.submit}>
        <input type="hidden" name="_csrf" .value=${this.who?.csrf?.token ?? ""} />
        ${field({ id: "username", label: t("login.username"), autocomplete: "username", plain: true, describedBy: this.failed ? "failed" : "" })}
        ${field({ id: "password", label: t("login.password"), type: "password", autocomplete: "current-password" })}
        ${this.wantsCode
          ? field({ id: "code", label: t("login.code"), autocomplete: "one-time-code", maxlength: 30, dir: "ltr", hint: t("login.codeHint") })
          : nothing}
        <button class="primary" ?disabled=${this.busy}>${t("login.submit")}</button>
      </form>
      ${this.who?.provider ? html`<a class="button" href="/login/oidc/copse">${t("login.provider", { name: this.who.provider })}</a>` : nothing}
      ${this.who?.demo ? html`<p class="notice"><span>${t("login.demo")}</span></p>` : nothing}
      <p class="quiet">${t("login.residents")} <a href="/${language()}">${t("header.resident")}</a></p>
    </div>`;
  }
}

customElements.define("copse-login", CopseLogin);
