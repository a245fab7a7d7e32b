// @ts-check
/** What the colours of the map mean: beats apart, or classes of a figure of beats or of units. */
import { Classes } from "../classes.js";
import { knows, t } from "../i18n.js";
import { beatColour, colour } from "../palette.js";
import { TERMS } from "./ground.js";

/** @typedef {import("./draft.js").Draft} Draft */

/** Figures of beats, then of units. Terms are left out for whom the server gives none. */
export const MODES = ["beat", "deviation", "hours", "unitHours", "residents", "density", ...TERMS.map((term) => `term.${term}`)];

/** @type {Record<string, (draft: any, unit: number) => number>} */
const VALUES = {
  deviation: ({ plan }, unit) => plan.beats.get(plan.beatOf[unit])?.deviation ?? Number.NaN,
  hours: ({ plan }, unit) => plan.beats.get(plan.beatOf[unit])?.hours ?? Number.NaN,
  unitHours: ({ ground }, unit) => ground.hours[unit],
  residents: ({ ground }, unit) => ground.residents[unit],
  density: ({ ground }, unit) => ground.residents[unit] / (ground.areas[unit] || Number.NaN),
};

/** Whether a mode colours by figures that an edit changes. @param {string} mode */
export const changesWithEdits = (mode) => mode === "deviation" || mode === "hours";

/** The words of a mode. @param {string} mode */
export const modeWords = (mode) => (mode.startsWith("term.") ? t(mode) : mode.startsWith("column.") ? mode.slice(7) : t(`colourBy.${mode}`));

/** The words over a mode's legend. @param {string} mode */
export const modeTitle = (mode) => (knows(`colourBy.${mode}Unit`) ? t(`colourBy.${mode}Unit`) : mode.startsWith("term.") ? t("colourBy.termUnit", { term: t(mode) }) : modeWords(mode));

export class Colouring {
  /** @param {string} mode @param {Draft} draft @param {Map<string, Float64Array>} [columns] the units' own numbers, by column */
  constructor(mode, draft, columns = new Map()) {
    this.mode = mode;
    this.draft = draft;
    const column = columns.get(mode.slice(7));
    const term = mode.slice(5);
    /** @type {((unit: number) => number) | null} */
    this.value = null;
    if (mode.startsWith("column.") && column) this.value = (unit) => column[unit];
    else if (mode.startsWith("term.")) this.value = (unit) => draft.ground?.units[unit].hoursByTerm?.[term] ?? Number.NaN;
    else if (mode in VALUES) this.value = (unit) => VALUES[mode](draft, unit);
    const all = this.value ? Array.from({ length: draft.ground?.count ?? 0 }, (_, i) => /** @type {any} */ (this.value)(i)) : [];
    this.steps = new Classes(all, mode === "deviation");
    /** How many units fall in each class. */
    this.counts = new Array(this.steps.count).fill(0);
    for (const value of all) if (Number.isFinite(value)) this.counts[this.steps.of(value)]++;
    this.readColours();
  }

  /** Light or dark: the style sheet's colours, read once for many units. */
  readColours() {
    this.beatColours = Array.from({ length: 6 }, (_, i) => beatColour(i));
    this.stepColours = this.counts.map((_, step) => colour(this.steps.name(step)));
  }

  /** A unit's colour; null for none. @param {number} unit */
  fill(unit) {
    if (!this.value) {
      const index = this.draft.plan?.colourOf(unit) ?? -1;
      return index < 0 ? null : this.beatColours[index % 6];
    }
    const step = this.steps.of(this.value(unit));
    return step < 0 ? null : this.stepColours[step];
  }

  /** The classes in words, from low to high, with how many units each has. */
  classes() {
    return this.steps.all().map((step, i) => ({ ...step, count: this.counts[i] }));
  }
}
