// @ts-check
import { html, nothing } from "lit";
import { AskingElement } from "../asking.js";
import { language, number, t } from "../i18n.js";
import { errorNotice } from "../notice.js";
import { post } from "../request.js";

const MOST = 8;

/** Looks for a street, an address or a place, to go there on the map. */
class CopsePlaceSearch extends AskingElement {
  static properties = { ...AskingElement.properties, found: { state: true } };

  constructor() {
    super();
    /** @type {import("../finder/suggestions.js").FoundAddress[] | null} */
    this.found = null;
    this.addresses = 0;
  }

  render() {
    const { found } = this;
    return html`<form class="row place-search" role="search" @submit=${this.ask}>
        <label for="place-sought" class="visually-hidden">${t("search.place")}</label>
        <input id="place-sought" type="search" maxlength="200" placeholder=${t("search.place")} autocomplete="off" required />
        <button class="small" ?disabled=${this.busy}>${t("resident.find")}</button>
      </form>
      ${errorNotice(this.error)}
      <p role="status" class=${found && !found.length ? "small" : "visually-hidden"}>${!found ? "" : found.length ? t("resident.suggested", { n: number(found.length) }) : t(this.addresses ? "resident.noMatch" : "search.noAddresses")}</p>
      ${found?.length ? html`<ul class="plain-list found-places">${found.map((one) => html`<li><button type="button" class="plain small" @click=${() => this.tell("place-chosen", one)}><bdi>${one.label}</bdi></button></li>`)}</ul>` : nothing}`;
  }

  /** @param {SubmitEvent} event */
  ask(event) {
    event.preventDefault();
    const text = /** @type {HTMLInputElement} */ (this.querySelector("input")).value.trim();
    if (!text) return;
    return this.attempt(async () => {
      const { results, addresses } = await post("/addresses/search", { text, limit: MOST, language: language() });
      Object.assign(this, { found: results, addresses });
      if (results.length === 1) this.tell("place-chosen", results[0]);
    });
  }
}

customElements.define("copse-place-search", CopsePlaceSearch);
