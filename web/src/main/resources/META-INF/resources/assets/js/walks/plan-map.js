// @ts-check
import * as L from "leaflet";
import { DrawnMap } from "../map/drawn-map.js";
import { beatColour, colour } from "../palette.js";

/** @typedef {[number, number]} Corner longitude and latitude */

/**
 * Where a walk begins and where it goes, over the beats.
 * @fires tapped with longitude and latitude
 */
class CopsePlanMap extends DrawnMap {
  static properties = { beats: { attribute: false }, meet: { attribute: false }, route: { attribute: false }, label: { type: String } };

  constructor() {
    super();
    /** Beats of the plan in force, as GeoJSON. @type {any[]} */
    this.beats = [];
    /** @type {Corner | null} */
    this.meet = null;
    /** @type {Corner[]} */
    this.route = [];
  }

  firstUpdated() {
    super.firstUpdated();
    this.map?.on("click", ({ latlng }) => this.tell("tapped", [latlng.lng, latlng.lat]));
    const own = [...this.route, ...(this.meet ? [this.meet] : [])];
    const box = own.length ? L.latLngBounds(own.map(turned)) : L.geoJSON(/** @type {any} */ ({ type: "FeatureCollection", features: this.beats })).getBounds();
    if (box.isValid()) this.map?.fitBounds(box, { padding: [20, 20], maxZoom: 16, animate: false });
  }

  isPlaced() {
    return this.beats.length > 0 || this.meet !== null;
  }

  /** Brings a beat into view. @param {string} id */
  showBeat(id) {
    const beat = this.beats.find(({ properties }) => properties.id === id);
    if (beat) this.map?.fitBounds(L.geoJSON(beat).getBounds(), { padding: [20, 20], animate: false });
  }

  /** @returns {Corner} */
  middle() {
    const { lng, lat } = /** @type {L.Map} */ (this.map).getCenter();
    return [lng, lat];
  }

  content() {
    L.geoJSON(/** @type {any} */ ({ type: "FeatureCollection", features: this.beats }), {
      interactive: false,
      style: (beat) => ({ color: colour("text"), weight: 1, fillColor: beatColour(beat?.properties.colour), fillOpacity: 0.15 }),
    }).addTo(this.drawn);
    if (this.route.length) L.polyline(this.route.map(turned), { color: colour("map-pick"), weight: 5, interactive: false }).addTo(this.drawn);
    for (const corner of this.route) L.circleMarker(turned(corner), { radius: 4, color: colour("map-pick"), fillColor: colour("map-halo"), fillOpacity: 1, interactive: false }).addTo(this.drawn);
    if (this.meet) L.circleMarker(turned(this.meet), { radius: 10, color: colour("map-pick"), weight: 4, fillColor: colour("map-halo"), fillOpacity: 1, interactive: false }).addTo(this.drawn);
  }
}

/** @param {Corner} corner @returns {[number, number]} latitude and longitude, as Leaflet has them */
const turned = ([lon, lat]) => [lat, lon];

customElements.define("copse-plan-map", CopsePlanMap);
