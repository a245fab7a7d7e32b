// @ts-check
import { html, nothing } from "lit";
import { CopseDialog } from "../dialog.js";
import { number, t } from "../i18n.js";
import { errorNotice } from "../notice.js";
import { get, post } from "../request.js";
import "./evidence.js";
import { SCENARIO_LAYERS } from "./layer-kinds.js";
import { mayBeFew, normSource, officersHint } from "./officers-hint.js";
import { nameAmong, suits } from "./suitable-layers.js";
import { changedPart, withCategories } from "./weights.js";

const FAVOURS = ["all", "balanced", "compact", "communities", "least-change"];

/** Asks what a scenario rests on, creates it and starts its job. */
class CopseScenarioForm extends CopseDialog {
  static properties = {
    layers: { attribute: false },
    profiles: { attribute: false },
    weights: { attribute: false },
    defaults: { attribute: false },
    unexplained: { attribute: false },
    ordinal: { attribute: false },
    author: { attribute: false },
    last: { attribute: false },
    advice: { state: true },
    asked: { state: true },
    profile: { state: true },
    staffing: { state: true },
    fields: { state: true },
    unitsId: { state: true },
    unitsHavePopulation: { state: true },
    busy: { state: true },
    error: { state: true },
  };

  constructor() {
    super();
    /** @type {import("../types.js").Layer[]} */
    this.layers = [];
    /** @type {{name: string, source: string, residentsPerOfficer: number}[]} */
    this.profiles = [];
    /** The planner's own weights, or null for the defaults. @type {import("./weights.js").Weights | null} */
    this.weights = null;
    /** The starting weights. @type {import("./weights.js").Weights | null} */
    this.defaults = null;
    this.unexplained = 0;
    /** The how-manieth scenario this would be. */
    this.ordinal = 1;
    this.author = "";
    /** The last scenario's layers by role, which the next one rests on unless somebody chooses others. @type {Record<string, string>} */
    this.last = {};
    /** How many officers there are, and how many the norm would give. @type {any} */
    this.advice = null;
    /** The question for it, while there is no answer. @type {Promise<any> | null} */
    this.asked = null;
    this.profile = 4000;
    /** @type {"sectors" | "teamSize"} */
    this.staffing = "teamSize";
    /** Columns of the chosen units that may be told as mix. @type {string[]} */
    this.fields = [];
    /** The units chosen. */
    this.unitsId = "";
    this.unitsHavePopulation = true;
    this.busy = false;
    /** @type {unknown} */
    this.error = null;
  }

  heading() {
    return t("scenario.title");
  }

  async ask() {
    this.error = null;
    await this.open();
    const units = this.of("UNITS").find((layer) => layer.id === this.last.units) ?? this.of("UNITS")[0];
    if (units) await this.chooseUnits(units.id);
  }

  /** @param {string} kind */
  of(kind) {
    return this.layers.filter((layer) => layer.kind === kind).sort((a, b) => (b.importedAt ?? "").localeCompare(a.importedAt ?? ""));
  }

  /** Learns which columns the units have, to choose the mix from. @param {string} unitsId */
  async chooseUnits(unitsId) {
    this.unitsId = unitsId;
    const report = await get(`/layers/${unitsId}/report`).catch(() => null); // without it, no mix can be chosen; all else can
    if (unitsId !== this.unitsId) return;
    const roles = Object.values(report?.roles ?? {});
    this.unitsHavePopulation = !report || "POPULATION" in report.roles;
    this.fields = (report?.fields ?? []).filter((/** @type {string} */ field) => !roles.includes(field));
    await this.updateComplete;
    await this.advise();
  }

  /** Asks how many officers there are for the layers chosen, then which number could be balanced; without an answer the field stays as it is. */
  async advise() {
    const form = this.renderRoot.querySelector("form");
    if (!form) return;
    const { layers, profile, tolerance } = this.request(new FormData(form));
    const ask = (/** @type {boolean} */ search) => post("/staffing", { layers, profile, tolerance, search }).catch(() => null);
    const asked = (this.asked = ask(false));
    const advice = await asked;
    if (asked !== this.asked) return; // another choice was made meanwhile
    this.asked = null;
    this.advice = advice;
    await this.evidence?.look(layers);
    if (!mayBeFew(advice)) return;
    const searched = await ask(true);
    if (advice === this.advice && searched) this.advice = searched;
  }

  get evidence() {
    return /** @type {any} */ (this.renderRoot.querySelector("copse-evidence"));
  }

  body() {
    if (this.of("UNITS").length === 0) {
      return html`<div class="body"><div class="empty"><strong>${t("scenario.noUnits")}</strong><p>${t("scenario.noUnitsHint")}</p></div></div>`;
    }
    return html`<form @submit=${this.submit}>
      <div class="body">
        ${errorNotice(this.error)}
        <div class="fields">
          <div class="field wide">
            <label for="s-name">${t("scenario.name")}</label>
            <input id="s-name" name="name" required maxlength="200" autocomplete="off" .value=${t("scenario.nameDefault", { n: number(this.ordinal) })} />
          </div>
        </div>
        ${this.officers()} ${this.layerFields()}
        <copse-evidence .author=${this.author}></copse-evidence>
        ${this.mix()} ${this.search()}
        <p class=${this.unexplained ? "error-text" : "small quiet"}>
          ${this.unexplained
            ? t("scenario.unexplained", { n: number(this.unexplained) })
            : this.weights
              ? t("scenario.ownWeights")
              : t("scenario.startingWeights")}
        </p>
      </div>
      <footer>
        <button type="button" @click=${this.close}>${t("dialog.cancel")}</button>
        <button class="primary" ?disabled=${this.busy || this.unexplained > 0}>${t("scenario.submit")}</button>
      </footer>
    </form>`;
  }

  officers() {
    const source = this.profiles.find((p) => p.residentsPerOfficer === this.profile)?.source;
    return html`<fieldset class="section">
      <legend>${t("scenario.officersTitle")}</legend>
      <div class="fields">
        <div class="field">
          <label for="s-profile">${t("scenario.profile")}</label>
          <select id="s-profile" name="profile" aria-describedby="s-profile-hint"
            @change=${(/** @type {Event} */ e) => {
              this.profile = Number(/** @type {HTMLSelectElement} */ (e.target).value);
              this.advise();
            }}>
            ${this.profiles.map(
              (p) => html`<option value=${p.residentsPerOfficer} ?selected=${p.residentsPerOfficer === this.profile}>
                ${t("scenario.profileOption", { n: number(p.residentsPerOfficer) })}
              </option>`,
            )}
          </select>
          <p class="hint" id="s-profile-hint">${source ? t("scenario.profileSource", { source: normSource(this.profile, source) }) : nothing}</p>
        </div>
        ${this.number("officers", { min: 1, max: 20000, value: this.advice?.suggested, hint: officersHint(this.advice, this.asked !== null) })}
        <div class="field">
          <label for="s-staffing">${t("scenario.staffing")}</label>
          <select id="s-staffing" @change=${(/** @type {Event} */ e) => (this.staffing = /** @type {any} */ (e.target).value)}>
            ${["teamSize", "sectors"].map((by) => html`<option value=${by} ?selected=${by === this.staffing}>${t(`scenario.${by}Option`)}</option>`)}
          </select>
        </div>
        ${this.staffing === "sectors"
          ? this.number("sectors", { min: 1, max: 2000, value: 6, required: true })
          : html`${this.number("teamLeast", { min: 1, max: 200, value: 5, required: true })} ${this.number("teamMost", { min: 1, max: 200, value: 9, required: true })}`}
      </div>
    </fieldset>`;
  }

  layerFields() {
    return html`<fieldset class="section">
      <legend>${t("scenario.layersTitle")}</legend>
      <div class="fields">
        ${Object.entries(SCENARIO_LAYERS).map(([name, kind]) => this.layerField(name, kind))}
      </div>
    </fieldset>`;
  }

  /** @param {string} name @param {string} kind */
  layerField(name, kind) {
    const layers = this.of(kind);
    if (layers.length === 0) return nothing;
    const id = `s-layer-${name}`;
    const units = this.layers.find((other) => other.id === this.unitsId);
    const chosen = layers.find((layer) => layer.id === this.last[name]) ?? layers.find((layer) => suits(layer, units, this.unitsHavePopulation));
    const since = layers.find((layer) => chosen?.id === this.last[name] && (layer.importedAt ?? "") > (chosen?.importedAt ?? ""));
    return html`<div class="field">
      <label for=${id}>${t(`kind.${kind}`)}</label>
      <select id=${id} name="layer.${name}" ?required=${kind === "UNITS"}
        @change=${(/** @type {Event} */ e) => (kind === "UNITS" ? this.chooseUnits(/** @type {HTMLSelectElement} */ (e.target).value) : this.advise())}>
        ${layers.map((layer) => html`<option value=${layer.id} ?selected=${layer === chosen}>${nameAmong(layer, layers)}</option>`)}
        ${kind === "UNITS" ? nothing : html`<option value="" ?selected=${!chosen}>${t("scenario.noLayer")}</option>`}
      </select>
      ${since ? html`<p class="hint">${t("scenario.importedSince", { name: nameAmong(since, layers) })}</p>` : nothing}
    </div>`;
  }

  mix() {
    if (this.fields.length === 0) return nothing;
    return html`<details class="section">
      <summary>${t("scenario.mix")}</summary>
      <p class="small quiet">${t("scenario.mixHint")}</p>
      <div class="fields tight">
        ${this.fields.map(
          (field, i) => html`<div class="check"><input type="checkbox" id="s-mix-${i}" name="mix" value=${field} /><label for="s-mix-${i}"><code>${field}</code></label></div>`,
        )}
      </div>
    </details>`;
  }

  search() {
    return html`<fieldset class="section">
      <legend>${t("scenario.searchTitle")}</legend>
      <div class="fields">
        <div class="field">
          <label for="s-favour">${t("scenario.favour")}</label>
          <select id="s-favour" name="favour">${FAVOURS.map((favour) => html`<option value=${favour}>${t(`favour.${favour}`)}</option>`)}</select>
        </div>
        ${this.number("tolerance", { min: 1, max: 100, value: 15, required: true, hint: t("scenario.toleranceHint") })}
        ${this.number("budgetSeconds", { min: 1, max: 3600, value: 10, required: true, hint: t("scenario.budgetHint") })}
        ${this.number("seed", { min: 0, max: 2147483647, value: 1, required: true, hint: t("scenario.seedHint") })}
      </div>
    </fieldset>`;
  }

  /** @param {string} name @param {{min: number, max: number, value?: number, required?: boolean, hint?: string}} options */
  number(name, { min, max, value, required = false, hint }) {
    const id = `s-${name}`;
    return html`<div class="field">
      <label for=${id}>${t(`scenario.${name}`)}</label>
      <input id=${id} name=${name} type="number" inputmode="numeric" min=${min} max=${max} step="1" value=${value ?? ""} ?required=${required}
        aria-describedby=${hint ? `${id}-hint` : nothing} />
      ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
    </div>`;
  }

  /** @param {SubmitEvent} event */
  async submit(event) {
    event.preventDefault();
    const filled = /** @type {HTMLFormElement} */ (event.target);
    this.busy = true;
    this.error = null;
    try {
      await this.asked; // or the norm would stand in for the officers that there are
      await this.updateComplete;
      const form = new FormData(filled);
      const scenario = await post("/scenarios", this.request(form));
      this.tell("scenario-created", scenario);
      const job = await post(`/scenarios/${scenario.id}/jobs`);
      this.close();
      this.tell("job-started", { scenario, job: job.id });
    } catch (error) {
      this.error = error;
    } finally {
      this.busy = false;
    }
  }

  /** @param {FormData} form */
  request(form) {
    const whole = (/** @type {string} */ name) => (form.get(name) ? Number(form.get(name)) : null);
    const layers = Object.keys(SCENARIO_LAYERS)
      .map((name) => [name, form.get(`layer.${name}`)])
      .filter(([, id]) => id);
    const { period, includeEnclosed, categories } = this.evidence?.choice() ?? {};
    return {
      name: form.get("name"),
      layers: Object.fromEntries(layers),
      profile: this.profile,
      officers: whole("officers"),
      sectors: whole("sectors"),
      teamSize: this.staffing === "teamSize" ? `${form.get("teamLeast")}-${form.get("teamMost")}` : null,
      weights: withCategories(changedPart(this.weights, this.defaults), categories),
      mix: form.getAll("mix"),
      tolerance: Number(form.get("tolerance")) / 100,
      favour: form.get("favour"),
      seed: whole("seed"),
      budgetSeconds: whole("budgetSeconds"),
      period,
      includeEnclosed,
    };
  }
}

customElements.define("copse-scenario-form", CopseScenarioForm);
