// @ts-check
import { html, nothing } from "lit";
import { CopseElement } from "../element.js";
import { t } from "../i18n.js";
import { icon } from "../icons.js";
import { get } from "../request.js";

/** Which scenario is open, the way to another, and the way into force. */
class CopsePlannerToolbar extends CopseElement {
  static properties = {
    scenarios: { attribute: false },
    scenario: { attribute: false },
    plan: { attribute: false },
    mayChange: { attribute: false },
    first: { attribute: false },
    publishable: { attribute: false },
    unsaved: { attribute: false },
    folded: { attribute: false },
    redrawing: { attribute: false },
    vacant: { state: true },
  };

  constructor() {
    super();
    /** @type {import("../types.js").Scenario[]} */
    this.scenarios = [];
    /** @type {import("../types.js").Scenario | null} */
    this.scenario = null;
    /** The plan in force. @type {import("../types.js").CurrentPlan | null} */
    this.plan = null;
    this.mayChange = false;
    /** Whether a new scenario is what one would do next. */
    this.first = false;
    this.publishable = false;
    /** Whether the plan that would be published is redrawn and not saved. */
    this.unsaved = false;
    /** Whether the scenario is redrawn, not looked at. */
    this.redrawing = false;
    /** The sides that are folded away. @type {Set<string>} */
    this.folded = new Set();
    /** How many beats in force nobody answers for by name today. */
    this.vacant = 0;
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (changed.has("plan") || changed.has("mayChange")) this.countVacant();
  }

  async countVacant() {
    if (!this.plan || !this.mayChange) return;
    // The planner works without knowing it.
    const { beats } = await get("/assignments").catch(() => ({ beats: [] }));
    this.vacant = beats.filter((/** @type {any} */ beat) => !beat.cover.resident || !beat.cover.present).length;
  }

  render() {
    return html`<div class="toolbar">
      ${this.fold("side", t("layers.title"))}
      ${this.scenarios.length ? this.choice() : nothing}
      ${this.scenario && this.mayChange ? this.modes() : nothing}
      ${this.mayChange
        ? html`<button type="button" class=${this.first ? "primary" : ""} @click=${() => this.tell("scenario-wanted")}>
            ${icon("plus")}${t("planner.newScenario")}
          </button>`
        : nothing}
      ${this.mayChange && this.publishable
        ? html`<button type="button" class=${this.redrawing ? "" : "primary"} ?disabled=${this.unsaved} @click=${() => this.tell("publish-wanted")}>${t("planner.publish")}</button>`
        : nothing}
      <span class="in-force small quiet" title=${this.plan?.name ?? nothing}>${this.plan ? t("planner.inForce", { plan: this.plan.name }) : t("planner.noneInForce")}</span>
      ${this.vacant ? html`<a class="small warn-text" href="/team">${t("planner.vacant", { n: this.vacant })}</a>` : nothing}
      ${this.fold("results", t(this.redrawing ? "workspace.panel" : "planner.results"))}
    </div>`;
  }

  /** To look at what was proposed, or to redraw. */
  modes() {
    return html`<div class="modes" role="group" aria-label=${t("planner.mode")}>
      ${[false, true].map((redrawing) => html`<button type="button" aria-pressed=${redrawing === this.redrawing ? "true" : "false"} @click=${() => this.tell("redraw-wanted", redrawing)}>${t(redrawing ? "planner.redraw" : "planner.look")}</button>`)}
    </div>`;
  }

  /** @param {string} side @param {string} words */
  fold(side, words) {
    return html`<button type="button" class="fold" aria-controls=${side} title=${words} aria-expanded=${this.folded.has(side) ? "false" : "true"} @click=${() => this.tell("side-folded", side)}>
      ${icon(side === "side" ? "sideStart" : "sideEnd")}<span class="words">${words}</span>
    </button>`;
  }

  choice() {
    return html`<label for="scenario">${t("planner.scenario")}</label>
      <select id="scenario" @change=${(/** @type {Event} */ e) => this.tell("scenario-opened", /** @type {HTMLSelectElement} */ (e.target).value)}>
        ${this.scenarios.map((s) => html`<option value=${s.id} ?selected=${s.id === this.scenario?.id}>${s.name}</option>`)}
      </select>
      <button type="button" class="plain small" @click=${() => this.tell("scenarios-wanted")}>${t("scenarios.all")}</button>`;
  }
}

customElements.define("copse-planner-toolbar", CopsePlannerToolbar);
