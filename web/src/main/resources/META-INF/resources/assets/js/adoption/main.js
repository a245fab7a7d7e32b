// @ts-check
import { html, nothing } from "lit";
import { AskingElement } from "../asking.js";
import "../header.js";
import { number, t } from "../i18n.js";
import { errorNotice } from "../notice.js";
import { get } from "../request.js";
import { session } from "../session.js";
import "./course.js";
import { chip, term } from "./words.js";

/** All plans from draft to superseded; one of them, with the whole of its course, where the address names it. */
class CopseAdoption extends AskingElement {
  static properties = { plans: { state: true }, chosen: { state: true }, permissions: { state: true } };

  constructor() {
    super();
    /** @type {any[] | null} */
    this.plans = null;
    /** @type {any} */
    this.chosen = null;
    /** @type {string[]} */
    this.permissions = [];
    this.addEventListener("people-changed", () => this.load(t("people.saved")));
  }

  get id() {
    return new URLSearchParams(location.search).get("plan");
  }

  async firstUpdated() {
    this.permissions = (await session()).permissions;
    await this.load("");
  }

  /** @param {string} said */
  async load(said) {
    await this.attempt(async () => {
      if (this.id) this.chosen = await get(`/adoptions/${this.id}`);
      else this.plans = await get("/adoptions");
    }, said);
  }

  render() {
    const title = this.chosen?.name ?? t("adoption.title");
    document.title = `${title} · Copse`;
    return html`<div class="page wide">
      ${this.id ? html`<p class="small"><a href="/adoption">${t("adoption.title")}</a></p>` : nothing}
      <h1><bdi>${title}</bdi></h1>
      ${errorNotice(this.error)}
      <p class="visually-hidden" role="status">${this.said}</p>
      ${this.id ? this.one() : this.all()}
    </div>`;
  }

  one() {
    if (!this.chosen) return this.error ? nothing : html`<p class="quiet">${t("people.loading")}</p>`;
    return html`<copse-course .course=${this.chosen} .permissions=${this.permissions}></copse-course>`;
  }

  all() {
    if (!this.plans) return this.error ? nothing : html`<p class="quiet">${t("people.loading")}</p>`;
    return html`<p class="lead">${t("adoption.lead")}</p>
      ${this.plans.length ? this.table() : html`<div class="empty"><strong>${t("adoption.none")}</strong><p>${t("adoption.noneHint")}</p></div>`}
      <p><a href="/plans">${t("adoption.public")}</a></p>`;
  }

  table() {
    return html`<div class="table-scroll cards" tabindex="0" role="region" aria-label=${t("adoption.title")}>
      <table>
        <thead><tr>
          <th scope="col">${t("adoption.plan")}</th><th scope="col">${t("adoption.state")}</th>
          <th scope="col">${t("adoption.times")}</th><th scope="col" class="num">${t("table.beats")}</th>
        </tr></thead>
        <tbody>${this.plans?.map((plan) => html`<tr>
          <th scope="row"><a href="/adoption?plan=${plan.id}"><bdi>${plan.name}</bdi></a></th>
          <td>${chip(plan.state)} ${plan.missing.length && !plan.mayComeIntoForce ? html`<span class="quiet small">${t("adoption.lacks", { n: number(plan.missing.length) })}</span>` : nothing}</td>
          <td>${plan.terms.length ? plan.terms.map((/** @type {any} */ one) => html`<div>${term(one)}</div>`) : "–"}</td>
          <td class="num">${number(plan.beats)}</td>
        </tr>`)}</tbody>
      </table>
    </div>`;
  }
}

customElements.define("copse-adoption", CopseAdoption);
