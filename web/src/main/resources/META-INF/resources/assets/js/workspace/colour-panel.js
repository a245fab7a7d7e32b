// @ts-check
import { html, nothing } from "lit";
import { CopseElement } from "../element.js";
import { number, t } from "../i18n.js";
import { MODES, modeTitle, modeWords } from "./colouring.js";

/** What the map's colours mean: the choice, the legend, and how many units fall in each class. */
class CopseColourPanel extends CopseElement {
  static properties = Object.fromEntries(["mode", "colouring", "columns", "inForce", "hasInForce", "opacity", "terms"].map((name) => [name, { attribute: false }]));

  constructor() {
    super();
    this.mode = "beat";
    /** @type {import("./colouring.js").Colouring | null} */
    this.colouring = null;
    /** The units' own numbers. @type {string[]} */
    this.columns = [];
    this.inForce = false;
    this.hasInForce = false;
    this.opacity = 0.6;
    /** Whether hours by term are known. */
    this.terms = true;
  }

  render() {
    const modes = MODES.filter((mode) => this.terms || !mode.startsWith("term."));
    return html`<div class="colour-by">
        <label for="workspace-colour-by">${t("planner.colourBy")}</label>
        <select id="workspace-colour-by" @change=${(/** @type {Event} */ e) => this.tell("mode-chosen", /** @type {HTMLSelectElement} */ (e.target).value)}>
          ${modes.map((mode) => html`<option value=${mode} ?selected=${mode === this.mode}>${modeWords(mode)}</option>`)}
          ${this.columns.length ? html`<optgroup label=${t("colourBy.columns")}>${this.columns.map((column) => html`<option value="column.${column}" ?selected=${this.mode === `column.${column}`}>${column}</option>`)}</optgroup>` : nothing}
        </select>
      </div>
      ${this.hasInForce ? html`<div class="check"><input type="checkbox" id="show-in-force" .checked=${this.inForce} @change=${(/** @type {Event} */ e) => this.tell("in-force-shown", /** @type {HTMLInputElement} */ (e.target).checked)} />
        <label for="show-in-force"><span class="outline in-force-line"></span>${t("workspace.showInForce")}</label></div>` : nothing}
      <div class="row small"><label for="units-opacity">${t("workspace.opacity")}</label>
        <input id="units-opacity" type="range" min="10" max="100" step="5" .value=${String(Math.round(this.opacity * 100))} @input=${(/** @type {Event} */ e) => this.tell("opacity-chosen", Number(/** @type {HTMLInputElement} */ (e.target).value) / 100)} /></div>
      ${this.legend()}`;
  }

  legend() {
    const { colouring } = this;
    if (!colouring) return nothing;
    const classes = colouring.value ? colouring.classes() : [];
    const most = Math.max(1, ...classes.map(({ count }) => count));
    return html`<div class="legend small" role="group" aria-label=${t("legend.title")}>
      ${colouring.value
        ? html`<p>${modeTitle(colouring.mode)}</p>
          <ul class="ramp histogram">${classes.map(({ name, words, count }) => html`<li><span class="swatch ${name}"></span><span>${words}</span>
            <meter min="0" max=${most} .value=${count} aria-label=${words}></meter><span class="num">${number(count)}<span class="visually-hidden"> ${t("legend.units")}</span></span></li>`)}</ul>`
        : html`<p>${[0, 1, 2, 3, 4, 5].map((index) => html`<span class="swatch beat-${index}"></span>`)} ${t("legend.beats")}</p>`}
      <p><span class="outline"></span>${t("legend.sectors")}</p>
      <p><span class="swatch hatched"></span>${t("legend.hatched")}</p>
    </div>`;
  }
}

customElements.define("copse-colour-panel", CopseColourPanel);
