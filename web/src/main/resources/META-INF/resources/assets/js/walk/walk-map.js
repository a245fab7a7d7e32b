// @ts-check
import * as L from "leaflet";
import { DrawnMap } from "../map/drawn-map.js";
import { t } from "../i18n.js";
import { colour } from "../palette.js";

/**
 * The map of a walk: where one is, where one went, what was found. Works without a network; land and streets are there if they were taken along.
 * @fires pinned with lon and lat, when somebody taps it
 */
export class CopseWalkMap extends DrawnMap {
  static properties = { segments: { attribute: false }, position: { attribute: false }, findings: { attribute: false }, pin: { attribute: false }, along: { attribute: false }, label: { type: String } };

  constructor() {
    super();
    /** @type {number[][][]} longitude, latitude */
    this.segments = [];
    /** @type {import("./recorder.js").Position | null} */
    this.position = null;
    /** @type {{lon: number, lat: number, severity: number, asset: boolean}[]} */
    this.findings = [];
    /** @type {{lon: number, lat: number} | null} */
    this.pin = null;
    /** What was planned: the way, where people meet, what is to be looked at again. @type {import("./luggage.js").Along | null} */
    this.along = null;
    this.seen = false;
  }

  firstUpdated() {
    super.firstUpdated();
    this.map?.on("click", ({ latlng }) => this.tell("pinned", { lon: latlng.lng, lat: latlng.lat }));
    this.map?.on("dragstart", () => (this.dragged = true));
  }

  isPlaced() {
    return this.seen;
  }

  content() {
    this.plan();
    for (const points of this.segments) {
      L.polyline(points.map(([lon, lat]) => /** @type {[number, number]} */ ([lat, lon])), { color: colour("accent"), weight: 5, interactive: false }).addTo(this.drawn);
    }
    for (const { lon, lat, severity, asset } of this.findings) {
      const fill = colour(asset ? "accent" : severity > 2 ? "error" : "warn");
      L.circleMarker([lat, lon], { radius: 7, color: colour("map-halo"), weight: 2, fillColor: fill, fillOpacity: 1, interactive: false }).addTo(this.drawn);
    }
    if (this.position) {
      const at = /** @type {[number, number]} */ ([this.position.lat, this.position.lon]);
      L.circle(at, { radius: this.position.accuracyMetres, color: colour("accent"), weight: 1, fillOpacity: 0.15, interactive: false }).addTo(this.drawn);
      L.circleMarker(at, { radius: 8, color: colour("map-halo"), weight: 3, fillColor: colour("accent"), fillOpacity: 1, interactive: false }).addTo(this.drawn);
    }
    if (this.pin) L.circleMarker([this.pin.lat, this.pin.lon], { radius: 11, color: colour("map-pick"), weight: 4, fill: false, interactive: false }).addTo(this.drawn);
    this.follow();
  }

  /** What was planned lies under what is walked. */
  plan() {
    if (!this.along) return;
    const { route, meet, earlier } = this.along;
    if (route.length) L.polyline(route.map(([lon, lat]) => /** @type {[number, number]} */ ([lat, lon])), { color: colour("map-pick"), weight: 4, dashArray: "2 8", interactive: false }).addTo(this.drawn);
    for (const { lon, lat } of earlier) L.circleMarker([lat, lon], { radius: 8, color: colour("warn"), weight: 3, fill: false, interactive: false }).addTo(this.drawn);
    if (meet) L.circleMarker([meet.lat, meet.lon], { radius: 6, color: colour("map-pick"), weight: 3, fillColor: colour("map-halo"), fillOpacity: 1, interactive: false }).bindTooltip(t("plannedWalk.meet"), { permanent: true, direction: "top", offset: [0, -6] }).addTo(this.drawn);
  }

  /** Keeps in view where one is, until somebody moves the map. */
  follow() {
    const at = this.pin ?? this.position ?? lastOf(this.segments) ?? this.findings.at(-1) ?? this.along?.meet;
    if (!at || !this.map || this.dragged) return;
    this.map.setView([at.lat, at.lon], this.seen ? this.map.getZoom() : 17, { animate: false });
    this.seen = true;
  }
}

/** @param {number[][][]} segments */
function lastOf(segments) {
  const point = segments.at(-1)?.at(-1);
  return point ? { lon: point[0], lat: point[1] } : null;
}

customElements.define("copse-walk-map", CopseWalkMap);
