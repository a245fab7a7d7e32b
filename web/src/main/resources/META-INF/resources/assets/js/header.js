// @ts-check
import { html, nothing } from "lit";
import { CopseElement } from "./element.js";
import { LANGUAGES, language, speak, t } from "./i18n.js";
import { icon } from "./icons.js";
import { session } from "./session.js";

/** Narrower, the pages and the way out are behind one button. */
const NARROW = matchMedia("(max-width: 899px)");

/** The pages in their order, and the permission that each needs. */
const PAGES = [
  { path: "/planner", words: "header.planner", needs: "scenario:read" },
  { path: "/compare", words: "header.compare", needs: "scenario:read" },
  { path: "/adoption", words: "header.adoption", needs: "adoption:read" },
  { path: "/duty", words: "header.duty", needs: "duty:own" },
  { path: "/walk/", words: "header.record", needs: "walk:record" },
  { path: "/walks", words: "header.walks", needs: "walk:read" },
  { path: "/findings", words: "header.findings", needs: "finding:follow" },
  { path: "/concerns", words: "header.concerns", needs: "concern:answer" },
  { path: "/problem-cases", words: "header.problems", needs: "problem:read" },
  { path: "/team", words: "header.team", needs: "supervision:read" },
  { path: "/officers", words: "header.officers", needs: "officer:read" },
  { path: "/events", words: "header.events", needs: "event:edit" },
  { path: "/contact", words: "header.contact", needs: "contact:edit" },
  { path: "/audit", words: "header.audit", needs: "audit:read" },
  { path: "/accounts", words: "header.accounts", needs: "account:administer" },
  { path: "/permissions", words: "header.permissions", needs: "permission:read" },
];

/** @param {string} path */
const isHere = (path) => location.pathname.startsWith(path);

/** @param {{ path: string, words: string }} page */
const linkTo = ({ path, words }) => html`<a href=${path} aria-current=${isHere(path) ? "page" : nothing}>${t(words)}</a>`;

/** The bar on top of every page: where one is, the language, who is signed in. */
class CopseHeader extends CopseElement {
  static properties = { who: { state: true }, shown: { state: true } };

  constructor() {
    super();
    /** @type {import("./types.js").Session | null} */
    this.who = null;
    /** How many pages the row has room for. */
    this.shown = Infinity;
    this.words = "";
    this.refit = () => {
      this.shown = Infinity;
      this.requestUpdate();
    };
  }

  async connectedCallback() {
    super.connectedCallback();
    NARROW.addEventListener("change", () => this.requestUpdate());
    addEventListener("resize", this.refit);
    this.who = await session();
  }

  disconnectedCallback() {
    removeEventListener("resize", this.refit);
    super.disconnectedCallback();
  }

  /** @param {Map<PropertyKey, unknown>} changed */
  willUpdate(changed) {
    if (changed.has("who") || this.words !== language()) this.shown = Infinity;
    this.words = language();
  }

  /** One page less in the row, until the rest of the bar stands beside it. */
  updated() {
    const end = this.querySelector(".end")?.getBoundingClientRect();
    const row = this.querySelector(".bar > nav")?.getBoundingClientRect();
    if (end && row && end.top >= row.bottom && this.shown > 1) this.shown = Math.min(this.shown, this.links().length) - 1;
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

  /** The pages in a row; those for which it has no room are behind "More". */
  pages() {
    const links = this.links();
    const row = links.slice(0, this.shown);
    const more = links.slice(this.shown);
    const here = more.some((link) => isHere(link.path));
    return html`<nav aria-label=${t("header.pages")}>
      ${row.map(linkTo)}
      ${more.length ? html`<details class="menu" @keydown=${this.leave}>
        <summary class=${here ? "here" : ""}>${t("header.more")}</summary>
        <div class="card">${more.map(linkTo)}</div>
      </details>` : nothing}
    </nav>`;
  }

  /** Where whoever is signed in may go. */
  links() {
    return [{ path: `/${language()}`, words: "header.resident", needs: "" }, ...PAGES].filter(({ needs }) => !needs || this.may(needs));
  }

  /** Whether whoever is signed in holds a permission. @param {string} permission */
  may(permission) {
    return this.who?.permissions.includes(permission) ?? false;
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
