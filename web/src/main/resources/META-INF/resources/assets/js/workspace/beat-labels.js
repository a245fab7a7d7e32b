// @ts-check
/** The numbers of beats on the map, none over another. */
import { colour } from "../palette.js";
import { NONE } from "./plan.js";

const SIZE = 13;

/**
 * Draws each beat's number well inside it, the largest beats first; what would lie on another is left out.
 * @param {CanvasRenderingContext2D} c
 * @param {import("../map/canvas-layer.js").Sketch} sketch
 * @param {import("./draft.js").Draft} draft
 * @param {number} active the beat that is drawn into
 * @returns {number[][]} what the numbers cover: left, top, right, bottom, in the canvas's pixels
 */
export function drawBeatLabels(c, sketch, { ground, plan }, active) {
  if (!ground || !plan) return [];
  c.font = `650 ${SIZE}px system-ui, sans-serif`;
  c.textAlign = "center";
  c.textBaseline = "middle";
  c.lineJoin = "round";
  c.lineWidth = 3.5;
  const [ink, halo] = [colour("map-ink"), colour("map-halo")];
  /** @type {number[][]} */
  const taken = [];
  const places = [...placesOf(ground, plan)].sort((a, b) => Number(b[0] === active) - Number(a[0] === active) || b[1].area - a[1].area);
  for (const [number, { unit }] of places) {
    const beat = plan.beats.get(number);
    const [x, y] = sketch.at(ground.shapes.centres[2 * unit], ground.shapes.centres[2 * unit + 1]);
    const words = `${number}${beat?.pieces !== undefined && beat.pieces > 1 ? " ⚠" : ""}`;
    const half = c.measureText(words).width / 2 + 3;
    const box = [x - half, y - SIZE / 2 - 2, x + half, y + SIZE / 2 + 2];
    if (taken.some((other) => box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1])) continue;
    taken.push(box);
    c.strokeStyle = halo;
    c.strokeText(words, x, y);
    c.fillStyle = ink;
    c.fillText(words, x, y);
  }
  return taken;
}

/** For each beat the unit nearest to its middle, and how large the beat is. @param {import("./ground.js").Ground} ground @param {import("./plan.js").Plan} plan */
function placesOf({ shapes: { centres }, areas, count }, { preview, beatOf: own }) {
  const beatOf = preview ?? own;
  /** @type {Map<number, {x: number, y: number, area: number, unit: number, far: number}>} */
  const places = new Map();
  for (let i = 0; i < count; i++) {
    if (beatOf[i] === NONE) continue;
    let place = places.get(beatOf[i]);
    if (!place) places.set(beatOf[i], (place = { x: 0, y: 0, area: 0, unit: i, far: Infinity }));
    place.x += areas[i] * centres[2 * i];
    place.y += areas[i] * centres[2 * i + 1];
    place.area += areas[i];
  }
  for (let i = 0; i < count; i++) {
    const place = places.get(beatOf[i]);
    if (!place) continue;
    const far = Math.hypot(centres[2 * i] - place.x / place.area, centres[2 * i + 1] - place.y / place.area) - Math.sqrt(areas[i] / place.area) * 1e-4;
    if (far < place.far) Object.assign(place, { far, unit: i });
  }
  return places;
}
