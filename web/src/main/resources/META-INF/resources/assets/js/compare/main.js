// @ts-check
import { html, nothing } from "lit";
import { AskingElement } from "../asking.js";
import "../header.js";
import { language, t } from "../i18n.js";
import { icon } from "../icons.js";
import { errorNotice } from "../notice.js";
import { get, post, postForFile } from "../request.js";
import { session } from "../session.js";
import "./comparison.js";
import "./share-dialog.js";
import { planName } from "./words.js";

const MOST = 5;

/** The page on which plans are chosen and set beside each other. */
class CopseCompare extends AskingElement {
  static properties = {
    choices: { state: true },
    chosen: { state: true },
    comparison: { state: true },
    ground: { state: true },
    busy: { state: true },
  };

  constructor() {
    super();
    /** @type {any[] | null} */
    this.choices = null;
    /** Which choices, by their keys; empty for none yet. @type {string[]} */
    this.chosen = ["", ""];
    /** @type {any} */
    this.comparison = null;
    /** @type {any} */
    this.ground = null;
    this.busy = false;
    /** @type {any} what was compared last */
    this.request = null;
    /** @type {string[]} */
    this.permissions = [];
  }

  async firstUpdated() {
    this.permissions = (await session()).permissions;
    await this.attempt(async () => {
      this.choices = await get("/comparisons/plans");
    });
    const keys = (this.choices ?? []).map(keyOf);
    const asked = new URLSearchParams(location.search).getAll("plan").filter((key) => keys.includes(key)).slice(0, MOST);
    const current = keys.find((_, i) => this.choices?.[i].variant === "in-force") ?? "";
    const proposed = keys.find((_, i) => this.choices?.[i].scenario) ?? "";
    this.chosen = asked.length > 1 ? asked : [current, asked[0] ?? proposed];
    if (asked.length > 1) await this.compare();
  }

  render() {
    document.title = `${t("compare.title")} · Copse`;
    return html`<div class="page wide">
      <h1>${t("compare.title")}</h1>
      <p class="lead">${t("compare.lead")}</p>
      ${errorNotice(this.error)}
      ${this.choices === null ? (this.error ? nothing : html`<p class="quiet">${t("compare.loading")}</p>`) : this.choices.length < 2 ? this.empty() : this.form()}
      <p role="status" class=${this.busy ? "quiet" : "visually-hidden"}>${this.busy ? t("compare.running") : this.said}</p>
      ${this.comparison ? html`<div class="row">
          <button type="button" @click=${this.report}>${icon("report")}${t("compare.report")}</button>
          ${this.permissions.includes("comparison:share") ? html`<button type="button" @click=${this.share}>${icon("upload")}${t("compare.share")}</button>` : nothing}
        </div>
        <copse-comparison .comparison=${this.comparison} .ground=${this.ground}></copse-comparison>` : nothing}
      <copse-share-dialog></copse-share-dialog>
    </div>`;
  }

  empty() {
    return html`<div class="empty"><strong>${t("compare.none")}</strong><p>${t("compare.none.what")}</p><a class="button" href="/planner">${t("header.planner")}</a></div>`;
  }

  form() {
    return html`<form class="card stack" @submit=${this.compare}>
      <ol class="plan-choices">${this.chosen.map((key, i) => html`<li>
        <label for="plan-${i}">${t("compare.plan", { n: i + 1 })}</label>
        <select id="plan-${i}" required @change=${(/** @type {any} */ e) => this.choose(i, e.target.value)}>
          <option value="" ?selected=${key === ""}>${t("compare.choose")}</option>
          ${this.options("compare.groupPublished", (choice) => choice.plan, key)}
          ${this.options("compare.groupProposed", (choice) => choice.scenario, key)}
        </select>
        ${this.chosen.length > 2 ? html`<button type="button" class="plain" aria-label=${t("compare.remove", { n: i + 1 })} @click=${() => this.drop(i)}>${icon("close")}</button>` : nothing}
      </li>`)}</ol>
      <div class="row">
        <button class="primary" ?disabled=${this.busy}>${t("compare.run")}</button>
        ${this.chosen.length < MOST ? html`<button type="button" @click=${() => (this.chosen = [...this.chosen, ""])}>${icon("plus")}${t("compare.add")}</button>` : nothing}
      </div>
    </form>`;
  }

  /** @param {string} label @param {(choice: any) => unknown} which @param {string} key */
  options(label, which, key) {
    const some = (this.choices ?? []).filter(which);
    return some.length === 0 ? nothing : html`<optgroup label=${t(label)}>${some.map((choice) => html`<option value=${keyOf(choice)} ?selected=${keyOf(choice) === key}>${choiceName(choice)}</option>`)}</optgroup>`;
  }

  /** @param {number} i @param {string} key */
  choose(i, key) {
    this.chosen = this.chosen.map((one, at) => (at === i ? key : one));
  }

  /** @param {number} i */
  drop(i) {
    this.chosen = this.chosen.filter((_, at) => at !== i);
  }

  /** @param {Event} [event] */
  async compare(event) {
    event?.preventDefault();
    if (this.busy || this.chosen.includes("")) return;
    this.busy = true;
    const keys = this.chosen;
    const request = { plans: keys.map((key) => requestOf((this.choices ?? []).find((choice) => keyOf(choice) === key))) };
    await this.attempt(async () => {
      const [comparison, ground] = await Promise.all([post("/comparisons", request), post("/comparisons/map", request)]);
      Object.assign(this, { comparison, ground, request }); // the report and the link are of what is seen
      history.replaceState(null, "", `?${keys.map((key) => `plan=${encodeURIComponent(key)}`).join("&")}`);
    }, t("compare.done"));
    this.busy = false;
  }

  async report() {
    await this.attempt(() => postForFile(`/comparisons/report?lang=${language()}`, this.request, "comparison.pdf"));
  }

  share() {
    /** @type {any} */ (this.querySelector("copse-share-dialog")).open(this.request);
  }
}

/** @param {any} choice */
const keyOf = (choice) => choice.plan ?? `${choice.scenario}:${choice.favour}`;

/** @param {any} choice */
const requestOf = (choice) => (choice.plan ? { plan: choice.plan } : { scenario: choice.scenario, favour: choice.favour });

/** @param {any} choice */
const choiceName = (choice) =>
  planName({ name: choice.plan ? t("compare.name.published", { name: choice.name, n: choice.version }) : choice.name, variant: choice.variant });

customElements.define("copse-compare", CopseCompare);
