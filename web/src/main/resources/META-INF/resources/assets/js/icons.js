// @ts-check
/** Icons: one stroke width, drawn for a 24 px square, always beside words or with a label on the control. */
import { html, svg } from "lit";

const SHAPES = {
  close: svg`<path d="M6 6l12 12M18 6L6 18" />`,
  locate: svg`<circle cx="12" cy="12" r="6" /><path d="M12 2v4M12 18v4M2 12h4M18 12h4" />`,
  mail: svg`<rect x="3" y="5" width="18" height="14" rx="2" /><path d="M3 7l9 6 9-6" />`,
  phone: svg`<path d="M6 3h3l2 5-2.500 1.500a11 11 0 0 0 6 6L16 13l5 2v3a3 3 0 0 1-3 3A15 15 0 0 1 3 6a3 3 0 0 1 3-3z" />`,
  info: svg`<circle cx="12" cy="12" r="9" /><path d="M12 11v6M12 7.200v.2" />`,
  menu: svg`<path d="M4 7h16M4 12h16M4 17h16" />`,
  sideStart: svg`<rect x="3" y="4" width="18" height="16" rx="2" /><path d="M9 4v16" />`,
  sideEnd: svg`<rect x="3" y="4" width="18" height="16" rx="2" /><path d="M15 4v16" />`,
  clock: svg`<circle cx="12" cy="12" r="9" /><path d="M12 7v5l3 2" />`,
  speech: svg`<path d="M4 5h16v11H10l-5 4v-4H4z" />`,
  pin: svg`<path d="M12 21s7-6.500 7-12a7 7 0 0 0-14 0c0 5.500 7 12 7 12z" /><circle cx="12" cy="9" r="2.500" />`,
  people: svg`<circle cx="9" cy="8" r="3.500" /><path d="M3 20c0-4 2.500-6 6-6s6 2 6 6" /><path d="M16 5a3.500 3.500 0 0 1 0 6.500M18 14.500c2 .8 3 2.700 3 5.500" />`,
  plus: svg`<path d="M12 5v14M5 12h14" />`,
  upload: svg`<path d="M12 16V4M7 9l5-5 5 5M4 20h16" />`,
  zoom: svg`<path d="M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5" />`,
  report: svg`<path d="M6 3h9l4 4v14H6z" /><path d="M9 12h7M9 16h7M9 8h3" />`,
  trash: svg`<path d="M4 7h16M9 7V4h6v3M6 7l1 14h10l1-14" />`,
  warning: svg`<path d="M12 4l9.500 16h-19z" /><path d="M12 10v4M12 17v.2" />`,
  globe: svg`<circle cx="12" cy="12" r="9" /><path d="M3 12h18M12 3c3 3 3.500 6 3.500 9s-.5 6-3.500 9c-3-3-3.500-6-3.500-9s.5-6 3.500-9z" />`,
  undo: svg`<path d="M8 6L4 10l4 4" /><path d="M4 10h10a6 6 0 0 1 0 12h-3" transform="translate(0 -2)" />`,
  redo: svg`<path d="M16 6l4 4-4 4" /><path d="M20 10H10a6 6 0 0 0 0 12h3" transform="translate(0 -2)" />`,
  hand: svg`<path d="M12 3v18M3 12h18M9 6l3-3 3 3M9 18l3 3 3-3M6 9l-3 3 3 3M18 9l3 3-3 3" />`,
  pointer: svg`<path d="M6 3l13 8-6 1.500L10 19z" />`,
  brush: svg`<path d="M20 4L10 14M14 4.500l5.500 5.500" /><path d="M9 13c-3 0-3 3-6 6 4 1 8 0 8-4z" />`,
  lasso: svg`<path d="M12 4c5 0 9 2.500 9 6s-4 6-9 6-9-2.500-9-6 4-6 9-6z" /><path d="M7 15.500c-2 1-2 4 1 4.500" />`,
  rectangle: svg`<rect x="4" y="6" width="16" height="12" stroke-dasharray="3 2.500" />`,
  ruler: svg`<path d="M3 16L16 3l5 5L8 21z" /><path d="M7 12l2 2M10 9l3 3M13 6l2 2" />`,
  raise: svg`<path d="M12 20V9M7 13l5-5 5 5M5 4h14" />`,
  area: svg`<path d="M4 8l7-4 9 4-2 10-9 2-5-5z" />`,
  lock: svg`<rect x="5" y="11" width="14" height="9" rx="2" /><path d="M8 11V8a4 4 0 0 1 8 0v3" />`,
  map: svg`<path d="M9 4L3 6.500v14L9 18l6 2.500 6-2.500V4l-6 2.500z" /><path d="M9 4v14M15 6.500v14" />`,
};

/** @typedef {keyof typeof SHAPES} IconName */

/** @param {IconName} name */
export const icon = (name) =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${SHAPES[name]}</svg>`;
