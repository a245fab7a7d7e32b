// @ts-check
import { html, nothing } from "lit";
import { AskingElement } from "../asking.js";
import "../header.js";
import { LANGUAGES, language, number, t } from "../i18n.js";
import { errorNotice } from "../notice.js";
import { day } from "../people/words.js";
import { get, postForFile } from "../request.js";
import { session } from "../session.js";
import { moment } from "./words.js";

/** More streets than anybody reads at once: the rest is found by its name, or in the file. */
const MOST_STREETS = 200;

/** Whose officer changes with a plan, street by street, for residents; staff write letters from here. */
class CopseChanges extends AskingElement {
  static properties = { list: { state: true }, looked: { state: true }, letters: { state: true }, letterLanguage: { state: true } };

  constructor() {
    super();
    /** @type {any} */
    this.list = null;
    /** What the street's name begins with. */
    this.looked = "";
    this.letters = false;
    this.letterLanguage = /** @type {string} */ (language());
  }

  get id() {
    return new URLSearchParams(location.search).get("plan");
  }

  async firstUpdated() {
    if (!this.id) return;
    this.letters = (await session()).permissions.includes("adoption:read");
    await this.attempt(async () => {
      this.list = await get(`/plans/${this.id}/changes`);
    });
  }

  render() {
    document.title = `${t("changes.title")} · Copse`;
    return html`<div class="page wide">
      <p class="small"><a href="/plans">${t("plans.title")}</a></p>
      <h1>${t("changes.title")}</h1>
      ${errorNotice(this.error)}
      ${!this.id ? html`<div class="empty"><strong>${t("changes.choose")}</strong><p><a href="/plans">${t("plans.title")}</a></p></div>` : this.list ? this.body() : this.error ? nothing : html`<p class="quiet">${t("people.loading")}</p>`}
    </div>`;
  }

  body() {
    const { plan, before, from, changing, addresses, source, asOf, streets } = this.list;
    const values = { plan, before, from: moment(from), n: number(changing), of: number(addresses) };
    if (!source) return html`<div class="empty"><strong>${t("changes.noAddresses")}</strong><p><a href="/${language()}">${t("header.resident")}</a></p></div>`;
    return html`<p class="lead">${t("changes.lead", values)}</p>
      <p class="small quiet">${t("changes.source", { layer: source, date: asOf ? day(asOf) : "–" })} <a href="/api/v1/plans/${this.id}/changes.csv">${t("changes.csv")}</a></p>
      ${streets.length ? html`${this.tools()} ${this.table()}` : html`<p>${t("changes.none")}</p>`}`;
  }

  tools() {
    return html`<div class="row">
      <label for="street">${t("changes.find")}</label>
      <input id="street" type="search" .value=${this.looked} @input=${(/** @type {Event} */ e) => (this.looked = /** @type {HTMLInputElement} */ (e.target).value)} autocomplete="off" />
      ${this.letters
        ? html`<label for="letter-language">${t("changes.letterLanguage")}</label>
            <select id="letter-language" @change=${(/** @type {Event} */ e) => (this.letterLanguage = /** @type {HTMLSelectElement} */ (e.target).value)}>
              ${Object.entries(LANGUAGES).map(([code, name]) => html`<option value=${code} lang=${code} ?selected=${code === this.letterLanguage}>${name}</option>`)}
            </select>`
        : nothing}
    </div>`;
  }

  table() {
    const wanted = this.looked.trim().toLocaleLowerCase();
    const streets = this.list.streets.filter((/** @type {any} */ street) => street.name.toLocaleLowerCase().includes(wanted)).slice(0, MOST_STREETS);
    return html`<div class="table-scroll" tabindex="0" role="region" aria-label=${t("changes.title")}><table>
      <thead><tr><th scope="col">${t("carryOver.street")}</th><th scope="col">${t("letter.numbers")}</th><th scope="col">${t("letter.until")}</th><th scope="col">${t("letter.from")}</th>
        ${this.letters ? html`<th></th>` : nothing}</tr></thead>
      ${streets.map((/** @type {any} */ street) => html`<tbody>${street.changes.map((/** @type {any} */ change, /** @type {number} */ i) => html`<tr>
        ${i === 0 ? html`<th scope="rowgroup" rowspan=${street.changes.length}><bdi>${street.name}</bdi></th>` : nothing}
        <td>${change.numbers.join(t("list.comma"))}</td><td><bdi>${this.side(change.before)}</bdi></td><td><bdi>${this.side(change.after)}</bdi></td>
        ${this.letters && i === 0
          ? html`<td class="actions" rowspan=${street.changes.length}><button type="button" aria-label=${t("changes.letterOf", { street: street.name })} ?disabled=${this.busy} @click=${() => this.letter(street.name)}>${t("changes.letter")}</button></td>`
          : nothing}
      </tr>`)}</tbody>`)}
    </table></div>`;
  }

  /** @param {{beatName: string, sectorName: string, officer: string | null}} side */
  side({ beatName, sectorName, officer }) {
    return officer ? t("letter.officer", { officer, beat: beatName }) : t("letter.team", { sector: sectorName, beat: beatName });
  }

  /** @param {string} street */
  letter(street) {
    return this.attempt(() => postForFile(`/plans/${this.id}/letters`, { street, language: this.letterLanguage }, `letter-${this.letterLanguage}.pdf`));
  }
}

customElements.define("copse-changes", CopseChanges);
