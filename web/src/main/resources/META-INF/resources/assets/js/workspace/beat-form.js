// @ts-check
import { html, nothing } from "lit";
import { CopseElement } from "../element.js";
import { number, t } from "../i18n.js";
import { icon } from "../icons.js";
import { beatWords } from "./hover-card.js";
import { beatsInOrder } from "./plan.js";

const valueOf = (/** @type {Event} */ event) => /** @type {HTMLInputElement} */ (event.target).value;

/** What one can do to a beat: name, number, colour, sector, lock, split, merge, remove. */
class CopseBeatForm extends CopseElement {
  static properties = { draft: { attribute: false }, version: { attribute: false }, number: { attribute: false }, parts: { state: true } };

  constructor() {
    super();
    /** @type {import("./draft.js").Draft | null} */
    this.draft = null;
    this.version = 0;
    this.number = 0;
    this.parts = 2;
  }

  /** @param {object} edit */
  edit(edit) {
    this.tell("edit-wanted", edit);
  }

  render() {
    const plan = this.draft?.plan;
    const beat = plan?.beats.get(this.number);
    if (!plan || !beat || !this.draft) return nothing;
    const others = beatsInOrder(plan).filter((other) => other.number !== beat.number);
    const neighbours = this.neighbours();
    const near = others.filter((other) => neighbours.has(other.number));
    const n = beat.number;
    return html`<details class="beat-form card" open>
      <summary><span class="swatch beat-${beat.colour}"></span> ${t("workspace.beat", { beat: beatWords(beat) })} <span class="quiet small">${t("workspace.beatFacts", { units: number(beat.units), hours: number(beat.hours) })}</span></summary>
      <div class="fields tight">
        <div class="field"><label for="beat-name">${t("workspace.name")}</label>
          <input id="beat-name" maxlength="80" .value=${beat.name ?? ""} @change=${(/** @type {Event} */ e) => valueOf(e).trim() && this.edit({ kind: "rename", beat: n, name: valueOf(e).trim() })} /></div>
        <div class="field"><label for="beat-number">${t("workspace.number")}</label>
          <input id="beat-number" type="number" min="1" max="9999" .value=${String(n)} @change=${(/** @type {Event} */ e) => Number(valueOf(e)) > 0 && this.edit({ kind: "renumber", beat: n, number: Number(valueOf(e)) })} /></div>
        <div class="field"><label for="beat-sector">${t("table.sector")}</label>
          <select id="beat-sector" @change=${(/** @type {Event} */ e) => this.edit({ kind: "move-beats", beats: [n], sector: Number(valueOf(e)) })}>
            ${[...plan.sectors.values()].map((one) => html`<option value=${one.number} ?selected=${one.number === beat.sector}>${beatWords(one)}</option>`)}
          </select></div>
        <div class="field"><span class="label" id="beat-colour">${t("workspace.colour")}</span>
          <span class="row colours" role="group" aria-labelledby="beat-colour">${[0, 1, 2, 3, 4, 5].map((colour) => html`<button type="button" class="plain swatch beat-${colour}" aria-pressed=${colour === beat.colour ? "true" : "false"} aria-label=${t("workspace.colourN", { n: number(colour + 1) })} @click=${() => this.edit({ kind: "recolour", beat: n, colour })}></button>`)}</span></div>
      </div>
      <div class="row actions">
        <button type="button" class="small" @click=${() => this.edit({ kind: beat.locked ? "unlock" : "lock", beats: [n] })}>${icon("lock")}${t(beat.locked ? "workspace.unlockBeat" : "workspace.lockBeat")}</button>
        <button type="button" class="small" @click=${() => this.tell("units-wanted", n)}>${t("workspace.listUnits")}</button>
        <button type="button" class="small" @click=${() => this.edit({ kind: "clear", beats: [n] })}>${t("workspace.clear")}</button>
        <button type="button" class="small" @click=${() => this.edit({ kind: "remove-beat", beat: n })}>${icon("trash")}${t("workspace.removeBeat")}</button>
      </div>
      <div class="row actions">
        <label for="beat-parts" class="small">${t("workspace.splitInto")}</label>
        <input id="beat-parts" class="short" type="number" min="2" max="9" .value=${String(this.parts)} @change=${(/** @type {Event} */ e) => (this.parts = Math.max(2, Math.min(9, Number(valueOf(e)) || 2)))} />
        <button type="button" class="small" @click=${() => this.edit({ kind: "split", beat: n, parts: this.parts })}>${t("workspace.split")}</button>
      </div>
      ${near.length ? html`<div class="fields tight">
        <div class="field"><label for="beat-merge">${t("workspace.mergeWith")}</label>
          <select id="beat-merge" @change=${(/** @type {Event} */ e) => {
            const other = Number(valueOf(e));
            /** @type {HTMLSelectElement} */ (e.target).value = "";
            if (other) this.edit({ kind: "merge", beats: [n, other], into: n });
          }}><option value="">${t("workspace.choose")}</option>${near.map((other) => html`<option value=${other.number}>${beatWords(other)}</option>`)}</select></div>
        <div class="field"><label for="beat-why">${t("workspace.whyWith")}</label>
          <select id="beat-why" @change=${(/** @type {Event} */ e) => {
            const other = Number(valueOf(e));
            /** @type {HTMLSelectElement} */ (e.target).value = "";
            if (other) this.tell("why-wanted", [n, other]);
          }}><option value="">${t("workspace.choose")}</option>${near.map((other) => html`<option value=${other.number}>${beatWords(other)}</option>`)}</select></div>
      </div>` : nothing}
    </details>`;
  }

  /** Beats next to this one. */
  neighbours() {
    const { plan, ground } = /** @type {any} */ (this.draft);
    /** @type {Set<number>} */
    const found = new Set();
    for (const unit of plan.unitsOf(this.number)) for (const other of ground.neighbours[unit]) found.add(plan.beatOf[other]);
    return found;
  }
}

customElements.define("copse-beat-form", CopseBeatForm);
