// @ts-check
import { html, nothing } from "lit";
import { CopseElement } from "../element.js";
import { number, t } from "../i18n.js";
import { icon } from "../icons.js";
import { beatWords } from "./hover-card.js";

const valueOf = (/** @type {Event} */ event) => /** @type {HTMLInputElement} */ (event.target).value;

/** What one can do to a sector: name, number, lock, take another one in. */
class CopseSectorForm extends CopseElement {
  static properties = { draft: { attribute: false }, version: { attribute: false }, number: { attribute: false } };

  constructor() {
    super();
    /** @type {import("./draft.js").Draft | null} */
    this.draft = null;
    this.version = 0;
    this.number = 0;
  }

  /** @param {object} edit */
  edit(edit) {
    this.tell("edit-wanted", edit);
  }

  render() {
    const plan = this.draft?.plan;
    const sector = plan?.sectors.get(this.number);
    if (!plan || !sector) return nothing;
    const n = sector.number;
    const others = [...plan.sectors.values()].filter((other) => other.number !== n);
    const beats = [...plan.beats.values()].filter((beat) => beat.sector === n).length;
    return html`<details class="beat-form card">
      <summary>${t("workspace.inSector", { sector: beatWords(sector) })} <span class="quiet small">${t("workspace.sectorFacts", { beats: number(beats), hours: number(sector.hours) })}</span></summary>
      <div class="fields tight">
        <div class="field"><label for="sector-name">${t("workspace.name")}</label>
          <input id="sector-name" maxlength="80" .value=${sector.name ?? ""} @change=${(/** @type {Event} */ e) => valueOf(e).trim() && this.edit({ kind: "rename", sector: n, name: valueOf(e).trim() })} /></div>
        <div class="field"><label for="sector-number">${t("workspace.number")}</label>
          <input id="sector-number" type="number" min="1" max="9999" .value=${String(n)} @change=${(/** @type {Event} */ e) => Number(valueOf(e)) > 0 && this.edit({ kind: "renumber", sector: n, number: Number(valueOf(e)) })} /></div>
      </div>
      <div class="row actions">
        <button type="button" class="small" @click=${() => this.edit({ kind: sector.locked ? "unlock" : "lock", sectors: [n] })}>${icon("lock")}${t(sector.locked ? "workspace.unlockSector" : "workspace.lockSector", { sector: n })}</button>
      </div>
      ${others.length ? html`<div class="field"><label for="sector-merge">${t("workspace.mergeWith")}</label>
          <select id="sector-merge" @change=${(/** @type {Event} */ e) => {
            const other = Number(valueOf(e));
            /** @type {HTMLSelectElement} */ (e.target).value = "";
            if (other) this.edit({ kind: "merge-sectors", sectors: [other], into: n });
          }}><option value="">${t("workspace.choose")}</option>${others.map((other) => html`<option value=${other.number}>${beatWords(other)}</option>`)}</select></div>` : nothing}
    </details>`;
  }
}

customElements.define("copse-sector-form", CopseSectorForm);
