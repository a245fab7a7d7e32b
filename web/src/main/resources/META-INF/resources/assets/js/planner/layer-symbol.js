// @ts-check
/** How a layer looks on the map, as a small picture beside its name. */
import { svg } from "lit";
import { dressed } from "./layer-look.js";

const AREAS = new Set(["UNITS", "NEIGHBOURHOODS", "AREAS_IN_FORCE"]);

/** @param {string} kind @param {import("./layer-look.js").Look} look */
export function layerSymbol(kind, look) {
  const { color, weight = 1, dashArray = "", fillColor = color, fillOpacity = 0, fill = true, opacity = 1, radius } = dressed(kind, look);
  const stroke = svg`<g stroke=${color} stroke-width=${Math.min(weight, 2.5)} stroke-dasharray=${dashArray} stroke-opacity=${Math.max(opacity, 0.7)}
    fill=${fill ? fillColor : "none"} fill-opacity=${Math.max(fillOpacity, 0.15)}>
    ${radius ? svg`<circle cx="11" cy="8" r=${Math.min(radius + 1, 6)} />` : AREAS.has(kind) ? svg`<path d="M3 3L18 2L20 13L5 14z" />` : svg`<path d="M2 12C8 12 10 4 20 4" fill="none" />`}
  </g>`;
  return svg`<svg class="symbol" viewBox="0 0 22 16" width="22" height="16" aria-hidden="true" focusable="false">${stroke}</svg>`;
}
