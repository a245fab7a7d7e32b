// @ts-check
/** Names of water, parks, streets and railways from the backdrop, each once in view and none over another. */
import * as L from "leaflet";
import { boxAround, labelPlace } from "./labels.js";

/** What is named first, and from which zoom. @type {Record<string, number>} */
const FROM_ZOOM = { water: 11, park: 13, main: 12.5, railway: 14, secondary: 14.5, street: 16, minor: 16 };
const ORDER = Object.keys(FROM_ZOOM);

/** More would be noise. */
const MOST = 60;

/** @typedef {{name: string, kind: string, at: L.LatLngTuple[]}} Named */

export class PlaceNames {
  /** @param {L.Map} map @param {import("./labels.js").Labels} [labels] labels that come first */
  constructor(map, labels) {
    this.map = map;
    this.labels = labels;
    this.group = L.layerGroup().addTo(map);
    /** @type {Named[]} */
    this.all = [];
    map.on("zoomend moveend labels-drawn", () => this.draw());
  }

  /** @param {string} role @param {any} data GeoJSON */
  add(role, data) {
    for (const { geometry, properties } of data.features) {
      if (properties?.name) this.all.push({ name: properties.name, kind: role === "street" ? (properties.rank ?? "street") : role, at: placesOf(geometry) });
    }
    this.all.sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
    this.draw();
  }

  draw() {
    this.group.clearLayers();
    const { map } = this;
    const size = map.getSize();
    const boxes = [...(this.labels?.boxes ?? [])];
    /** @type {Set<string>} */
    const said = new Set();
    for (const { name, kind, at } of this.all) {
      if (said.size >= MOST) return;
      if (said.has(name) || map.getZoom() < (FROM_ZOOM[kind] ?? 16)) continue;
      for (const place of at) {
        const point = map.latLngToContainerPoint(place);
        const box = boxAround(point, name);
        if (box.left < 0 || box.top < 0 || box.right > size.x || box.bottom > size.y || boxes.some((other) => overlap(box, other))) continue;
        boxes.push(box);
        said.add(name);
        this.group.addLayer(label(place, name, kind));
        break;
      }
    }
  }
}

/** Where a feature's name may stand: in a place's middle, on a line at its middle and its quarters. @param {any} geometry @returns {L.LatLngTuple[]} */
function placesOf(geometry) {
  if (geometry.type.endsWith("Polygon")) return [labelPlace(geometry).at];
  const lines = geometry.type === "MultiLineString" ? geometry.coordinates : [geometry.coordinates];
  const line = lines.reduce((/** @type {any} */ a, /** @type {any} */ b) => (b.length > a.length ? b : a));
  return [0.5, 0.25, 0.75].map((share) => {
    const [lon, lat] = line[Math.floor(share * (line.length - 1))];
    return [lat, lon];
  });
}

/** @param {DOMRect} a @param {DOMRect} b */
const overlap = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** @param {L.LatLngTuple} at @param {string} words @param {string} kind */
function label(at, words, kind) {
  const span = document.createElement("span");
  span.textContent = words;
  const icon = L.divIcon({ className: `map-label place ${kind}`, html: span, iconSize: [0, 0] });
  return L.marker(at, { pane: "labels", interactive: false, keyboard: false, icon });
}
