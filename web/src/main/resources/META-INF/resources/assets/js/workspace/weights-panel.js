// @ts-check
import { html, nothing } from "lit";
import { AskingElement } from "../asking.js";
import { deviation, number, percent, t } from "../i18n.js";
import { icon } from "../icons.js";
import { errorNotice } from "../notice.js";
import "../planner/weights-panel.js";
import { get, post } from "../request.js";

const WAIT_MILLISECONDS = 250;

/** The minutes behind the hours: what the plan would be with others, as they change, and which beats leave their bounds when a term is more or less. */
class CopseWorkspaceWeights extends AskingElement {
  static properties = { ...AskingElement.properties, ...Object.fromEntries(["draft", "version", "weights", "defaults", "author", "schema", "mayChange"].map((name) => [name, { attribute: false }])), outcome: { state: true }, sensitivity: { state: true }, share: { state: true } };

  constructor() {
    super();
    /** @type {import("./draft.js").Draft | null} */
    this.draft = null;
    this.version = 0;
    /** The weights that are tried. @type {any} */
    this.weights = null;
    /** @type {any} */
    this.defaults = null;
    this.author = "";
    this.schema = "";
    this.mayChange = false;
    /** What the plan would be with them. @type {any} */
    this.outcome = null;
    /** @type {any} */
    this.sensitivity = null;
    this.share = 0.25;
    this.asked = -1;
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    const { draft } = this;
    if (!draft?.plan || draft.shown.length) return;
    if (changed.has("weights") && this.weights) {
      clearTimeout(this.waiting);
      this.waiting = setTimeout(() => this.compute(), WAIT_MILLISECONDS);
    }
    if (this.asked === draft.version) return;
    this.asked = draft.version;
    this.look();
    if (this.outcome) this.compute();
  }

  look() {
    const draft = /** @type {import("./draft.js").Draft} */ (this.draft);
    return this.attempt(async () => {
      this.sensitivity = await get(draft.at(`/draft/sensitivity?share=${this.share}`));
    });
  }

  compute() {
    const draft = /** @type {import("./draft.js").Draft} */ (this.draft);
    return this.attempt(async () => {
      this.outcome = await post(draft.at("/draft/weights"), { weights: this.weights });
    });
  }

  render() {
    return html`${errorNotice(this.error)} ${this.outcome ? this.tried(this.outcome) : nothing}
      <copse-weights-panel .weights=${this.weights ?? this.defaults} .defaults=${this.defaults} .mayChange=${this.mayChange} .author=${this.author} .schema=${this.schema}></copse-weights-panel>
      ${this.sensitivity ? this.table(this.sensitivity) : html`<p class="quiet" role="status">${t("planner.loading")}</p>`}`;
  }

  /** @param {any} outcome */
  tried({ beats, plan }) {
    const now = /** @type {any} */ (this.draft?.plan);
    const out = beats.filter((/** @type {any} */ beat) => !beat.withinBounds);
    return html`<section class="card stack" role="status" aria-label=${t("sensitivity.tried")}>
      <p><strong>${t("sensitivity.tried")}</strong> ${t("sensitivity.outcome", { hours: number(plan.hours), before: number(now.figures.hours), officers: number(plan.officersNeeded), out: number(out.length), of: number(beats.length) })}</p>
      ${out.length ? html`<p class="small">${out.map((/** @type {any} */ beat) => html`<span class="warn-text">${beat.number}: ${deviation(beat.deviation)}</span> `)}</p>` : nothing}
    </section>`;
  }

  /** @param {any} sensitivity */
  table({ share, rows }) {
    return html`<div class="table-scroll" tabindex="0" role="region" aria-label=${t("sensitivity.title")}><table>
      <caption>${t("sensitivity.title")} <select class="short" aria-label=${t("sensitivity.share")} @change=${(/** @type {Event} */ e) => {
        this.share = Number(/** @type {HTMLSelectElement} */ (e.target).value);
        this.look();
      }}>${[0.1, 0.25, 0.5].map((each) => html`<option value=${each} ?selected=${each === share}>± ${percent(each)}</option>`)}</select></caption>
      <thead><tr><th scope="col">${t("sensitivity.term")}</th><th scope="col" class="num">${t("sensitivity.change")}</th><th scope="col" class="num">${t("measure.maxDeviation")}</th><th scope="col">${t("sensitivity.leave")}</th></tr></thead>
      <tbody>${rows.map((/** @type {any} */ row) => html`<tr><th scope="row">${t(`term.${row.term}`)}</th><td class="num">${deviation(row.change)}</td><td class="num">${percent(Math.abs(row.maxDeviation))}</td>
        <td>${row.leave.length ? html`<span class="warn-text">${icon("warning")} ${row.leave.join(", ")}</span>` : t("sensitivity.none")}</td></tr>`)}</tbody>
    </table></div>`;
  }
}

customElements.define("copse-workspace-weights", CopseWorkspaceWeights);
