// @ts-check
import { html, nothing } from "lit";
import { AskingElement } from "../asking.js";
import "../header.js";
import { field } from "../fields.js";
import { t } from "../i18n.js";
import { errorNotice } from "../notice.js";
import { get, post, put, remove } from "../request.js";
import { session } from "../session.js";

/** @typedef {{id: string, name: string, roles: string[], enabled: boolean, secondFactor: boolean, waiting: boolean}} Account */

const ROLES = ["PLANNER", "ANALYST", "OFFICER", "SUPERVISOR", "AUDITOR", "ADMIN"];

/** Everybody's accounts, for administrators. */
class CopseAccounts extends AskingElement {
  static properties = {
    accounts: { state: true },
    made: { state: true },
    open: { state: true },
    demo: { state: true },
  };

  constructor() {
    super();
    /** @type {Account[] | null} */
    this.accounts = null;
    /** @type {{name: string, password: string} | null} */
    this.made = null;
    /** The id of the account that is being changed. */
    this.open = "";
    this.demo = false;
  }

  async connectedCallback() {
    super.connectedCallback();
    this.demo = (await session()).demo;
    await this.attempt(() => this.load());
  }

  async load() {
    this.accounts = await get("/accounts");
  }

  render() {
    document.title = `${t("accounts.title")} · Copse`;
    return html`<div class="page stack">
      <h1>${t("accounts.title")}</h1>
      <p class="lead">${t("accounts.lead")}</p>
      ${this.demo ? html`<p class="notice"><span>${t("accounts.demo")}</span></p>` : nothing} ${errorNotice(this.error)}
      ${this.made ? this.password(this.made) : nothing} ${this.demo ? nothing : this.form()}
      ${this.accounts?.length ? html`<ul class="entries card">${this.accounts.map((account) => this.entry(account))}</ul>` : nothing}
    </div>`;
  }

  /** @param {{name: string, password: string}} made */
  password(made) {
    return html`<div class="notice" role="status">
      <div>
        <strong>${t("accounts.password", { name: made.name })}</strong>
        <p><code class="token" dir="ltr">${made.password}</code></p>
        <p>${t("accounts.passwordHint")}</p>
      </div>
    </div>`;
  }

  form() {
    return html`<form class="card stack" @submit=${this.make} aria-labelledby="new-heading">
      <h2 id="new-heading">${t("accounts.new")}</h2>
      ${field({ id: "name", label: t("login.username"), minlength: 2, maxlength: 60, autocomplete: "off", plain: true })}
      ${this.roles([])}
      <button class="primary" ?disabled=${this.busy}>${t("accounts.make")}</button>
    </form>`;
  }

  /** @param {string[]} held */
  roles(held) {
    return html`<fieldset>
      <legend>${t("accounts.roles")}</legend>
      ${ROLES.map(
        (role) => html`<label class="choice"><input type="checkbox" name="role" value=${role} ?checked=${held.includes(role)} /> ${t(`role.${role}`)}</label>`,
      )}
    </fieldset>`;
  }

  /** @param {Account} account */
  entry(account) {
    const state = [
      account.enabled ? null : t("accounts.disabled"),
      account.secondFactor ? t("accounts.secondFactor") : null,
      account.waiting ? t("accounts.waiting") : null,
    ].filter(Boolean);
    return html`<li>
      <div>
        <strong><bdi>${account.name}</bdi></strong>
        <p class="quiet">${[account.roles.map((role) => t(`role.${role}`)).join(", "), ...state].join(" · ")}</p>
        ${this.open === account.id ? this.change(account) : nothing}
      </div>
      <button aria-expanded=${this.open === account.id ? "true" : "false"} @click=${() => (this.open = this.open === account.id ? "" : account.id)}
        aria-label=${t("accounts.changeNamed", { name: account.name })}>
        ${t("accounts.change")}
      </button>
    </li>`;
  }

  /** @param {Account} account */
  change(account) {
    return html`<form class="stack" @submit=${(/** @type {SubmitEvent} */ event) => this.save(event, account)}>
      ${this.roles(account.roles)}
      <label class="choice"><input type="checkbox" name="enabled" ?checked=${account.enabled} /> ${t("accounts.enabled")}</label>
      ${field({ id: "reason", label: t("accounts.reason"), maxlength: 500 })}
      <div class="actions">
        <button class="primary" ?disabled=${this.busy}>${t("accounts.save")}</button>
        <button type="button" ?disabled=${this.busy} @click=${() => this.newPassword(account)}>${t("accounts.newPassword")}</button>
        <button type="button" ?disabled=${this.busy} @click=${() => this.act(() => post(`/accounts/${account.id}/sign-out`))}>${t("accounts.signOut")}</button>
        ${account.secondFactor
          ? html`<button type="button" ?disabled=${this.busy} @click=${() => this.act(() => remove(`/accounts/${account.id}/second-factor`))}>
              ${t("accounts.removeFactor")}
            </button>`
          : nothing}
      </div>
    </form>`;
  }

  /** @param {() => Promise<unknown>} work */
  async act(work) {
    await this.attempt(async () => {
      await work();
      this.open = "";
      await this.load();
    });
  }

  /** @param {SubmitEvent} event */
  async make(event) {
    event.preventDefault();
    const target = /** @type {HTMLFormElement} */ (event.target);
    const form = new FormData(target);
    const name = String(form.get("name"));
    await this.attempt(async () => {
      const made = await post("/accounts", { name, roles: form.getAll("role") });
      this.made = { name, password: made.password };
      target.reset();
      await this.load();
    });
  }

  /** @param {SubmitEvent} event @param {Account} account */
  async save(event, account) {
    event.preventDefault();
    const form = new FormData(/** @type {HTMLFormElement} */ (event.target));
    await this.act(() =>
      put(`/accounts/${account.id}`, {
        roles: form.getAll("role"),
        enabled: form.get("enabled") !== null,
        reason: form.get("reason"),
      }),
    );
  }

  /** @param {Account} account */
  async newPassword(account) {
    await this.act(async () => {
      const made = await post(`/accounts/${account.id}/password`);
      this.made = { name: account.name, password: made.password };
    });
  }
}

customElements.define("copse-accounts", CopseAccounts);
