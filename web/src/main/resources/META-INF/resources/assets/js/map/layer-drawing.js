// @ts-check
/** Imported layers on a map: points, lines and outlines, each drawn once and kept while it is shown. */
import * as L from "leaflet";

/** @typedef {{layer: import("../types.js").Layer, data: any, look: import("../planner/layer-look.js").Look}} Entry */

export class LayerDrawing {
  /** @param {L.Map} map @param {L.Renderer} renderer @param {(entry: Entry) => any} style a Leaflet path style */
  constructor(map, renderer, style) {
    this.map = map;
    this.renderer = renderer;
    this.style = style;
    /** @type {Map<any, {entry: Entry, paths: L.GeoJSON}>} by its data */
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
    for (const entry of entries) {
      const before = this.drawn.get(entry.data);
      const paths = before?.paths ?? this.draw(entry).addTo(this.map);
      this.drawn.set(entry.data, { entry, paths });
      if (before && before.entry.look !== entry.look) paths.setStyle(this.style(entry));
    }
    for (const { data } of entries) this.drawn.get(data)?.paths.bringToFront();
  }

  /** @param {Entry} entry */
  draw(entry) {
    const style = () => this.style(entry);
    return L.geoJSON(entry.data, /** @type {any} */ ({
      pane: this.renderer.options.pane,
      renderer: this.renderer,
      interactive: false,
      style,
      pointToLayer: (/** @type {any} */ _, /** @type {L.LatLng} */ at) => L.circleMarker(at, { ...style(), renderer: this.renderer }),
    }));
  }

  restyle() {
    for (const { entry, paths } of this.drawn.values()) paths.setStyle(this.style(entry));
  }
}
