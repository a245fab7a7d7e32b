// @ts-check
/** The style sheet's colours, for what is drawn on a canvas and cannot read custom properties itself. */

const scheme = matchMedia("(prefers-color-scheme: dark)");

/** @param {string} name of a custom property, without its dashes */
export const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

/** @param {() => void} listener called when light turns dark or back */
export function onTheme(listener) {
  scheme.addEventListener("change", listener);
  return () => scheme.removeEventListener("change", listener);
}

export const STEPS = 7;

/** A beat's colour of the six. @param {number | undefined} index */
export const beatColour = (index) => colour(`beat-${(((index ?? 0) % 6) + 6) % 6}`);

/** Upper bounds of the diverging ramp's steps but the last; target lies in the neutral middle. */
export const DEVIATION_BOUNDS = [-0.3, -0.15, -0.05, 0.05, 0.15, 0.3];

/**
 * Returns the upper bounds of up to seven classes of about equal size, rounded to two figures; fewer where values repeat.
 * @param {number[]} values
 */
export function classBounds(values) {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  if (sorted.length === 0) return [];
  const bounds = [];
  for (let step = 1; step < STEPS; step++) {
    const bound = twoFigures(sorted[Math.floor((step * (sorted.length - 1)) / STEPS)]);
    if (bound > (bounds.at(-1) ?? Number.NEGATIVE_INFINITY) && bound < sorted[sorted.length - 1]) bounds.push(bound);
  }
  return bounds;
}

/** @param {number} value */
function twoFigures(value) {
  return value === 0 ? 0 : Number(value.toPrecision(2));
}

/**
 * Returns the step of a ramp that a value falls in, 0 at the low end.
 * @param {number} value
 * @param {number[]} bounds
 */
export function stepOf(value, bounds) {
  let step = 0;
  while (step < bounds.length && value >= bounds[step]) step++;
  return step;
}

/** Spreads few classes over the whole ramp. @param {number} step @param {number[]} bounds */
export const rampIndex = (step, bounds) => (bounds.length === 0 ? 3 : Math.round((step * (STEPS - 1)) / bounds.length));
