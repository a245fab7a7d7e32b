// @ts-check
/** What a plan comes to, in a sentence. */
import { number, percent, t } from "../i18n.js";

/**
 * Returns how many beats there are, how far off their target hours they lie, and who would change officer.
 * @param {import("../types.js").Alternative} alternative
 * @param {number} tolerance share of the target hours that a beat may be off
 */
export function verdict({ beats, measures, violations }, tolerance) {
  const outside = beats.filter((beat) => isOutside(beat.deviation, tolerance)).length;
  const values = { beats: number(beats.length), n: number(outside), most: percent(Math.abs(measures.maxDeviation)), tolerance: percent(tolerance) };
  const balance = outside ? t("verdict.outside", values) : t("verdict.within", values);
  const changing = typeof measures.residentsChanging === "number" ? ` ${t("verdict.changing", { n: number(measures.residentsChanging) })}` : "";
  const others = violations.filter((violation) => violation.kind !== "beat-hours").length;
  return `${balance}${changing}${others ? ` ${t("verdict.others", { n: number(others) })}` : ""}`;
}

/** @param {number} deviation @param {number} tolerance */
export const isOutside = (deviation, tolerance) => Math.abs(deviation) > tolerance + 1e-9;
