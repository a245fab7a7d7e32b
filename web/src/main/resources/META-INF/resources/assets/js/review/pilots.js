// @ts-check
import { html, nothing } from "lit";
import { choice } from "../fields.js";
import { number, t } from "../i18n.js";
import { isolated } from "../names.js";
import { get } from "../request.js";
import { ReviewElement } from "./review-element.js";

/**
 * @typedef {{id: string, name: string, role: "pilot" | "control" | "neighbour" | "other", values: number[]}} Site
 * @typedef {{measure: string, pilots: number, others: number, controls: number | null, before: number, after: number | null}} Balance
 * @typedef {{measures: {key: string, spread: number}[], sites: Site[], pairs: {pilot: string, control: string, distance: number}[], balance: Balance[]}} Report
 */

/** Standardised differences of groups: up to here alike, up to there fair (Stuart 2010). */
const ALIKE = 0.1;
const FAIR = 0.25;

/** Which beats or sectors are so like the pilots that what a pilot did can be told from what happened everywhere. */
class CopsePilots extends ReviewElement {
  static properties = { ...ReviewElement.properties, report: { state: true } };

  constructor() {
    super();
    /** @type {Report | null} */
    this.report = null;
    this.level = this.asked.get("level") ?? "sectors";
    this.controls = this.asked.get("controls") ?? "1";
    this.neighbours = this.asked.get("neighbours") === "true";
    this.pilots = new Set(this.asked.getAll("pilot"));
    /** None for all. */
    this.measures = new Set(this.asked.getAll("measure"));
    /** What there is to compare in. @type {string[]} */
    this.known = [];
  }

  async look() {
    const settings = new URLSearchParams({ by: this.by, level: this.level, controls: this.controls, neighbours: String(this.neighbours) });
    for (const pilot of this.pilots) settings.append("pilot", pilot);
    for (const measure of this.measures) settings.append("measure", measure);
    this.asked = new URLSearchParams([["plan", this.plan], ...settings]);
    history.replaceState(null, "", `?${this.asked}`);
    this.report = await get(`/plans/${this.plan}/pilot-sites?${settings}`);
    if (!this.measures.size) this.known = this.report?.measures.map(({ key }) => key) ?? [];
    if (this.report?.pairs.length) this.said = this.verdict(this.report);
  }

  /** Ids and measures may be others. */
  chosen() {
    this.report = null;
    this.pilots.clear();
    this.measures.clear();
    return this.ask();
  }

  render() {
    document.title = `${t("pilots.title")} · Copse`;
    return html`<div class="page wide">
      <h1>${t("pilots.title")}</h1>
      <p class="lead">${t("pilots.lead")}</p>
      ${this.head()}
      ${this.plan && this.by ? this.settings() : nothing}
      ${this.report ? html`${this.result(this.report)} ${this.sites(this.report)}` : nothing}
    </div>`;
  }

  settings() {
    return html`<div class="row filters tight">
        ${choice("pilots-level", t("pilots.level"), this.level, [["sectors", t("table.sectors")], ["beats", t("table.beats")]], (value) => ((this.level = value), this.chosen()))}
        ${choice("pilots-controls", t("pilots.controls"), this.controls, ["1", "2", "3", "4", "5"].map((n) => [n, number(+n)]), (value) => ((this.controls = value), this.ask()))}
        <div class="check"><input id="pilots-neighbours" type="checkbox" .checked=${this.neighbours} @change=${(/** @type {any} */ e) => ((this.neighbours = e.target.checked), this.ask())} /><label for="pilots-neighbours">${t("pilots.neighbours")}</label></div>
      </div>
      <fieldset class="row"><legend>${t("pilots.measures")}</legend>
        ${this.known.map((key) => html`<div class="check"><input id="measure-${key}" type="checkbox" .checked=${!this.measures.size || this.measures.has(key)} @change=${(/** @type {any} */ e) => this.measure(key, e.target)} /><label for="measure-${key}">${t(`pilots.measure.${key}`)}</label></div>`)}
      </fieldset>`;
  }

  /** At least one stays. @param {string} key @param {HTMLInputElement} box */
  measure(key, box) {
    const chosen = new Set(this.measures.size ? this.measures : this.known);
    if (box.checked) chosen.add(key);
    else chosen.delete(key);
    if (!chosen.size) {
      box.checked = true;
      return;
    }
    this.measures = chosen.size === this.known.length ? new Set() : chosen;
    this.ask();
  }

  /** @param {Report} report */
  verdict({ sites, balance, pairs }) {
    if (!pairs.length) return t("pilots.noControls");
    const apart = balance.filter(({ after }) => after !== null && Math.abs(after) > FAIR).map(({ measure }) => t(`pilots.measure.${measure}`));
    const values = { pilots: this.names(sites, "pilot"), controls: this.names(sites, "control") };
    return `${t("pilots.verdict", values)} ${apart.length ? t("pilots.apart", { measures: apart.join(t("list.comma")) }) : t("pilots.balanced")}`;
  }

  /** @param {Site[]} sites @param {string} role */
  names(sites, role) {
    return sites.filter((site) => site.role === role).map((site) => isolated(site.name)).join(t("list.comma"));
  }

  /** @param {Report} report */
  result(report) {
    if (!this.pilots.size) return html`<p class="prose"><strong>${t("pilots.choose")}</strong></p>`;
    const name = (/** @type {string} */ id) => report.sites.find((site) => site.id === id)?.name ?? id;
    return html`<p class="verdict"><strong>${this.verdict(report)}</strong></p>
      ${report.pairs.length ? html`${table(t("pilots.pairs"), [[t("pilots.pilot")], [t("pilots.control")], [t("pilots.distance"), "num"]],
        report.pairs.map((pair) => [html`<bdi>${name(pair.pilot)}</bdi>`, html`<bdi>${name(pair.control)}</bdi>`, number(pair.distance, { minimumFractionDigits: 2, maximumFractionDigits: 2 })]))}
        ${table(t("pilots.balance"), [[t("compare.measure")], [t("pilots.pilots"), "num"], [t("pilots.controlsMean"), "num"], [t("pilots.others"), "num"], [t("pilots.before"), "num"], [t("pilots.after"), "num"]],
          report.balance.map((row) => [t(`pilots.measure.${row.measure}`), figure(row.measure, row.pilots), figure(row.measure, row.controls), figure(row.measure, row.others), difference(row.before), html`${difference(row.after)} ${word(row.after)}`]))}
        <p class="quiet small prose">${t("pilots.how")}</p>` : nothing}`;
  }

  /** @param {Report} report */
  sites(report) {
    return html`<section class="section"><h2>${t("pilots.sites")}</h2>
      <div class="table-scroll" tabindex="0" role="group" aria-label=${t("pilots.sites")}><table>
        <thead><tr><th scope="col">${t(this.level === "beats" ? "table.beat" : "table.sector")}</th><th scope="col">${t("pilots.role")}</th>
          ${report.measures.map(({ key }) => html`<th scope="col" class="num">${t(`pilots.measure.${key}`)}</th>`)}</tr></thead>
        <tbody>${report.sites.map((site) => html`<tr>
          <th scope="row"><div class="check"><input id="pilot-${site.id}" type="checkbox" .checked=${this.pilots.has(site.id)} ?disabled=${this.looking} @change=${(/** @type {any} */ e) => this.pilot(site.id, e.target.checked)} /><label for="pilot-${site.id}"><span class="visually-hidden">${t("pilots.pilot")}: </span><bdi>${site.name}</bdi></label></div></th>
          <td>${site.role === "other" ? nothing : html`<span class=${site.role === "neighbour" ? "quiet" : ""}>${t(`pilots.role.${site.role}`)}</span>`}</td>
          ${site.values.map((value, m) => html`<td class="num">${figure(report.measures[m].key, value)}</td>`)}
        </tr>`)}</tbody>
      </table></div></section>`;
  }

  /** @param {string} id @param {boolean} on */
  pilot(id, on) {
    if (on) this.pilots.add(id);
    else this.pilots.delete(id);
    this.ask();
  }
}

/** @param {string} caption @param {string[][]} columns words and class @param {unknown[][]} rows */
const table = (caption, columns, rows) => html`<section class="section"><h2>${caption}</h2><div class="table-scroll" tabindex="0" role="group" aria-label=${caption}><table>
  <thead><tr>${columns.map(([words, kind]) => html`<th scope="col" class=${kind ?? ""}>${words}</th>`)}</tr></thead>
  <tbody>${rows.map((row) => html`<tr>${row.map((cell, i) => (i === 0 ? html`<th scope="row">${cell}</th>` : html`<td class=${columns[i][1] ?? ""}>${cell}</td>`))}</tr>`)}</tbody>
</table></div></section>`;

/** @param {string} measure @param {number | null} value */
function figure(measure, value) {
  if (value === null) return "–";
  if (measure === "reactive-share") return number(value, { style: "percent", maximumFractionDigits: 1 });
  return number(value, { maximumFractionDigits: Math.abs(value) < 100 ? 1 : 0 });
}

/** @param {number | null} value in standard deviations */
const difference = (value) => (value === null ? "–" : number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2, signDisplay: "exceptZero" }));

/** @param {number | null} value */
function word(value) {
  if (value === null) return nothing;
  const far = Math.abs(value);
  return html`<span class=${far > FAIR ? "warn-text" : "quiet"}>${t(far <= ALIKE ? "pilots.alike" : far <= FAIR ? "pilots.fair" : "pilots.unlike")}</span>`;
}

customElements.define("copse-pilots", CopsePilots);
