// @ts-check
import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { CopseElement } from "../element.js";
import { deviation, number, t } from "../i18n.js";
import { icon } from "../icons.js";
import "../planner/deviation-chart.js";
import "./beat-form.js";
import { beatsInOrder } from "./plan.js";
import { planFigures } from "./plan-figures.js";
import "./sector-form.js";

/** Rows drawn at once: each is drawn anew while one paints. */
const PAGE = 60;

const signed = /** @type {Intl.NumberFormatOptions} */ ({ maximumFractionDigits: 1, signDisplay: "exceptZero" });

/** Every beat with its hours, its deviation, and what is pending; the one that is drawn into, with what one can do to it. */
class CopseBeatsPanel extends CopseElement {
  static properties = Object.fromEntries(["draft", "version", "active", "pointed", "mayChange"].map((name) => [name, { attribute: false }]).concat([["sort", { state: true }], ["limit", { state: true }]]));

  constructor() {
    super();
    /** @type {import("./draft.js").Draft | null} */
    this.draft = null;
    this.version = 0;
    this.active = 0;
    /** The beat under the pointer. */
    this.pointed = 0;
    this.mayChange = false;
    this.sort = { key: "number", down: false };
    this.limit = PAGE;
  }

  render() {
    const plan = this.draft?.plan;
    if (!this.draft || !plan) return nothing;
    const beats = beatsInOrder(plan);
    const saved = new Map((this.draft.saved?.beats ?? []).map((/** @type {any} */ beat) => [beat.number, beat]));
    const tolerance = plan.figures.targetHours ? plan.figures.upperHours / plan.figures.targetHours - 1 : 0.15;
    return html`${planFigures(plan.figures, this.draft.saved?.plan)}
      <copse-deviation-chart .beats=${beats.map((beat) => ({ ...beat, id: String(beat.number) }))} .tolerance=${tolerance}
        .picked=${String(this.active)} .pointed=${this.pointed ? String(this.pointed) : ""}></copse-deviation-chart>
      <div class="table-scroll beats" tabindex="0" role="region" aria-label=${t("table.beats")}>
        <table>
          <caption>${t("table.beats")} <span class="quiet">${t("table.count", { n: number(beats.length) })}</span></caption>
          <thead><tr>${this.head("number", t("table.beat"))}${this.head("hours", t("table.hours"), true)}${this.head("deviation", t("table.deviation"), true)}${this.head("residents", t("table.residents"), true)}</tr></thead>
          <tbody>${repeat(this.sorted(beats).slice(0, this.limit), (beat) => beat.number, (beat) => this.row(beat, saved.get(beat.number)))}</tbody>
        </table>
      </div>
      ${beats.length > this.limit ? html`<button type="button" class="plain" @click=${() => (this.limit = beats.length)}>${t("table.all", { n: number(beats.length) })}</button>` : nothing}
      ${this.mayChange ? html`<div class="row"><button type="button" class="small" @click=${() => this.tell("edit-wanted", { kind: "new-beat", sector: plan.beats.get(this.active)?.sector ?? [...plan.sectors.keys()][0] })}>${icon("plus")}${t("workspace.newBeat")}</button>
        <button type="button" class="small" @click=${() => this.tell("edit-wanted", { kind: "new-sector" })}>${icon("plus")}${t("workspace.newSector")}</button>
        <button type="button" class="small" @click=${() => this.tell("edit-wanted", { kind: "recolour", all: true })}>${t("workspace.recolour")}</button></div>` : nothing}
      ${this.active && plan.beats.has(this.active) && this.mayChange ? html`<copse-beat-form .draft=${this.draft} .version=${this.version} .number=${this.active}></copse-beat-form>
        <copse-sector-form .draft=${this.draft} .version=${this.version} .number=${plan.beats.get(this.active)?.sector ?? 0}></copse-sector-form>` : nothing}`;
  }

  /** @param {string} key @param {string} words @param {boolean} [numeric] */
  head(key, words, numeric = false) {
    const state = this.sort.key === key ? (this.sort.down ? "descending" : "ascending") : nothing;
    return html`<th scope="col" class=${numeric ? "num" : ""} aria-sort=${state}>
      <button type="button" class="plain sort" @click=${() => (this.sort = { key, down: this.sort.key === key && !this.sort.down })}>${words}<span aria-hidden="true">${state === nothing ? "" : this.sort.down ? "▾" : "▴"}</span></button>
    </th>`;
  }

  /** The beat that is drawn into always first where not all are shown. @param {any[]} beats */
  sorted(beats) {
    const { key, down } = this.sort;
    const first = (/** @type {any} */ beat) => Number(beats.length > this.limit && beat.number === this.active);
    return beats.sort((a, b) => first(b) - first(a) || (down ? -1 : 1) * (a[key] - b[key] || a.number - b.number));
  }

  /** @param {import("./plan.js").Beat} beat @param {any} saved */
  row(beat, saved) {
    const active = beat.number === this.active;
    const pending = beat.hours - (saved?.hours ?? 0);
    const state = beat.units === 0 ? "workspace.empty" : beat.pieces > 1 ? "workspace.inPieces" : "";
    return html`<tr class="${active ? "picked" : ""} ${beat.number === this.pointed ? "pointed" : ""}" @pointerenter=${() => this.tell("beat-pointed", String(beat.number))} @pointerleave=${() => this.tell("beat-pointed", "")}>
      <th scope="row">
        <button type="button" class="plain pick" aria-pressed=${active ? "true" : "false"} @click=${() => this.tell("beat-picked", String(beat.number))}>
          <span class="swatch beat-${beat.colour}"></span>${beat.number}${beat.locked ? html`${icon("lock")}<span class="visually-hidden">${t("workspace.isLocked")}</span>` : nothing}
        </button>${beat.name && beat.name !== String(beat.number) ? html`<bdi class="quiet name">${beat.name}</bdi>` : nothing}<span class="quiet small name">${t("workspace.inSector", { sector: beat.sector })}</span>
        ${state ? html`<span class="warn-text small name">${t(state, { n: number(beat.pieces) })}</span>` : nothing}
      </th>
      <td class="num">${number(beat.hours)}${Math.abs(pending) >= 0.05 ? html`<br /><span class="small pending-hours">${number(pending, signed)}</span>` : nothing}</td>
      <td class="num">${beat.withinBounds ? deviation(beat.deviation) : html`<span class="warn-text" title=${t(beat.deviation > 0 ? "table.tooMuch" : "table.tooLittle")}>${icon("warning")} ${deviation(beat.deviation)}<span class="visually-hidden"> ${t(beat.deviation > 0 ? "table.tooMuch" : "table.tooLittle")}</span></span>`}</td>
      <td class="num">${number(beat.residents)}</td>
    </tr>`;
  }
}

customElements.define("copse-beats-panel", CopseBeatsPanel);
