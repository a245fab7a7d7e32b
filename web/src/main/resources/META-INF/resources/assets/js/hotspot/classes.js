// @ts-check
/** How each class of cells is drawn: the surer, the further from the background in lightness too, so that it can be told in grey. */
import { colour } from "../palette.js";

/** By class: the custom property of its colour. In the order of the legend. */
const CLASSES = /** @type {Record<string, string>} */ ({
  "more-very-sure": "div-6",
  "more-sure": "div-5",
  "less-sure": "div-1",
  "less-very-sure": "div-0",
  "high-among-high-very-sure": "div-6",
  "high-among-high-sure": "div-5",
  "high-among-low-very-sure": "div-4",
  "high-among-low-sure": "div-4",
  "low-among-high-very-sure": "div-2",
  "low-among-high-sure": "div-2",
  "low-among-low-sure": "div-1",
  "low-among-low-very-sure": "div-0",
  "densest-1": "seq-6",
  "densest-5": "seq-4",
  "densest-10": "seq-2",
});

/** Classes that are not drawn, and are named at the end of the legend. */
const QUIET = ["not-sure", "not-tested", "rest"];

/** The classes that a map has, each with its colour's name, in the legend's order. @param {Record<string, number>} counts cells by class */
export const legendOf = (counts) => [...Object.keys(CLASSES), ...QUIET].filter((name) => counts[name]).map((name) => ({ name, fill: CLASSES[name] ?? "none", cells: counts[name] }));

/** Whether cells of the class are drawn. @param {string} name */
export const isDrawn = (name) => name in CLASSES;

/** A Leaflet path style. @param {string} name of a class that is drawn */
export const styleOf = (name) => ({ fillColor: colour(CLASSES[name]), fillOpacity: 0.8, color: colour(CLASSES[name]), opacity: 0.8, weight: 0.5 });
