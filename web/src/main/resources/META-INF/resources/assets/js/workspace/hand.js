// @ts-check
/** The hand on the map: what pointer and tool touch, and the sketch of it while it moves. */
import * as L from "leaflet";
import { Sketch } from "../map/canvas-layer.js";
import { Measuring } from "./measuring.js";
import { alongLine, inLasso, inRectangle, neighbourhoodOf, underBrush } from "./touched.js";

export const TOOLS = /** @type {const} */ (["look", "click", "brush", "lasso", "rectangle", "neighbourhood", "measure"]);

/** @typedef {import("./touched.js").Pixel} Pixel */
/** @typedef {{colours: () => {line: string, fill: string, halo: string}, begins: () => boolean, touches: (units: Iterable<number>) => void, ends: () => void,
 *   points: (unit: number, event: PointerEvent | null) => void, clicks: (unit: number, at: Pixel) => void, measures: (metres: number) => void}} Listener */

export class Hand {
  /** @param {L.Map} map @param {() => import("./ground.js").Ground | null} ground @param {Listener} listener */
  constructor(map, ground, listener) {
    this.map = map;
    this.ground = ground;
    this.listener = listener;
    /** @type {typeof TOOLS[number]} */
    this.tool = "look";
    /** Half the brush, in pixels of the screen. */
    this.radius = 20;
    this.spaceHeld = false;
    /** Where the stroke has been; null when there is none. @type {Pixel[] | null} */
    this.line = null;
    /** Whose stroke it is: of several fingers, the first that came down. */
    this.pointerId = -1;
    /** @type {Pixel | null} */
    this.pointer = null;
    this.hovered = -1;
    this.measuring = new Measuring();
    this.sketch = new Sketch((c, sketch) => this.draw(c, sketch), { pane: "pointer" }).addTo(map);
    const container = map.getContainer();
    const options = { capture: true };
    container.addEventListener("pointerdown", (event) => this.down(event), options);
    container.addEventListener("pointermove", (event) => this.move(event), options);
    container.addEventListener("pointerup", (event) => this.up(event), options);
    container.addEventListener("pointercancel", (event) => this.isOther(event) || this.finish(), options);
    container.addEventListener("pointerleave", () => this.leave());
    map.on("click", (/** @type {any} */ { originalEvent }) => {
      const at = this.pixelOf(originalEvent);
      if (this.tool === "look") this.listener.clicks(this.unitAt(at), at);
    });
  }

  /** @param {typeof TOOLS[number]} tool */
  use(tool) {
    this.finish();
    this.tool = tool;
    this.measuring = new Measuring();
    this.allowDragging();
    this.sketch.later();
  }

  /** Space lets one move the map whatever the tool. @param {boolean} held */
  holdSpace(held) {
    this.spaceHeld = held;
    this.allowDragging();
  }

  allowDragging() {
    const moves = this.tool === "look" || this.spaceHeld;
    for (const handler of [this.map.dragging, this.map.doubleClickZoom]) moves ? handler.enable() : handler.disable();
    this.map.getContainer().classList.toggle("drawing", !moves);
  }

  /** @param {MouseEvent} event @returns {Pixel} */
  pixelOf(event) {
    const { map } = this;
    const point = map.containerPointToLayerPoint(map.mouseEventToContainerPoint(event)).add(map.getPixelOrigin());
    const scale = 2 ** map.getZoom();
    return [point.x / scale, point.y / scale];
  }

  /** @param {Pixel} pixel */
  unitAt([x, y]) {
    return this.ground()?.shapes.at(x, y) ?? -1;
  }

  get reach() {
    return this.radius / 2 ** this.map.getZoom();
  }

  /** @param {PointerEvent} event */
  down(event) {
    const ground = this.ground();
    const onControl = /** @type {Element} */ (event.target).closest(".leaflet-control, .over-map");
    if (this.line || this.tool === "look" || this.spaceHeld || event.button !== 0 || !ground || onControl) return;
    if (this.tool !== "measure" && !this.listener.begins()) return;
    event.preventDefault();
    this.map.getContainer().focus({ preventScroll: true });
    if (this.tool === "measure") {
      if (event.isPrimary) this.measure(this.pixelOf(event)); // a second finger sets no corner
      return;
    }
    this.map.getContainer().setPointerCapture(event.pointerId);
    const at = this.pixelOf(event);
    this.line = [at];
    this.pointerId = event.pointerId;
    if (this.tool === "brush") this.listener.touches(underBrush(ground.shapes, at, this.reach));
    const unit = this.unitAt(at);
    if (this.tool === "click" && unit >= 0) this.listener.touches([unit]);
    if (this.tool === "neighbourhood" && unit >= 0) this.listener.touches(neighbourhoodOf(ground, unit));
  }

  /** Takes the measured line on to a place. @param {Pixel} at */
  measure(at) {
    this.measuring.corners.push(at);
    this.listener.measures(this.measuring.metres());
    this.sketch.later();
  }

  /** Whether an event is of another pointer than the one that draws. @param {PointerEvent} event */
  isOther({ pointerId }) {
    return this.line !== null && pointerId !== this.pointerId;
  }

  /** @param {PointerEvent} event */
  move(event) {
    const ground = this.ground();
    if (!ground || this.isOther(event)) return;
    const at = this.pixelOf(event);
    this.pointer = at;
    if (this.line) {
      const all = event.getCoalescedEvents?.() ?? [];
      const path = all.length > 1 ? all.map((each) => this.pixelOf(each)) : [at];
      for (const next of path) {
        const last = this.line[this.line.length - 1];
        if (this.tool === "brush") this.listener.touches(alongLine(ground.shapes, last, next, this.reach));
        this.line.push(next);
      }
    }
    const unit = this.unitAt(at);
    this.hovered = unit;
    this.listener.points(unit, event);
    this.sketch.later();
  }

  /** @param {PointerEvent} event */
  up(event) {
    const ground = this.ground();
    if (!this.line || !ground || this.isOther(event)) return;
    this.line.push(this.pixelOf(event));
    const [first, last] = [this.line[0], this.line[this.line.length - 1]];
    if (this.tool === "lasso") this.listener.touches(inLasso(ground.shapes, this.line));
    if (this.tool === "rectangle") this.listener.touches(inRectangle(ground.shapes, first, last));
    this.finish();
  }

  finish() {
    if (!this.line) return;
    this.line = null;
    this.listener.ends();
    this.sketch.later();
  }

  leave() {
    this.pointer = null;
    this.hovered = -1;
    this.listener.points(-1, null);
    this.sketch.later();
  }

  /** @param {CanvasRenderingContext2D} c @param {Sketch} sketch */
  draw(c, sketch) {
    const { line, fill, halo } = this.listener.colours();
    c.strokeStyle = line;
    c.fillStyle = fill;
    c.lineWidth = 2;
    if (this.tool === "measure") return this.measuring.draw(c, sketch, this.pointer, halo);
    if (this.tool === "brush" && this.pointer && !this.spaceHeld) {
      c.beginPath();
      c.arc(...sketch.at(...this.pointer), this.radius, 0, 2 * Math.PI);
      c.stroke();
    }
    if (!this.line || (this.tool !== "lasso" && this.tool !== "rectangle")) return;
    const [first, last] = [this.line[0], this.line[this.line.length - 1]];
    const corners = this.tool === "lasso" ? this.line : [first, /** @type {Pixel} */ ([last[0], first[1]]), last, /** @type {Pixel} */ ([first[0], last[1]])];
    c.beginPath();
    corners.forEach((corner) => c.lineTo(...sketch.at(...corner)));
    c.closePath();
    c.globalAlpha = 0.15;
    c.fill();
    c.globalAlpha = 1;
    c.stroke();
  }
}
