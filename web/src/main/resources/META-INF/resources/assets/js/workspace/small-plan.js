// @ts-check
import { html } from "lit";
import { CopseElement } from "../element.js";
import { beatColour, colour, onTheme } from "../palette.js";

const FINEST_PIXELS = 0.8;

/** A whole plan as a small picture: for alternatives beside each other, and for two plans that differ. */
export class SmallPlan extends CopseElement {
  static properties = Object.fromEntries(["ground", "beats", "colours", "emphasised", "words", "width", "height"].map((name) => [name, { attribute: false }]));

  constructor() {
    super();
    /** @type {import("./ground.js").Ground | null} */
    this.ground = null;
    /** Each unit's beat. @type {Int32Array | number[]} */
    this.beats = [];
    /** Each beat's colour of the six; its number decides where it has none. @type {Map<number, number>} */
    this.colours = new Map();
    /** Units in full colour; all of them when not given. @type {Set<number> | null} */
    this.emphasised = null;
    this.words = "";
    this.width = 160;
    this.height = 120;
  }

  connectedCallback() {
    super.connectedCallback();
    this.forgetTheme = onTheme(() => this.requestUpdate());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.forgetTheme?.();
  }

  render() {
    return html`<canvas role="img" aria-label=${this.words}></canvas>`;
  }

  updated() {
    const canvas = /** @type {HTMLCanvasElement} */ (this.querySelector("canvas"));
    const ratio = window.devicePixelRatio || 1;
    const { ground, width, height } = this;
    [canvas.width, canvas.height] = [width * ratio, height * ratio];
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
    const c = canvas.getContext("2d");
    if (!c || !ground) return;
    const { shapes, edges } = ground;
    const box = shapes.around();
    const scale = Math.min((width - 8) / (box.east - box.west), (height - 8) / (box.south - box.north));
    const [left, top] = [box.west - (width / scale - (box.east - box.west)) / 2, box.north - (height / scale - (box.south - box.north)) / 2];
    c.setTransform(ratio, 0, 0, ratio, 0, 0);
    const fills = Array.from({ length: 6 }, (_, i) => beatColour(i));
    /** @type {Map<string, Path2D>} */
    const paths = new Map();
    for (let i = 0; i < ground.count; i++) {
      const beat = this.beats[i];
      if (!beat) continue;
      const quiet = this.emphasised && !this.emphasised.has(i);
      const key = `${quiet ? 0.25 : 0.75} ${fills[(this.colours.get(beat) ?? beat) % 6]}`;
      let path = paths.get(key);
      if (!path) paths.set(key, (path = new Path2D()));
      this.trace(path, i, scale, left, top);
    }
    for (const [key, path] of paths) {
      const space = key.indexOf(" ");
      c.globalAlpha = Number(key.slice(0, space));
      c.fillStyle = key.slice(space + 1);
      c.fill(path, "evenodd");
    }
    c.globalAlpha = 1;
    c.strokeStyle = colour("map-ink");
    c.lineWidth = 0.9;
    c.beginPath();
    const { xy } = shapes;
    for (let edge = 0; edge < edges.count; edge++) {
      const other = edges.second[edge];
      if (other >= 0 && this.beats[edges.first[edge]] === this.beats[other]) continue;
      const p = edges.from[edge];
      c.moveTo((xy[2 * p] - left) * scale, (xy[2 * p + 1] - top) * scale);
      c.lineTo((xy[2 * p + 2] - left) * scale, (xy[2 * p + 3] - top) * scale);
    }
    c.stroke();
  }

  /** @param {Path2D} path @param {number} i @param {number} scale @param {number} left @param {number} top */
  trace(path, i, scale, left, top) {
    const { shapes } = /** @type {import("./ground.js").Ground} */ (this.ground);
    const { xy } = shapes;
    shapes.eachRing(i, (from, to) => {
      let [lastX, lastY] = [Infinity, Infinity];
      for (let p = from; p < to; p++) {
        const [x, y] = [(xy[2 * p] - left) * scale, (xy[2 * p + 1] - top) * scale];
        if (p > from && Math.abs(x - lastX) + Math.abs(y - lastY) < FINEST_PIXELS) continue;
        if (p === from) path.moveTo(x, y);
        else path.lineTo(x, y);
        [lastX, lastY] = [x, y];
      }
      path.closePath();
    });
  }
}

customElements.define("copse-small-plan", SmallPlan);
