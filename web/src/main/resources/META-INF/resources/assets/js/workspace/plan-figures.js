// @ts-check
/** The plan's figures now, each beside what it was when it was saved. */
import { html, nothing } from "lit";
import { number, percent, t } from "../i18n.js";

/** @typedef {{name: string, shown: (n: number) => string, better: -1 | 1, digits?: number}} Measure better: −1 where less is better */

/** @type {Measure[]} */
export const MEASURES = [
  { name: "maxDeviation", shown: (n) => percent(Math.abs(n), 1), better: -1 },
  { name: "meanDeviation", shown: (n) => percent(n, 1), better: -1 },
  { name: "beatsOutOfBounds", shown: (n) => number(n), better: -1 },
  { name: "beatsInPieces", shown: (n) => number(n), better: -1 },
  { name: "unassignedUnits", shown: (n) => number(n), better: -1 },
  { name: "residentsChanging", shown: (n) => number(n), better: -1 },
  { name: "communitiesSplit", shown: (n) => number(n), better: -1 },
  { name: "meanPolsbyPopper", shown: (n) => number(n, { minimumFractionDigits: 3, maximumFractionDigits: 3 }), better: 1 },
];

/** @param {any} now @param {any} saved figures of the plan */
export const planFigures = (now, saved) => html`<dl class="facts tight" aria-label=${t("workspace.figures")}>
  ${MEASURES.filter(({ name }) => typeof now[name] === "number").map((measure) => {
    const { name, shown } = measure;
    const before = saved?.[name];
    const differs = typeof before === "number" && shown(before) !== shown(now[name]);
    return html`<div><dt>${t(`measure.${name}`)}</dt><dd>${shown(now[name])} ${differs ? change(measure, before, now[name]) : nothing}</dd></div>`;
  })}
</dl>`;

/** What a figure was, and whether that was better, in words and by a sign. @param {Measure} measure @param {number} before @param {number} now */
function change({ shown, better }, before, now) {
  const isBetter = (Math.abs(now) - Math.abs(before)) * better > 0;
  return html`<span class="was small ${isBetter ? "good-text" : "warn-text"}">${t(isBetter ? "workspace.wasBetter" : "workspace.wasWorse", { before: shown(before) })}</span>`;
}
