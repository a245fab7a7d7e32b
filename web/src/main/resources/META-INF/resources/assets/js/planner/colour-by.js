// @ts-check
/** What the colours of the map can mean, and the classes that they fall in. */
import { Classes } from "../classes.js";
import { colour } from "../palette.js";

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
    this.steps = new Classes(areas.map(this.value), mode === "deviation");
  }

  /** @param {Figures} figures */
  colourFor(figures) {
    const step = this.steps.of(this.value(figures));
    return step < 0 ? null : colour(this.steps.name(step));
  }

  /** Returns the classes in words, from low to high, each with its colour's name. */
  classes() {
    return this.steps.all();
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
