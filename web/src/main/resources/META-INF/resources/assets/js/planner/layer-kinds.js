// @ts-check
/** What each kind of layer is for, in the order of a planner's work, and how it is drawn. */
import { colour } from "../palette.js";

/** Kinds that planners import; the server knows the same names. */
export const KINDS = [
  "UNITS",
  "POPULATION",
  "INCIDENTS",
  "WORSHIP",
  "PLACES",
  "NEIGHBOURHOODS",
  "BARRIERS",
  "CROSSINGS",
  "BASES",
  "AREAS_IN_FORCE",
  "CONTACT_POINTS",
  "ADDRESSES",
  "SURVEYS",
  "BACKDROP",
];

/** The scenario's layer names, each with the kind that it takes. */
export const SCENARIO_LAYERS = /** @type {const} */ ({
  units: "UNITS",
  population: "POPULATION",
  incidents: "INCIDENTS",
  worship: "WORSHIP",
  places: "PLACES",
  neighbourhoods: "NEIGHBOURHOODS",
  barriers: "BARRIERS",
  crossings: "CROSSINGS",
  bases: "BASES",
  inForce: "AREAS_IN_FORCE",
});

/** Kinds without a place on the map, or drawn beneath it already. */
const NOT_DRAWN = new Set(["POPULATION", "SURVEYS", "ADDRESSES", "BACKDROP"]);

/** @param {import("../types.js").Layer} layer @param {boolean} mayReadPoints whether incidents may be seen as points */
export const isDrawable = (layer, mayReadPoints) => !NOT_DRAWN.has(layer.kind) && layer.features > 0 && (mayReadPoints || !asksReason(layer));

/** Whether the layer's points are given out with a reason alone. @param {import("../types.js").Layer} layer */
export const asksReason = (layer) => layer.kind === "INCIDENTS";

/** Kinds that are never shown together: a place of worship is a place to visit, not a place of incidents. */
const APART = ["WORSHIP", "INCIDENTS"];

/** @param {string} one @param {string} other */
export const keptApart = (one, other) => one !== other && APART.includes(one) && APART.includes(other);

/** @param {string} kind @returns {Record<string, any>} a Leaflet path style */
export function styleOf(kind) {
  switch (kind) {
    case "UNITS":
      return { color: colour("map-ink"), opacity: 0.35, weight: 0.75, fillColor: colour("accent"), fillOpacity: 0.06 };
    case "NEIGHBOURHOODS":
      return { color: colour("beat-5"), weight: 2, dashArray: "2 5", fill: false };
    case "AREAS_IN_FORCE":
      return { color: colour("map-ink"), weight: 2, dashArray: "8 5", fill: false };
    case "BARRIERS":
      return { color: colour("map-barrier"), weight: 3.5, opacity: 0.9, fill: false };
    case "CROSSINGS":
      return { radius: 4, color: colour("map-barrier"), weight: 2, fillColor: colour("map-halo"), fillOpacity: 1 };
    case "INCIDENTS":
      return { radius: 1.75, stroke: false, fillColor: colour("beat-5"), fillOpacity: 0.4 };
    case "WORSHIP":
      return { radius: 4.5, color: colour("map-halo"), weight: 1, fillColor: colour("quiet"), fillOpacity: 1 };
    case "PLACES":
      return { radius: 3.5, color: colour("map-halo"), weight: 1, fillColor: colour("beat-0"), fillOpacity: 1 };
    default:
      return { radius: 5, color: colour("map-halo"), weight: 1.5, fillColor: colour("accent"), fillOpacity: 1 };
  }
}
