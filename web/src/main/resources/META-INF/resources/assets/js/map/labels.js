// @ts-check
/** Names of areas on the map, as text in the page: each where its area has room for it. */
import * as L from "leaflet";

/** A label's box, in the map's pixels: its letters with room around. @param {L.Point} point @param {string} words */
export function boxAround({ x, y }, words) {
  const half = (words.length * PIXELS_PER_LETTER) / 2 + 4;
  return new DOMRect(x - half, y - PIXELS_HIGH / 2, 2 * half, PIXELS_HIGH);
}

/** @typedef {{at: L.LatLngTuple, width: number}} Place */

const PIXELS_PER_LETTER = 7.5;
const PIXELS_HIGH = 16;

/** More than these are drawn only where one looks. */
const AT_ONCE = 150;

/** The labels of one set of areas. They come and go with the zoom, so that they never lie on each other. */
export class Labels {
  /** @param {L.Map} map */
  constructor(map) {
    this.map = map;
    this.group = L.layerGroup().addTo(map);
    /** @type {{words: string, place: Place}[]} */
    this.all = [];
    /** Where the labels lie now, in the map's pixels. @type {DOMRect[]} */
    this.boxes = [];
    map.on("zoomend moveend", () => this.draw());
  }

  /** @param {any[]} features GeoJSON areas @param {(feature: any) => string} wordsOf */
  show(features, wordsOf) {
    this.all = features.map((feature) => ({ words: wordsOf(feature), place: labelPlace(feature.geometry) }));
    this.draw();
  }

  draw() {
    this.group.clearLayers();
    const { map } = this;
    this.boxes = [];
    const view = map.getBounds().pad(0.1);
    const perDegree = (256 * 2 ** map.getZoom()) / 360;
    for (const { words, place } of this.all) {
      const fits = place.width * perDegree >= words.length * PIXELS_PER_LETTER;
      if (fits && (this.all.length <= AT_ONCE || view.contains(place.at))) {
        this.group.addLayer(label(place.at, words));
        this.boxes.push(boxAround(map.latLngToContainerPoint(place.at), words));
      }
    }
    map.fire("labels-drawn");
  }
}

/** @param {L.LatLngTuple} at @param {string} words */
function label(at, words) {
  const span = document.createElement("span");
  span.textContent = words;
  const icon = L.divIcon({ className: "map-label", html: span, iconSize: [0, 0] });
  return L.marker(at, { pane: "labels", interactive: false, keyboard: false, icon });
}

/**
 * Returns a place well inside a feature, for its label: the middle of the widest of some scan lines through its
 * biggest part, so that a crescent keeps its number on itself; and how wide the feature is there, in degrees.
 * @param {any} geometry GeoJSON Polygon or MultiPolygon
 * @returns {Place}
 */
export function labelPlace(geometry) {
  const polygons = geometry.type === "MultiPolygon" ? geometry.coordinates : [geometry.coordinates];
  const rings = polygons.reduce((/** @type {any} */ a, /** @type {any} */ b) => (ringArea(b[0]) > ringArea(a[0]) ? b : a));
  const ys = rings[0].map((/** @type {number[]} */ p) => p[1]);
  const [low, high] = [Math.min(...ys), Math.max(...ys)];
  let best = { width: -1, x: rings[0][0][0], y: rings[0][0][1] };
  for (const share of [0.5, 0.4, 0.6, 0.3, 0.7]) {
    const y = low + share * (high - low);
    const xs = crossings(rings, y);
    for (let i = 0; i + 1 < xs.length; i += 2) {
      const width = xs[i + 1] - xs[i];
      if (width > best.width * 1.15) best = { width, x: (xs[i] + xs[i + 1]) / 2, y };
    }
  }
  return { at: [best.y, best.x], width: Math.max(best.width, 0) };
}

/** @param {number[][][]} rings @param {number} y */
function crossings(rings, y) {
  /** @type {number[]} */
  const xs = [];
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const [[x1, y1], [x2, y2]] = [ring[i - 1], ring[i]];
      if (y1 > y !== y2 > y) xs.push(x1 + ((y - y1) / (y2 - y1)) * (x2 - x1));
    }
  }
  return xs.sort((a, b) => a - b);
}

/** Twice the signed size of a ring in square degrees, made positive: enough to compare. @param {number[][]} ring */
function ringArea(ring) {
  let sum = 0;
  for (let i = 1; i < ring.length; i++) sum += ring[i - 1][0] * ring[i][1] - ring[i][0] * ring[i - 1][1];
  return Math.abs(sum);
}
