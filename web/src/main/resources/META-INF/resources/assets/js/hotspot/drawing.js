// @ts-check
/** Cells on a map: those that differ from chance, over what is there already. */
import * as L from "leaflet";
import { number, t } from "../i18n.js";
import { isDrawn, styleOf } from "./classes.js";

export class CellDrawing {
  /** @param {L.Map} map @param {string} pane @param {boolean} pointed whether a cell that is pointed at says what it is */
  constructor(map, pane, pointed) {
    this.map = map;
    this.pointed = pointed;
    this.renderer = L.canvas({ pane, padding: 0.3 });
    /** @type {any} GeoJSON */
    this.data = null;
  }

  /** Shows these cells instead of those before. @param {any} cells GeoJSON, or null for none */
  show(cells) {
    if (cells === this.data) return;
    this.data = cells;
    this.paths?.remove();
    this.paths = undefined;
    if (!cells) return;
    this.paths = L.geoJSON(cells, /** @type {any} */ ({
      pane: this.renderer.options.pane,
      renderer: this.renderer,
      interactive: this.pointed,
      filter: (/** @type {any} */ { properties }) => isDrawn(properties.class),
      style: (/** @type {any} */ { properties }) => styleOf(properties.class),
      onEachFeature: (/** @type {any} */ feature, /** @type {L.Layer} */ path) => this.pointed && path.bindTooltip(() => words(feature.properties), { sticky: true }),
    })).addTo(this.map);
  }

  restyle() {
    this.paths?.setStyle((feature) => styleOf(/** @type {any} */ (feature).properties.class));
  }
}

/** A cell in words. @param {any} cell */
function words({ class: name, trend, count, exposure }) {
  const lines = [t(`hotspots.class.${name}`)];
  if (count !== undefined) lines.push(t("hotspots.cellWords", { n: number(count), residents: number(exposure ?? 0) }));
  if (trend && trend !== "none") lines.push(t(`hotspots.trend.${trend}`));
  const box = document.createElement("span");
  box.append(...lines.flatMap((line, i) => (i ? [document.createElement("br"), line] : [line])));
  return box;
}
