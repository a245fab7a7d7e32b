// @ts-check
import { html, nothing } from "lit";
import { AskingElement } from "../asking.js";
import { distance, number, t } from "../i18n.js";
import { errorNotice } from "../notice.js";
import "../problems/put-dialog.js";
import { get, ProblemError } from "../request.js";
import { session } from "../session.js";
import { legendOf } from "./classes.js";
import { notes, restsOn, scores, whyFew } from "./notes.js";
import "./residents-dialog.js";

const METHODS = ["gi", "moran", "kde"];

/** Asks for hotspots of a scenario's incidents, hands the cells to the map, and says in words what they mean and what they rest on. */
class CopseHotspotsPanel extends AskingElement {
  static properties = { ...AskingElement.properties, scenario: { attribute: false }, shown: { attribute: false }, choices: { state: true }, query: { state: true }, map: { state: true }, mayPublish: { state: true }, mayOpen: { state: true } };

  constructor() {
    super();
    /** @type {import("../types.js").Scenario | null} */
    this.scenario = null;
    /** Whether cells are on the map; another layer may have taken them off. */
    this.shown = false;
    /** @type {{layer: string, categories: string[], cells: number[], shapes: string[], withheld: boolean} | null} */
    this.choices = null;
    this.query = { method: "gi", category: "", from: "", to: "", cell: "", policeInitiated: false };
    /** @type {any} what the server answered */
    this.map = null;
    this.mayPublish = false;
    this.mayOpen = false;
  }

  connectedCallback() {
    super.connectedCallback();
    session().then(({ permissions }) => {
      this.mayPublish = permissions.includes("incident:publish");
      this.mayOpen = permissions.includes("problem:edit");
    });
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has("scenario") && this.asked && this.asked !== this.scenario?.id) {
      Object.assign(this, { choices: null, map: null, error: null, asked: "" });
      Object.assign(this.query, { category: "", cell: "" });
      if (this.shown) this.tell("hotspots-shown", null);
    }
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.asking?.abort();
  }

  /** @param {boolean} on */
  toggle(on) {
    if (!on) return this.tell("hotspots-shown", null);
    if (this.map) return this.tell("hotspots-shown", this.map.cells);
    return this.ask();
  }

  /** @param {Partial<CopseHotspotsPanel["query"]>} choice */
  choose(choice) {
    this.query = { ...this.query, ...choice };
    return this.ask();
  }

  /** The last question alone is answered. */
  async ask() {
    this.asking?.abort();
    const asking = (this.asking = new AbortController());
    const at = `/scenarios/${this.scenario?.id}/hotspots`;
    this.asked = this.scenario?.id;
    const parameters = new URLSearchParams(Object.entries({ ...this.query, differing: true }).filter(([, value]) => value).map(([name, value]) => [name, String(value)]));
    await this.attempt(async () => {
      try {
        this.choices ??= await get(`${at}/choices`, asking.signal);
        this.map = await get(`${at}?${parameters}`, asking.signal);
        this.tell("hotspots-shown", this.map.cells);
      } catch (error) {
        if (asking.signal.aborted) return;
        this.map = null;
        this.tell("hotspots-shown", null);
        throw error;
      }
    });
    if (this.asking !== asking) this.busy = true; // another question is on its way
  }

  render() {
    if (!this.scenario?.layers?.incidents) return nothing;
    return html`<h2>${t("hotspots.title")}</h2>
      <div class="check">
        <input type="checkbox" id="hotspots-shown" .checked=${this.shown || this.busy || Boolean(this.error)} @change=${(/** @type {Event} */ e) => this.toggle(/** @type {HTMLInputElement} */ (e.target).checked)} />
        <label for="hotspots-shown">${t("hotspots.show")}</label>
      </div>
      <p class="small quiet" role="status">${this.busy ? t("hotspots.drawing") : ""}</p>
      ${errorNotice(this.error)} ${this.error instanceof ProblemError ? whyFew(this.error.problem) : nothing}
      ${this.choices && (this.shown || this.error) ? this.form(this.choices) : nothing}
      ${this.map && this.shown ? this.told(this.map.about) : nothing}
      ${this.mayPublish ? html`<button type="button" @click=${() => /** @type {any} */ (this.querySelector("copse-residents-dialog")).open()}>${t("recorded.publish")}</button>
        <copse-residents-dialog .scenario=${this.scenario}></copse-residents-dialog>` : nothing}`;
  }

  /** @param {NonNullable<CopseHotspotsPanel["choices"]>} choices */
  form({ categories, cells }) {
    return html`<div class="stack small hotspot-choices">
      ${this.select("method", METHODS.map((method) => [method, t(`hotspots.method.${method}`)]))}
      ${this.select("category", [["", t("hotspots.allCategories")], ...categories.filter(Boolean).map((name) => /** @type {[string, string]} */ ([name, name]))])}
      <div class="row">${this.month("from")}${this.month("to")}</div>
      ${this.select("cell", [["", t("hotspots.usualSize")], ...cells.map((metres) => /** @type {[string, string]} */ ([String(metres), distance(metres)]))])}
      <div class="check">
        <input type="checkbox" id="hotspots-police" .checked=${this.query.policeInitiated} @change=${(/** @type {Event} */ e) => this.choose({ policeInitiated: /** @type {HTMLInputElement} */ (e.target).checked })} />
        <label for="hotspots-police">${t("hotspots.withPolice")}</label>
      </div>
    </div>`;
  }

  /** @param {"method" | "category" | "cell"} name @param {string[][]} options value and words */
  select(name, options) {
    return html`<div class="field">
      <label for="hotspots-${name}">${t(`hotspots.${name}`)}</label>
      <select id="hotspots-${name}" @change=${(/** @type {Event} */ e) => this.choose({ [name]: /** @type {HTMLSelectElement} */ (e.target).value })}>
        ${options.map(([value, words]) => html`<option value=${value} ?selected=${value === this.query[name]}>${words}</option>`)}
      </select>
    </div>`;
  }

  /** @param {"from" | "to"} name */
  month(name) {
    return html`<div class="field">
      <label for="hotspots-${name}">${t(`hotspots.${name}`)}</label>
      <input type="month" id="hotspots-${name}" placeholder="2025-01" pattern="\\d{4}-\\d{2}" .value=${this.query[name]} @change=${(/** @type {Event} */ e) => this.choose({ [name]: /** @type {HTMLInputElement} */ (e.target).value })} />
    </div>`;
  }

  /** @param {any} about */
  told(about) {
    const trends = ["emerging", "persistent", "diminishing"].filter((trend) => about.trends[trend]);
    return html`<div class="legend small" role="group" aria-label=${t("hotspots.legend")}>
        <p>${t(`hotspots.asks.${about.method}`)}</p>
        <ul class="ramp">${legendOf(about.classes).map(({ name, fill, cells }) => html`<li>
          <span class="swatch ${fill}"></span><span>${t(`hotspots.class.${name}`)} <span class="quiet">${t("hotspots.cellCount", { n: number(cells) })}</span></span></li>`)}</ul>
        ${trends.length ? html`<ul>${trends.map((trend) => html`<li>${t(`hotspots.trend.${trend}`)} <span class="quiet">${t("hotspots.cellCount", { n: number(about.trends[trend]) })}</span></li>`)}</ul>` : nothing}
      </div>
      <div class="small">${scores(about)}</div>
      ${about.places.length ? html`<h3>${t("hotspots.where")}</h3>
        <ul class="small plain-list">${about.places.map((/** @type {any} */ place) => this.place(place, about.method))}</ul>` : html`<p class="small">${t("hotspots.nowhere")}</p>`}
      ${this.mayOpen && about.method !== "kde" && about.places.length ? html`<button type="button" @click=${this.openCase}>${t("case.put.hotspot")}</button><copse-put-into-case></copse-put-into-case>` : nothing}
      <details class="small"><summary>${t("hotspots.restsOn")}</summary>${restsOn(about)}</details>
      <details class="small" open><summary>${t("hotspots.notes")}</summary>${notes(about)}</details>`;
  }

  /** The cells that hold more than chance go into a case, with what the map was asked with. */
  async openCase() {
    const { cells, about } = this.map;
    const { category, from, to, policeInitiated } = this.query;
    const more = cells.features.filter((/** @type {any} */ { properties }) => properties.class?.startsWith("more"));
    const plan = await get("/plans/current/beats").catch(() => ({ features: [] })); // no plan is in force: the dialog has no beat to offer
    const source = {
      kind: "hotspot",
      hotspot: { scenario: this.scenario?.id, shape: about.shape, cell: about.cell.metres, category: category ? [category] : [], from: from || null, to: to || null, policeInitiated, cells: more.map((/** @type {any} */ { id }) => id) },
    };
    const beats = plan.features.map((/** @type {any} */ { properties }) => ({ id: properties.id, name: properties.name }));
    /** @type {any} */ (this.querySelector("copse-put-into-case")).open({ source, beats, cells: more.length });
  }

  /** @param {any} place @param {string} method */
  place({ unit, name, strongest, strong, at }, method) {
    const kind = method === "kde" ? "density" : "test";
    return html`<li><button type="button" class="plain" @click=${() => this.tell("look", [at[0] - 0.012, at[1] - 0.008, at[0] + 0.012, at[1] + 0.008])}>
      <bdi>${name || unit}</bdi><span class="quiet"> ${t(`hotspots.place.${kind}`, { strongest: number(strongest), strong: number(strong) })}</span></button></li>`;
  }
}

customElements.define("copse-hotspots-panel", CopseHotspotsPanel);
