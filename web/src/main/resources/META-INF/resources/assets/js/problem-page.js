// @ts-check
import { html, nothing } from "lit";
import { CopseElement } from "./element.js";
import "./header.js";
import { knows, language, t } from "./i18n.js";
import { session } from "./session.js";

/** The page in place of one that cannot be shown: why, and where to go from here. The bar above leads to what one may see. */
class CopseProblem extends CopseElement {
  static properties = { slug: {}, who: { state: true } };

  constructor() {
    super();
    this.slug = "";
    /** @type {import("./types.js").Session | null} */
    this.who = null;
  }

  async connectedCallback() {
    super.connectedCallback();
    this.who = await session();
  }

  /** @param {string} known */
  why(known) {
    if (known === "forbidden" && this.who?.signedIn) return t("problemPage.forbiddenHint", { name: this.who.name ?? "" });
    return known === "other" && knows(`problem.${this.slug}`) ? t(`problem.${this.slug}`) : t(`problemPage.${known}Hint`);
  }

  render() {
    const known = knows(`problemPage.${this.slug}`) ? this.slug : "other";
    const title = t(`problemPage.${known}`);
    document.title = `${title} · Copse`;
    return html`<div class="page">
      <h1>${title}</h1>
      <p class="lead">${this.why(known)}</p>
      <div class="row">
        <a class="button primary" href="/${language()}">${t("problemPage.first")}</a>
        ${known === "forbidden" ? html`<a class="button" href="/login">${t("problemPage.otherAccount")}</a>` : nothing}
      </div>
    </div>`;
  }
}

customElements.define("copse-problem", CopseProblem);
