// @ts-check
/** Who gets what: each plan beside its twin without the mix. */
import { html, nothing } from "lit";
import { number, percent, t } from "../i18n.js";
import { groupName, planName } from "./words.js";

const one = (/** @type {number} */ value) => number(value, { maximumFractionDigits: 1 });
const two = (/** @type {number} */ value) => number(value, { maximumFractionDigits: 2, minimumFractionDigits: 2 });

/** @param {import("./words.js").Document} comparison */
export function fairnessPanel({ plans, fairness, withheld }) {
  const columns = fairness.plans;
  return html`<p>${t("compare.fairness.lead")}</p>
    ${withheld ? html`<p class="quiet">${t("compare.withheld")}</p>` : fairness.mixUsed ? nothing : html`<p class="quiet">${t("compare.fairness.noMix")}</p>`}
    ${table(plans, columns, t("compare.group.everyone"), [
      [t("compare.fairness.communitiesSplit"), (p) => number(p.communitiesSplit)],
      [t("compare.fairness.residentsApart"), (p) => number(p.residentsApart)],
      [t("compare.fairness.hours"), (p) => one(p.everyone.hoursPerThousand)],
      [t("compare.fairness.leastHours"), (p) => one(p.leastHours.value)],
      [t("compare.fairness.minutes"), (p) => one(p.everyone.minutesToContact)],
      [t("compare.fairness.mostMinutes"), (p) => one(p.mostMinutes.value)],
    ])}
    ${fairness.groups.map((/** @type {string} */ group, /** @type {number} */ g) => table(plans, columns, groupName(group), [
      [t("compare.fairness.hours"), (p) => one(p.groups[g].hoursPerThousand)],
      [t("compare.fairness.minutes"), (p) => one(p.groups[g].minutesToContact)],
      [t("compare.fairness.inLeastHours", { share: percent(fairness.groupShares[g]) }), (p) => percent(p.leastHours.groupShares[g])],
      [t("compare.fairness.inMostMinutes"), (p) => percent(p.mostMinutes.groupShares[g])],
      [t("compare.fairness.dissimilarity"), (p) => two(p.groups[g].dissimilarity)],
      [t("compare.fairness.isolation"), (p) => two(p.groups[g].isolation)],
      [t("compare.fairness.packed"), (p) => t("compare.packed", { beats: number(p.groups[g].packedBeats), people: number(p.groups[g].packedPeople) })],
      [t("compare.fairness.concentrations"), (p) => t("compare.of", { n: number(p.groups[g].concentrationsSplit), all: number(p.groups[g].concentrations) })],
    ]))}
    ${columns.filter((/** @type {any} */ p) => p.twin).map((/** @type {any} */ p) => html`<p class="small quiet"><bdi>${planName(plans[p.plan])}</bdi>: ${t("compare.fairness.twinMoved", { residents: number(p.residentsMoved), chance: number(p.residentsByChance) })}</p>`)}`;
}

/**
 * @param {import("./words.js").Plan[]} plans
 * @param {any[]} columns
 * @param {string} caption
 * @param {[string, (plan: any) => string][]} rows
 */
function table(plans, columns, caption, rows) {
  return html`<div class="table-scroll" tabindex="0" role="group" aria-label=${caption}><table class="fairness">
    <caption><bdi>${caption}</bdi></caption>
    <thead><tr><th scope="col">${t("compare.fairness.figure")}</th>${columns.map((column) => html`<th scope="col" class="num ${column.twin ? "twin" : ""}">
      <bdi>${planName(plans[column.plan])}</bdi>${column.twin ? html`<br />${t("compare.fairness.twin")}` : nothing}</th>`)}</tr></thead>
    <tbody>${rows.map(([words, value]) => html`<tr><th scope="row">${words}</th>${columns.map((column) => html`<td class="num ${column.twin ? "twin" : ""}">${value(column)}</td>`)}</tr>`)}</tbody>
  </table></div>`;
}
