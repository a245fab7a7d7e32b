// @ts-check
/** What a walk found, category by category, and how safe residents felt. */
import { html, nothing } from "lit";
import { UNSETTLED } from "../findings/words.js";
import { number, t } from "../i18n.js";
import { category, dots } from "../walk/words.js";

/** @typedef {{finding: any, standing: any}} Found standing is missing for what is good */

/** Counts by category, those with most problems first. @param {Found[]} found */
export function byCategory(found) {
  /** @type {Map<string, {category: string, problems: number, good: number, worst: number, settled: number}>} */
  const rows = new Map();
  for (const { finding, standing } of found) {
    const row = rows.get(finding.category) ?? { category: finding.category, problems: 0, good: 0, worst: 0, settled: 0 };
    rows.set(finding.category, row);
    if (finding.kind === "asset") row.good++;
    else {
      row.problems++;
      row.worst = Math.max(row.worst, finding.severity);
      row.settled += standing && !UNSETTLED.includes(standing.state) ? 1 : 0;
    }
  }
  return [...rows.values()].sort((a, b) => b.problems - a.problems || b.worst - a.worst);
}

/** @param {Found[]} found */
export const summary = (found) => html`<section class="section" aria-labelledby="summary-title">
  <h2 id="summary-title">${t("walks.summary")}</h2>
  <div class="table-scroll" tabindex="0" role="group" aria-label=${t("walks.summary")}>
    <table class="cards">
      <thead><tr><th scope="col">${t("finding.column.category")}</th><th scope="col" class="num">${t("walks.problems")}</th><th scope="col" class="num">${t("walks.settled")}</th>
        <th scope="col">${t("walks.worst")}</th><th scope="col" class="num">${t("walks.good")}</th></tr></thead>
      <tbody>${byCategory(found).map((row) => html`<tr>
        <th scope="row">${category(row.category)}</th>
        <td data-head=${t("walks.problems")} class="num">${number(row.problems)}</td>
        <td data-head=${t("walks.settled")} class="num">${number(row.settled)}</td>
        <td data-head=${t("walks.worst")}>${row.problems ? dots(row.worst) : "–"}</td>
        <td data-head=${t("walks.good")} class="num">${number(row.good)}</td>
      </tr>`)}</tbody>
    </table>
  </div>
</section>`;

/** The mean of what residents said where they were asked. @param {Found[]} found */
export function felt(found) {
  const ratings = found.flatMap(({ finding }) => (finding.rating ? [finding.rating] : []));
  if (!ratings.length) return nothing;
  const mean = ratings.reduce((sum, one) => sum + one, 0) / ratings.length;
  return html`<div><dt>${t("walks.felt")}</dt><dd>${t("walks.feltMean", { mean: number(mean, { maximumFractionDigits: 1 }), n: number(ratings.length) })}</dd></div>`;
}
