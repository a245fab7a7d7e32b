// @ts-check
import { html, nothing } from "lit";
import { CopseElement } from "../element.js";
import { area, date, number, t } from "../i18n.js";
import { errorNotice } from "../notice.js";
import { post } from "../request.js";

/**
 * @typedef {{category: string, byResidents: number, byPolice: number, byUnknown: number, sense: "REPORTED" | "FOUND" | "UNSURE", because: string}} Category
 * @typedef {{inside: number, outside: number, undated: number, outsidePeriod: number, first: string | null, last: string | null, months: number, categories: Category[]}} Incidents
 * @typedef {{squareKilometres: number, widthMetres: number, lon: number, lat: number, included: boolean}} Enclosed
 * @typedef {"ALL" | "REPORTED" | "NONE"} Counted
 */

/** What is proposed for a category: the same as the server's proposal. @param {Category} row @returns {Counted} */
const proposed = (row) => (row.sense === "FOUND" ? "REPORTED" : "ALL");

/** @param {Category} row */
const recorded = (row) => row.byResidents + row.byPolice + row.byUnknown;

/** How many of a category count under a rule. @param {Category} row @param {Counted} rule */
const counts = (row, rule) => (rule === "NONE" ? 0 : row.byResidents + (rule === "ALL" ? row.byUnknown : 0));

/** What a plan would rest on, before it runs: which incidents count, over which days, and which enclosed land stays outside. */
class CopseEvidence extends CopseElement {
  static properties = {
    author: { attribute: false },
    evidence: { state: true },
    rules: { state: true },
    reasons: { state: true },
    chosen: { state: true },
    busy: { state: true },
    error: { state: true },
  };

  constructor() {
    super();
    /** Who decides. */
    this.author = "";
    /** @type {{incidents: Incidents | null, enclosed: Enclosed[]} | null} */
    this.evidence = null;
    /** The planner's own rules by category. @type {Record<string, Counted>} */
    this.rules = {};
    /** @type {Record<string, string>} */
    this.reasons = {};
    /** Positions in enclosed land that belongs to the district. @type {string[]} */
    this.chosen = [];
    /** Stated days, or blank. */
    this.from = "";
    this.to = "";
    this.busy = false;
    /** @type {unknown} */
    this.error = null;
    /** @type {Record<string, string>} */
    this.layers = {};
  }

  /** Looks at other layers; what was chosen for the layers before is kept as far as it still applies. @param {Record<string, string>} layers */
  async look(layers) {
    this.layers = layers;
    this.chosen = [];
    await this.ask();
  }

  async ask() {
    this.busy = true;
    this.error = null;
    const asked = this.layers;
    try {
      const evidence = await post("/evidence", { layers: asked, period: this.period(), includeEnclosed: this.chosen });
      if (asked === this.layers) this.evidence = evidence;
    } catch (error) {
      this.error = error;
    } finally {
      this.busy = false;
    }
  }

  period() {
    return this.from && this.to ? `${this.from}..${this.to}` : null;
  }

  /** What the planner chose, as a scenario takes it. */
  choice() {
    const names = new Set((this.evidence?.incidents?.categories ?? []).map((row) => row.category));
    const categories = Object.entries(this.rules)
      .filter(([category]) => names.has(category))
      .map(([category, counted]) => [category, { counted, reason: this.reasons[category], author: this.author }]);
    return { period: this.period(), includeEnclosed: this.chosen, categories: Object.fromEntries(categories) };
  }

  /** @param {Category} row @param {Counted} rule */
  setRule(row, rule) {
    const { [row.category]: _, ...others } = this.rules;
    this.rules = rule === proposed(row) ? others : { ...others, [row.category]: rule };
  }

  render() {
    const { incidents, enclosed = [] } = this.evidence ?? {};
    if (!incidents && enclosed.length === 0) return this.error ? errorNotice(this.error) : this.busy ? html`<p class="small quiet">${t("evidence.looking")}</p>` : nothing;
    return html`${errorNotice(this.error)} ${incidents ? this.incidents(incidents) : nothing} ${enclosed.length ? this.enclosed(enclosed) : nothing}`;
  }

  /** @param {Incidents} incidents */
  incidents(incidents) {
    const rows = incidents.categories.map((row) => ({ ...row, rule: this.rules[row.category] ?? proposed(row) }));
    const counted = rows.reduce((sum, row) => sum + counts(row, row.rule), 0);
    const out = rows.filter((row) => counts(row, row.rule) < recorded(row)).sort((a, b) => recorded(b) - recorded(a));
    const full = rows.filter((row) => !out.includes(row)).sort((a, b) => recorded(b) - recorded(a));
    return html`<fieldset class="section">
      <legend>${t("evidence.incidents")}</legend>
      <p>${t("evidence.counted", { n: number(counted), of: number(incidents.inside), out: number(incidents.inside - counted) })}</p>
      <div class="fields">
        ${this.day("from", incidents.first)} ${this.day("to", incidents.last)}
      </div>
      <p class="hint">
        ${incidents.first
          ? t("evidence.period", { from: date(incidents.first), to: date(incidents.last), months: number(incidents.months, { maximumFractionDigits: 2 }) })
          : t("evidence.months", { months: number(incidents.months, { maximumFractionDigits: 2 }) })}
        ${incidents.outsidePeriod ? t("evidence.outsidePeriod", { n: number(incidents.outsidePeriod) }) : nothing}
        ${incidents.undated ? t("evidence.undated", { n: number(incidents.undated) }) : nothing}
        ${incidents.outside ? t("evidence.outside", { n: number(incidents.outside) }) : nothing}
      </p>
      <details ?open=${out.length > 0}>
        <summary>${t("evidence.categories", { n: number(rows.length) })}</summary>
        <div class="table-scroll" tabindex="0" role="region" aria-label=${t("evidence.incidents")}>
          <table>
            <thead>
              <tr><th scope="col">${t("evidence.category")}</th><th scope="col" class="num">${t("evidence.recorded")}</th><th scope="col">${t("evidence.counts")}</th></tr>
            </thead>
            <tbody>
              ${[...out, ...full].map((row, i) => this.category(row, i))}
            </tbody>
          </table>
        </div>
      </details>
    </fieldset>`;
  }

  /** @param {"from" | "to"} end @param {string | null} day */
  day(end, day) {
    const id = `s-period-${end}`;
    return html`<div class="field">
      <label for=${id}>${t(`evidence.${end}`)}</label>
      <input id=${id} type="date" .value=${this[end] || (day ?? "")} @change=${(/** @type {Event} */ e) => {
        this.from ||= this.evidence?.incidents?.first ?? "";
        this.to ||= this.evidence?.incidents?.last ?? "";
        this[end] = /** @type {HTMLInputElement} */ (e.target).value;
        this.ask();
      }} />
    </div>`;
  }

  /** @param {Category & {rule: Counted}} row @param {number} i */
  category(row, i) {
    const own = row.category in this.rules;
    return html`<tr>
      <th scope="row"><bdi>${row.category}</bdi>
        ${row.sense === "FOUND" ? html`<br /><span class="small quiet">${t("evidence.found", { words: row.because })}</span>` : nothing}
        ${row.byPolice ? html`<br /><span class="small quiet">${t("evidence.byPolice", { n: number(row.byPolice) })}</span>` : nothing}
      </th>
      <td class="num">${number(recorded(row))}</td>
      <td>
        <select aria-label=${t("evidence.countsOf", { category: row.category })}
          @change=${(/** @type {Event} */ e) => this.setRule(row, /** @type {any} */ (e.target).value)}>
          ${["ALL", "REPORTED", "NONE"].map((rule) => html`<option value=${rule} ?selected=${rule === row.rule}>${t(`evidence.rule.${rule}`)}</option>`)}
        </select>
        ${own
          ? html`<div class="field"><label for="s-reason-${i}">${t("evidence.reason")}</label>
              <input id="s-reason-${i}" required maxlength="200" pattern=".*\\S.*" .value=${this.reasons[row.category] ?? ""}
                @input=${(/** @type {Event} */ e) => (this.reasons = { ...this.reasons, [row.category]: /** @type {HTMLInputElement} */ (e.target).value })} /></div>`
          : nothing}
      </td>
    </tr>`;
  }

  /** @param {Enclosed[]} enclosed */
  enclosed(enclosed) {
    return html`<fieldset class="section">
      <legend>${t("evidence.enclosed")}</legend>
      <p class="small quiet">${t("evidence.enclosedHint")}</p>
      ${enclosed.map((land, i) => {
        const position = `${land.lon},${land.lat}`;
        const at = `${number(land.lat, { maximumFractionDigits: 4 })}, ${number(land.lon, { maximumFractionDigits: 4 })}`;
        return html`<div class="check">
          <input type="checkbox" id="s-enclosed-${i}" .checked=${land.included} @change=${(/** @type {Event} */ e) => {
            const wanted = /** @type {HTMLInputElement} */ (e.target).checked;
            this.chosen = wanted ? [...this.chosen, position] : this.chosen.filter((other) => other !== position);
            this.ask();
          }} />
          <label for="s-enclosed-${i}">${t("evidence.enclosedLand", { area: area(land.squareKilometres), at })}</label>
        </div>`;
      })}
    </fieldset>`;
  }
}

customElements.define("copse-evidence", CopseEvidence);
