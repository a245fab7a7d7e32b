// @ts-check
import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { CopseElement } from "../element.js";
import { number, t } from "../i18n.js";
import { at, changedRows, GROUPS, having, rowsOf, unexplainedRows, withNumber } from "./weights.js";

/** The minutes behind the hours: every number, with why and by whom. */
class CopseWeightsPanel extends CopseElement {
  static properties = {
    weights: { attribute: false },
    defaults: { attribute: false },
    author: { attribute: false },
    schema: { attribute: false },
    mayChange: { attribute: false },
    json: { state: true },
    complaint: { state: true },
  };

  constructor() {
    super();
    /** @type {import("./weights.js").Weights | null} */
    this.weights = null;
    /** @type {import("./weights.js").Weights | null} */
    this.defaults = null;
    this.author = "";
    this.mayChange = false;
    /** Where the JSON schema of the weights is. */
    this.schema = "";
    /** @type {string | null} the text while it is being written */
    this.json = null;
    this.complaint = "";
  }

  render() {
    const { weights, defaults } = this;
    if (!weights || !defaults) return html`<h2>${t("weights.title")}</h2><p class="quiet">${t("weights.loading")}</p>`;
    const changed = changedRows(weights, defaults).length;
    return html`<h2>${t("weights.title")}</h2>
      <p class="small quiet">${t("weights.lead")}</p>
      ${GROUPS.map((group) => this.group(group))}
      ${this.mayChange ? this.tools(defaults, changed) : nothing}`;
  }

  /** @param {import("./weights.js").Weights} defaults @param {number} changed how many rows are */
  tools(defaults, changed) {
    return html`<p class="small" role="status">${changed ? t("weights.changed", { n: number(changed) }) : t("weights.unchanged")}</p>
      <div class="row">
        <button type="button" class="plain" ?disabled=${!changed && this.json === null} @click=${() => this.set(defaults)}>${t("weights.reset")}</button>
      </div>
      <details>
        <summary>${t("weights.json")}</summary>
        ${this.text()}
      </details>`;
  }

  /** @param {string} group */
  group(group) {
    const weights = /** @type {import("./weights.js").Weights} */ (this.weights);
    const rows = rowsOf(group, weights);
    const first = rows[0]?.numbers[0];
    return html`<details class="weight-group">
      <summary>
        ${t(`term.${group}`)}
        ${first ? html`<span class="quiet small">${number(at(weights, first.path), { maximumFractionDigits: 2 })} ${t(`${first.key}Unit`)}</span>` : nothing}
      </summary>
      <p class="small quiet">${t(`termHint.${group}`)}</p>
      ${rows.map((row) => this.row(row))}
    </details>`;
  }

  /** @param {import("./weights.js").WeightRow} row */
  row(row) {
    const weights = /** @type {import("./weights.js").Weights} */ (this.weights);
    return html`<fieldset class="weight" ?disabled=${!this.mayChange}>
      <legend>${t(row.key, { name: row.name ?? "" })}</legend>
      <div class="pairs">${row.numbers.map((field) => this.number(row, field))}</div>
      ${row.said ? ["reason", "author"].map((part) => this.said(part, [.../** @type {string[]} */ (row.said), part], weights)) : nothing}
    </fieldset>`;
  }

  /** @param {import("./weights.js").WeightRow} row @param {import("./weights.js").NumberField} field */
  number(row, field) {
    const id = `w-${field.path.join("-").replace(/[^\w-]/g, "_")}`;
    return html`<div class="field">
      <label for=${id}>${t(field.key)}</label>
      <input id=${id} type="number" inputmode="decimal" min=${field.least ?? 0} max=${field.most} step="any" required
        .value=${live(String(at(this.weights, field.path)))}
        @change=${(/** @type {Event} */ e) => this.changeNumber(row, field, /** @type {HTMLInputElement} */ (e.target))} />
    </div>`;
  }

  /** @param {string} part @param {string[]} path @param {import("./weights.js").Weights} weights */
  said(part, path, weights) {
    const id = `w-${path.join("-").replace(/[^\w-]/g, "_")}`;
    const value = at(weights, path) ?? "";
    return html`<div class="field">
      <label for=${id}>${t(`weights.${part}`)}</label>
      <input id=${id} maxlength="500" required .value=${live(value)} aria-invalid=${value.trim() ? "false" : "true"}
        aria-describedby=${value.trim() ? nothing : `${id}-wrong`}
        @change=${(/** @type {Event} */ e) => this.set(having(weights, path, /** @type {HTMLInputElement} */ (e.target).value.trim()))} />
      ${value.trim() ? nothing : html`<p class="error-text small" id="${id}-wrong">${t("weights.sayWhy")}</p>`}
    </div>`;
  }

  /**
   * @param {import("./weights.js").WeightRow} row @param {import("./weights.js").NumberField} field
   * @param {HTMLInputElement} input
   */
  changeNumber(row, field, input) {
    const { weights, defaults } = this;
    if (!weights || !defaults || !input.reportValidity()) return;
    this.set(withNumber(weights, defaults, row, field, input.valueAsNumber, this.author));
  }

  text() {
    const shown = this.json ?? JSON.stringify(this.weights, null, 2);
    return html`<div class="field">
        <label for="weights-json">${t("weights.jsonLabel")}</label>
        <textarea id="weights-json" class="mono" rows="14" dir="ltr" spellcheck="false" .value=${live(shown)} aria-invalid=${this.complaint ? "true" : "false"}
          aria-describedby=${this.complaint ? "weights-json-wrong" : nothing}
          @input=${(/** @type {Event} */ e) => (this.json = /** @type {HTMLTextAreaElement} */ (e.target).value)}></textarea>
        ${this.complaint ? html`<p class="error-text" role="alert" id="weights-json-wrong">${this.complaint}</p>` : nothing}
      </div>
      <div class="row">
        <button type="button" ?disabled=${this.json === null} @click=${this.apply}>${t("weights.apply")}</button>
        ${this.schema ? html`<a class="small" href=${this.schema}>${t("weights.schema")}</a>` : nothing}
      </div>`;
  }

  apply() {
    try {
      const weights = JSON.parse(this.json ?? "");
      const missing = GROUPS.filter((group) => typeof weights?.[group] !== "object");
      if (missing.length) this.complaint = t("weights.jsonMissing", { parts: missing.join(", ") });
      else this.set(weights);
    } catch {
      this.complaint = t("weights.jsonWrong");
    }
  }

  /** @param {import("./weights.js").Weights} weights */
  set(weights) {
    this.json = null;
    this.complaint = "";
    this.tell("weights-changed", { weights, unexplained: unexplainedRows(weights).length });
  }
}

customElements.define("copse-weights-panel", CopseWeightsPanel);
