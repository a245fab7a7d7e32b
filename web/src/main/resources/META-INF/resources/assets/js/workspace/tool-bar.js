// @ts-check
import { html, nothing } from "lit";
import { CopseElement } from "../element.js";
import { number, t } from "../i18n.js";
import { icon } from "../icons.js";
import { TOOLS } from "./hand.js";
import { beatWords } from "./hover-card.js";
import { beatsInOrder } from "./plan.js";

/** @type {Record<string, import("../icons.js").IconName>} */
const ICONS = { look: "hand", click: "pointer", brush: "brush", lasso: "lasso", rectangle: "rectangle", neighbourhood: "area", measure: "ruler" };

/** The tools over the map: what touches units, what becomes of them, and which of them count. */
class CopseToolBar extends CopseElement {
  static properties = Object.fromEntries(["plan", "structure", "tool", "effect", "radius", "active", "onlyFrom", "onlyUnassigned"].map((name) => [name, { attribute: false }]));

  constructor() {
    super();
    /** @type {import("./plan.js").Plan | null} */
    this.plan = null;
    this.structure = 0;
    this.tool = "look";
    this.effect = "paint";
    this.radius = 20;
    this.active = 0;
    this.onlyFrom = 0;
    this.onlyUnassigned = false;
  }

  render() {
    if (!this.plan) return nothing;
    const beats = beatsInOrder(this.plan);
    const colour = this.plan.beats.get(this.active)?.colour;
    return html`<div class="tool-bar over-map" role="toolbar" aria-label=${t("tools.title")}>
      <div class="row tools">
        ${TOOLS.map((tool) => html`<button type="button" class="plain tool" aria-pressed=${tool === this.tool ? "true" : "false"} title=${t(`tools.${tool}`)} @click=${() => this.tell("tool-chosen", tool)}>
          ${icon(ICONS[tool])}<span class="visually-hidden">${t(`tools.${tool}`)}</span>
        </button>`)}
        ${this.tool === "brush" ? this.size() : nothing}
      </div>
      <div class="row">
        <label for="tool-effect" class="visually-hidden">${t("tools.effect")}</label>
        <select id="tool-effect" class="short" @change=${(/** @type {Event} */ e) => this.tell("effect-chosen", valueOf(e))}>
          ${["paint", "select"].map((effect) => html`<option value=${effect} ?selected=${effect === this.effect}>${t(`tools.${effect}`)}</option>`)}
        </select>
        ${this.effect === "paint"
          ? html`<span class="swatch ${colour === undefined ? "" : `beat-${colour}`}"></span><label for="tool-into" class="visually-hidden">${t("tools.into")}</label>
            <select id="tool-into" class="short into" @change=${(/** @type {Event} */ e) => this.tell("beat-chosen", Number(valueOf(e)))}>
              ${beats.map((beat) => html`<option value=${beat.number} ?selected=${beat.number === this.active}>${t("tools.beat", { beat: beatWords(beat) })}</option>`)}
              <option value="0" ?selected=${this.active === 0}>${t("tools.noBeat")}</option>
            </select>`
          : nothing}
        <label for="tool-from">${t("tools.from")}</label>
        <select id="tool-from" class="short" @change=${(/** @type {Event} */ e) => this.tell("filter-chosen", valueOf(e))}>
          <option value="any" ?selected=${!this.onlyFrom && !this.onlyUnassigned}>${t("tools.fromAny")}</option>
          <option value="none" ?selected=${this.onlyUnassigned}>${t("tools.fromNone")}</option>
          ${beats.map((beat) => html`<option value=${beat.number} ?selected=${beat.number === this.onlyFrom}>${t("tools.beat", { beat: beatWords(beat) })}</option>`)}
        </select>
      </div>
    </div>`;
  }

  size() {
    return html`<label for="tool-size" class="small">${t("tools.size")}</label>
      <input id="tool-size" type="range" min="6" max="120" step="2" .value=${String(this.radius)} aria-valuetext=${t("tools.pixels", { n: number(this.radius * 2) })}
        @input=${(/** @type {Event} */ e) => this.tell("size-chosen", Number(valueOf(e)))} />`;
  }
}

/** @param {Event} event */
const valueOf = (event) => /** @type {HTMLInputElement} */ (event.target).value;

customElements.define("copse-tool-bar", CopseToolBar);
