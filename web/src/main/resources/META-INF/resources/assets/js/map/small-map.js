// @ts-check
/** A small, still map: places or a box over the authority's own land and water, with degrees at its lines. */
import { svg } from "lit";
import { CopseElement } from "../element.js";
import { number, t } from "../i18n.js";
import { get } from "../request.js";

/** @typedef {{west: number, south: number, east: number, north: number}} Box */
/** @typedef {{lon: number, lat: number, label?: string}} Place */

const WIDTH = 320;
const HEIGHT = 200;
const LEAST_DEGREES = 0.002;
const DRAWN = ["land", "park", "water"];

/** @type {Promise<{role: string, rings: number[][][]}[]> | null} */
let asked = null;

/** The land, parks and water, asked for once per page; nothing where there are none. */
function backdrop() {
  asked ??= get("/backdrop")
    .then(({ layers }) => Promise.all(layers.filter((/** @type {any} */ l) => DRAWN.includes(l.role)).map(read)))
    .then((read) => read.sort((a, b) => DRAWN.indexOf(a.role) - DRAWN.indexOf(b.role)))
    .catch(() => []);
  return asked;
}

/** @param {{id: string, role: string}} layer */
async function read({ id, role }) {
  const { features } = await get(`/backdrop/${id}`);
  return { role, rings: features.flatMap((/** @type {any} */ f) => ringsOf(f.geometry)) };
}

/** @param {any} geometry @returns {number[][][]} */
const ringsOf = (geometry) =>
  geometry?.type === "Polygon" ? geometry.coordinates : geometry?.type === "MultiPolygon" ? geometry.coordinates.flat() : [];

class CopseSmallMap extends CopseElement {
  static properties = { box: { attribute: false }, places: { attribute: false }, label: { attribute: false }, picked: { attribute: false }, land: { state: true } };

  constructor() {
    super();
    /** @type {Box | null} */
    this.box = null;
    /** @type {Place[]} */
    this.places = [];
    this.label = "";
    /** Which place is picked; -1 for none. */
    this.picked = -1;
    /** @type {{role: string, rings: number[][][]}[]} */
    this.land = [];
  }

  async connectedCallback() {
    super.connectedCallback();
    this.land = await backdrop();
  }

  render() {
    const view = this.view();
    return svg`<svg class="small-map" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${this.label}>
      <rect class="ground" width=${WIDTH} height=${HEIGHT} />
      ${this.land.map(({ role, rings }) => svg`<path class=${role} fill-rule="evenodd" d=${rings.map((ring) => view.path(ring)).join("")} />`)}
      ${this.graticule(view)}
      ${this.box ? this.drawnBox(view, this.box) : null}
      ${this.places.map((place, i) => this.drawnPlace(view, place, i))}
    </svg>`;
  }

  /** @param {View} view @param {Box} box */
  drawnBox(view, box) {
    const [left, bottom] = view.at(box.west, box.south);
    const [right, top] = view.at(box.east, box.north);
    return svg`<rect class="box" x=${left} y=${top} width=${Math.max(4, right - left)} height=${Math.max(4, bottom - top)} />`;
  }

  /** @param {View} view @param {Place} place @param {number} i */
  drawnPlace(view, place, i) {
    const [x, y] = view.at(place.lon, place.lat);
    return svg`<g class=${i === this.picked ? "place picked" : "place"}>
      <circle cx=${x} cy=${y} r=${i === this.picked ? 9 : 6} />
      <text x=${x} y=${y + 3}>${place.label ?? ""}</text>
    </g>`;
  }

  /** @param {View} view */
  graticule(view) {
    const step = niceStep((view.east - view.west) / 3);
    const lines = [];
    for (let lon = Math.ceil(view.west / step) * step; lon < view.east; lon += step) {
      const [x] = view.at(lon, view.south);
      lines.push(svg`<line x1=${x} x2=${x} y1="0" y2=${HEIGHT} /><text x=${x + 3} y=${HEIGHT - 5}>${degrees(lon, step)}</text>`);
    }
    const up = niceStep((view.north - view.south) / 2);
    for (let lat = Math.ceil(view.south / up) * up; lat < view.north; lat += up) {
      const [, y] = view.at(view.west, lat);
      lines.push(svg`<line x1="0" x2=${WIDTH} y1=${y} y2=${y} /><text x="4" y=${y - 3}>${degrees(lat, up)}</text>`);
    }
    return svg`<g class="graticule">${lines}</g>`;
  }

  /** What is drawn: the box or the places, and the land when there is any, with room around; nothing beyond the globe. */
  view() {
    const lons = this.places.map(({ lon }) => onGlobe(lon, 180, 210));
    const lats = this.places.map(({ lat }) => onGlobe(lat, 90));
    if (this.box) {
      lons.push(onGlobe(this.box.west, 180, 210), onGlobe(this.box.east, 180, 210));
      lats.push(onGlobe(this.box.south, 90), onGlobe(this.box.north, 90));
    }
    for (const { role, rings } of this.land) {
      if (role === "land") for (const ring of rings) for (const [lon, lat] of ring) {
        lons.push(lon);
        lats.push(lat);
      }
    }
    return new View(lons, lats);
  }
}

/** A part of the globe on the drawing: degrees of longitude are as short as they are in its middle. */
class View {
  /** @param {number[]} lons @param {number[]} lats */
  constructor(lons, lats) {
    const [west, east] = ends(lons);
    const [south, north] = ends(lats);
    const middle = Math.max(-80, Math.min(80, (south + north) / 2));
    this.squeeze = Math.cos((middle * Math.PI) / 180);
    const wide = (east - west) * this.squeeze;
    this.scale = Math.min((0.8 * WIDTH) / wide, (0.8 * HEIGHT) / (north - south));
    this.lon = (west + east) / 2;
    this.lat = (south + north) / 2;
    [this.west, this.east] = [this.lon - WIDTH / 2 / this.scale / this.squeeze, this.lon + WIDTH / 2 / this.scale / this.squeeze];
    [this.south, this.north] = [this.lat - HEIGHT / 2 / this.scale, this.lat + HEIGHT / 2 / this.scale];
  }

  /** @param {number} lon @param {number} lat @returns {[number, number]} */
  at(lon, lat) {
    return [rounded(WIDTH / 2 + (lon - this.lon) * this.squeeze * this.scale), rounded(HEIGHT / 2 - (lat - this.lat) * this.scale)];
  }

  /** @param {number[][]} ring */
  path(ring) {
    let d = "";
    let [lastX, lastY] = [Number.NaN, Number.NaN];
    for (const [lon, lat] of ring) {
      const [x, y] = this.at(lon, lat);
      if (Math.abs(x - lastX) + Math.abs(y - lastY) < 1) continue;
      d += `${d ? "L" : "M"}${x} ${y}`;
      [lastX, lastY] = [x, y];
    }
    return d ? `${d}Z` : "";
  }
}

/** What lies on both sides of 180° goes on to 210. @param {number} degrees @param {number} most @param {number} [east] */
const onGlobe = (degrees, most, east = most) => Math.max(-most, Math.min(east, degrees));

/** @param {number} value */
const rounded = (value) => Math.round(value * 10) / 10;

/** Smallest and largest, set apart where they are one. @param {number[]} values @returns {[number, number]} */
function ends(values) {
  if (values.length === 0) return [-180, 180];
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  const room = Math.max(0, LEAST_DEGREES - (most - least)) / 2;
  return [least - room, most + room];
}

/** @param {number} wanted */
function niceStep(wanted) {
  const power = 10 ** Math.floor(Math.log10(wanted));
  return (wanted / power >= 5 ? 5 : wanted / power >= 2 ? 2 : 1) * power;
}

/** @param {number} value @param {number} step */
const degrees = (value, step) => t("unit.degrees", { n: number(Math.round(value / step) * step + 0, { maximumFractionDigits: Math.max(0, -Math.floor(Math.log10(step))) }) });

customElements.define("copse-small-map", CopseSmallMap);
