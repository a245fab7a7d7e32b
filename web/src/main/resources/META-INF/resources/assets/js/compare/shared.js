// @ts-check
import { html, nothing } from "lit";
import { CopseElement } from "../element.js";
import "../header.js";
import { date, t } from "../i18n.js";
import { errorNotice } from "../notice.js";
import { NotFound, post } from "../request.js";
import "./comparison.js";

/** A comparison as whoever was sent its link reads it. What the link ends with stays in the browser's address and in no log. */
class CopseSharedComparison extends CopseElement {
  static properties = { shared: { state: true }, error: { state: true } };

  constructor() {
    super();
    /** @type {any} */
    this.shared = null;
    /** @type {unknown} */
    this.error = null;
  }

  connectedCallback() {
    super.connectedCallback();
    window.addEventListener("hashchange", () => this.load());
    this.load();
  }

  async load() {
    try {
      this.error = null;
      this.shared = await post("/shared-comparisons", { secret: location.hash.slice(1) });
    } catch (error) {
      this.error = error;
    }
  }

  render() {
    const name = this.shared?.name ?? t("compare.title");
    document.title = `${name} · Copse`;
    return html`<div class="page wide">
      <h1><bdi>${name}</bdi></h1>
      ${this.error instanceof NotFound ? html`<p class="notice warn" role="alert">${t("compare.shared.missing")}</p>` : errorNotice(this.error)}
      ${this.shared
        ? html`<p class="quiet">${t("compare.shared.until", { made: date(this.shared.createdAt), until: date(this.shared.expiresAt) })}</p>
            <copse-comparison .comparison=${this.shared.comparison} .ground=${this.shared.map}></copse-comparison>`
        : this.error ? nothing : html`<p class="quiet">${t("compare.loading")}</p>`}
    </div>`;
  }
}

customElements.define("copse-shared-comparison", CopseSharedComparison);
