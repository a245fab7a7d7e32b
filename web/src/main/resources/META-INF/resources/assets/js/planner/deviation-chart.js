// @ts-check
import { html, nothing, svg } from "lit";
import { CopseElement } from "../element.js";
import { deviation, number, percent, t } from "../i18n.js";
import { isOutside } from "./verdict.js";

const WIDTH = 400;
const HEIGHT = 120;
const FROM = 46; // room for the numbers of the axis
const MIDDLE = HEIGHT / 2;
const LEAST_PIXELS_APART = 13; // else the numbers lie on each other

/** Every beat's deviation from its target hours as a bar, least to most, over the band that is tolerated. */
class CopseDeviationChart extends CopseElement {
  static properties = { beats: { attribute: false }, tolerance: { attribute: false }, picked: { attribute: false }, pointed: { attribute: false } };

  constructor() {
    super();
    /** @type {import("../types.js").Beat[]} */
    this.beats = [];
    this.tolerance = 0.15;
    this.picked = "";
    this.pointed = "";
  }

  render() {
    const sorted = [...this.beats].sort((a, b) => a.deviation - b.deviation);
    if (sorted.length === 0) return nothing;
    const most = Math.max(this.tolerance * 1.4, ...sorted.map((beat) => Math.abs(beat.deviation)));
    const y = (/** @type {number} */ share) => MIDDLE - (share / most) * (MIDDLE - 6);
    const step = (WIDTH - FROM) / sorted.length;
    const outside = sorted.filter((beat) => isOutside(beat.deviation, this.tolerance)).length;
    const named = sorted.find((beat) => beat.id === (this.pointed || this.picked));
    return html`<figure class="deviations">
      <figcaption class="small">
        <strong>${t("deviation.title")}</strong>
        <span class="quiet">${named ? t("deviation.of", { beat: named.id, deviation: deviation(named.deviation), hours: number(named.hours) }) : t("deviation.band", { tolerance: percent(this.tolerance) })}</span>
      </figcaption>
      ${svg`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${t("deviation.label", { n: number(sorted.length), outside: number(outside), least: deviation(sorted[0].deviation), most: deviation(sorted[sorted.length - 1].deviation) })}
          @pointerover=${this.point} @pointerleave=${() => this.tell("beat-pointed", "")} @click=${this.pick}>
        <rect class="band" x=${FROM} width=${WIDTH - FROM} y=${y(this.tolerance)} height=${y(-this.tolerance) - y(this.tolerance)} />
        ${[this.tolerance, 0, -this.tolerance].map((share) => svg`<line class=${share ? "edge" : "target"} x1=${FROM} x2=${WIDTH} y1=${y(share)} y2=${y(share)} />
          ${share && MIDDLE - y(this.tolerance) < LEAST_PIXELS_APART ? nothing : svg`<text x=${FROM - 4} y=${y(share) + 4}>${deviation(share)}</text>`}`)}
        ${sorted.map((beat, i) => this.bar(beat, FROM + i * step, step, y))}
      </svg>`}
    </figure>`;
  }

  /** @param {import("../types.js").Beat} beat @param {number} x @param {number} step @param {(share: number) => number} y */
  bar(beat, x, step, y) {
    const top = Math.min(y(beat.deviation), MIDDLE);
    const height = Math.max(1, Math.abs(y(beat.deviation) - MIDDLE));
    const state = beat.id === this.picked ? "picked" : beat.id === this.pointed ? "pointed" : "";
    return svg`<g data-id=${beat.id} class="bar ${isOutside(beat.deviation, this.tolerance) ? "outside" : ""} ${state}">
      <rect class="reach" x=${x} width=${step} y="0" height=${HEIGHT} />
      <rect class="value" x=${x + step * 0.1} width=${step * 0.8} y=${top} height=${height} />
    </g>`;
  }

  /** @param {Event} event */
  beatAt(event) {
    return /** @type {Element} */ (event.target).closest("g[data-id]")?.getAttribute("data-id") ?? "";
  }

  /** @param {Event} event */
  point(event) {
    this.tell("beat-pointed", this.beatAt(event));
  }

  /** @param {Event} event */
  pick(event) {
    const id = this.beatAt(event);
    this.tell("beat-picked", id === this.picked ? "" : id);
  }
}

customElements.define("copse-deviation-chart", CopseDeviationChart);
