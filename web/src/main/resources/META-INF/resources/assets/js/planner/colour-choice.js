// @ts-check
import { html, nothing } from "lit";
import { CopseElement } from "../element.js";
import { t } from "../i18n.js";
import { BEAT_MODES, UNIT_MODES } from "./colour-by.js";

/** Whether the proposed beats are on the map, and what its colours mean. */
class CopseColourChoice extends CopseElement {
  static properties = { proposed: { attribute: false }, shown: { attribute: false }, mode: { attribute: false } };

  constructor() {
    super();
    /** Whether there are beats to show. */
    this.proposed = false;
    this.shown = true;
    this.mode = "beat";
  }

  render() {
    const modes = this.proposed && this.shown ? BEAT_MODES : UNIT_MODES;
    return html`${this.proposed
        ? html`<div class="check">
            <input type="checkbox" id="show-beats" .checked=${this.shown}
              @change=${(/** @type {Event} */ e) => this.tell("beats-shown", /** @type {HTMLInputElement} */ (e.target).checked)} />
            <label for="show-beats">${t("planner.showBeats")}</label>
          </div>`
        : nothing}
      <div class="colour-by">
        <label for="colour-by">${t("planner.colourBy")}</label>
        <select id="colour-by" @change=${(/** @type {Event} */ e) => this.tell("colour-chosen", /** @type {HTMLSelectElement} */ (e.target).value)}>
          ${modes.map((mode) => html`<option value=${mode} ?selected=${mode === this.mode}>${t(`colourBy.${mode}`)}</option>`)}
        </select>
      </div>`;
  }
}

customElements.define("copse-colour-choice", CopseColourChoice);
