// @ts-check
import { html } from "lit";
import { AskingElement } from "../asking.js";
import "../header.js";
import "../hotspot/panel.js";
import { t } from "../i18n.js";
import { errorNotice } from "../notice.js";
import { get, NotSignedIn, remove, TooLarge } from "../request.js";
import { session } from "../session.js";
import { scaleFor } from "./colour-by.js";
import "./colour-choice.js";
import { asksReason, keptApart } from "./layer-kinds.js";
import { LayerShelf } from "./layer-shelf.js";
import "./layers-panel.js";
import "./legend.js";
import { OpenScenario } from "./open-scenario.js";
import "./planner-map.js";
import "./points-dialog.js";
import "./publish-dialog.js";
import "./results.js";
import "./scenario-form.js";
import "./toolbar.js";
import "./weights-panel.js";
import "../workspace/scenario-list.js";
import "../workspace/workspace.js";

/** @typedef {import("../types.js").Layer} Layer */

const SAID_FOR_MILLISECONDS = 10_000;
const REDRAW = "#redraw";

/** The planner's page: it wires what is open, the layers and the map together. */
class CopsePlanner extends AskingElement {
  static properties = Object.fromEntries(
    ["version", "folded", "showBeats", "colourBy", "unitsBy", "unitsScale", "picked", "pointed", "weights", "own", "unexplained", "profiles", "schema", "who", "plan", "redrawing", "drawn", "unsaved", "hotspots"]
      .map((name) => [name, { state: true }]),
  );

  constructor() {
    super();
    this.version = 0;
    this.shelf = new LayerShelf(() => this.requestUpdate());
    this.open = new OpenScenario(() => this.version++);
    /** The sides that are folded away. @type {Set<string>} */
    this.folded = new Set();
    this.showBeats = true;
    this.colourBy = "beat";
    this.unitsBy = "plain";
    /** @type {import("./colour-by.js").Scale | null} */
    this.unitsScale = null;
    /** Whether the open scenario is redrawn, not looked at. */
    this.redrawing = location.hash === REDRAW;
    /** What the plan that is redrawn goes by, such as `drawn-12`; empty while none is saved. */
    this.drawn = "";
    /** Whether it differs from what is saved. */
    this.unsaved = false;
    /** Cells on the map, as GeoJSON. @type {any} */
    this.hotspots = null;
    this.picked = "";
    this.pointed = "";
    /** The starting weights. @type {import("./weights.js").Weights | null} */
    this.weights = null;
    /** The planner's own weights, once one is changed. @type {import("./weights.js").Weights | null} */
    this.own = null;
    this.unexplained = 0;
    /** @type {{name: string, source: string, residentsPerOfficer: number}[]} */
    this.profiles = [];
    this.schema = "";
    /** @type {import("../types.js").Session | null} */
    this.who = null;
    /** @type {import("../types.js").CurrentPlan | null} */
    this.plan = null;
    const listen = (/** @type {string} */ name, /** @type {(detail: any) => void} */ act) =>
      this.addEventListener(name, (event) => act.call(this, /** @type {CustomEvent} */ (event).detail));
    listen("layer-toggled", ({ layer, on }) => this.toggle(layer, on));
    listen("points-explained", ({ layer, reason }) => (this.shelf.reasons.set(layer.id, reason), this.toggle(layer, true)));
    listen("hotspots-shown", (cells) => this.showHotspots(cells));
    listen("layer-unwanted", (layer) => this.removeLayer(layer));
    listen("layer-raised", (layer) => this.shelf.raise(layer));
    listen("layer-styled", ({ layer, look }) => this.shelf.style(layer, look));
    listen("look", (bbox) => this.map?.look(bbox));
    listen("beat-picked", (id) => this.pick(id));
    listen("beat-pointed", (id) => (this.pointed = id));
    listen("view-moved", (bbox) => this.lookAt(bbox));
    listen("units-scaled", (scale) => (this.unitsScale = scale));
    listen("side-folded", (side) => this.fold(side));
    listen("beats-shown", (shown) => (this.showBeats = shown));
    listen("colour-chosen", (mode) => (this.beatsShown() ? (this.colourBy = mode) : (this.unitsBy = mode)));
    listen("favour-chosen", (favour) => this.attempt(() => this.open.choose(favour)));
    listen("weights-changed", ({ weights, unexplained }) => Object.assign(this, { own: weights, unexplained }));
    listen("scenario-opened", (id) => this.openScenario(() => this.open.open(id)));
    listen("scenarios-wanted", () => this.component("copse-scenario-list").ask());
    listen("scenarios-changed", () => this.attempt(() => this.open.list()));
    listen("scenario-deleted", (id) => this.openScenario(() => this.open.leave(id)));
    listen("redraw-wanted", (wanted) => this.redraw(wanted));
    listen("draft-stands", ({ revision, changed }) => Object.assign(this, { drawn: revision ? `drawn-${revision}` : "", unsaved: changed }));
    listen("scenario-wanted", () => this.component("copse-scenario-form").ask());
    listen("publish-wanted", () => this.component("copse-publish-dialog").open());
    listen("scenario-created", (scenario) => this.open.add(scenario));
    listen("job-started", ({ scenario, job }) => this.openScenario(async () => this.open.started(scenario, job)));
    listen("run-wanted", () => this.openScenario(() => this.open.run()));
    listen("job-ended", (job) => this.openScenario(() => this.open.ended(job), t(`job.${job.state}`), true));
  }

  /** @param {string} tag @returns {any} */
  component(tag) {
    return this.querySelector(tag);
  }

  get map() {
    return this.component("copse-planner-map");
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (changed.has("said") && this.said) setTimeout((/** @type {string} */ words) => this.said === words && (this.said = ""), SAID_FOR_MILLISECONDS, this.said);
  }

  /** Analysts look; planners change. */
  mayChange() {
    return Boolean(this.who?.roles.includes("PLANNER"));
  }

  /** Shows cells, or none; never beside places of worship. @param {any} cells GeoJSON */
  showHotspots(cells) {
    this.hotspots = cells;
    const leaving = cells ? (this.shelf.layers ?? []).filter((layer) => this.shelf.shown.has(layer.id) && keptApart("INCIDENTS", layer.kind)) : [];
    for (const layer of leaving) this.shelf.toggle(layer, false);
    if (leaving.length) this.said = t("layers.keptApart");
  }

  /** Whether incidents may be seen as points. */
  mayReadPoints() {
    return Boolean(this.who?.permissions.includes("incident:read-points"));
  }

  async connectedCallback() {
    super.connectedCallback();
    this.who = await session();
    await Promise.all([
      this.attempt(async () => {
        await this.shelf.load();
        const units = this.shelf.first("UNITS");
        if (units?.bbox) this.map?.lookFirst(units.bbox);
        if (units) await this.shelf.toggle(units, true);
      }),
      this.attempt(async () => {
        const { defaults, profiles, schema } = await get("/workload/profiles");
        Object.assign(this, { weights: defaults, profiles, schema });
      }),
      this.openScenario(() => this.open.openNewest()),
      get("/plans/current").then((plan) => (this.plan = plan), () => {}), // no plan in force is no error
    ]);
  }

  /** Opens a scenario or what it has become, and looks there. @param {() => Promise<void>} work @param {string} [said] @param {boolean} [isNew] */
  async openScenario(work, said = "", isNew = false) {
    this.picked = "";
    await this.attempt(work, said);
    if (this.open.maps) this.map?.lookAtProposal(this.open.maps.beats, isNew);
  }

  /** Loads what came into view. Moving the map leaves what is said standing, unless moving is the answer to it. @param {number[]} bbox */
  async lookAt(bbox) {
    if (this.error instanceof TooLarge) this.error = null;
    await this.shelf.look(bbox).catch((error) => this.failed(error));
  }

  /** @param {unknown} error */
  failed(error) {
    if (error instanceof NotSignedIn) location.assign("/login");
    else super.failed(error);
  }

  render() {
    document.title = `${t("planner.title")} · Copse`;
    const { open, shelf } = this;
    const redrawing = this.redrawing && this.mayChange() && Boolean(open.scenario);
    return html`<h1 class="visually-hidden">${t("planner.title")}</h1>
      <copse-planner-toolbar .scenarios=${open.all} .scenario=${open.scenario} .plan=${this.plan} .mayChange=${this.mayChange()}
        .first=${!open.proposal && Boolean(shelf.layers?.length)} .publishable=${redrawing ? Boolean(this.drawn) : open.publishable} .unsaved=${redrawing && this.unsaved} .folded=${this.folded} .redrawing=${redrawing}></copse-planner-toolbar>
      <p class=${this.said ? "said small" : "visually-hidden"} role="status">${this.said}</p>
      ${redrawing ? html`${errorNotice(this.error)} ${this.workspace()}` : this.lookedAt()}
      <copse-scenario-form .layers=${shelf.layers ?? []} .profiles=${this.profiles} .ordinal=${open.all.length + 1} .last=${open.all[0]?.layers ?? {}} .weights=${this.own} .defaults=${this.weights} .unexplained=${this.unexplained} .author=${this.who?.name ?? ""}></copse-scenario-form>
      <copse-scenario-list .mayChange=${this.mayChange()} .opened=${open.scenario?.id ?? ""}></copse-scenario-list>
      <copse-points-dialog></copse-points-dialog>
      <copse-publish-dialog .scenario=${open.scenario} .favour=${redrawing ? this.drawn : open.favour}></copse-publish-dialog>`;
  }

  /** Layers, map and what was proposed. */
  lookedAt() {
    const { open, shelf } = this;
    const shown = this.beatsShown();
    return html`<div class="workbench ${[...this.folded].map((side) => `no-${side}`).join(" ")}">
        <aside class="side" id="side" ?hidden=${this.folded.has("side")} aria-label=${t("layers.title")}>
          <copse-layers-panel .layers=${shelf.layers} .shown=${shelf.shown} .busy=${shelf.busy} .looks=${shelf.looks} .mayChange=${this.mayChange()} .mayReadPoints=${this.mayReadPoints()}></copse-layers-panel>
          <copse-colour-choice class="section" .proposed=${Boolean(open.maps)} .shown=${this.showBeats}
            .mode=${shown ? this.colourBy : this.unitsBy}></copse-colour-choice>
          <copse-legend .scale=${shown ? scaleFor(this.colourBy, [...open.figures.values()]) : this.unitsScale} .beats=${Boolean(shown)}></copse-legend>
          <copse-hotspots-panel class="section" .scenario=${open.scenario} .shown=${Boolean(this.hotspots)}></copse-hotspots-panel>
          <copse-weights-panel class="section" .weights=${this.own ?? this.weights} .defaults=${this.weights} .mayChange=${this.mayChange()} .author=${this.who?.name ?? ""} .schema=${this.schema}></copse-weights-panel>
        </aside>
        <div class="middle">
          <copse-planner-map .layers=${shelf.drawn} .hotspots=${this.hotspots} .beats=${shown?.beats ?? null} .sectors=${shown?.sectors ?? null} .figures=${open.figures}
            .colourBy=${this.colourBy} .unitsBy=${this.unitsBy} .picked=${this.picked} .pointed=${this.pointed}></copse-planner-map>
        </div>
        <section class="results" id="results" ?hidden=${this.folded.has("results")} aria-label=${t("planner.results")}>
          <copse-results class="stack" .error=${this.error} .open=${open} .version=${this.version} .hasLayers=${Boolean(shelf.layers?.length)}
            .mayChange=${this.mayChange()} .picked=${this.picked} .pointed=${this.pointed}></copse-results>
        </section>
      </div>`;
  }

  workspace() {
    const { open, shelf } = this;
    return html`<copse-workspace .scenario=${open.scenario} .open=${open} .openVersion=${this.version} .hotspots=${this.hotspots} .shelf=${shelf} .drawn=${shelf.drawn} .who=${this.who} .folded=${this.folded}
      .weights=${this.own} .defaults=${this.weights} .schema=${this.schema}></copse-workspace>`;
  }

  /** @param {boolean} wanted */
  redraw(wanted) {
    this.redrawing = wanted;
    history.replaceState(null, "", wanted ? REDRAW : location.pathname);
  }

  /** Folds a side away, or brings it back. @param {string} side */
  fold(side) {
    const folded = new Set(this.folded);
    if (!folded.delete(side)) folded.add(side);
    this.folded = folded;
  }

  /** The territories on the map, if they are to be there. */
  beatsShown() {
    return this.showBeats ? this.open.maps : null;
  }

  /** @param {Layer} layer @param {boolean} on */
  async toggle(layer, on) {
    if (on && asksReason(layer) && !this.shelf.reasons.has(layer.id)) {
      this.component("copse-layers-panel").requestUpdate(); // its box shows what is on the map: nothing yet
      return this.component("copse-points-dialog").ask(layer);
    }
    let leaving = /** @type {Layer[]} */ ([]);
    await this.attempt(async () => {
      leaving = await this.shelf.toggle(layer, on);
    });
    if (on && this.hotspots && keptApart("INCIDENTS", layer.kind)) {
      this.hotspots = null;
      leaving.push(layer);
    }
    if (leaving.length) this.said = t("layers.keptApart");
  }

  /** @param {Layer} layer */
  removeLayer(layer) {
    if (!confirm(t("layers.deleteSure", { layer: layer.name }))) return;
    this.attempt(async () => {
      await remove(`/layers/${layer.id}`);
      this.shelf.drop(layer);
    });
  }

  /** @param {string} id */
  pick(id) {
    this.picked = id;
    if (id) this.map.lookAtBeat(id);
  }
}

customElements.define("copse-planner", CopsePlanner);
