// @ts-check
/** Draws many areas on one canvas: colours, hairlines, the borders between groups of them. What changes is drawn alone. */
import { CanvasLayer } from "./canvas-layer.js";

/** Points nearer to the last drawn one than this are left out. */
const FINEST_PIXELS = 0.75;

/** How many areas, or edges, make one path: a browser takes far longer over one long path than over many short ones. */
const AT_ONCE = 48;

/** Areas smaller than this have no hairlines. */
const LEAST_PIXELS_FOR_HAIRLINES = 7;

/**
 * How areas look. Colours are CSS colours; a border's rank is 0 for none, else the index of its style.
 * @typedef {{fill: (i: number) => string | null, opacity: number, hatched: (i: number) => boolean, border: (a: number, b: number) => number,
 *   borders: {colour: string, width: number}[], hairline: string, hatch: string}} Look
 */

export class UnitCanvas extends CanvasLayer {
  /** @param {import("./shapes.js").Shapes} shapes @param {import("./edges.js").Edges} edges @param {Look} look @param {object} [options] */
  constructor(shapes, edges, look, options) {
    super(options);
    this.shapes = shapes;
    this.edges = edges;
    this.look = look;
    /** What is to be drawn before the next frame. @type {Set<number> | "all" | null} */
    this.dirty = null;
  }

  /** Draws anew: all, or what lies about some areas, before the next frame. @param {Iterable<number>} [areas] */
  repaint(areas) {
    if (!areas) this.dirty = "all";
    else if (this.dirty !== "all") for (const i of areas) (this.dirty ??= new Set()).add(i);
    this.later(() => {
      const { dirty } = this;
      this.dirty = null;
      if (dirty) this.draw(dirty === "all" ? undefined : this.shapes.around(dirty));
    });
  }

  /** @param {import("./shapes.js").Box} [part] in pixels at zoom 0; all that the canvas covers when not given */
  draw(part) {
    const { context: c, scale, left, top } = this;
    const margin = 4 / scale;
    const seen = this.covered();
    const box = part
      ? { west: Math.max(seen.west, part.west - margin), north: Math.max(seen.north, part.north - margin), east: Math.min(seen.east, part.east + margin), south: Math.min(seen.south, part.south + margin) }
      : seen;
    if (box.west >= box.east || box.north >= box.south) return;
    c.save();
    const [x, y] = [Math.floor(box.west * scale - left), Math.floor(box.north * scale - top)];
    const [width, height] = [Math.ceil(box.east * scale - left) - x, Math.ceil(box.south * scale - top) - y];
    c.beginPath();
    c.rect(x, y, width, height);
    c.clip();
    c.clearRect(x, y, width, height);
    const areas = this.shapes.meeting(box);
    this.drawFills(areas);
    this.drawHatches(areas);
    this.drawLines(areas);
    c.restore();
  }

  /** @param {number[]} areas */
  drawFills(areas) {
    const { context: c, look } = this;
    /** @type {Map<string, number[]>} */
    const byColour = new Map();
    for (const i of areas) {
      const colour = look.fill(i);
      if (!colour) continue;
      const same = byColour.get(colour);
      if (same) same.push(i);
      else byColour.set(colour, [i]);
    }
    c.globalAlpha = look.opacity;
    for (const [colour, same] of byColour) {
      c.fillStyle = colour;
      for (let from = 0; from < same.length; from += AT_ONCE) {
        c.beginPath();
        for (let k = from; k < Math.min(from + AT_ONCE, same.length); k++) this.trace(same[k]);
        c.fill("evenodd");
      }
    }
    c.globalAlpha = 1;
  }

  /** Diagonal lines over some areas: a sign that needs no colour. @param {number[]} areas */
  drawHatches(areas) {
    const { context: c, look } = this;
    const hatched = areas.filter((i) => look.hatched(i));
    if (hatched.length === 0) return;
    c.beginPath();
    for (const i of hatched) this.trace(i);
    c.fillStyle = this.pattern(look.hatch);
    c.fill("evenodd");
  }

  /** @param {string} colour */
  pattern(colour) {
    if (this.patternColour === colour && this.hatchPattern) return this.hatchPattern;
    const tile = document.createElement("canvas");
    tile.width = tile.height = 8;
    const c = /** @type {CanvasRenderingContext2D} */ (tile.getContext("2d"));
    c.strokeStyle = colour;
    c.lineWidth = 1.25;
    c.beginPath();
    for (const shift of [-8, 0, 8]) {
      c.moveTo(shift - 1, 9);
      c.lineTo(shift + 9, -1);
    }
    c.stroke();
    this.patternColour = colour;
    return (this.hatchPattern = /** @type {CanvasPattern} */ (this.context.createPattern(tile, "repeat")));
  }

  /** Adds an area's rings to the path. @param {number} i @param {CanvasRenderingContext2D} [c] */
  trace(i, c = this.context) {
    const { shapes, scale, left, top } = this;
    const { xy, boxes } = shapes;
    const [west, north] = [boxes[4 * i] * scale - left, boxes[4 * i + 1] * scale - top];
    const [wide, high] = [boxes[4 * i + 2] * scale - left - west, boxes[4 * i + 3] * scale - top - north];
    if (wide < 2 && high < 2) {
      c.rect(west, north, Math.max(1, wide), Math.max(1, high));
      return;
    }
    shapes.eachRing(i, (from, to) => {
      let [lastX, lastY] = [xy[2 * from] * scale - left, xy[2 * from + 1] * scale - top];
      c.moveTo(lastX, lastY);
      for (let p = from + 1; p < to - 1; p++) {
        const [x, y] = [xy[2 * p] * scale - left, xy[2 * p + 1] * scale - top];
        if (Math.abs(x - lastX) + Math.abs(y - lastY) < FINEST_PIXELS) continue;
        c.lineTo(x, y);
        [lastX, lastY] = [x, y];
      }
      c.closePath();
    });
  }

  /** Hairlines between areas, and the borders of groups over them. @param {number[]} areas */
  drawLines(areas) {
    const { context: c, edges, look, scale } = this;
    const { boxes } = this.shapes;
    const fine = areas.length > 0 && areas.reduce((sum, i) => sum + (boxes[4 * i + 2] - boxes[4 * i]) * scale, 0) / areas.length >= LEAST_PIXELS_FOR_HAIRLINES;
    /** @type {number[][]} edges by rank */
    const ranked = look.borders.map(() => []);
    for (const i of areas) {
      for (let edge = edges.ofShape[i]; edge < edges.ofShape[i + 1]; edge++) {
        const rank = look.border(i, edges.second[edge]);
        if (rank > 0 || fine) ranked[rank].push(edge);
      }
    }
    c.lineJoin = "round";
    ranked.forEach((of, rank) => {
      c.strokeStyle = rank === 0 ? look.hairline : look.borders[rank].colour;
      c.lineCap = rank === 0 ? "butt" : "square";
      c.lineWidth = rank === 0 ? 0.75 : look.borders[rank].width;
      for (let from = 0; from < of.length; from += AT_ONCE) this.strokeEdges(of, from, Math.min(from + AT_ONCE, of.length));
    });
  }

  /** @param {number[]} of edges @param {number} from @param {number} to */
  strokeEdges(of, from, to) {
    const { context: c, edges, scale, left, top } = this;
    const { xy } = this.shapes;
    c.beginPath();
    let [last, lastX, lastY] = [-2, 0, 0];
    for (let k = from; k < to; k++) {
      const p = edges.from[of[k]];
      if (p !== last + 1) c.moveTo((lastX = xy[2 * p] * scale - left), (lastY = xy[2 * p + 1] * scale - top));
      last = p;
      const [x, y] = [xy[2 * p + 2] * scale - left, xy[2 * p + 3] * scale - top];
      const goesOn = k + 1 < to && edges.from[of[k + 1]] === p + 1;
      if (goesOn && Math.abs(x - lastX) + Math.abs(y - lastY) < FINEST_PIXELS) continue;
      c.lineTo(x, y);
      [lastX, lastY] = [x, y];
    }
    c.stroke();
  }
}
