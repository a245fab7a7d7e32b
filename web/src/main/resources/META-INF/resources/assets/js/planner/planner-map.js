// @ts-check
import { html } from "lit";
import * as L from "leaflet";
import { CopseElement } from "../element.js";
import { area, deviation, number, t } from "../i18n.js";
import { drawBackdrop, makeMap, onView } from "../map/base.js";
import { Labels } from "../map/labels.js";
import { CellDrawing } from "../hotspot/drawing.js";
import { beatColour, colour, onTheme } from "../palette.js";
import { scaleFor, squareKilometres } from "./colour-by.js";
import { styleOf } from "./layer-kinds.js";
import { dressed, faded } from "./layer-look.js";

/** The planner's map: layers, and the proposed beats and sectors over them. */
class CopsePlannerMap extends CopseElement {
  static properties = {
    layers: { attribute: false },
    hotspots: { attribute: false },
    beats: { attribute: false },
    sectors: { attribute: false },
    figures: { attribute: false },
    colourBy: { attribute: false },
    unitsBy: { attribute: false },
    picked: { attribute: false },
    pointed: { attribute: false },
  };

  constructor() {
    super();
    /** Layers to draw, bottom first. @type {{layer: import("../types.js").Layer, data: any}[]} */
    this.layers = [];
    /** @type {any} GeoJSON of cells, or null */
    this.hotspots = null;
    /** @type {any} GeoJSON of the proposed beats, or null */
    this.beats = null;
    /** @type {any} */
    this.sectors = null;
    /** @type {Map<string, import("../types.js").Beat>} */
    this.figures = new Map();
    this.colourBy = "beat";
    this.unitsBy = "plain";
    this.picked = "";
    this.pointed = "";
    /** @type {Map<any, L.GeoJSON>} what is drawn, by its data */
    this.drawn = new Map();
    /** @type {Map<string, L.Path>} */
    this.paths = new Map();
  }

  render() {
    return html`<div class="map" role="region" aria-label=${t("planner.map")}></div>`;
  }

  firstUpdated() {
    const map = makeMap(/** @type {HTMLElement} */ (this.querySelector(".map")));
    this.map = map;
    this.labels = new Labels(map);
    this.areas = L.canvas({ pane: "areas", padding: 0.3 });
    this.cells = new CellDrawing(map, "points", true);
    this.outlines = L.svg({ pane: "outlines" });
    this.forgetTheme = onTheme(() => this.restyle());
    map.on("click", () => {
      this.marker?.remove();
      this.tell("beat-picked", "");
    });
    onView(map, (bbox) => this.tell("view-moved", bbox));
    drawBackdrop(map, this.labels).then((land) => {
      if (!this.placed && land) map.fitBounds(land, { animate: false });
    });
    this.sizes = new ResizeObserver(() => map.invalidateSize({ animate: false }));
    this.sizes.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.forgetTheme?.();
    this.sizes?.disconnect();
    this.map?.remove();
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (!this.map) return;
    if (changed.has("hotspots")) this.cells?.show(this.hotspots);
    if (changed.has("layers") || changed.has("beats") || changed.has("sectors")) this.draw();
    else if (["colourBy", "unitsBy", "figures"].some((name) => changed.has(name))) this.restyle();
    if (changed.has("picked") || changed.has("pointed")) this.highlight();
  }

  /** Moves to a box of west, south, east, north; or to a point. @param {number[]} box */
  look(box) {
    this.placed = true;
    const [west, south, east, north] = box.length === 2 ? [...box, ...box] : box;
    this.map?.fitBounds(L.latLngBounds([south, west], [north, east]), { maxZoom: 16, padding: [16, 16], animate: false });
  }

  /** @param {string} beat */
  lookAtBeat(beat) {
    const path = /** @type {any} */ (this.paths.get(beat));
    if (path && !this.map?.getBounds().contains(path.getBounds())) {
      this.map?.fitBounds(path.getBounds(), { padding: [40, 40], maxZoom: 15, animate: false });
    }
  }

  draw() {
    const map = /** @type {L.Map} */ (this.map);
    const wanted = [...this.layers.map((entry) => entry.data), this.beats, this.sectors].filter(Boolean);
    for (const [data, drawn] of this.drawn) {
      if (wanted.includes(data)) continue;
      drawn.remove();
      this.drawn.delete(data);
    }
    this.paths.clear();
    for (const { layer, data } of this.layers) {
      if (!this.drawn.has(data)) this.drawn.set(data, this.drawLayer(layer, data).addTo(map));
    }
    if (this.beats && !this.drawn.has(this.beats)) this.drawn.set(this.beats, this.drawBeats().addTo(map));
    if (this.sectors && !this.drawn.has(this.sectors)) this.drawn.set(this.sectors, this.drawSectors().addTo(map));
    const beats = this.drawn.get(this.beats);
    beats?.eachLayer((path) => this.paths.set(/** @type {any} */ (path).feature.properties.id, /** @type {L.Path} */ (path)));
    beats?.bringToFront();
    for (const { layer, data } of this.layers) if (layer.kind !== "UNITS") this.drawn.get(data)?.bringToFront();
    this.restyle();
    this.labels?.show(this.beats?.features ?? [], (feature) => feature.properties.id);
    this.highlight();
    if (!this.placed) this.placeFirst();
  }

  /** Looks at the district's box, unless the map looks at something already. @param {number[]} box */
  lookFirst(box) {
    if (!this.placed) this.look(box);
  }

  /** Looks at a proposal: a new one always, another only where none of it is in view. @param {any} beats GeoJSON @param {boolean} isNew */
  lookAtProposal(beats, isNew) {
    const bounds = L.geoJSON(beats).getBounds();
    if (!this.map || !bounds.isValid() || (this.placed && !isNew && this.map.getBounds().intersects(bounds))) return;
    this.placed = true;
    this.map.fitBounds(bounds, { animate: false });
  }

  /** The first thing drawn decides where the map looks; after that the planner does. */
  placeFirst() {
    const bounds = L.featureGroup([...this.drawn.values()]).getBounds();
    if (!bounds.isValid()) return;
    this.placed = true;
    this.map?.fitBounds(bounds, { animate: false });
  }

  /** @param {import("../types.js").Layer} layer @param {any} data */
  drawLayer(layer, data) {
    const style = () => styleOf(layer.kind);
    return L.geoJSON(data, /** @type {any} */ ({
      pane: "areas",
      renderer: this.areas,
      interactive: layer.kind !== "UNITS" && layer.kind !== "INCIDENTS",
      style,
      pointToLayer: (/** @type {any} */ _, /** @type {L.LatLng} */ at) =>
        L.circleMarker(at, { ...style(), renderer: this.areas }),
      onEachFeature: (/** @type {any} */ feature, /** @type {L.Layer} */ path) => {
        const name = feature.properties?.name ?? feature.properties?.NAME;
        if (name && layer.kind !== "UNITS") path.bindTooltip(String(name).replace(/[<&]/g, ""), { sticky: true });
      },
    }));
  }

  drawBeats() {
    return L.geoJSON(this.beats, /** @type {any} */ ({
      pane: "areas",
      renderer: this.areas,
      onEachFeature: (/** @type {any} */ feature, /** @type {L.Path} */ path) => {
        const { id } = feature.properties;
        path.bindTooltip(() => this.words(feature), { sticky: true });
        path.on("click", (event) => {
          L.DomEvent.stopPropagation(event);
          this.tell("beat-picked", id);
        });
        path.on("mouseover", () => this.tell("beat-pointed", id));
        path.on("mouseout", () => this.tell("beat-pointed", ""));
      },
    }));
  }

  drawSectors() {
    return L.geoJSON(this.sectors, /** @type {any} */ ({ pane: "outlines", renderer: this.outlines, interactive: false }));
  }

  /** @param {any} feature */
  words({ properties: { id, sector } }) {
    const beat = this.figures.get(id);
    const box = document.createElement("span");
    const lines = [t("map.beat", { beat: beat?.name && beat.name !== id ? `${id}, ${beat.name}` : id, sector })];
    if (beat) {
      lines.push(t("map.hours", { hours: number(beat.hours), deviation: deviation(beat.deviation) }));
      lines.push(t("map.residents", { residents: number(beat.residents), area: area(beat.areaSquareKilometres) }));
    }
    lines.forEach((line, i) => {
      if (i > 0) box.append(document.createElement("br"));
      box.append(line);
    });
    return box;
  }

  restyle() {
    this.scale = scaleFor(this.colourBy, [...this.figures.values()]);
    for (const entry of this.layers) {
      if (entry.layer.kind === "UNITS") this.styleUnits(entry);
      else this.drawn.get(entry.data)?.setStyle(/** @type {any} */ (faded(dressed(entry.layer.kind, entry.look), entry.look.strength)));
    }
    for (const id of this.paths.keys()) this.restyleBeat(id);
    this.cells?.restyle();
    this.drawn.get(this.sectors)?.setStyle({ color: colour("map-ink"), weight: 3.5, opacity: 0.85, fill: false });
  }

  /** @param {import("../map/layer-drawing.js").Entry} entry */
  styleUnits({ layer, data, look }) {
    const plain = dressed("UNITS", look);
    const field = layer.roles?.POPULATION;
    const figures = (/** @type {any} */ feature) => ({
      residents: Number((field && feature.properties?.[field]) ?? feature.properties?.population ?? Number.NaN),
      areaSquareKilometres: squareKilometres(feature.geometry),
    });
    const scale = this.beats ? null : scaleFor(this.unitsBy, data.features.map(figures));
    this.tell("units-scaled", scale);
    this.drawn.get(data)?.setStyle((feature) => {
      const fill = scale?.colourFor(figures(feature));
      return faded(fill ? { ...plain, fillColor: fill, fillOpacity: 0.8 } : plain, look.strength);
    });
  }

  /** @param {string} id */
  restyleBeat(id) {
    const path = /** @type {any} */ (this.paths.get(id));
    if (!path) return;
    const figures = this.figures.get(id);
    const fill = this.scale ? (figures && this.scale.colourFor(figures)) || colour("map-land") : beatColour(path.feature.properties.colour);
    path.setStyle({
      fillColor: fill,
      fillOpacity: this.scale ? 0.75 : 0.5,
      color: colour("map-ink"),
      opacity: 0.6,
      weight: 1,
    });
  }

  /** Outlines the picked beat and the one pointed at, above everything and without moving anything. */
  highlight() {
    this.outlined?.remove();
    this.outlined = L.featureGroup().addTo(/** @type {L.Map} */ (this.map));
    for (const [id, weight] of /** @type {[string, number][]} */ ([[this.pointed, 3], [this.picked, 5]])) {
      const path = /** @type {any} */ (this.paths.get(id));
      if (!path) continue;
      const style = { color: colour("map-pick"), weight, fill: false };
      this.outlined.addLayer(L.geoJSON(path.feature, /** @type {any} */ ({ pane: "outlines", renderer: this.outlines, interactive: false, style })));
    }
  }
}

customElements.define("copse-planner-map", CopsePlannerMap);
