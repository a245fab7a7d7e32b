// @ts-check
import { html, nothing } from "lit";
import { CopseElement } from "../element.js";
import "../header.js";
import { t } from "../i18n.js";
import { icon } from "../icons.js";
import { errorNotice } from "../notice.js";
import { get, NotFound, NotSignedIn, post, remove } from "../request.js";
import { session } from "../session.js";
import { BEAT_MODES, scaleFor, UNIT_MODES } from "./colour-by.js";
import "./job-progress.js";
import "./layer-import.js";
import { isDrawable, keptApart } from "./layer-kinds.js";
import "./layers-panel.js";
import "./legend.js";
import "./planner-map.js";
import "./proposal.js";
import "./publish-dialog.js";
import "./scenario-form.js";
import { Scenarios } from "./scenarios.js";
import "./weights-panel.js";

/** @typedef {import("../types.js").Layer} Layer */

const RUNNING = ["queued", "running"];

/** The planner's page: it holds what is open and hands it to the parts. */
class CopsePlanner extends CopseElement {
  static properties = Object.fromEntries(
    ["layers", "shown", "data", "busy", "error", "scenarios", "scenario", "job", "proposal", "favour", "maps", "showBeats",
      "colourBy", "unitsBy", "unitsScale", "picked", "pointed", "weights", "own", "unexplained", "profiles", "who", "plan", "said"]
      .map((name) => [name, { state: true }]),
  );

  constructor() {
    super();
    this.known = new Scenarios();
    Object.assign(this, {
      layers: null, shown: new Set(), data: new Map(), busy: new Set(), error: null, scenarios: [], scenario: null, job: "",
      proposal: null, favour: "", maps: null, showBeats: true, colourBy: "beat", unitsBy: "plain", unitsScale: null,
      picked: "", pointed: "", weights: null, own: null, unexplained: 0, profiles: [], who: null, plan: null, said: "",
    });
    const listen = (/** @type {string} */ name, /** @type {(detail: any) => void} */ act) =>
      this.addEventListener(name, (event) => act.call(this, /** @type {CustomEvent} */ (event).detail));
    listen("layer-toggled", ({ layer, on }) => this.toggle(layer, on));
    listen("layer-imported", (layer) => this.imported(layer));
    listen("layer-unwanted", (layer) => this.removeLayer(layer));
    listen("import-wanted", () => this.part("copse-layer-import").ask());
    listen("report-wanted", (layer) => this.part("copse-layer-import").show(layer));
    listen("look", (bbox) => this.part("copse-planner-map").look(bbox));
    listen("place-wanted", (place) => this.part("copse-planner-map").mark(place));
    listen("beat-picked", (id) => this.pick(id));
    listen("beat-pointed", (id) => (this.pointed = id));
    listen("units-scaled", (scale) => (this.unitsScale = scale));
    listen("favour-chosen", (favour) => this.choose(favour));
    listen("weights-changed", ({ weights, unexplained }) => Object.assign(this, { own: weights, unexplained }));
    listen("scenario-created", (scenario) => (this.scenarios = [scenario, ...this.scenarios]));
    listen("job-started", ({ scenario, job }) => this.started(scenario, job));
    listen("job-ended", (job) => this.ended(job));
    listen("plan-published", (plan) => this.published(plan));
  }

  /** @param {string} tag @returns {any} */
  part(tag) {
    return this.querySelector(tag);
  }

  async connectedCallback() {
    super.connectedCallback();
    this.who = await session();
    await Promise.all([
      this.attempt(async () => {
        this.layers = await get("/layers");
        const units = this.layers.find((/** @type {Layer} */ layer) => layer.kind === "UNITS");
        if (units) this.toggle(units, true);
      }),
      this.attempt(async () => {
        const { defaults, profiles } = await get("/workload/profiles");
        Object.assign(this, { weights: defaults, profiles });
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
    try {
      await action();
    } catch (error) {
      if (error instanceof NotSignedIn) location.assign("/login");
      else this.error = error;
    }
  }

  render() {
    document.title = `${t("planner.title")} · Copse`;
    return html`<h1 class="visually-hidden">${t("planner.title")}</h1>
      ${this.toolbar()}
      <p class="visually-hidden" role="status">${this.said}</p>
      <div class="workbench">
        <aside class="side" aria-label=${t("layers.title")}>
          <copse-layers-panel .layers=${this.layers} .shown=${this.shown} .busy=${this.busy}></copse-layers-panel>
          ${this.colours()}
          <copse-weights-panel class="section" .weights=${this.own ?? this.weights} .defaults=${this.weights} .author=${this.who?.name ?? ""}></copse-weights-panel>
        </aside>
        <div class="middle">
          <copse-planner-map .layers=${this.drawn()} .beats=${this.showBeats ? (this.maps?.beats ?? null) : null}
            .sectors=${this.showBeats ? (this.maps?.sectors ?? null) : null} .figures=${this.figures()} .colourBy=${this.colourBy}
            .unitsBy=${this.unitsBy} .picked=${this.picked} .pointed=${this.pointed}></copse-planner-map>
          <copse-legend .scale=${this.scale()} .beats=${Boolean(this.maps && this.showBeats)}></copse-legend>
        </div>
        <section class="results stack" aria-label=${t("planner.results")}>${errorNotice(this.error)} ${this.results()}</section>
      </div>
      <copse-layer-import></copse-layer-import>
      <copse-scenario-form .layers=${this.layers ?? []} .profiles=${this.profiles} .weights=${this.own} .unexplained=${this.unexplained}></copse-scenario-form>
      <copse-publish-dialog .scenario=${this.scenario} .favour=${this.favour}></copse-publish-dialog>`;
  }

  toolbar() {
    return html`<div class="toolbar">
      ${this.scenarios.length
        ? html`<label for="scenario">${t("planner.scenario")}</label>
            <select id="scenario" @change=${(/** @type {Event} */ e) => this.attempt(() => this.openScenario(/** @type {HTMLSelectElement} */ (e.target).value))}>
              ${this.scenarios.map((/** @type {any} */ s) => html`<option value=${s.id} ?selected=${s.id === this.scenario?.id}>${s.name}</option>`)}
            </select>`
        : nothing}
      <button type="button" class=${this.proposal ? "" : "primary"} @click=${() => this.part("copse-scenario-form").ask()}>${icon("plus")}${t("planner.newScenario")}</button>
      ${this.proposal && !this.job
        ? html`<button type="button" class="primary" @click=${() => this.part("copse-publish-dialog").open()}>${t("planner.publish")}</button>`
        : nothing}
      <span class="in-force small quiet">${this.plan ? t("planner.inForce", { plan: this.plan.name }) : t("planner.noneInForce")}</span>
    </div>`;
  }

  colours() {
    const modes = this.maps && this.showBeats ? BEAT_MODES : UNIT_MODES;
    const name = modes === BEAT_MODES ? "colourBy" : "unitsBy";
    return html`<div class="section stack">
      ${this.maps
        ? html`<div class="check">
            <input type="checkbox" id="show-beats" .checked=${this.showBeats} @change=${(/** @type {any} */ e) => (this.showBeats = e.target.checked)} />
            <label for="show-beats">${t("planner.showBeats")}</label>
          </div>`
        : nothing}
      <div class="field">
        <label for="colour-by">${t("planner.colourBy")}</label>
        <select id="colour-by" @change=${(/** @type {any} */ e) => (/** @type {any} */ (this)[name] = e.target.value)}>
          ${modes.map((mode) => html`<option value=${mode} ?selected=${mode === /** @type {any} */ (this)[name]}>${t(`colourBy.${mode}`)}</option>`)}
        </select>
      </div>
    </div>`;
  }

  results() {
    if (this.job) return html`<copse-job-progress .jobId=${this.job}></copse-job-progress>`;
    if (!this.proposal) {
      return html`<div class="empty">
        <strong>${t("planner.noProposal")}</strong>
        <p>${this.layers?.length ? t("planner.noProposalHint") : t("planner.noLayersHint")}</p>
        ${this.scenario ? html`<button type="button" @click=${() => this.attempt(() => this.runAgain())}>${t("planner.run")}</button>` : nothing}
      </div>`;
    }
    return html`<h2>${this.scenario?.name}</h2>
      <copse-proposal .proposal=${this.proposal} .favour=${this.favour} .colours=${this.beatColours()}
        .tolerance=${this.scenario?.tolerance ?? 0.15} .picked=${this.picked} .pointed=${this.pointed}></copse-proposal>`;
  }

  /** What the map draws, bottom first: areas, then lines, then points. Kept while it is the same. */
  drawn() {
    const ids = [...this.shown].filter((id) => this.data.has(id)).join();
    if (ids !== this.drawnIds) {
      this.drawnIds = ids;
      this.drawnNow = (this.layers ?? [])
        .filter((/** @type {Layer} */ l) => this.shown.has(l.id) && this.data.has(l.id))
        .map((/** @type {Layer} */ layer) => ({ layer, data: this.data.get(layer.id) }));
    }
    return this.drawnNow ?? [];
  }

  figures() {
    const alternative = this.proposal?.alternatives.find((/** @type {any} */ a) => a.favour === this.favour);
    if (alternative !== this.figuresOf) {
      this.figuresOf = alternative;
      this.figuresNow = new Map((alternative?.beats ?? []).map((/** @type {any} */ beat) => [beat.id, beat]));
    }
    return this.figuresNow ?? new Map();
  }

  beatColours() {
    return new Map((this.maps?.beats.features ?? []).map((/** @type {any} */ f) => [f.properties.id, f.properties.colour]));
  }

  scale() {
    return this.maps && this.showBeats ? scaleFor(this.colourBy, [...this.figures().values()]) : this.unitsScale;
  }

  /** @param {Layer} layer @param {boolean} on */
  async toggle(layer, on) {
    const shown = new Set(this.shown);
    if (on) shown.add(layer.id);
    else shown.delete(layer.id);
    for (const other of this.layers ?? []) {
      if (on && keptApart(layer.kind, other.kind) && shown.delete(other.id)) this.said = t("layers.keptApart");
    }
    this.shown = shown;
    if (!on || this.data.has(layer.id) || !isDrawable(layer)) return;
    this.busy = new Set(this.busy).add(layer.id);
    await this.attempt(async () => {
      const [details, data] = await Promise.all([get(`/layers/${layer.id}`), get(`/layers/${layer.id}/features`)]);
      Object.assign(layer, { roles: details.roles ?? details.layer?.roles });
      this.data = new Map(this.data).set(layer.id, data);
    });
    this.busy = new Set([...this.busy].filter((id) => id !== layer.id));
  }

  /** @param {Layer} layer */
  imported(layer) {
    this.layers = [...(this.layers ?? []), layer];
    this.toggle(layer, true);
    if (layer.bbox) this.part("copse-planner-map").look(layer.bbox);
  }

  /** @param {Layer} layer */
  removeLayer(layer) {
    if (!confirm(t("layers.deleteSure", { layer: layer.name }))) return;
    this.attempt(async () => {
      await remove(`/layers/${layer.id}`);
      this.layers = (this.layers ?? []).filter((/** @type {Layer} */ l) => l.id !== layer.id);
      this.shown = new Set([...this.shown].filter((id) => id !== layer.id));
    });
  }

  /** @param {string} id */
  pick(id) {
    this.picked = id;
    if (id) this.part("copse-planner-map").lookAtBeat(id);
  }

  /** @param {string} id */
  async openScenario(id) {
    const scenario = await get(`/scenarios/${id}`);
    Object.assign(this, { scenario, error: null, proposal: null, maps: null, job: "", picked: "" });
    const job = scenario.job ?? scenario.latestJob;
    if (job && RUNNING.includes(String(scenario.state).toLowerCase())) this.job = job;
    else await this.showProposal();
  }

  async showProposal() {
    const id = this.scenario.id;
    const loaded = await this.known.proposal(id).catch((error) => {
      if (error instanceof NotFound || error.slug === "scenario-not-ready") return null;
      throw error;
    });
    if (!loaded || id !== this.scenario?.id) return;
    this.proposal = loaded.proposal;
    await this.choose(loaded.proposal.alternatives[0]?.favour ?? "");
  }

  /** @param {string} favour */
  async choose(favour) {
    const id = this.scenario.id;
    this.favour = favour;
    await this.attempt(async () => {
      const maps = await this.known.maps(id, favour);
      if (id === this.scenario?.id && favour === this.favour) this.maps = maps;
    });
  }

  async runAgain() {
    const job = await post(`/scenarios/${this.scenario.id}/jobs`);
    this.started(this.scenario, job.id);
  }

  /** @param {any} scenario @param {string} job */
  started(scenario, job) {
    Object.assign(this, { scenario, job, proposal: null, maps: null, error: null, picked: "" });
  }

  /** @param {import("../types.js").Job} job */
  async ended(job) {
    this.job = "";
    this.known.forget(this.scenario.id);
    this.said = t(`job.${job.state}`);
    if (job.state === "failed") this.error = Object.assign(new Error(job.message ?? ""), { problem: job.problem });
    else await this.attempt(() => this.showProposal());
  }

  /** @param {any} plan */
  published(plan) {
    this.plan = plan;
    this.said = t("publish.done", { plan: plan.name });
  }
}

customElements.define("copse-planner", CopsePlanner);
