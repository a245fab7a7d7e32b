// @ts-check
/** The units of a scenario with their hours, residents and neighbours: what never changes while one redraws. */
import { Edges } from "../map/edges.js";
import { Shapes } from "../map/shapes.js";

export const TERMS = /** @type {const} */ (["contact", "mix", "conflict", "places", "travel", "access"]);

export class Ground {
  /** @param {any[]} features GeoJSON, in the order of the units' numbers */
  constructor(features) {
    this.count = features.length;
    /** @type {any[]} */
    this.units = features.map((feature) => feature.properties);
    this.ids = this.units.map((unit) => unit.id);
    /** @type {Map<string, number>} */
    this.numberOf = new Map(this.ids.map((id, i) => [id, i]));
    this.hours = Float64Array.from(this.units, (unit) => unit.hours);
    this.residents = Float64Array.from(this.units, (unit) => unit.residents);
    /** @type {number[][]} */
    this.neighbours = this.units.map((unit) => unit.neighbours);
    this.shapes = new Shapes(features.map((feature) => feature.geometry));
    this.edges = new Edges(this.shapes);
    this.areas = Float64Array.from({ length: this.count }, (_, i) => this.squareKilometres(i));
  }

  /** @param {number} i */
  name(i) {
    return this.units[i].name ? `${this.units[i].name} (${this.ids[i]})` : this.ids[i];
  }

  /** A unit's size, from its territory: rings that run one way are land, those that run the other are holes in it. @param {number} i */
  squareKilometres(i) {
    const { xy, boxes } = this.shapes;
    let twice = 0;
    this.shapes.eachRing(i, (from, to) => {
      const [x, y] = [xy[2 * from], xy[2 * from + 1]];
      for (let p = from + 1; p < to; p++) twice += (xy[2 * p - 2] - x) * (xy[2 * p + 1] - y) - (xy[2 * p] - x) * (xy[2 * p - 1] - y);
    });
    const middle = Math.PI * (1 - (boxes[4 * i + 1] + boxes[4 * i + 3]) / 256);
    const kilometresPerPixel = 40_075.017 / 256 / Math.cosh(middle);
    return (Math.abs(twice) / 2) * kilometresPerPixel ** 2;
  }
}
