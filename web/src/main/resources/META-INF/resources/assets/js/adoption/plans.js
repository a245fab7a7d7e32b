// @ts-check
import { html, nothing } from "lit";
import { AskingElement } from "../asking.js";
import "../header.js";
import { language, number, t } from "../i18n.js";
import { errorNotice } from "../notice.js";
import { day } from "../people/words.js";
import { get } from "../request.js";
import { session } from "../session.js";
import { term } from "./words.js";

/** All published plans for everybody: when each was, is or will be in force, and why. */
class CopsePlans extends AskingElement {
  static properties = { plans: { state: true }, at: { state: true }, consultations: { state: true } };

  constructor() {
    super();
    /** @type {any[] | null} */
    this.plans = null;
    /** @type {any[]} */
    this.consultations = [];
    /** Whether whoever is signed in may review beats. */
    this.reviews = false;
    /** The day asked about; empty for all. */
    this.at = new URLSearchParams(location.search).get("at") ?? "";
  }

  async firstUpdated() {
    this.reviews = (await session()).permissions.includes("scenario:read");
    await this.load();
  }

  load() {
    return this.attempt(async () => {
      [this.plans, this.consultations] = await Promise.all([
        get(this.at ? `/plans?at=${encodeURIComponent(this.at)}` : "/plans"),
        get("/consultations"),
      ]);
    });
  }

  render() {
    document.title = `${t("plans.title")} · Copse`;
    return html`<div class="page wide">
      <h1>${t("plans.title")}</h1>
      <p class="lead">${t("plans.lead")}</p>
      <form class="row" @submit=${this.ask}>
        <label for="at">${t("plans.at")}</label>
        <input id="at" name="at" type="date" .value=${this.at} />
        <button>${t("plans.show")}</button>
        ${this.at ? html`<button type="button" @click=${() => this.choose("")}>${t("plans.all")}</button>` : nothing}
      </form>
      ${errorNotice(this.error)}
      <p role="status" class=${this.at ? "" : "visually-hidden"}>${this.plans && this.at ? t("plans.found", { n: number(this.plans.length), day: day(this.at) }) : ""}</p>
      ${this.plans ? this.list() : nothing}
      ${this.consultations.length
        ? html`<section class="section"><h2>${t("plans.consultations")}</h2>
            <ul class="stack">${this.consultations.map((one) => html`<li><a href="/consultation/${one.plan}?lang=${language()}"><bdi>${one.name}</bdi></a>
              <span class="quiet">${t(one.open ? "consult.open" : "consult.closed", { date: day(one.closesOn) })}</span></li>`)}</ul></section>`
        : nothing}
    </div>`;
  }

  list() {
    if (!this.plans?.length) return this.at ? nothing : html`<div class="empty"><strong>${t("plans.none")}</strong></div>`;
    return html`<ol class="plain-list stack">${this.plans.map((plan, i) => html`<li class="card stack">
      <h2><bdi>${plan.name}</bdi></h2>
      <p><strong>${term(plan)}</strong> · ${t("plans.size", { beats: number(plan.beats), sectors: number(plan.sectors) })}</p>
      <p class="prose">${plan.kind === "take-back" ? html`${t("plans.cameBack")} ` : nothing}<bdi>${plan.reason}</bdi></p>
      <p class="row small">${this.at || i < (this.plans?.length ?? 0) - 1 ? html`<a href="/changes?plan=${plan.id}">${t("plans.changes")}</a>` : nothing}
        ${this.reviews ? html`<a href="/review?plan=${plan.id}">${t("review.title")}</a> <a href="/pilots?plan=${plan.id}">${t("pilots.title")}</a>` : nothing}</p>
      ${plan.withoutRecord ? html`<p class="notice warn"><span>${t("plans.withoutRecord")} <bdi>${plan.withoutRecord}</bdi></span></p>` : nothing}
    </li>`)}</ol>`;
  }

  /** @param {SubmitEvent} event */
  ask(event) {
    event.preventDefault();
    this.choose(String(new FormData(/** @type {HTMLFormElement} */ (event.target)).get("at") ?? ""));
  }

  /** @param {string} at */
  choose(at) {
    this.at = at;
    history.replaceState(null, "", at ? `?at=${at}` : location.pathname);
    return this.load();
  }
}

customElements.define("copse-plans", CopsePlans);
