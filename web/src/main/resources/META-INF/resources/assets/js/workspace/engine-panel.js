// @ts-check
import { html, nothing } from "lit";
import { AskingElement } from "../asking.js";
import { number, percent, t } from "../i18n.js";
import { errorNotice } from "../notice.js";
import { get, post, remove } from "../request.js";
import "./alternatives-strip.js";
import { beatWords } from "./hover-card.js";

const FAVOURS = ["balanced", "compact", "communities", "least-change"];
const SCOPES = ["all", "beats"];
const LOOK_MILLISECONDS = 1000;

/** Asks the engine to redraw all that is not locked, or some beats; shows the best so far, and what came of it. */
class CopseEnginePanel extends AskingElement {
  static properties = { ...AskingElement.properties, ...Object.fromEntries(["draft", "version", "active", "previewed", "mayChange"].map((name) => [name, { attribute: false }])), scope: { state: true }, beats: { state: true }, tasks: { state: true }, task: { state: true } };

  constructor() {
    super();
    /** @type {import("./draft.js").Draft | null} */
    this.draft = null;
    this.version = 0;
    this.active = 0;
    /** What is drawn in the plan's place; empty when nothing is. */
    this.previewed = "";
    this.mayChange = false;
    this.scope = "all";
    /** @type {number[]} */
    this.beats = [];
    /** The newest task. @type {any} */
    this.task = null;
    /** Whether the best so far is drawn. */
    this.showing = false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.attempt(async () => {
      const [newest] = await get(/** @type {any} */ (this.draft).at("/draft/tasks"));
      if (newest) await this.follow(newest.id);
    });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.looking);
  }

  get running() {
    return this.task?.state === "queued" || this.task?.state === "running";
  }

  /** Looks at a task until it ends. @param {string} id */
  async follow(id) {
    const draft = /** @type {import("./draft.js").Draft} */ (this.draft);
    const { scenario } = draft;
    const task = await get(draft.at(`/draft/tasks/${id}`));
    if (!this.isConnected || scenario !== draft.scenario) return;
    this.task = task;
    if (this.running) {
      if (task.best) this.showBest(task.best);
      this.looking = setTimeout(() => this.follow(id).catch((error) => this.failed(error)), LOOK_MILLISECONDS);
    } else {
      this.showBest(null);
    }
  }

  /** Draws the best so far in the plan's place, as long as the engine looks for a better one. @param {(number | null)[] | null} units */
  showBest(units) {
    if (units) this.tell("plan-previewed", { units, what: t("engine.best") });
    else if (this.showing) this.tell("plan-previewed", null);
    this.showing = Boolean(units);
  }

  /** @param {unknown} error */
  failed(error) {
    this.showBest(null);
    super.failed(error);
  }

  /** @param {SubmitEvent} event */
  ask(event) {
    event.preventDefault();
    const form = new FormData(/** @type {HTMLFormElement} */ (event.target));
    const draft = /** @type {import("./draft.js").Draft} */ (this.draft);
    const officers = Object.fromEntries([...form].flatMap(([name, value]) => (name.startsWith("officers.") && value !== "" ? [[name.slice(9), Number(value)]] : [])));
    return this.attempt(async () => {
      await draft.answered;
      const { id } = await post(draft.at("/draft/tasks"), {
        scope: this.scope,
        beats: this.scope === "beats" ? this.beats : [],
        start: form.get("start"),
        favours: form.getAll("favour"),
        ...(this.scope === "all" ? { officers } : {}),
        budgetSeconds: Number(form.get("seconds")),
        seed: 1,
      });
      await this.follow(id);
    });
  }

  render() {
    const { draft, task } = this;
    const plan = draft?.plan;
    if (!draft || !plan) return nothing;
    return html`${errorNotice(this.error)} ${this.mayChange ? this.form(plan) : nothing}
      ${this.running
        ? html`<div class="card stack" role="status"><p>${t("engine.running")} ${percent(task.progress ?? 0)}</p><progress max="1" .value=${task.progress ?? 0} aria-label=${t("engine.title")}></progress>
            <button type="button" class="small" @click=${() => this.attempt(() => remove(`/jobs/${task.job}`))}>${t("engine.cancel")}</button></div>`
        : nothing}
      <h2>${t("engine.alternatives")}</h2>
      ${task?.alternatives?.length ? html`<copse-alternatives-strip class="stack" .draft=${draft} .version=${this.version} .alternatives=${task.alternatives} .previewed=${this.previewed} .mayChange=${this.mayChange}
        @alternative-taken=${(/** @type {CustomEvent} */ e) => this.tell("edit-wanted", { kind: "take", from: "task", task: task.id, alternative: e.detail })}></copse-alternatives-strip>` : html`<p class="quiet">${t("engine.none")}</p>`}`;
  }

  /** @param {import("./plan.js").Plan} plan */
  form(plan) {
    const active = this.active && !this.beats.includes(this.active) ? this.active : 0;
    return html`<form class="card stack engine" @submit=${this.ask}>
      <h2>${t("engine.title")}</h2>
      <div class="fields tight">
        <div class="field"><label for="engine-scope">${t("engine.scope")}</label>
          <select id="engine-scope" @change=${(/** @type {Event} */ e) => (this.scope = /** @type {HTMLSelectElement} */ (e.target).value)}>
            ${SCOPES.map((scope) => html`<option value=${scope} ?selected=${scope === this.scope}>${t(`engine.scope.${scope}`, { beats: this.beats.join(", ") || "…" })}</option>`)}
          </select></div>
        <div class="field"><label for="engine-start">${t("engine.start")}</label>
          <select id="engine-start" name="start"><option value="here">${t("engine.start.here")}</option><option value="afresh">${t("engine.start.afresh")}</option></select></div>
        <div class="field"><label for="engine-seconds">${t("engine.seconds")}</label><input id="engine-seconds" name="seconds" type="number" min="1" max="600" value="10" required /></div>
      </div>
      ${this.scope === "beats"
        ? html`<div class="row small">${this.beats.length ? this.beats.map((beat) => html`<button type="button" class="small" @click=${() => (this.beats = this.beats.filter((other) => other !== beat))}>${beat} ×</button>`) : t("engine.noBeats")}
            ${active ? html`<button type="button" class="small" @click=${() => (this.beats = [...this.beats, active].sort((a, b) => a - b))}>${t("engine.addBeat", { beat: active })}</button>` : nothing}</div>`
        : nothing}
      ${this.scope === "all"
        ? html`<details><summary>${t("engine.officers")}</summary><div class="fields tight">${[...plan.sectors.values()].map((sector) => html`<div class="field"><label for="officers-${sector.number}">${beatWords(sector)}</label>
            <input id="officers-${sector.number}" name="officers.${sector.number}" type="number" min="1" max="999" placeholder=${number(sector.officers)} /></div>`)}</div></details>`
        : nothing}
      <fieldset class="row small"><legend>${t("engine.favours")}</legend>
        ${FAVOURS.map((favour) => html`<span class="check"><input type="checkbox" id="favour-${favour}" name="favour" value=${favour} ?checked=${favour === "balanced"} /><label for="favour-${favour}">${t(`favour.${favour}`)}</label></span>`)}
      </fieldset>
      <div class="row"><button class="primary" ?disabled=${this.busy || this.running || (this.scope === "beats" && !this.beats.length)}>${t("engine.ask")}</button>
        ${plan.figures.unassignedUnits ? html`<button type="button" @click=${() => this.tell("edit-wanted", { kind: "refill" })}>${t("engine.refill")}</button>` : nothing}</div>
    </form>`;
  }
}

customElements.define("copse-engine-panel", CopseEnginePanel);
