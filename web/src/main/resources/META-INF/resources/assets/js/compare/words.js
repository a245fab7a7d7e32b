// @ts-check
/** How plans, groups and figures of a comparison are named. */
import { distance, knows, number, percent, t } from "../i18n.js";

/**
 * @typedef {{id: string, label: string, name: string, colour: number, matched: boolean, units: number, hours: number, deviation: number, residents: number}} Beat
 * @typedef {{name: string, variant: string | null, officers: number, sectors: number, beats: Beat[]}} Plan
 * @typedef {{key: string, kind: string, better: string, values: number[], verdicts: string[]}} Measure
 * @typedef {{plan: number, units: number, residents: number, share: number, beats: any[], flows: any[], groups: any[], streets: any}} Change
 * @typedef {{measuredBy: string, units: number, residents: number, withheld: boolean, plans: Plan[], measures: Measure[], changes: Change[], fairness: any}} Document
 */

/** @param {string | null} variant such as `balanced`, `drawn-12` or `in-force` */
export function variantWords(variant) {
  if (!variant) return "";
  if (/^drawn-\d+$/.test(variant)) return t("favour.drawn");
  return knows(`favour.${variant}`) ? t(`favour.${variant}`) : t(`compare.variant.${variant}`);
}

/** @param {{name: string, variant?: string | null}} plan */
export const planName = ({ name, variant }) => (variant ? t("compare.name.variant", { name, variant: variantWords(variant) }) : name);

/** @param {string} group a column, or a fifth by an index */
export function groupName(group) {
  const [, name, end] = /^(.*):(lowest|highest)$/.exec(group) ?? [];
  return end ? t(`compare.group.${end}`, { name }) : group;
}

/** @param {string} kind @param {number} value */
export function figure(kind, value) {
  if (kind === "share") return percent(value, 1);
  if (kind === "kilometres") return distance(value * 1000);
  if (kind === "number") return number(value, { maximumFractionDigits: 2 });
  return number(value);
}
