// @ts-check
/** Imported layers on a map: points, lines and outlines, each drawn once and kept while it is shown. */
import * as L from "leaflet";

/** @typedef {{layer: import("../types.js").Layer, data: any}} Entry */

export class LayerDrawing {
  /** @param {L.Map} map @param {L.Renderer} renderer @param {(layer: import("../types.js").Layer) => any} style a Leaflet path style */
  constructor(map, renderer, style) {
    this.map = map;
    this.renderer = renderer;
    this.style = style;
    /** @type {Map<any, {layer: import("../types.js").Layer, paths: L.GeoJSON}>} by its data */
    this.drawn = new Map();
  }

  /** Shows exactly these layers, the first at the bottom. @param {Entry[]} entries */
  show(entries) {
    const wanted = new Set(entries.map((entry) => entry.data));
    for (const [data, { paths }] of this.drawn) {
      if (wanted.has(data)) continue;
      paths.remove();
      this.drawn.delete(data);
    }
    for (const { layer, data } of entries) {
      if (!this.drawn.has(data)) this.drawn.set(data, { layer, paths: this.draw(layer, data).addTo(this.map) });
    }
    for (const { data } of entries) this.drawn.get(data)?.paths.bringToFront();
  }

  /** @param {import("../types.js").Layer} layer @param {any} data GeoJSON */
  draw(layer, data) {
    const style = () => this.style(layer);
    return L.geoJSON(data, /** @type {any} */ ({
      pane: this.renderer.options.pane,
      renderer: this.renderer,
      interactive: false,
      style,
      pointToLayer: (/** @type {any} */ _, /** @type {L.LatLng} */ at) => L.circleMarker(at, { ...style(), renderer: this.renderer }),
    }));
  }

  restyle() {
    for (const { layer, paths } of this.drawn.values()) paths.setStyle(this.style(layer));
  }
}
