// @ts-check
/** Figures in classes over one ramp: where each class ends, what it is called, and its colour's name. */
import { deviation, number, t } from "./i18n.js";
import { classBounds, DEVIATION_BOUNDS, rampIndex, stepOf } from "./palette.js";

export class Classes {
  /** @param {number[]} values what is classed; NaN for what is missing @param {boolean} aroundTarget whether they are deviations from a target */
  constructor(values, aroundTarget) {
    this.aroundTarget = aroundTarget;
    this.bounds = aroundTarget ? DEVIATION_BOUNDS : classBounds(values);
  }

  get count() {
    return this.bounds.length + 1;
  }

  /** The class of a value; −1 where it is missing. @param {number} value */
  of(value) {
    return Number.isFinite(value) ? stepOf(value, this.bounds) : -1;
  }

  /** The custom property that colours a class. @param {number} step */
  name(step) {
    return this.aroundTarget ? `div-${step}` : `seq-${rampIndex(step, this.bounds)}`;
  }

  /** @param {number} step */
  words(step) {
    const { bounds } = this;
    const shown = this.aroundTarget ? deviation : (/** @type {number} */ n) => number(n, { maximumFractionDigits: 1 });
    if (bounds.length === 0) return t("legend.all");
    if (step === 0) return t("legend.under", { to: shown(bounds[0]) });
    if (step === bounds.length) return t("legend.over", { from: shown(bounds[step - 1]) });
    return t("legend.between", { from: shown(bounds[step - 1]), to: shown(bounds[step]) });
  }

  /** From low to high. */
  all() {
    return Array.from({ length: this.count }, (_, step) => ({ name: this.name(step), words: this.words(step) }));
  }
}
