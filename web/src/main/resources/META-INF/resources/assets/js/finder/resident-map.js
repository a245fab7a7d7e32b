// @ts-check
import { html } from "lit";
import * as L from "leaflet";
import { CopseElement } from "../element.js";
import { t } from "../i18n.js";
import { CellDrawing } from "../hotspot/drawing.js";
import { drawBackdrop, makeMap } from "../map/base.js";
import { Labels } from "../map/labels.js";
import { beatName } from "../names.js";
import { beatColour, colour, onTheme } from "../palette.js";
import { get } from "../request.js";
import { session } from "../session.js";
import "./recorded.js";

/** The plan in force on a map; a click asks about a place. */
class CopseResidentMap extends CopseElement {
  static properties = { at: { attribute: false }, found: { attribute: false }, cells: { state: true } };

  constructor() {
    super();
    /** @type {{lon: number, lat: number} | null} */
    this.at = null;
    /** @type {string[]} ids of the beats in the answer */
    this.found = [];
    /** Hexagons of what was recorded. @type {any} GeoJSON */
    this.cells = null;
    /** @type {L.GeoJSON | null} */
    this.beats = null;
    /** @type {L.CircleMarker | null} */
    this.here = null;
    /** Where the district is. @type {L.LatLngBounds | null} */
    this.extent = null;
  }

  render() {
    return html`<div class="map" role="region" aria-label=${t("resident.map")}></div>
      <copse-recorded @recorded-shown=${(/** @type {CustomEvent} */ { detail }) => (this.cells = detail)}></copse-recorded>`;
  }

  firstUpdated() {
    const element = /** @type {HTMLElement} */ (this.querySelector(".map"));
    this.map = makeMap(element);
    this.map.on("click", (event) => {
      const { lng, lat } = event.latlng.wrap();
      this.tell("place-picked", { lon: lng, lat });
    });
    element.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.target !== element) return;
      const { lng, lat } = /** @type {L.Map} */ (this.map).getCenter().wrap();
      this.tell("place-picked", { lon: lng, lat });
    });
    this.drawing = new CellDrawing(this.map, "areas", false);
    this.forgetTheme = onTheme(() => {
      this.beats?.setStyle((feature) => this.styleOf(feature));
      this.drawing?.restyle();
    });
    this.draw(this.map);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.forgetTheme?.();
    this.map?.remove();
  }

  /** @param {L.Map} map */
  async draw(map) {
    const labels = new Labels(map);
    const [land, plan] = await Promise.all([drawBackdrop(map, labels), get("/plans/current/beats").catch(() => null)]);
    if (plan) {
      this.beats = L.geoJSON(plan, /** @type {any} */ ({
        pane: "areas",
        renderer: L.canvas({ pane: "areas", padding: 0.3 }),
        interactive: false,
        style: (/** @type {any} */ feature) => this.styleOf(feature),
      })).addTo(map);
      labels.show(plan.features, (feature) => beatName(feature.properties));
    }
    this.extent = this.beats?.getBounds() ?? land;
    const { tileUrl } = await session();
    if (!this.extent && !tileUrl) this.tell("nothing-to-draw");
    if (!this.at && this.extent?.isValid()) map.fitBounds(this.extent, { padding: [8, 8], animate: false });
    this.show();
  }

  /** @param {any} feature */
  styleOf(feature) {
    const found = this.found.includes(feature?.properties.id);
    return {
      color: found ? colour("map-pick") : colour("map-ink"),
      opacity: found ? 1 : 0.45,
      weight: found ? 3 : 1,
      fillColor: beatColour(feature?.properties.colour),
      fillOpacity: found ? 0.55 : 0.22,
    };
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (changed.has("at") || changed.has("found")) this.show();
    if (changed.has("cells")) this.drawing?.show(this.cells);
  }

  show() {
    const { map, at } = this;
    if (!map) return;
    this.beats?.setStyle((feature) => this.styleOf(feature));
    this.here?.remove();
    if (!at) return;
    this.here = L.circleMarker([at.lat, at.lon], {
      pane: "points",
      radius: 8,
      color: colour("map-halo"),
      weight: 3,
      fillColor: colour("accent"),
      fillOpacity: 1,
      interactive: false,
    }).addTo(map);
    if (this.extent && !this.extent.contains([at.lat, at.lon])) {
      map.fitBounds(L.latLngBounds(this.extent.getSouthWest(), this.extent.getNorthEast()).extend([at.lat, at.lon]), { animate: false });
    } else if (map.getZoom() < 13 || !map.getBounds().pad(-0.1).contains([at.lat, at.lon])) {
      map.setView([at.lat, at.lon], Math.max(14, map.getZoom()), { animate: false });
    }
  }
}

customElements.define("copse-resident-map", CopseResidentMap);
