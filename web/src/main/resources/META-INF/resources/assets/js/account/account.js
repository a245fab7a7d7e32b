// @ts-check
import { html, nothing, svg } from "lit";
import { AskingElement } from "../asking.js";
import "../header.js";
import { field, SHORTEST_PASSWORD } from "../fields.js";
import { t } from "../i18n.js";
import { errorNotice } from "../notice.js";
import { get, post } from "../request.js";
import { session } from "../session.js";
import "./tokens.js";

/**
 * @typedef {{name: string, roles: string[], duties: string[], local: boolean, demo: boolean, secondFactor: boolean,
 *   secondFactorNeeded: boolean, recoveryCodes: number}} OwnAccount
 * @typedef {{secret: string, uri: string, qr: {size: number, path: string}}} Enrolment
 */

/** One's own account: password, second factor, tokens, and the way out of every session. */
class CopseAccount extends AskingElement {
  static properties = {
    account: { state: true },
    enrolment: { state: true },
    recovery: { state: true },
  };

  constructor() {
    super();
    /** @type {OwnAccount | null} */
    this.account = null;
    /** @type {Enrolment | null} */
    this.enrolment = null;
    /** @type {string[] | null} */
    this.recovery = null;
  }

  async connectedCallback() {
    super.connectedCallback();
    await session();
    await this.attempt(async () => {
      this.account = await get("/account");
    });
  }

  render() {
    document.title = `${t("account.title")} · Copse`;
    return html`<div class="page stack">
      <h1>${t("account.title")}</h1>
      ${errorNotice(this.error)} ${this.recovery ? this.codes(this.recovery) : this.account ? this.whole(this.account) : nothing}
    </div>`;
  }

  /** @param {OwnAccount} account */
  whole(account) {
    return html`<p class="lead"><bdi>${account.name}</bdi> · ${account.roles.map((role) => t(`role.${role}`)).join(" · ")}</p>
      ${account.demo ? html`<p class="notice"><span>${t("account.demo")}</span></p>` : nothing}
      ${account.duties.map((duty) => html`<p class="notice warn" role="status"><span>${t(`account.duty.${duty}`)}</span></p>`)}
      ${account.local && !account.demo ? html`${this.password()} ${this.factor(account)}` : nothing}
      ${account.duties.length === 0 && !account.demo ? html`<copse-tokens></copse-tokens>` : nothing}
      ${account.demo ? nothing : this.sessions()}`;
  }

  password() {
    return html`<section class="card stack" aria-labelledby="password-heading">
      <h2 id="password-heading">${t("account.password.title")}</h2>
      <form class="stack" @submit=${this.changePassword}>
        ${field({ id: "present", label: t("account.password.present"), type: "password", autocomplete: "current-password" })}
        ${field({ id: "next", label: t("account.password.next"), type: "password", autocomplete: "new-password", minlength: SHORTEST_PASSWORD,
          hint: `${t("setup.passwordHint", { n: SHORTEST_PASSWORD })} ${t("account.endsSessions")}` })}
        <button class="primary" ?disabled=${this.busy}>${t("account.password.change")}</button>
      </form>
    </section>`;
  }

  /** @param {OwnAccount} account */
  factor(account) {
    return html`<section class="card stack" aria-labelledby="factor-heading">
      <h2 id="factor-heading">${t("account.factor.title")}</h2>
      <p>
        ${account.secondFactor
          ? html`${t("account.factor.on")} ${t("account.factor.left", { n: account.recoveryCodes })}`
          : t(account.secondFactorNeeded ? "account.factor.needed" : "account.factor.off")}
      </p>
      ${this.enrolment ? this.confirmation(this.enrolment) : this.factorForm(account)}
    </section>`;
  }

  /** @param {OwnAccount} account */
  factorForm(account) {
    return html`<form class="stack" @submit=${this.changeFactor}>
      ${field({ id: "factor-password", name: "password", label: t("login.password"), type: "password", autocomplete: "current-password" })}
      <div class="actions">
        <button class="primary" value="add" ?disabled=${this.busy}>${t(account.secondFactor ? "account.factor.replace" : "account.factor.add")}</button>
        ${account.secondFactor && !account.secondFactorNeeded
          ? html`<button value="remove" ?disabled=${this.busy}>${t("account.factor.remove")}</button>`
          : nothing}
      </div>
    </form>`;
  }

  /** @param {Enrolment} enrolment */
  confirmation(enrolment) {
    const margin = 2;
    const side = enrolment.qr.size + 2 * margin;
    return html`<p>${t("account.factor.scan")}</p>
      <svg class="qr" viewBox="0 0 ${side} ${side}" role="img" aria-label=${t("account.factor.qr")} shape-rendering="crispEdges">
        ${svg`<rect width=${side} height=${side} fill="#fff" /><path transform="translate(${margin} ${margin})" d=${enrolment.qr.path} fill="#000" />`}
      </svg>
      <p>${t("account.factor.type")} <code dir="ltr">${enrolment.secret.match(/.{1,4}/g)?.join(" ")}</code></p>
      <form class="stack" @submit=${this.confirm}>
        ${field({ id: "code", label: t("login.code"), inputmode: "numeric", autocomplete: "one-time-code", maxlength: 9, dir: "ltr" })}
        <button class="primary" ?disabled=${this.busy}>${t("account.factor.confirm")}</button>
      </form>`;
  }

  /** @param {string[]} codes */
  codes(codes) {
    return html`<section class="card stack" aria-labelledby="recovery-heading">
      <h2 id="recovery-heading" tabindex="-1">${t("account.recovery.title")}</h2>
      <p>${t("account.recovery.lead")}</p>
      <ul class="codes" dir="ltr">
        ${codes.map((code) => html`<li><code>${code}</code></li>`)}
      </ul>
      <a class="button primary" href="/login">${t("account.recovery.kept")}</a>
    </section>`;
  }

  sessions() {
    return html`<section class="card stack" aria-labelledby="sessions-heading">
      <h2 id="sessions-heading">${t("account.sessions.title")}</h2>
      <p>${t("account.sessions.lead")}</p>
      <button ?disabled=${this.busy} @click=${this.signOutEverywhere}>${t("account.sessions.end")}</button>
    </section>`;
  }

  /** @param {SubmitEvent} event */
  async changePassword(event) {
    event.preventDefault();
    const form = new FormData(/** @type {HTMLFormElement} */ (event.target));
    await this.attempt(async () => {
      await post("/account/password", { present: form.get("present"), next: form.get("next") });
      location.assign("/login?changed");
    });
  }

  /** @param {SubmitEvent} event */
  async changeFactor(event) {
    event.preventDefault();
    const form = new FormData(/** @type {HTMLFormElement} */ (event.target));
    const removes = /** @type {HTMLButtonElement | null} */ (event.submitter)?.value === "remove";
    await this.attempt(async () => {
      if (removes) {
        await post("/account/second-factor/removal", { password: form.get("password") });
        this.account = await get("/account");
      } else {
        this.enrolment = await post("/account/second-factor", { password: form.get("password") });
        await this.updateComplete;
        /** @type {HTMLElement | null} */ (this.querySelector("#code"))?.focus();
      }
    });
  }

  /** @param {SubmitEvent} event */
  async confirm(event) {
    event.preventDefault();
    const form = new FormData(/** @type {HTMLFormElement} */ (event.target));
    await this.attempt(async () => {
      const made = await post("/account/second-factor/confirmation", { code: form.get("code") });
      this.recovery = made.codes;
      await this.updateComplete;
      /** @type {HTMLElement | null} */ (this.querySelector("#recovery-heading"))?.focus();
    });
  }

  async signOutEverywhere() {
    await this.attempt(async () => {
      await post("/account/sign-out-everywhere");
      location.assign("/login?logout");
    });
  }
}

customElements.define("copse-account", CopseAccount);
