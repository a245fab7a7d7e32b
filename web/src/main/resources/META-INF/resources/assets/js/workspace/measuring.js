// @ts-check
/** A line that one measures on the map, corner by corner. */
import { distance } from "../i18n.js";
import { metresBetween } from "../map/globe.js";
import { positionOf } from "../map/shapes.js";

/** @typedef {import("./touched.js").Pixel} Pixel */

export class Measuring {
  constructor() {
    /** @type {Pixel[]} */
    this.corners = [];
  }

  /** How long the line is, in metres over the globe. @param {Pixel[]} [line] */
  metres(line = this.corners) {
    return line.slice(1).reduce((sum, corner, i) => sum + metresBetween(positionOf(...line[i]), positionOf(...corner)), 0);
  }

  /** The line with its length at its end, and the way on to the pointer. @param {CanvasRenderingContext2D} c @param {import("../map/canvas-layer.js").Sketch} sketch @param {Pixel | null} pointer @param {string} halo */
  draw(c, sketch, pointer, halo) {
    if (!this.corners.length) return;
    const line = pointer ? [...this.corners, pointer] : this.corners;
    const ends = line.map((corner) => sketch.at(...corner));
    const ink = c.strokeStyle;
    for (const [strokeStyle, lineWidth] of /** @type {[string, number][]} */ ([[halo, 5], [ink, 2.5]])) {
      Object.assign(c, { strokeStyle, lineWidth, lineJoin: "round" });
      c.beginPath();
      ends.forEach((end) => c.lineTo(...end));
      c.stroke();
    }
    c.font = "600 14px system-ui, sans-serif";
    Object.assign(c, { strokeStyle: halo, fillStyle: ink, lineWidth: 4 });
    const [x, y] = ends[ends.length - 1];
    const words = distance(this.metres(line));
    c.strokeText(words, x + 10, y - 8);
    c.fillText(words, x + 10, y - 8);
  }
}
