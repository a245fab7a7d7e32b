// @ts-check
/** The tables of a comparison: measures, beats that correspond, who goes where, streets. */
import { html, nothing } from "lit";
import { date, number, percent, t } from "../i18n.js";
import { figure, groupName, planName } from "./words.js";

/** @typedef {import("./words.js").Document} Document @typedef {import("./words.js").Change} Change */

const SHOWN_AT_FIRST = 20;

/** @param {string} verdict @param {number} here @param {number} first */
function verdictWords(verdict, here, first) {
  if (verdict === "none") return nothing;
  const arrow = verdict === "same" ? "=" : here > first ? "▲" : "▼";
  return html`<span class="verdict-word ${verdict}"><span aria-hidden="true">${arrow}</span> ${t(`compare.verdict.${verdict}`)}</span>`;
}

/** @param {Document} comparison */
export function measuresTable({ plans, measures }) {
  return html`<div class="table-scroll" tabindex="0" role="group" aria-label=${t("compare.measures")}><table class="measures">
    <thead><tr><th scope="col">${t("compare.measure")}</th>${plans.map((plan) => html`<th scope="col" class="num"><bdi>${planName(plan)}</bdi></th>`)}</tr></thead>
    <tbody>${measures.map((row) => html`<tr>
      <th scope="row">${t(`compare.measure.${row.key}`)}${row.better === "neither" ? nothing : html` <span class="quiet small">${t(`compare.better.${row.better}`)}</span>`}</th>
      ${row.values.map((value, i) => html`<td class="num">${figure(row.kind, value)} ${verdictWords(row.verdicts[i], value, row.values[0])}</td>`)}
    </tr>`)}</tbody>
  </table></div>`;
}

/** @param {Change} change */
export const beatsTable = (change) => table(t("compare.beats"), [
  [t("compare.beats.first")], [t("compare.beats.here")], [t("compare.beats.before"), "num"], [t("compare.beats.after"), "num"], [t("compare.beats.kept"), "num"],
], change.beats.map((pair) => [
  pair.from ?? html`<span class="quiet">${t("compare.beats.new")}</span>`,
  pair.to ?? html`<span class="quiet">${t("compare.beats.gone")}</span>`,
  number(pair.residentsFrom),
  number(pair.residentsTo),
  number(pair.residentsKept),
]));

/** @param {Change} change */
export const flowsTable = (change) => table(t("compare.flows"), [
  [t("compare.flows.from")], [t("compare.flows.to")], [t("compare.units"), "num"], [t("compare.residents"), "num"],
], change.flows.map((flow) => [flow.from, flow.to, number(flow.units), number(flow.residents)]));

/** @param {Change} change */
export const groupsTable = (change) => table(t("compare.groups"), [
  [t("compare.group")], [t("compare.group.people"), "num"], [t("compare.group.changing"), "num"], ["%", "num"],
], change.groups.map((group) => [groupName(group.group), number(group.people), number(group.changing), percent(group.people ? group.changing / group.people : 0)]));

/** @param {Change} change */
export function streetsTable({ streets }) {
  if (!streets) return nothing;
  return html`${table(t("compare.streets"), [
    [t("compare.streets.name")], [t("compare.group.changing"), "num"], [t("compare.streets.residents"), "num"],
  ], streets.rows.map((/** @type {any} */ row) => [row.name, number(row.changing), number(row.residents)]))}
    <p class="small quiet">${t(`compare.streets.${streets.source}`, { layer: streets.layer ?? "" })} ${streets.asOf ? date(streets.asOf) : ""}
      ${streets.more ? t("compare.streets.more", { n: number(streets.more) }) : nothing}</p>`;
}

/**
 * A table of which the first rows are open.
 * @param {string} label
 * @param {string[][]} columns words and class
 * @param {unknown[][]} rows
 */
function table(label, columns, rows) {
  if (rows.length === 0) return nothing;
  const body = (/** @type {unknown[][]} */ some) => html`<div class="table-scroll" tabindex="0" role="group" aria-label=${label}><table>
    <thead><tr>${columns.map(([words, kind]) => html`<th scope="col" class=${kind ?? ""}>${words}</th>`)}</tr></thead>
    <tbody>${some.map((row) => html`<tr>${row.map((cell, i) => i === 0 ? html`<th scope="row"><bdi>${cell}</bdi></th>` : html`<td class=${columns[i][1] ?? ""}><bdi>${cell}</bdi></td>`)}</tr>`)}</tbody>
  </table></div>`;
  return html`<details ?open=${rows.length <= SHOWN_AT_FIRST}><summary>${label} (${number(rows.length)})</summary>${body(rows)}</details>`;
}
