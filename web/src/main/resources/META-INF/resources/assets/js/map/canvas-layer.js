// @ts-check
/** A canvas over the map that pans and zooms with it, and is drawn in pixels of its own. */
import * as L from "leaflet";

export class CanvasLayer extends L.Renderer {
  /** @param {object} [options] such as the pane */
  constructor(options) {
    super(/** @type {any} */ ({ padding: 0.3, ...options }));
    this.waiting = 0;
  }

  /** Draws what the canvas covers: {@link scale}, {@link left} and {@link top} take the map's pixels at zoom 0 to the canvas's. */
  draw() {
    throw new Error("a canvas draws something");
  }

  _initContainer() {
    this._container = document.createElement("canvas");
    this._container.setAttribute("aria-hidden", "true");
    this.context = /** @type {CanvasRenderingContext2D} */ (this._container.getContext("2d"));
  }

  _destroyContainer() {
    cancelAnimationFrame(this.waiting);
    this._container.remove();
  }

  _updatePaths() {}

  _update() {
    if (this._map._animatingZoom && this._bounds) return;
    L.Renderer.prototype._update.call(this);
    const canvas = this._container;
    const size = this._bounds.getSize();
    const ratio = window.devicePixelRatio || 1;
    L.DomUtil.setPosition(canvas, this._bounds.min);
    const [width, height] = [Math.round(size.x * ratio), Math.round(size.y * ratio)];
    if (canvas.width !== width || canvas.height !== height) {
      [canvas.width, canvas.height] = [width, height];
      canvas.style.width = `${size.x}px`;
      canvas.style.height = `${size.y}px`;
    }
    const origin = this._map.getPixelOrigin().add(this._bounds.min);
    this.scale = 2 ** this._map.getZoom();
    [this.left, this.top] = [origin.x, origin.y];
    [this.width, this.height] = [size.x, size.y];
    this.context.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.draw();
  }

  /** Draws before the next frame. @param {() => void} [draw] */
  later(draw = () => this.clearAndDraw()) {
    if (!this._map || this.waiting) return;
    this.waiting = requestAnimationFrame(() => {
      this.waiting = 0;
      if (this._map) draw();
    });
  }

  clearAndDraw() {
    this.context.clearRect(0, 0, this.width, this.height);
    this.draw();
  }

  /** Where the canvas begins, in the map's own pixels. @returns {L.Point} */
  corner() {
    return this._bounds.min;
  }

  /** What the canvas covers, in pixels at zoom 0. @returns {import("./shapes.js").Box} */
  covered() {
    const { scale, left, top, width, height } = this;
    return { west: left / scale, north: top / scale, east: (left + width) / scale, south: (top + height) / scale };
  }
}

/** A canvas whose drawing is told by who makes it. */
export class Sketch extends CanvasLayer {
  /** @param {(c: CanvasRenderingContext2D, sketch: Sketch) => void} sketching @param {object} [options] */
  constructor(sketching, options) {
    super(options);
    this.sketching = sketching;
  }

  draw() {
    this.context.clearRect(0, 0, this.width, this.height);
    this.sketching(this.context, this);
  }

  /** @param {number} x @param {number} y pixels at zoom 0 @returns {[number, number]} */
  at(x, y) {
    return [x * this.scale - this.left, y * this.scale - this.top];
  }
}
