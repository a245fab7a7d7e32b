// @ts-check
import { html, nothing } from "lit";
import { CopseElement } from "./element.js";
import { LANGUAGES, language, speak, t } from "./i18n.js";
import { icon } from "./icons.js";
import { session } from "./session.js";

/** The bar on top of every page: where one is, the language, who is signed in. */
class CopseHeader extends CopseElement {
  static properties = { who: { state: true } };

  constructor() {
    super();
    /** @type {import("./types.js").Session | null} */
    this.who = null;
  }

  async connectedCallback() {
    super.connectedCallback();
    this.who = await session();
  }

  render() {
    return html`<a class="skip" href="#main">${t("header.skip")}</a>
      <header class="bar">
        <a class="brand" href="/"><img src="/assets/img/copse.svg" alt="" width="28" height="28" />Copse</a>
        <nav aria-label=${t("header.pages")}>
          ${this.link("/resident", t("header.resident"))} ${this.link("/planner", t("header.planner"))}
          ${this.may("duty:own") ? this.link("/duty", t("header.duty")) : nothing}
          ${this.may("supervision:read") ? this.link("/team", t("header.team")) : nothing}
          ${this.may("officer:read") ? this.link("/officers", t("header.officers")) : nothing}
          ${this.may("audit:read") ? this.link("/audit", t("header.audit")) : nothing}
          ${this.may("account:administer") ? this.link("/accounts", t("header.accounts")) : nothing}
          ${this.may("permission:read") ? this.link("/permissions", t("header.permissions")) : nothing}
        </nav>
        <div class="end">${this.picker()} ${this.account()}</div>
      </header>`;
  }

  /** Whether whoever is signed in holds a permission. @param {string} permission */
  may(permission) {
    return this.who?.permissions.includes(permission) ?? false;
  }

  /** @param {string} path @param {string} words */
  link(path, words) {
    return html`<a href=${path} aria-current=${location.pathname.startsWith(path) ? "page" : nothing}>${words}</a>`;
  }

  picker() {
    return html`<label class="language">
      ${icon("globe")}<span class="visually-hidden">${t("header.language")}</span>
      <select @change=${(/** @type {Event} */ e) => speak(/** @type {any} */ (e.target).value)}>
        ${Object.entries(LANGUAGES).map(
          ([code, name]) => html`<option value=${code} lang=${code} ?selected=${code === language()}>${name}</option>`,
        )}
      </select>
    </label>`;
  }

  account() {
    if (!this.who) return nothing;
    if (!this.who.signedIn) {
      return location.pathname.startsWith("/login") || location.pathname.startsWith("/setup")
        ? nothing
        : html`<a href="/login">${t("header.signIn")}</a>`;
    }
    return html`<form method="post" action="/logout">
      <input type="hidden" name="_csrf" .value=${this.who.csrf?.token ?? ""} />
      <a class="quiet" href="/account" aria-current=${location.pathname === "/account" ? "page" : nothing}
        aria-label=${t("header.account", { name: this.who.name })}><bdi>${this.who.name}</bdi></a>
      <button class="plain">${t("header.signOut")}</button>
    </form>`;
  }
}

customElements.define("copse-header", CopseHeader);
