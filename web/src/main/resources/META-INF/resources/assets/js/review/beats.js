// @ts-check
import { html, nothing } from "lit";
import { deviation, language, number, percent, t } from "../i18n.js";
import { icon } from "../icons.js";
import { beatName, isolated, sectorName } from "../names.js";
import { get } from "../request.js";
import { ReviewElement } from "./review-element.js";

/**
 * @typedef {{residents: number, incidentsPerMonth: number | null, hours: number, deviation: number, protectedTime: number | null}} Figures
 * @typedef {{id: string, name: string, sector: string, squareKilometres: number, now: Figures, planned: Figures | null, findings: string[]}} Reviewed
 * @typedef {{scenario: string, name: string, tolerance: number, protectedShare: number, months: number, residents: number, incidentsPerMonth: number | null, hours: number}} Evidence
 * @typedef {{plan: string, name: string, now: Evidence, planned: Evidence | null, beats: Reviewed[]}} Review
 */

/** Whether each beat of a published plan is still of the right size, by newer figures. */
class CopseReview extends ReviewElement {
  static properties = { ...ReviewElement.properties, review: { state: true }, all: { state: true } };

  constructor() {
    super();
    /** @type {Review | null} */
    this.review = null;
    /** Whether beats are listed that are as they should be. */
    this.all = true;
  }

  async look() {
    this.review = null;
    this.review = await get(`/plans/${this.plan}/beat-review?by=${this.by}`);
    this.said = this.verdict(this.review);
  }

  render() {
    document.title = `${t("review.title")} · Copse`;
    return html`<div class="page wide">
      <h1>${t("review.title")}</h1>
      <p class="lead">${t("review.lead")}</p>
      ${this.head()}
      ${this.review ? this.result(this.review) : nothing}
    </div>`;
  }

  /** One sentence. @param {Review | null} review */
  verdict(review) {
    if (!review) return "";
    const count = (/** @type {string} */ finding) => review.beats.filter((beat) => beat.findings.includes(finding)).length;
    const open = review.beats.filter((beat) => beat.findings.length).length;
    if (!open) return t("review.verdict.none", { n: number(review.beats.length) });
    const calls = count("protected-time-eaten");
    const words = t("review.verdict", { n: number(open), all: number(review.beats.length), much: number(count("too-much-work")), little: number(count("too-little-work")) });
    return calls ? `${words} ${t("review.verdict.calls", { n: number(calls) })}` : words;
  }

  /** @param {Review} review */
  result(review) {
    const { now, planned } = review;
    const beats = [...review.beats].sort((a, b) => b.findings.length - a.findings.length || Math.abs(b.now.deviation) - Math.abs(a.now.deviation));
    const shown = this.all ? beats : beats.filter((beat) => beat.findings.length);
    return html`<p class="verdict"><strong>${this.verdict(review)}</strong></p>
      <p class="quiet prose">${planned ? t("review.sources", { now: isolated(now.name), planned: isolated(planned.name) }) : t("review.sourcesAlone", { now: isolated(now.name) })}
        ${t("review.bounds", { tolerance: percent(now.tolerance), share: percent(now.protectedShare) })}
        ${now.incidentsPerMonth === null ? t("review.noIncidents") : t("review.months", { months: number(now.months, { maximumFractionDigits: 1 }) })}</p>
      <div class="row spread">
        <div class="check"><input id="review-all" type="checkbox" ?checked=${!this.all} @change=${(/** @type {any} */ e) => (this.all = !e.target.checked)} /><label for="review-all">${t("review.only")}</label></div>
        <a class="button" href="/api/v1/plans/${review.plan}/beat-review/file?by=${now.scenario}&lang=${language()}">${icon("report")}${t("review.file")}</a>
      </div>
      ${shown.length ? this.table(review, shown) : nothing}`;
  }

  /** @param {Review} review @param {Reviewed[]} beats */
  table({ now, planned }, beats) {
    return html`<div class="table-scroll" tabindex="0" role="group" aria-label=${t("review.title")}><table>
      <thead><tr><th scope="col">${t("review.beat")}</th><th scope="col">${t("review.finding")}</th>
        ${["squareKilometres", "residents", "incidents", "hours", "deviation", "protected"].map((key) => html`<th scope="col" class="num">${t(`review.${key}`)}</th>`)}</tr></thead>
      <tbody>${beats.map((beat) => html`<tr>
        <th scope="row"><bdi>${beatName(beat)}</bdi> <span class="quiet small">${t("people.sectorOf", { sector: sectorName(beat) })}</span></th>
        <td>${beat.findings.length ? beat.findings.map((finding) => html`<div>${t(`review.finding.${finding}`)}</div>`) : html`<span class="quiet">${t("review.fine")}</span>`}</td>
        <td class="num">${number(beat.squareKilometres, { minimumFractionDigits: 2, maximumFractionDigits: 2 })}</td>
        ${cell(beat.now.residents, beat.planned?.residents)}
        ${cell(beat.now.incidentsPerMonth, beat.planned?.incidentsPerMonth, 1)}
        ${cell(beat.now.hours, beat.planned?.hours)}
        <td class="num">${deviation(beat.now.deviation)}${beat.planned ? before(deviation(beat.planned.deviation)) : nothing}</td>
        <td class="num">${beat.now.protectedTime === null ? "–" : percent(beat.now.protectedTime)}${typeof beat.planned?.protectedTime === "number" ? before(percent(beat.planned.protectedTime)) : nothing}</td>
      </tr>`)}</tbody>
      <tfoot><tr><th scope="row">${t("review.district")}</th><td></td>
        <td class="num">${number(beats.length ? this.kilometres : 0, { maximumFractionDigits: 1 })}</td>
        ${cell(now.residents, planned?.residents)} ${cell(now.incidentsPerMonth, planned?.incidentsPerMonth, 1)} ${cell(now.hours, planned?.hours)}<td></td><td></td></tr></tfoot>
    </table></div>`;
  }

  get kilometres() {
    return (this.review?.beats ?? []).reduce((sum, beat) => sum + beat.squareKilometres, 0);
  }
}

/** @param {string} words */
const before = (words) => html`<div class="quiet small">${t("review.before", { figure: words })}</div>`;

/** A figure, and what it was. @param {number | null} now @param {number | null | undefined} planned @param {number} [digits] */
function cell(now, planned, digits = 0) {
  const words = (/** @type {number} */ value) => number(value, { maximumFractionDigits: digits });
  return html`<td class="num">${now === null ? "–" : words(now)}${typeof planned === "number" ? before(words(planned)) : nothing}</td>`;
}

customElements.define("copse-review", CopseReview);
