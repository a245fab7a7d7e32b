// @ts-check
import { html, nothing } from "lit";
import { CopseDialog } from "../dialog.js";
import { distance, language, number, t } from "../i18n.js";
import { errorNotice } from "../notice.js";
import { get, post } from "../request.js";

/** @typedef {{layer: string, threshold: number, cellMetres: number, groups: string[], categories: {name: string, group: string, never: boolean}[], quarters: {quarter: string, standing: string}[]}} Choices */

/** Publishes recorded incidents of a quarter for residents, once, and withdraws them. */
class CopseResidentsDialog extends CopseDialog {
  static properties = { scenario: { attribute: false }, choices: { state: true }, would: { state: true }, done: { state: true }, busy: { state: true }, error: { state: true } };

  constructor() {
    super();
    /** @type {import("../types.js").Scenario | null} */
    this.scenario = null;
    /** @type {Choices | null} */
    this.choices = null;
    /** @type {any} the table as it would be published */
    this.would = null;
    this.done = "";
    this.busy = false;
    /** @type {unknown} */
    this.error = null;
  }

  heading() {
    return t("recorded.publishTitle");
  }

  get path() {
    return `/scenarios/${this.scenario?.id}/recorded-incidents`;
  }

  async open() {
    Object.assign(this, { choices: null, would: null, done: "", error: null });
    await super.open();
    await this.attempt(async () => {
      this.choices = await get(this.path);
    });
  }

  /** @param {() => Promise<void>} work */
  async attempt(work) {
    Object.assign(this, { busy: true, error: null, done: "" });
    try {
      await work();
    } catch (error) {
      this.error = error;
      this.dialog.scrollTo({ top: 0 });
    } finally {
      this.busy = false;
    }
  }

  body() {
    const { choices } = this;
    return html`<form @submit=${this.submit} @change=${this.forget}>
      <div class="body">
        ${errorNotice(this.error)}
        <p role="status">${this.done ? html`${t("recorded.done", { quarter: this.done })} <a href="/${language()}/recorded/${this.done}">${t("recorded.open")}</a>` : nothing}</p>
        ${choices ? this.form(choices) : nothing}
      </div>
      <footer>
        <button type="button" @click=${this.close}>${t("dialog.close")}</button>
        ${choices && ready(choices).length ? html`<button type="button" ?disabled=${this.busy} @click=${this.look}>${t("recorded.look")}</button>
          <button class="primary" ?disabled=${this.busy || !this.would}>${t("recorded.submit")}</button>` : nothing}
      </footer>
    </form>`;
  }

  /** @param {Choices} choices */
  form(choices) {
    const offered = ready(choices);
    return html`<p>${t("recorded.publishLead", { size: distance(choices.cellMetres), n: number(choices.threshold) })}</p>
      ${offered.length ? html`<div class="field">
          <label for="recorded-quarter">${t("recorded.quarter")}</label>
          <select id="recorded-quarter" name="quarter">${offered.map(({ quarter }) => html`<option>${quarter}</option>`)}</select>
        </div>
        <fieldset>
          <legend>${t("recorded.categories")}</legend>
          <div class="kinds">${choices.categories.map((category, i) => this.category(category, i, choices.groups))}</div>
        </fieldset>` : html`<p class="quiet">${t("recorded.noQuarter")}</p>`}
      <div class="field wide">
        <label for="recorded-reason">${t("recorded.reason")}</label>
        <textarea id="recorded-reason" name="reason" rows="2" maxlength="2000" aria-describedby="recorded-hint"></textarea>
        <p class="hint" id="recorded-hint">${t("recorded.reasonHint")}</p>
      </div>
      <p class="notice" role="status" ?hidden=${!this.would}>${this.would ? this.told() : nothing}</p>
      <ul class="plain-list">${choices.quarters.filter(({ standing }) => standing !== "ready").map(({ quarter, standing }) => html`<li class="row">
        <span>${t(`recorded.standing.${standing}`, { quarter })}</span>
        ${standing === "published" ? html`<button type="button" ?disabled=${this.busy} @click=${() => this.withdraw(quarter)}>${t("recorded.withdraw", { quarter })}</button>` : nothing}</li>`)}</ul>`;
  }

  /** @param {Choices["categories"][number]} category @param {number} i @param {string[]} groups */
  category({ name, group, never }, i, groups) {
    return html`<div class="field">
      <label for="recorded-kind-${i}"><bdi>${name}</bdi></label>
      <select id="recorded-kind-${i}" data-category=${name} ?disabled=${never}>
        <option value="">${t(never ? "recorded.never" : "recorded.leftOut")}</option>
        ${groups.map((key) => html`<option value=${key} ?selected=${key === group}>${t(`recorded.kind.${key}`)}</option>`)}
      </select>
    </div>`;
  }

  told() {
    const cells = this.would.cells;
    const shown = cells.filter((/** @type {any} */ cell) => cell.figures.all.recorded !== null).length;
    return t("recorded.wouldShow", { n: number(this.would.totals.all ?? 0), shown: number(shown), all: number(cells.length) });
  }

  /** What was looked at is no longer what would be published. @param {Event} event */
  forget(event) {
    if (/** @type {HTMLElement} */ (event.target).id !== "recorded-reason") this.would = null;
  }

  /** What the form says. */
  wanted() {
    const form = /** @type {HTMLFormElement} */ (this.querySelector("form"));
    const kinds = /** @type {HTMLSelectElement[]} */ ([...form.querySelectorAll("select[data-category]")]);
    const data = new FormData(form);
    return { quarter: data.get("quarter"), reason: data.get("reason"), groups: Object.fromEntries(kinds.map((kind) => [kind.dataset.category, kind.value])) };
  }

  look() {
    return this.attempt(async () => {
      this.would = await post(`${this.path}/preview`, this.wanted());
    });
  }

  /** @param {SubmitEvent} event */
  submit(event) {
    event.preventDefault();
    if (!this.explained()) return;
    this.attempt(async () => {
      const table = await post(this.path, this.wanted());
      this.would = null;
      this.choices = await get(this.path);
      this.done = table.quarter;
      this.dialog.scrollTo({ top: 0 });
    });
  }

  /** @param {string} quarter */
  withdraw(quarter) {
    if (!this.explained()) return;
    this.attempt(async () => {
      await post(`/recorded-incidents/${quarter}/withdrawal`, { reason: this.wanted().reason });
      this.choices = await get(this.path);
    });
  }

  explained() {
    const field = /** @type {HTMLTextAreaElement} */ (this.querySelector("#recorded-reason"));
    field.setCustomValidity(field.value.trim() ? "" : t("points.reasonMissing"));
    const valid = field.reportValidity();
    field.setCustomValidity("");
    return valid;
  }
}

/** @param {Choices} choices */
const ready = ({ quarters }) => quarters.filter(({ standing }) => standing === "ready");

customElements.define("copse-residents-dialog", CopseResidentsDialog);
