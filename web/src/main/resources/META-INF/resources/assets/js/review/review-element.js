// @ts-check
import { html, nothing } from "lit";
import { AskingElement } from "../asking.js";
import { choice } from "../fields.js";
import "../header.js";
import { date, t } from "../i18n.js";
import { isolated } from "../names.js";
import { errorNotice } from "../notice.js";
import { get } from "../request.js";

/** A page about a published plan by the figures of a scenario: both are chosen at its head and kept in its address. */
export class ReviewElement extends AskingElement {
  static properties = { plans: { state: true }, scenarios: { state: true }, plan: { state: true }, by: { state: true }, looking: { state: true } };

  constructor() {
    super();
    /** @type {{id: string, name: string, from: string}[] | null} */
    this.plans = null;
    /** The newest first. @type {{id: string, name: string, createdAt: string}[]} */
    this.scenarios = [];
    /** What the address asks for. */
    this.asked = new URLSearchParams(location.search);
    this.plan = this.asked.get("plan") ?? "";
    this.by = this.asked.get("by") ?? "";
    this.looking = false;
  }

  async firstUpdated() {
    await this.attempt(async () => {
      const [terms, scenarios] = await Promise.all([get("/plans"), get("/scenarios")]);
      this.scenarios = scenarios.sort((/** @type {any} */ a, /** @type {any} */ b) => b.createdAt.localeCompare(a.createdAt));
      this.plans = [...new Map(terms.reverse().map((/** @type {any} */ term) => [term.id, term])).values()].reverse();
      this.plan ||= this.plans[0]?.id ?? "";
      this.by ||= this.scenarios[0]?.id ?? "";
    });
    await this.ask();
  }

  /** Looks anew, and keeps what was chosen. */
  async ask() {
    if (!this.plan || !this.by) return;
    this.asked.set("plan", this.plan);
    this.asked.set("by", this.by);
    history.replaceState(null, "", `?${this.asked}`);
    this.looking = true;
    await this.attempt(() => this.look());
    this.looking = false;
  }

  /** Asks the server about the plan. @returns {Promise<void>} */
  async look() {}

  head() {
    return html`${errorNotice(this.error)}
      <p class="visually-hidden" role="status">${this.said}</p>
      ${this.plans && !this.scenarios.length
        ? html`<div class="empty"><strong>${t("review.noScenario")}</strong><a class="button" href="/planner">${t("header.planner")}</a></div>`
        : html`<div class="row filters tight">
            ${choice("review-plan", t("review.plan"), this.plan, (this.plans ?? []).map((plan) => [plan.id, `${isolated(plan.name)}, ${date(plan.from)}`]), (id) => ((this.plan = id), this.chosen()))}
            ${choice("review-by", t("review.by"), this.by, this.scenarios.map((one) => [one.id, `${isolated(one.name)}, ${date(one.createdAt)}`]), (id) => ((this.by = id), this.chosen()))}
          </div>`}
      ${this.looking ? html`<p class="quiet">${t("compare.running")}</p>` : nothing}`;
  }

  /** Another plan or scenario was chosen. */
  chosen() {
    return this.ask();
  }
}
