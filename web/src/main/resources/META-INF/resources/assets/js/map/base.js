// @ts-check
/** The map that both views share: backdrop or tiles, scale bar, keyboard, and colours that follow the theme. */
import * as L from "leaflet";
import { t } from "../i18n.js";
import { colour, onTheme } from "../palette.js";
import { get } from "../request.js";
import { session } from "../session.js";
import { PlaceNames } from "./place-names.js";

// Leaflet 1.9.4 draws at once when the view has moved and forgets the frame that it had asked for: that one would draw again, perhaps on a canvas that has gone.
const { _redraw: drawNow } = /** @type {any} */ (L.Canvas.prototype);
L.Canvas.include({
  _redraw() {
    L.Util.cancelAnimFrame(/** @type {any} */ (this)._redrawRequest);
    drawNow.call(this);
  },
});

/** How wide a street is drawn, by the rank that the layer may give it. @type {Record<string, number>} */
const STREET_WIDTHS = { main: 2.5, secondary: 1.5, minor: 0.8 };

/** @type {Record<string, {order: number, style: (feature?: any) => L.PathOptions}>} */
const ROLES = {
  land: { order: 0, style: () => ({ fillColor: colour("map-land"), fillOpacity: 1, stroke: false }) },
  park: { order: 1, style: () => ({ fillColor: colour("map-park"), fillOpacity: 1, stroke: false }) },
  street: {
    order: 2,
    style: (feature) => ({ color: colour("map-street"), weight: STREET_WIDTHS[feature?.properties.rank] ?? 1, opacity: 1, fill: false }),
  },
  water: {
    order: 3,
    style: () => ({ fillColor: colour("map-water"), fillOpacity: 1, color: colour("map-water"), weight: 1.5 }),
  },
  railway: {
    order: 4,
    style: () => ({ color: colour("map-railway"), weight: 2, opacity: 1, dashArray: "6 3", fill: false }),
  },
};

/**
 * Makes a map in an element. The position of the view is set by the caller.
 * @param {HTMLElement} element
 */
export function makeMap(element) {
  const map = L.map(element, { zoomControl: false, preferCanvas: true, maxZoom: 19, zoomSnap: 0.5 });
  map.setView([0, 0], 2);
  map.attributionControl.setPrefix(false);
  L.control.zoom({ position: "topleft", zoomInTitle: t("map.zoomIn"), zoomOutTitle: t("map.zoomOut") }).addTo(map);
  L.control.scale({ imperial: false, position: "bottomleft" }).addTo(map);
  pane(map, "backdrop", 210).style.pointerEvents = "none";
  pane(map, "areas", 400);
  pane(map, "outlines", 420).style.pointerEvents = "none";
  pane(map, "points", 450);
  pane(map, "labels", 460).style.pointerEvents = "none";
  return map;
}

/** Says what is in view whenever it has moved: west, south, east, north. @param {L.Map} map @param {(bbox: number[]) => void} tell */
export function onView(map, tell) {
  const north = (/** @type {number} */ degrees) => Math.max(-90, Math.min(90, degrees));
  map.on("moveend", () => {
    const view = map.getBounds();
    tell([Math.max(view.getWest(), -180), north(view.getSouth()), Math.min(view.getEast(), 210), north(view.getNorth())]);
  });
}

/** @param {L.Map} map @param {string} name @param {number} zIndex */
function pane(map, name, zIndex) {
  const made = map.createPane(name);
  made.style.zIndex = String(zIndex);
  return made;
}

/**
 * Draws what lies under the data: the operator's tiles, else the authority's own land, water, parks, streets and
 * railways. A map without either stays plain.
 * @param {L.Map} map
 * @param {import("./labels.js").Labels} [labels] names of areas, which the names of streets keep clear of
 * @returns {Promise<L.LatLngBounds | null>} where the land is
 */
export async function drawBackdrop(map, labels) {
  const { tileUrl, tileAttribution } = await session();
  if (tileUrl) {
    L.tileLayer(tileUrl, { attribution: escaped(tileAttribution ?? "") }).addTo(map);
    return null;
  }
  const { layers } = await get("/backdrop").catch(() => ({ layers: [] }));
  const known = layers
    .filter((/** @type {{role: string}} */ layer) => layer.role in ROLES)
    .sort((/** @type {{role: string}} */ a, /** @type {{role: string}} */ b) => ROLES[a.role].order - ROLES[b.role].order);
  const names = new PlaceNames(map, labels);
  // One for all roles, so that the order of drawing is theirs; one for each map, as pages may have several.
  const renderer = L.canvas({ pane: "backdrop", padding: 0.3 });
  const drawn = await Promise.all(known.map((layer) => backdropLayer(layer, names, renderer)));
  const group = L.featureGroup(drawn.filter((layer) => layer !== null));
  if (!map.getPane("mapPane")) return null;
  group.addTo(map);
  drawn.forEach((layer) => layer?.bringToFront()); // by role, not by which came first
  const forget = onTheme(() =>
    drawn.forEach((layer, i) => layer?.setStyle(/** @type {any} */ (ROLES[known[i].role].style))),
  );
  map.on("unload", forget);
  const bounds = group.getBounds();
  return bounds.isValid() ? bounds : null;
}

/** @param {{id: string, role: string}} layer @param {PlaceNames} names @param {L.Renderer} renderer */
async function backdropLayer(layer, names, renderer) {
  const data = await get(`/backdrop/${layer.id}`).catch(() => null); // a backdrop that fails leaves the data readable
  if (!data || !names.map.getPane("mapPane")) return null; // or the map has gone meanwhile
  names.add(layer.role, data);
  const style = ROLES[layer.role].style;
  return L.geoJSON(data, /** @type {any} */ ({
    pane: "backdrop",
    renderer,
    interactive: false,
    style,
    pointToLayer: (/** @type {any} */ _, /** @type {L.LatLng} */ at) => L.circleMarker(at, { radius: 1, renderer }),
  }));
}

/** @param {string} words the operator's words, shown as words */
function escaped(words) {
  const span = document.createElement("span");
  span.textContent = words;
  return span.innerHTML;
}
