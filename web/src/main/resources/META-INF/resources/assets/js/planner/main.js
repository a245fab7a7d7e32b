// @ts-check
import { html, nothing } from "lit";
import { CopseElement } from "../element.js";
import "../header.js";
import { t } from "../i18n.js";
import { errorNotice } from "../notice.js";
import { get, NotFound, NotSignedIn, post, remove, TooLarge } from "../request.js";
import { session } from "../session.js";
import { scaleFor } from "./colour-by.js";
import "./colour-choice.js";
import "./job-progress.js";
import { newerNotice } from "./newer.js";
import { LayerShelf } from "./layer-shelf.js";
import "./layers-panel.js";
import "./legend.js";
import "./planner-map.js";
import "./proposal.js";
import "./publish-dialog.js";
import "./scenario-form.js";
import { failureOf, figuresOf, isRunning, reasonOf, Scenarios } from "./scenarios.js";
import "./toolbar.js";
import "./weights-panel.js";

/** @typedef {import("../types.js").Layer} Layer */

const SAID_FOR_MILLISECONDS = 10_000;

/** The planner's page: it holds what is open and hands it to the parts. */
class CopsePlanner extends CopseElement {
  static properties = Object.fromEntries(
    ["error", "scenarios", "scenario", "job", "proposal", "favour", "maps", "showBeats",
      "colourBy", "unitsBy", "unitsScale", "picked", "pointed", "weights", "own", "unexplained", "profiles", "schema", "who", "plan", "said"]
      .map((name) => [name, { state: true }]),
  );

  constructor() {
    super();
    this.known = new Scenarios();
    this.shelf = new LayerShelf(() => this.requestUpdate());
    /** @type {unknown} */
    this.error = null;
    /** @type {import("../types.js").Scenario[]} */
    this.scenarios = [];
    /** The scenario that is open. @type {import("../types.js").Scenario | null} */
    this.scenario = null;
    /** The id of the job that runs; empty when none does. */
    this.job = "";
    /** @type {import("../types.js").Proposal | null} */
    this.proposal = null;
    this.favour = "";
    /** Territories of the alternative shown. @type {{beats: any, sectors: any} | null} */
    this.maps = null;
    this.showBeats = true;
    this.colourBy = "beat";
    this.unitsBy = "plain";
    /** @type {import("./colour-by.js").Scale | null} */
    this.unitsScale = null;
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
    this.said = ""; // what happened last; it goes after a while
    const listen = (/** @type {string} */ name, /** @type {(detail: any) => void} */ act) =>
      this.addEventListener(name, (event) => act.call(this, /** @type {CustomEvent} */ (event).detail));
    listen("layer-toggled", ({ layer, on }) => this.toggle(layer, on));
    listen("layer-unwanted", (layer) => this.removeLayer(layer));
    listen("look", (bbox) => this.component("copse-planner-map").look(bbox));
    listen("beat-picked", (id) => this.pick(id));
    listen("beat-pointed", (id) => (this.pointed = id));
    listen("view-moved", (bbox) => this.lookAt(bbox));
    listen("units-scaled", (scale) => (this.unitsScale = scale));
    listen("beats-shown", (shown) => (this.showBeats = shown));
    listen("colour-chosen", (mode) => (this.beatsShown() ? (this.colourBy = mode) : (this.unitsBy = mode)));
    listen("favour-chosen", (favour) => this.choose(favour));
    listen("weights-changed", ({ weights, unexplained }) => Object.assign(this, { own: weights, unexplained }));
    listen("scenario-opened", (id) => this.attempt(() => this.openScenario(id)));
    listen("scenario-wanted", () => this.component("copse-scenario-form").ask());
    listen("publish-wanted", () => this.component("copse-publish-dialog").open());
    listen("scenario-created", (scenario) => (this.scenarios = [scenario, ...this.scenarios]));
    listen("job-started", ({ scenario, job }) => this.started(scenario, job));
    listen("job-ended", (job) => this.ended(job));
    listen("plan-published", (plan) => this.published(plan));
  }

  /** @param {string} tag @returns {any} */
  component(tag) {
    return this.querySelector(tag);
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (changed.has("said") && this.said) setTimeout((/** @type {string} */ words) => this.said === words && (this.said = ""), SAID_FOR_MILLISECONDS, this.said);
  }

  /** Analysts look; planners change. */
  mayChange() {
    return Boolean(this.who?.roles.includes("PLANNER"));
  }

  async connectedCallback() {
    super.connectedCallback();
    this.who = await session();
    await Promise.all([
      this.attempt(async () => {
        await this.shelf.load();
        const units = this.shelf.first("UNITS");
        if (units?.bbox) this.component("copse-planner-map")?.lookFirst(units.bbox);
        if (units) await this.shelf.toggle(units, true);
      }),
      this.attempt(async () => {
        const { defaults, profiles, schema } = await get("/workload/profiles");
        Object.assign(this, { weights: defaults, profiles, schema });
      }),
      this.attempt(async () => {
        this.scenarios = await this.known.list();
        if (this.scenarios.length) await this.openScenario(this.scenarios[0].id);
      }),
      get("/plans/current").then((plan) => (this.plan = plan), () => {}), // no plan in force is no error
    ]);
  }

  /** Does something, and shows what went wrong. @param {() => Promise<void>} action */
  async attempt(action) {
    this.error = null;
    await action().catch((error) => this.failed(error));
  }

  /** Loads what came into view. Moving the map leaves what is said standing, unless moving is the answer to it. @param {number[]} bbox */
  async lookAt(bbox) {
    if (this.error instanceof TooLarge) this.error = null;
    await this.shelf.look(bbox).catch((error) => this.failed(error));
  }

  /** @param {unknown} error */
  failed(error) {
    if (error instanceof NotSignedIn) location.assign("/login");
    else this.error = error;
  }

  render() {
    document.title = `${t("planner.title")} · Copse`;
    return html`<h1 class="visually-hidden">${t("planner.title")}</h1>
      <copse-planner-toolbar .scenarios=${this.scenarios} .scenario=${this.scenario} .plan=${this.plan} .mayChange=${this.mayChange()}
        .first=${!this.proposal && Boolean(this.shelf.layers?.length)} .publishable=${Boolean(this.proposal) && !this.job}></copse-planner-toolbar>
      <p class=${this.said ? "said small" : "visually-hidden"} role="status">${this.said}</p>
      <div class="workbench">
        <aside class="side" aria-label=${t("layers.title")}>
          <copse-layers-panel .layers=${this.shelf.layers} .shown=${this.shelf.shown} .busy=${this.shelf.busy} .mayChange=${this.mayChange()}></copse-layers-panel>
          <copse-colour-choice class="section" .proposed=${Boolean(this.maps)} .shown=${this.showBeats}
            .mode=${this.beatsShown() ? this.colourBy : this.unitsBy}></copse-colour-choice>
          <copse-weights-panel class="section" .weights=${this.own ?? this.weights} .defaults=${this.weights} .author=${this.who?.name ?? ""} .schema=${this.schema}></copse-weights-panel>
        </aside>
        <div class="middle">
          <copse-planner-map .layers=${this.shelf.drawn} .beats=${this.beatsShown()?.beats ?? null}
            .sectors=${this.beatsShown()?.sectors ?? null} .figures=${this.figures()} .colourBy=${this.colourBy}
            .unitsBy=${this.unitsBy} .picked=${this.picked} .pointed=${this.pointed}></copse-planner-map>
          <copse-legend .scale=${this.scale()} .beats=${Boolean(this.beatsShown())}></copse-legend>
        </div>
        <section class="results stack" aria-label=${t("planner.results")}>${errorNotice(this.error)} ${this.results()}</section>
      </div>
      <copse-scenario-form .layers=${this.shelf.layers ?? []} .profiles=${this.profiles} .ordinal=${this.scenarios.length + 1} .weights=${this.own} .defaults=${this.weights} .unexplained=${this.unexplained}></copse-scenario-form>
      <copse-publish-dialog .scenario=${this.scenario} .favour=${this.favour}></copse-publish-dialog>`;
  }

  results() {
    if (this.job) return html`<copse-job-progress .jobId=${this.job}></copse-job-progress>`;
    if (!this.proposal) {
      return html`<div class="empty">
        <strong>${t("planner.noProposal")}</strong>
        <p>${this.shelf.layers?.length ? t("planner.noProposalHint") : t("planner.noLayersHint")}</p>
        ${newerNotice(this.scenario)}
        ${this.scenario && this.mayChange() ? html`<button type="button" @click=${() => this.attempt(() => this.runAgain())}>${t("planner.run")}</button>` : nothing}
      </div>`;
    }
    return html`<h2>${this.scenario?.name}</h2>
      ${newerNotice(this.scenario)}
      <copse-proposal .proposal=${this.proposal} .favour=${this.favour} .colours=${this.beatColours()}
        .tolerance=${this.scenario?.tolerance ?? 0.15} .picked=${this.picked} .pointed=${this.pointed}></copse-proposal>`;
  }

  /** The territories on the map, if they are to be there. */
  beatsShown() {
    return this.showBeats ? this.maps : null;
  }

  /** Figures of the alternative shown, by beat. */
  figures() {
    return figuresOf(this.proposal?.alternatives.find((a) => a.favour === this.favour));
  }

  beatColours() {
    return new Map((this.maps?.beats.features ?? []).map((/** @type {any} */ f) => [f.properties.id, f.properties.colour]));
  }

  scale() {
    return this.beatsShown() ? scaleFor(this.colourBy, [...this.figures().values()]) : this.unitsScale;
  }

  /** @param {Layer} layer @param {boolean} on */
  toggle(layer, on) {
    return this.attempt(async () => {
      const leaving = await this.shelf.toggle(layer, on);
      this.said = leaving.length ? t("layers.keptApart") : "";
    });
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
    if (id) this.component("copse-planner-map").lookAtBeat(id);
  }

  /** @param {string} id */
  async openScenario(id) {
    const scenario = await get(`/scenarios/${id}`);
    Object.assign(this, { scenario, error: null, proposal: null, maps: null, job: "", picked: "" });
    if (isRunning(scenario)) this.job = scenario.job;
    else if (scenario.hasProposal) await this.showProposal();
    const failure = await failureOf(scenario);
    if (failure && scenario === this.scenario) this.error = failure;
  }

  async showProposal(isNew = false) {
    const id = this.scenario?.id ?? "";
    const loaded = await this.known.proposal(id).catch((error) => {
      if (error instanceof NotFound || error.slug === "scenario-not-ready") return null;
      throw error;
    });
    if (!loaded || id !== this.scenario?.id) return;
    this.proposal = loaded.proposal;
    await this.choose(loaded.proposal.alternatives[0]?.favour ?? "");
    if (this.maps && id === this.scenario?.id) this.component("copse-planner-map").lookAtProposal(this.maps.beats, isNew);
  }

  /** @param {string} favour */
  async choose(favour) {
    const id = this.scenario?.id ?? "";
    this.favour = favour;
    await this.attempt(async () => {
      const maps = await this.known.maps(id, favour);
      if (id === this.scenario?.id && favour === this.favour) this.maps = maps;
    });
  }

  async runAgain() {
    const job = await post(`/scenarios/${this.scenario?.id}/jobs`);
    this.started(this.scenario, job.id);
  }

  /** @param {any} scenario @param {string} job */
  started(scenario, job) {
    Object.assign(this, { scenario, job, proposal: null, maps: null, error: null, picked: "" });
  }

  /** @param {import("../types.js").Job} job */
  async ended(job) {
    this.job = "";
    this.known.forget(job.scenario);
    this.said = t(`job.${job.state}`);
    if (job.state === "failed") this.error = reasonOf(job);
    else await this.attempt(() => this.showProposal(true));
  }

  /** @param {any} plan */
  published(plan) {
    this.plan = plan;
    this.said = t("publish.done", { plan: plan.name });
  }
}

customElements.define("copse-planner", CopsePlanner);
