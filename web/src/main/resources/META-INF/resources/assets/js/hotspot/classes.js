// @ts-check
/** What the classes of cells are called, and how each is drawn: colour, and for the sure ones a line, so that colour does not stand alone. */
import { colour } from "../palette.js";

/** By class: the custom property of its colour, and how heavy its border is. In the order of the legend. */
const CLASSES = /** @type {Record<string, {fill: string, line: number}>} */ ({
  "more-very-sure": { fill: "div-6", line: 2.5 },
  "more-sure": { fill: "div-5", line: 1 },
  "less-sure": { fill: "div-1", line: 1 },
  "less-very-sure": { fill: "div-0", line: 2.5 },
  "high-among-high-very-sure": { fill: "div-6", line: 2.5 },
  "high-among-high-sure": { fill: "div-5", line: 1 },
  "high-among-low-very-sure": { fill: "div-4", line: 2.5 },
  "high-among-low-sure": { fill: "div-4", line: 1 },
  "low-among-high-very-sure": { fill: "div-2", line: 2.5 },
  "low-among-high-sure": { fill: "div-2", line: 1 },
  "low-among-low-sure": { fill: "div-1", line: 1 },
  "low-among-low-very-sure": { fill: "div-0", line: 2.5 },
  "densest-1": { fill: "seq-6", line: 2.5 },
  "densest-5": { fill: "seq-4", line: 1 },
  "densest-10": { fill: "seq-2", line: 1 },
});

/** Classes that are not drawn, and are named at the end of the legend. */
const QUIET = ["not-sure", "not-tested", "rest"];

/** The classes that a map has, each with its colour's name, in the legend's order. @param {Record<string, number>} counts cells by class */
export const legendOf = (counts) => [...Object.keys(CLASSES), ...QUIET].filter((name) => counts[name]).map((name) => ({ name, fill: CLASSES[name]?.fill ?? "", line: CLASSES[name]?.line ?? 0, cells: counts[name] }));

/** Whether cells of the class are drawn. @param {string} name */
export const isDrawn = (name) => name in CLASSES;

/** A Leaflet path style. @param {string} name of a class that is drawn */
export function styleOf(name) {
  const { fill, line } = CLASSES[name];
  return { fillColor: colour(fill), fillOpacity: 0.7, color: colour("map-ink"), opacity: 0.9, weight: line };
}
