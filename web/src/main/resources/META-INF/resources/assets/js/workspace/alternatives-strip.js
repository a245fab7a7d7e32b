// @ts-check
import { html, nothing, svg } from "lit";
import { CopseElement } from "../element.js";
import { t } from "../i18n.js";
import { MEASURES } from "./plan-figures.js";
import "./small-plan.js";

const SIDE = 300;
const TALL = 170;
const EDGE = 22;

/** Alternatives as small maps, and on a scatter of two measures that one chooses. */
class CopseAlternativesStrip extends CopseElement {
  static properties = { ...Object.fromEntries(["draft", "version", "alternatives", "previewed", "mayChange"].map((name) => [name, { attribute: false }])), across: { state: true }, up: { state: true }, shown: { state: true } };

  constructor() {
    super();
    /** @type {import("./draft.js").Draft | null} */
    this.draft = null;
    this.version = 0;
    /** @type {{favour: string, figures: any, units: (number | null)[], violations: number}[]} */
    this.alternatives = [];
    /** What is drawn in the plan's place; empty when nothing is. */
    this.previewed = "";
    this.mayChange = false;
    this.across = "maxDeviation";
    this.up = "residentsChanging";
    this.shown = -1;
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has("previewed") && !this.previewed) this.shown = -1;
  }

  render() {
    const { draft } = this;
    if (!draft?.plan || !draft.ground) return nothing;
    const colours = new Map([...draft.plan.beats.values()].map((beat) => [beat.number, beat.colour]));
    return html`<div class="strip" role="list">${this.alternatives.map((alternative, i) => html`<figure role="listitem" class="card ${i === this.shown ? "picked" : ""}">
        <copse-small-plan .ground=${draft.ground} .beats=${alternative.units.map((beat) => beat ?? 0)} .colours=${colours} .words=${t(`favour.${alternative.favour}`)} .width=${158} .height=${118}></copse-small-plan>
        <figcaption><strong>${i + 1} · ${t(`favour.${alternative.favour}`)}</strong>
          <span class="small quiet">${[this.across, this.up].map((name) => html`${t(`measure.${name}`)}: ${this.measure(name).shown(alternative.figures[name])}<br />`)}</span>
          ${alternative.violations ? html`<span class="small warn-text">${t("engine.violations", { n: alternative.violations })}</span>` : nothing}
          <span class="row"><button type="button" class="small" aria-pressed=${i === this.shown ? "true" : "false"} @click=${() => this.show(i)}>${t(i === this.shown ? "engine.hide" : "engine.show")}</button>
          ${this.mayChange ? html`<button type="button" class="small primary" @click=${() => this.take(i)}>${t("engine.take")}</button>` : nothing}</span></figcaption>
      </figure>`)}</div>
      ${this.scatter()}`;
  }

  /** @param {string} name */
  measure(name) {
    return /** @type {import("./plan-figures.js").Measure} */ (MEASURES.find((measure) => measure.name === name));
  }

  /** @param {number} i */
  show(i) {
    this.shown = this.shown === i ? -1 : i;
    const alternative = this.alternatives[this.shown];
    this.tell("plan-previewed", alternative ? { units: alternative.units, what: t(`favour.${alternative.favour}`) } : null);
  }

  /** @param {number} i */
  take(i) {
    this.shown = -1;
    this.tell("plan-previewed", null);
    this.tell("alternative-taken", i);
  }

  /** Each alternative and the plan itself by two measures; those that no other beats in both are ringed. */
  scatter() {
    const names = MEASURES.map(({ name }) => name).filter((name) => this.alternatives.every(({ figures }) => typeof figures[name] === "number"));
    const points = [...this.alternatives.map(({ figures }, i) => ({ label: String(i + 1), figures })), { label: t("engine.now"), figures: /** @type {any} */ (this.draft?.plan).figures }];
    const x = this.axis(points, this.across, EDGE, SIDE - EDGE);
    const y = this.axis(points, this.up, TALL - EDGE, EDGE);
    const words = { across: t(`measure.${this.across}`), up: t(`measure.${this.up}`) };
    return html`<figure class="scatter">
      <div class="row small">${(/** @type {const} */ (["across", "up"])).map((axis) => html`<label for="scatter-${axis}">${t(`engine.${axis}`)}</label>
        <select id="scatter-${axis}" class="short" @change=${(/** @type {Event} */ e) => (this[axis] = /** @type {HTMLSelectElement} */ (e.target).value)}>${names.map((name) => html`<option value=${name} ?selected=${name === this[axis]}>${t(`measure.${name}`)}</option>`)}</select>`)}</div>
      ${svg`<svg viewBox="0 0 ${SIDE} ${TALL}" role="img" aria-label=${t("engine.scatter", words)}>
        <path class="axes" d="M${EDGE} 6V${TALL - EDGE}H${SIDE - 6}" />
        <text x=${SIDE - 6} y=${TALL - 6} text-anchor="end">${words.across} →</text><text x="6" y="12">↑ ${words.up}</text>
        ${points.map((point) => svg`<g transform="translate(${x(point)} ${y(point)})"><circle r="5" class=${point.label.length > 2 ? "now" : ""} />
          ${this.isBeaten(point, points) ? nothing : svg`<circle r="9" class="ring" />`}<text x="12" y="4">${point.label}</text></g>`)}
      </svg>`}
      <figcaption class="small quiet">${t("engine.front")}</figcaption></figure>`;
  }

  /** @param {any[]} points @param {string} name @param {number} from @param {number} to @returns {(point: any) => number} */
  axis(points, name, from, to) {
    const values = points.map(({ figures }) => Math.abs(figures[name] ?? 0));
    const [least, most] = [Math.min(...values), Math.max(...values)];
    return ({ figures }) => from + (most > least ? (Math.abs(figures[name] ?? 0) - least) / (most - least) : 0.5) * (to - from) * 0.85;
  }

  /** Whether another is at least as good in both and better in one. @param {any} point @param {any[]} points */
  isBeaten(point, points) {
    const worth = (/** @type {any} */ { figures }) => [this.across, this.up].map((name) => Math.abs(figures[name] ?? 0) * this.measure(name).better);
    const [a, b] = worth(point);
    return points.some((other) => {
      const [c, d] = worth(other);
      return c >= a && d >= b && (c > a || d > b);
    });
  }
}

customElements.define("copse-alternatives-strip", CopseAlternativesStrip);
