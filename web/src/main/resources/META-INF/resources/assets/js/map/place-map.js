// @ts-check
import * as L from "leaflet";
import { colour } from "../palette.js";
import { DrawnMap } from "./drawn-map.js";

/** @typedef {{id: string, lon: number, lat: number, label: string, title: string, tone: "error" | "warn" | "accent" | "quiet"}} Place */

/**
 * Numbered places, and ways between them; a list beside it says the same in words.
 * @fires picked with the id of a place that was clicked
 */
class CopsePlaceMap extends DrawnMap {
  static properties = { places: { attribute: false }, lines: { attribute: false }, planned: { attribute: false }, picked: { attribute: false }, label: { type: String } };

  constructor() {
    super();
    /** @type {Place[]} */
    this.places = [];
    /** Ways without a gap, in longitude and latitude. @type {[number, number][][]} */
    this.lines = [];
    /** A way that was to be walked. @type {[number, number][]} */
    this.planned = [];
    /** Which place is picked. */
    this.picked = "";
  }

  isPlaced() {
    return this.box().isValid();
  }

  box() {
    const box = L.latLngBounds(this.places.map(({ lon, lat }) => L.latLng(lat, lon)));
    for (const [lon, lat] of [...this.lines.flat(), ...this.planned]) box.extend([lat, lon]);
    return box;
  }

  /** @param {import("lit").PropertyValues} changed */
  updated(changed) {
    super.updated(changed);
    const box = this.box();
    if (this.map && box.isValid() && (changed.has("places") || changed.has("lines") || changed.has("planned"))) this.map.fitBounds(box, { padding: [30, 30], maxZoom: 17, animate: false });
    const at = changed.has("picked") && this.places.find(({ id }) => id === this.picked);
    if (this.map && at) this.map.panInside([at.lat, at.lon], { padding: [40, 40], animate: false });
  }

  content() {
    for (const line of this.lines) {
      L.polyline(line.map(([lon, lat]) => /** @type {[number, number]} */ ([lat, lon])), { color: colour("accent"), weight: 4, interactive: false }).addTo(this.drawn);
    }
    if (this.planned.length) L.polyline(this.planned.map(([lon, lat]) => /** @type {[number, number]} */ ([lat, lon])), { color: colour("map-pick"), weight: 3, dashArray: "2 8", interactive: false }).addTo(this.drawn);
    for (const place of this.places) this.mark(place);
  }

  /** @param {Place} place */
  mark({ id, lon, lat, label, title, tone }) {
    const words = document.createElement("span");
    words.className = `place-mark ${tone}${id === this.picked ? " picked" : ""}`;
    words.textContent = label;
    const marker = L.marker([lat, lon], { icon: L.divIcon({ html: words, className: "", iconSize: [28, 28] }), title, keyboard: false, zIndexOffset: id === this.picked ? 1000 : 0 });
    marker.on("click", () => this.tell("picked", id)).addTo(this.drawn);
  }
}

customElements.define("copse-place-map", CopsePlaceMap);
