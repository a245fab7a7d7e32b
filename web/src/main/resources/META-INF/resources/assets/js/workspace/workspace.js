// @ts-check
import { html, nothing } from "lit";
import { t } from "../i18n.js";
import { errorNotice } from "../notice.js";
import "../hotspot/panel.js";
import "../planner/layers-panel.js";
import "./begin.js";
import { changesWithEdits, Colouring } from "./colouring.js";
import "./colour-panel.js";
import "./conflict-dialog.js";
import { Editing } from "./editing.js";
import "./keys-dialog.js";
import { actsOf, listen } from "./handling.js";
import { Keys } from "./keys.js";
import { panels } from "./panels.js";
import "./place-search.js";
import { NONE } from "./plan.js";
import { printHead } from "./printing.js";
import "./tool-bar.js";
import "./why-dialog.js";
import "./workspace-bar.js";
import "./workspace-map.js";

const SAID_FOR_MILLISECONDS = 6_000;
const PRESENCE_MILLISECONDS = 10_000;
const STATE = ["weights", "defaults", "schema", "version", "scenario", "shelf", "drawn", "hotspots", "open", "openVersion", "who", "folded", "begun", "radius", "cursor", "hovered", "mode", "colouring", "inForce", "opacity", "others"];

/** The workspace: a scenario's working plan on the map, the tools to redraw it, and what every change does. */
class CopseWorkspace extends Editing {
  static properties = { ...Editing.properties, ...Object.fromEntries(STATE.map((name) => [name, { attribute: false }])) };

  constructor() {
    super();
    this.version = 0;
    /** @type {import("../types.js").Scenario | null} */
    this.scenario = null;
    /** @type {import("../planner/layer-shelf.js").LayerShelf | null} */
    this.shelf = null;
    this.drawn = [];
    /** Cells as GeoJSON, or null. @type {any} */
    this.hotspots = null;
    this.openVersion = 0;
    /** @type {import("../planner/open-scenario.js").OpenScenario | null} */
    this.open = null;
    /** @type {import("../types.js").Session | null} */
    this.who = null;
    /** @type {Set<string>} */
    this.folded = new Set();
    /** Whether the working plan was begun; null while that is asked. @type {boolean | null} */
    this.begun = null;
    this.radius = 20;
    this.cursor = -1;
    /** The beat under the pointer. */
    this.hovered = 0;
    this.mode = "beat";
    /** @type {Colouring | null} */
    this.colouring = null;
    this.inForce = false;
    this.opacity = 0.6;
    /** @type {{account: string, pendingUnits: number}[]} */
    this.others = [];
    /** The weights that are tried, those of the profile, and where their schema is. @type {any} */
    this.weights = null;
    /** @type {any} */
    this.defaults = null;
    this.schema = "";
    this.keys = new Keys(actsOf(this));
    listen(this);
  }

  connectedCallback() {
    super.connectedCallback();
    this.onKey = (/** @type {KeyboardEvent} */ event) => this.draft.plan && this.mayChange && this.keys.press(event);
    this.onKeyUp = (/** @type {KeyboardEvent} */ event) => event.key === " " && this.map?.hand?.holdSpace(false);
    document.addEventListener("keydown", this.onKey);
    document.addEventListener("keyup", this.onKeyUp);
    this.meeting = setInterval(() => this.meet(), PRESENCE_MILLISECONDS);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener("keydown", /** @type {any} */ (this.onKey));
    document.removeEventListener("keyup", /** @type {any} */ (this.onKeyUp));
    clearInterval(this.meeting);
  }

  /** @returns {any} */
  get map() {
    return this.part("copse-workspace-map");
  }

  get mayChange() {
    return Boolean(this.who?.roles.includes("PLANNER"));
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (changed.has("said") && this.said) setTimeout((/** @type {string} */ words) => this.said === words && (this.said = ""), SAID_FOR_MILLISECONDS, this.said);
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has("tab") && this.previewed) this.preview(null); // what a panel shows goes with it
    if (changed.has("scenario") && this.scenario && this.scenario.id !== this.draft.scenario) this.load(this.scenario.id);
  }

  /** @param {string} id */
  load(id) {
    Object.assign(this, { begun: null, selection: new Set(), cursor: -1, active: NONE, colouring: null, others: [], stroke: null, previewed: "" });
    const opening = this.attempt(async () => this.opened(id, await this.draft.open(id)));
    this.stand(); // on nothing yet: what was drawn on is no longer open
    return opening;
  }

  /** @param {string} id a scenario @param {boolean} begun whether it has a working plan */
  opened(id, begun) {
    if (id !== this.scenario?.id) return; // another was opened meanwhile
    this.begun = begun;
    if (!begun) return;
    this.active ||= Math.min(...(this.draft.plan?.beats.keys() ?? [NONE]));
    this.colour(this.mode);
    this.meet();
  }

  /** @param {string} mode */
  colour(mode) {
    this.mode = mode;
    this.colouring = new Colouring(mode, this.draft, this.shelf?.columns(this.scenario?.layers?.units ?? "", this.draft.ground?.ids ?? []));
  }

  /** @param {Iterable<number> | "all"} [units] that look otherwise */
  changed(units = []) {
    this.version++;
    if (!this.draft.plan?.preview) this.previewed = ""; // a plan that came whole is drawn as it is
    this.stand();
    if (changesWithEdits(this.mode) && this.draft.plan) this.colour(this.mode); // and with it the whole map
    this.map?.repaint(units);
  }

  /** Tells which revision is drawn on, and whether it is changed. */
  stand() {
    const { plan, base, pending, shown } = this.draft;
    this.tell("draft-stands", { revision: plan ? base.revision : 0, changed: plan !== null && (pending.changed || shown.length > 0) });
  }

  /** Draws another plan in this one's place, or this one again. @param {{units: (number | null)[], what: string} | null} other */
  preview(other) {
    if (!this.draft.plan) return;
    this.draft.plan.preview = other ? Int32Array.from(other.units, (beat) => beat ?? NONE) : null;
    this.previewed = other?.what ?? "";
    this.map?.repaint("all");
  }

  /** Draws the plan as some moves would leave it. @param {{unit: string, beat: number}[] | null} moves */
  previewMoves(moves) {
    const { plan, ground } = this.draft;
    if (!plan || !ground) return;
    const units = moves ? Array.from(plan.beatOf) : null;
    const moved = (moves ?? []).map(({ unit }) => /** @type {number} */ (ground.numberOf.get(unit)));
    moved.forEach((unit, i) => units && (units[unit] = /** @type {any} */ (moves)[i].beat));
    if (moves) this.selection = new Set(moved);
    this.preview(units ? { units, what: t("checks.mendTitle") } : null);
  }

  /** @param {[number, number]} beats */
  why(beats) {
    return this.part("copse-why-dialog").ask(beats);
  }

  /** @param {number} unit */
  showUnit(unit) {
    this.cursor = unit;
    this.map?.showUnits([unit]);
  }

  /** @param {number} beat @param {boolean} [goThere] */
  pickBeat(beat, goThere = false) {
    if (!this.draft.plan?.beats.has(beat)) return;
    this.active = beat;
    if (goThere) this.map?.showUnits(this.draft.plan.unitsOf(beat));
  }

  /** @param {number[]} units @param {number | null} beat */
  goTo(units, beat) {
    this.selection = new Set(units);
    if (beat) this.active = beat;
    this.map?.showUnits(units, true);
  }

  async meet() {
    if (!this.begun || document.hidden || !this.mayChange) return;
    await this.draft.meet().then((others) => (this.others = others), () => {}); // one works on alone
    this.version++;
  }

  render() {
    const { draft, shelf } = this;
    return html`<copse-workspace-bar .draft=${draft} .version=${this.version} .others=${this.others} .saving=${this.saving} .mayChange=${this.mayChange}></copse-workspace-bar>
      ${printHead(this)}
      <p class=${this.said ? "said small" : "visually-hidden"} role="status">${this.said}</p>
      <div class="workbench ${[...this.folded].map((side) => `no-${side}`).join(" ")}">
        <aside class="side" id="side" ?hidden=${this.folded.has("side")} aria-label=${t("layers.title")}>
          <copse-place-search></copse-place-search>
          <copse-colour-panel .mode=${this.mode} .colouring=${this.colouring} .inForce=${this.inForce} .opacity=${this.opacity} .columns=${shelf?.columnNames(this.scenario?.layers?.units ?? "") ?? []}
            .hasInForce=${Boolean(draft.ground?.units.some((unit) => unit.inForce))} .terms=${Boolean(Object.keys(draft.ground?.units[0]?.hoursByTerm ?? {}).length)}></copse-colour-panel>
          <copse-layers-panel class="section" .layers=${shelf?.layers?.filter((layer) => layer.kind !== "UNITS") ?? null} .shown=${shelf?.shown ?? new Set()} .busy=${shelf?.busy ?? new Set()} .looks=${shelf?.looks ?? new Map()} .mayChange=${this.mayChange} .mayReadPoints=${Boolean(this.who?.permissions.includes("incident:read-points"))}></copse-layers-panel>
          <copse-hotspots-panel class="section" .scenario=${this.scenario} .shown=${Boolean(this.hotspots)}></copse-hotspots-panel>
        </aside>
        <div class="middle">
          <copse-workspace-map .draft=${draft} .version=${this.version} .colouring=${this.colouring} .layers=${shelf?.drawn ?? []} .hotspots=${this.hotspots} .tool=${this.tool} .radius=${this.radius} .active=${this.active}
            .selection=${this.selection} .cursor=${this.cursor} .inForce=${this.inForce} .opacity=${this.opacity}></copse-workspace-map>
          ${this.begun && this.mayChange ? html`<copse-tool-bar .plan=${draft.plan} .structure=${draft.structure} .tool=${this.tool} .effect=${this.effect} .radius=${this.radius} .active=${this.active}
            .onlyFrom=${this.onlyFrom} .onlyUnassigned=${this.onlyUnassigned}></copse-tool-bar>` : nothing}
          ${this.previewed ? html`<p class="previewed over-map small" role="status">${t("engine.shown", { what: this.previewed })} <button type="button" class="small" @click=${() => this.preview(null)}>${t("engine.hide")}</button></p>` : nothing}
        </div>
        <section class="results stack" id="results" ?hidden=${this.folded.has("results")} aria-label=${t("workspace.panel")}>
          ${errorNotice(this.error)}
          ${this.begun === null ? (this.error ? nothing : html`<p class="quiet" role="status">${t("planner.loading")}</p>`) : this.begun ? panels(this) : html`<copse-begin .scenario=${this.scenario} .proposal=${this.open?.proposal ?? null} .favour=${this.open?.favour ?? ""} .mayChange=${this.mayChange}></copse-begin>`}
        </section>
      </div>
      <copse-conflict-dialog .draft=${draft}></copse-conflict-dialog>
      <copse-why-dialog .draft=${draft} .mayChange=${this.mayChange}></copse-why-dialog>
      <copse-keys-dialog></copse-keys-dialog>`;
  }
}

customElements.define("copse-workspace", CopseWorkspace);
