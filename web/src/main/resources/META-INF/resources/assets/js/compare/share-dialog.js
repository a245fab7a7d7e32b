// @ts-check
/** Makes a link with which anybody reads a comparison, and takes links back. */
import { html, nothing } from "lit";
import { CopseDialog } from "../dialog.js";
import { date, t } from "../i18n.js";
import { errorNotice } from "../notice.js";
import { get, post, remove } from "../request.js";

class CopseShareDialog extends CopseDialog {
  static properties = { links: { state: true }, made: { state: true }, error: { state: true } };

  constructor() {
    super();
    /** @type {any} what is shared */
    this.request = null;
    /** @type {any[]} */
    this.links = [];
    /** @type {any} */
    this.made = null;
    /** @type {unknown} */
    this.error = null;
  }

  /** @param {any} [request] */
  async open(request) {
    this.request = request;
    this.made = null;
    await super.open();
    await this.attempt(async () => {});
  }

  /** @param {() => Promise<void>} work */
  async attempt(work) {
    try {
      this.error = null;
      await work();
      this.links = await get("/comparisons/links");
    } catch (error) {
      this.error = error;
    }
  }

  heading() {
    return t("compare.share");
  }

  body() {
    return html`<form class="body" @submit=${this.make}>
      <p>${t("compare.share.what")}</p>
      ${errorNotice(this.error)}
      <div class="fields">
        <div class="field"><label for="share-name">${t("compare.share.name")}</label><input id="share-name" name="name" required maxlength="200" /></div>
        <div class="field"><label for="share-days">${t("compare.share.days")}</label><input id="share-days" name="days" type="number" min="1" max="366" value="30" required /></div>
      </div>
      <button class="primary">${t("compare.share.make")}</button>
      <div role="status">${this.made
        ? html`<div class="field"><label for="share-link">${t("compare.share.link")}</label>
            <input id="share-link" readonly dir="ltr" .value=${`${location.origin}/compare/shared#${this.made.secret}`} @focus=${(/** @type {any} */ e) => e.target.select()} />
            <p class="hint">${t("compare.share.made", { date: date(this.made.expiresAt) })}</p></div>`
        : nothing}</div>
      ${this.links.length ? html`<h3>${t("compare.share.there")}</h3><ul class="links">${this.links.map((link) => html`<li class="row spread">
        <span>${t("compare.share.until", { name: link.name, date: date(link.expiresAt) })}</span>
        <button type="button" aria-label=${`${t("compare.share.revoke")}: ${link.name}`} @click=${() => this.attempt(() => remove(`/comparisons/links/${link.id}`))}>${t("compare.share.revoke")}</button>
      </li>`)}</ul>` : nothing}
    </form>`;
  }

  /** @param {SubmitEvent} event */
  async make(event) {
    event.preventDefault();
    const form = new FormData(/** @type {HTMLFormElement} */ (event.target));
    await this.attempt(async () => {
      this.made = await post("/comparisons/links", { comparison: this.request, name: form.get("name"), days: Number(form.get("days")) });
    });
  }
}

customElements.define("copse-share-dialog", CopseShareDialog);
