// @ts-check
import { html, nothing } from "lit";
import { CopseElement } from "./element.js";
import { LANGUAGES, language, speak, t } from "./i18n.js";
import { icon } from "./icons.js";
import { session } from "./session.js";

/** Narrower, the pages and the way out are behind one button. */
const NARROW = matchMedia("(max-width: 899px)");

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
    NARROW.addEventListener("change", () => this.requestUpdate());
    this.who = await session();
  }

  render() {
    return html`<a class="skip" href="#main">${t("header.skip")}</a>
      <header class="bar">
        <a class="brand" href="/"><img src="/assets/img/copse.svg" alt="" width="28" height="28" />Copse</a>
        ${NARROW.matches ? html`${this.picker()}${this.menu()}` : html`${this.pages()}<div class="end">${this.picker()} ${this.account()}</div>`}
      </header>`;
  }

  /** The pages and the account behind one button, for narrow windows. */
  menu() {
    return html`<details class="menu" @keydown=${this.leave}>
      <summary class="button">${icon("menu")}<span>${t("header.menu")}</span></summary>
      <div class="card">${this.pages()} ${this.account()}</div>
    </details>`;
  }

  /** @param {KeyboardEvent} event */
  leave(event) {
    const menu = /** @type {HTMLDetailsElement} */ (event.currentTarget);
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary")?.focus();
  }

  pages() {
    return html`<nav aria-label=${t("header.pages")}>
      ${this.link(`/${language()}`, t("header.resident"))} ${this.may("scenario:read") ? this.link("/planner", t("header.planner")) : nothing}
      ${this.may("scenario:read") ? this.link("/compare", t("header.compare")) : nothing}
      ${this.may("adoption:read") ? this.link("/adoption", t("header.adoption")) : nothing}
      ${this.may("duty:own") ? this.link("/duty", t("header.duty")) : nothing}
      ${this.may("walk:record") ? this.link("/walk/", t("header.record")) : nothing}
      ${this.may("walk:read") ? this.link("/walks", t("header.walks")) : nothing}
      ${this.may("finding:follow") ? this.link("/findings", t("header.findings")) : nothing}
      ${this.may("concern:answer") ? this.link("/concerns", t("header.concerns")) : nothing}
      ${this.may("supervision:read") ? this.link("/team", t("header.team")) : nothing}
      ${this.may("officer:read") ? this.link("/officers", t("header.officers")) : nothing}
      ${this.may("event:edit") ? this.link("/events", t("header.events")) : nothing}
      ${this.may("contact:edit") ? this.link("/contact", t("header.contact")) : nothing}
      ${this.may("audit:read") ? this.link("/audit", t("header.audit")) : nothing}
      ${this.may("account:administer") ? this.link("/accounts", t("header.accounts")) : nothing}
      ${this.may("permission:read") ? this.link("/permissions", t("header.permissions")) : nothing}
    </nav>`;
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

  /** A phone that keeps walks is asked first. @param {SubmitEvent} event */
  async signOut(event) {
    const form = /** @type {HTMLFormElement} */ (event.target);
    if (localStorage.getItem("copse.walk.kept") === null) return;
    event.preventDefault();
    const { leave } = await import("./walk/leave.js");
    if (await leave()) form.submit();
  }

  account() {
    if (!this.who) return nothing;
    if (!this.who.signedIn) {
      return location.pathname.startsWith("/login") || location.pathname.startsWith("/setup")
        ? nothing
        : html`<a href="/login">${t("header.signIn")}</a>`;
    }
    return html`<form method="post" action="/logout" @submit=${this.signOut}>
      <input type="hidden" name="_csrf" .value=${this.who.csrf?.token ?? ""} />
      <a class="quiet" href="/account" aria-current=${location.pathname === "/account" ? "page" : nothing}
        aria-label=${t("header.account", { name: this.who.name })}><bdi>${this.who.name}</bdi></a>
      <button class="plain">${t("header.signOut")}</button>
    </form>`;
  }
}

customElements.define("copse-header", CopseHeader);
