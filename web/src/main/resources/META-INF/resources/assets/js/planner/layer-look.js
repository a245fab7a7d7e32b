// @ts-check
/** How a planner has layers drawn: how strong, in which colour, how large; kept in this browser. */
import { beatColour } from "../palette.js";
import { styleOf } from "./layer-kinds.js";

/**
 * @typedef {{strength: number, colour: number, size: number}} Look
 *   strength: from 0, not seen, to 1; colour: of the six, -1 for the kind's own; size: times as large as usual
 */

/** As it is. @type {Look} */
export const PLAIN = Object.freeze({ strength: 1, colour: -1, size: 1 });

export const SIZES = /** @type {const} */ ({ small: 0.6, usual: 1, large: 1.7 });

const KEPT = "copse.layer-looks";

/** A kind's style in a colour and a size. @param {string} kind @param {Look} look @returns {Record<string, any>} a Leaflet path style */
export function dressed(kind, { colour, size }) {
  const style = styleOf(kind);
  const { radius, weight = 1 } = style;
  const sized = radius ? { ...style, radius: radius * size } : { ...style, weight: weight * size };
  if (colour < 0) return sized;
  const isDot = radius && kind !== "CROSSINGS"; // a crossing is a ring
  return { ...sized, [isDot ? "fillColor" : "color"]: beatColour(colour) };
}

/** A style with its lines and areas as strong as told. @param {Record<string, any>} style a Leaflet path style @param {number} strength */
export function faded(style, strength) {
  const { opacity = 1, fillOpacity = 0.2 } = style;
  return { ...style, opacity: opacity * strength, fillOpacity: fillOpacity * strength };
}

/** Looks that were kept, by their layers' ids. @returns {Map<string, Look>} */
export function readLooks() {
  try {
    const kept = Object.entries(JSON.parse(localStorage.getItem(KEPT) ?? "{}"));
    return new Map(kept.map(([id, look]) => [id, { ...PLAIN, .../** @type {Partial<Look>} */ (look) }]));
  } catch {
    return new Map(); // none are kept where a browser keeps nothing
  }
}

/** @param {Map<string, Look>} looks */
export function keepLooks(looks) {
  try {
    localStorage.setItem(KEPT, JSON.stringify(Object.fromEntries(looks)));
  } catch {
    // then they last as long as the page
  }
}
