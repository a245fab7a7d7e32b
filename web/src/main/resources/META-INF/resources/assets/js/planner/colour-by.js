// @ts-check
/** What the colours of the map can mean, and the classes that they fall in. */
import { deviation, number, t } from "../i18n.js";
import { classBounds, colour, DEVIATION_BOUNDS, rampIndex, stepOf } from "../palette.js";

/**
 * What an area has to be coloured by. Shares and counts may be missing.
 * @typedef {{hours?: number, deviation?: number, residents?: number, areaSquareKilometres?: number}} Figures
 */

export const BEAT_MODES = /** @type {const} */ (["beat", "deviation", "hours", "density", "residents"]);
export const UNIT_MODES = /** @type {const} */ (["plain", "density", "residents"]);

/** @type {Record<string, (figures: Figures) => number>} */
const VALUES = {
  deviation: (f) => f.deviation ?? Number.NaN,
  hours: (f) => f.hours ?? Number.NaN,
  residents: (f) => f.residents ?? Number.NaN,
  density: (f) => (f.residents ?? Number.NaN) / (f.areaSquareKilometres || Number.NaN),
};

/** A colouring by figures: classes over one ramp. */
export class Scale {
  /** @param {string} mode @param {Figures[]} areas what is to be coloured */
  constructor(mode, areas) {
    this.mode = mode;
    this.value = VALUES[mode];
    this.ramp = mode === "deviation" ? "div" : "seq";
    this.bounds = mode === "deviation" ? DEVIATION_BOUNDS : classBounds(areas.map(this.value));
  }

  /** Returns the name of the custom property that colours an area, or null where the figure is missing. @param {Figures} figures */
  nameFor(figures) {
    const value = this.value(figures);
    return Number.isFinite(value) ? this.nameOfStep(stepOf(value, this.bounds)) : null;
  }

  /** @param {Figures} figures */
  colourFor(figures) {
    const name = this.nameFor(figures);
    return name ? colour(name) : null;
  }

  /** @param {number} step */
  nameOfStep(step) {
    return this.ramp === "div" ? `div-${step}` : `seq-${rampIndex(step, this.bounds)}`;
  }

  /** Returns the classes in words, from low to high, each with its colour's name. */
  classes() {
    const shown = this.mode === "deviation" ? deviation : (/** @type {number} */ n) => number(n, { maximumFractionDigits: 1 });
    return [...this.bounds, Number.POSITIVE_INFINITY].map((upper, step) => ({
      name: this.nameOfStep(step),
      words:
        this.bounds.length === 0
          ? t("legend.all")
          : step === 0
            ? t("legend.under", { to: shown(upper) })
            : step === this.bounds.length
              ? t("legend.over", { from: shown(this.bounds[step - 1]) })
              : t("legend.between", { from: shown(this.bounds[step - 1]), to: shown(upper) }),
    }));
  }
}

/** Returns the scale of a mode, or null where colours only tell areas apart. @param {string} mode @param {Figures[]} areas */
export const scaleFor = (mode, areas) => (mode in VALUES ? new Scale(mode, areas) : null);

const EARTH_RADIUS_KILOMETRES = 6371.0088;

/**
 * Returns the size of a GeoJSON polygon on the sphere, in square kilometres: good enough for a colour class.
 * @param {any} geometry
 */
export function squareKilometres(geometry) {
  const polygons =
    geometry?.type === "MultiPolygon" ? geometry.coordinates : geometry?.type === "Polygon" ? [geometry.coordinates] : [];
  let sum = 0;
  for (const [shell, ...holes] of polygons) {
    sum += ringSize(shell);
    for (const hole of holes) sum -= ringSize(hole);
  }
  return sum;
}

/** @param {number[][]} ring */
function ringSize(ring) {
  const rad = Math.PI / 180;
  let sum = 0;
  for (let i = 1; i < ring.length; i++) {
    const [[x1, y1], [x2, y2]] = [ring[i - 1], ring[i]];
    sum += (x2 - x1) * rad * (2 + Math.sin(y1 * rad) + Math.sin(y2 * rad));
  }
  return Math.abs((sum * EARTH_RADIUS_KILOMETRES ** 2) / 2);
}
