// @ts-check
import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { CopseElement } from "../element.js";
import { number, t } from "../i18n.js";
import { icon } from "../icons.js";
import { beatWords, unitFacts } from "./hover-card.js";
import { beatsInOrder, NONE } from "./plan.js";

/** Rows drawn at once. */
const PAGE = 100;

/** Units as a list: of a beat, of those without one, or found by name; chosen by keyboard, and what becomes of the chosen ones. */
class CopseUnitsPanel extends CopseElement {
  static properties = Object.fromEntries(["draft", "version", "of", "selection", "cursor", "mayChange"].map((name) => [name, { attribute: false }]).concat([["sought", { state: true }], ["limit", { state: true }], ["to", { state: true }]]));

  constructor() {
    super();
    /** @type {import("./draft.js").Draft | null} */
    this.draft = null;
    this.version = 0;
    /** The beat whose units are listed; "none", "all" or "chosen". @type {string} */
    this.of = "chosen";
    /** @type {Set<number>} */
    this.selection = new Set();
    this.cursor = -1;
    this.mayChange = false;
    this.sought = "";
    this.limit = PAGE;
    this.to = 0;
  }

  render() {
    const { draft } = this;
    const { plan, ground } = draft ?? {};
    if (!draft || !plan || !ground) return nothing;
    const units = this.listed();
    const beats = beatsInOrder(plan);
    const unit = this.cursor;
    return html`<div class="row">
        <label for="units-of">${t("units.of")}</label>
        <select id="units-of" class="short" @change=${(/** @type {Event} */ e) => this.tell("units-wanted", /** @type {HTMLSelectElement} */ (e.target).value)}>
          <option value="chosen" ?selected=${this.of === "chosen"}>${t("units.chosen", { n: number(this.selection.size) })}</option>
          <option value="none" ?selected=${this.of === "none"}>${t("tools.noBeat")}</option>
          <option value="all" ?selected=${this.of === "all"}>${t("units.all")}</option>
          ${beats.map((beat) => html`<option value=${beat.number} ?selected=${this.of === String(beat.number)}>${t("tools.beat", { beat: beatWords(beat) })}</option>`)}
        </select>
        <label for="units-sought" class="visually-hidden">${t("units.search")}</label>
        <input id="units-sought" class="short" type="search" placeholder=${t("units.search")} .value=${this.sought} @input=${(/** @type {Event} */ e) => (this.sought = /** @type {HTMLInputElement} */ (e.target).value)} />
      </div>
      ${this.selection.size && this.mayChange ? this.actions(beats) : nothing}
      ${unit >= 0 ? html`<div class="card small unit-card">${unitFacts(ground, plan, unit)}</div>` : nothing}
      <div class="table-scroll units" tabindex="0" role="region" aria-label=${t("units.title")}>
        <table>
          <caption>${t("units.title")} <span class="quiet">${t("table.count", { n: number(units.length) })}</span>
            ${units.length ? html`<button type="button" class="plain small" @click=${() => this.tell("units-selected", new Set([...this.selection, ...units]))}>${t("units.chooseAll")}</button>` : nothing}</caption>
          <thead><tr><th scope="col">${t("units.unit")}</th><th scope="col">${t("table.beat")}</th><th scope="col" class="num">${t("table.hours")}</th><th scope="col" class="num">${t("table.residents")}</th></tr></thead>
          <tbody>${repeat(units.slice(0, this.limit), (i) => i, (i) => html`<tr class=${i === unit ? "pointed" : ""}>
            <th scope="row"><span class="check"><input type="checkbox" id="unit-${i}" .checked=${this.selection.has(i)} @change=${() => this.toggle(i)} @focus=${() => this.tell("unit-shown", i)} />
              <label for="unit-${i}"><bdi>${ground.name(i)}</bdi>${plan.isLocked(i) ? html`${icon("lock")}<span class="visually-hidden">${t("workspace.isLocked")}</span>` : nothing}</label></span></th>
            <td>${plan.beatOf[i] === NONE ? "–" : plan.beatOf[i]}</td>
            <td class="num">${number(ground.hours[i], { maximumFractionDigits: 1 })}</td>
            <td class="num">${number(ground.residents[i])}</td>
          </tr>`)}</tbody>
        </table>
      </div>
      ${units.length > this.limit ? html`<button type="button" class="plain" @click=${() => (this.limit += PAGE * 5)}>${t("units.more", { n: number(units.length - this.limit) })}</button>` : nothing}`;
  }

  /** @param {import("./plan.js").Beat[]} beats */
  actions(beats) {
    const units = [...this.selection];
    const { ground, plan } = /** @type {any} */ (this.draft);
    const hours = units.reduce((sum, unit) => sum + ground.hours[unit], 0);
    const locked = units.every((unit) => plan.lockedUnits.has(unit));
    return html`<div class="card actions">
      <p><strong>${t("units.selected", { n: number(units.length) })}</strong> <span class="quiet">${t("units.selectedHours", { hours: number(hours, { maximumFractionDigits: 1 }) })}</span></p>
      <div class="row">
        <label for="units-to" class="small">${t("units.moveTo")}</label>
        <select id="units-to" class="short" @change=${(/** @type {Event} */ e) => (this.to = Number(/** @type {HTMLSelectElement} */ (e.target).value))}>
          ${beats.map((beat) => html`<option value=${beat.number} ?selected=${beat.number === this.to}>${beatWords(beat)}</option>`)}
        </select>
        <button type="button" class="small primary" @click=${() => this.tell("move-wanted", { units, to: this.to || beats[0]?.number })}>${t("units.move")}</button>
        <button type="button" class="small" @click=${() => this.tell("best-wanted", units)}>${t("units.best")}</button>
        <button type="button" class="small" @click=${() => this.tell("move-wanted", { units, to: NONE })}>${t("units.out")}</button>
        <button type="button" class="small" @click=${() => this.tell("edit-wanted", { kind: locked ? "unlock" : "lock", units: units.map((unit) => ground.ids[unit]) })}>${icon("lock")}${t(locked ? "units.unlock" : "units.lock")}</button>
        <button type="button" class="small plain" @click=${() => this.tell("units-selected", new Set())}>${t("units.none")}</button>
      </div>
    </div>`;
  }

  /** @returns {number[]} */
  listed() {
    const { plan, ground } = /** @type {any} */ (this.draft);
    const sought = this.sought.trim().toLocaleLowerCase();
    const all = Array.from({ length: ground.count }, (_, i) => i);
    if (sought) return all.filter((i) => ground.name(i).toLocaleLowerCase().includes(sought) || ground.units[i].neighbourhood?.toLocaleLowerCase().includes(sought));
    if (this.of === "chosen") return [...this.selection];
    if (this.of === "all") return all;
    return plan.unitsOf(this.of === "none" ? NONE : Number(this.of));
  }

  /** @param {number} unit */
  toggle(unit) {
    const selection = new Set(this.selection);
    if (!selection.delete(unit)) selection.add(unit);
    this.tell("units-selected", selection);
  }
}

customElements.define("copse-units-panel", CopseUnitsPanel);
