// @ts-check
import { html, nothing } from "lit";
import { CopseElement } from "../element.js";
import { number, t } from "../i18n.js";
import { errorNotice } from "../notice.js";
import { get } from "../request.js";
import { languages, needWords, person, sector } from "./words.js";

/** What would be if an officer left the service on a day. */
class CopseConsequences extends CopseElement {
  static properties = { officer: { attribute: false }, on: { attribute: false }, found: { state: true }, error: { state: true } };

  constructor() {
    super();
    this.officer = "";
    this.on = "";
    /** @type {any} */
    this.found = null;
    /** @type {unknown} */
    this.error = null;
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (changed.has("officer") || changed.has("on")) this.ask();
  }

  async ask() {
    const { officer, on } = this;
    this.found = null;
    this.error = null;
    if (!officer || !on) return;
    try {
      const found = await get(`/officers/${officer}/departure?on=${on}`);
      if (officer === this.officer && on === this.on) this.found = found;
    } catch (error) {
      this.error = error;
    }
  }

  render() {
    const { found } = this;
    if (this.error) return errorNotice(this.error);
    if (!found) return nothing;
    return html`<div class="stack" role="status">
      ${found.beats.length
        ? html`<p><strong>${t("departure.beats", { n: number(found.beats.length), residents: number(found.residents) })}</strong></p>
            <ul>${found.beats.map((/** @type {any} */ beat) => html`<li><bdi>${beat.name}</bdi>, ${sector(beat.sectorName)}:
              ${t("departure.residents", { n: number(beat.residents) })}${beat.shared ? ` · ${t("departure.shared")}` : ""}</li>`)}</ul>`
        : html`<p>${t("departure.noBeat")}</p>`}
      ${found.liaisons.length
        ? html`<p>${t("departure.liaisons")}</p><ul>${found.liaisons.map((/** @type {any} */ l) => html`<li><bdi>${needWords(l)}</bdi></li>`)}</ul>`
        : nothing}
      ${found.standsInFor.length
        ? html`<p>${t("departure.standsIn")}</p><ul>${found.standsInFor.map((/** @type {any} */ p) => html`<li>${person(p)}</li>`)}</ul>`
        : nothing}
      ${found.couldStandIn.length ? this.candidates(found.couldStandIn) : nothing}
    </div>`;
  }

  /** @param {any[]} candidates */
  candidates(candidates) {
    return html`<details open>
      <summary>${t("departure.candidates", { n: number(candidates.length) })}</summary>
      <p class="small quiet">${t("departure.noRanking")}</p>
      <div class="table-scroll short" tabindex="0" role="group" aria-label=${t("departure.candidates", { n: number(candidates.length) })}>
        <table>
          <thead><tr><th scope="col">${t("people.officer")}</th><th scope="col">${t("departure.ownBeat")}</th><th scope="col">${t("departure.languages")}</th></tr></thead>
          <tbody>${candidates.map((one) => html`<tr><th scope="row">${person(one.officer)}</th>
            <td>${one.ownBeat ? html`<bdi>${one.ownBeat}</bdi>${one.sameSector ? ` · ${t("departure.sameSector")}` : ""}` : t("departure.free")}</td>
            <td>${languages(one.languages) || "–"}</td></tr>`)}</tbody>
        </table>
      </div>
    </details>`;
  }
}

customElements.define("copse-consequences", CopseConsequences);
