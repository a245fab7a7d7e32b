// @ts-check
import { html, nothing } from "lit";
import { CopseElement } from "../element.js";
import { t } from "../i18n.js";
import "../job-progress.js";
import { errorNotice } from "../notice.js";
import { newerNotice } from "./newer.js";
import "./proposal.js";

/** What the open scenario has come to: nothing yet, a job that runs, or a proposal. */
class CopseResults extends CopseElement {
  static properties = {
    error: { attribute: false },
    open: { attribute: false },
    version: { attribute: false },
    hasLayers: { attribute: false },
    mayChange: { attribute: false },
    picked: { attribute: false },
    pointed: { attribute: false },
  };

  constructor() {
    super();
    /** @type {unknown} */
    this.error = null;
    /** @type {import("./open-scenario.js").OpenScenario | null} */
    this.open = null;
    /** Goes up with every change of what is open. */
    this.version = 0;
    this.hasLayers = false;
    this.mayChange = false;
    this.picked = "";
    this.pointed = "";
  }

  render() {
    return html`${errorNotice(this.error)} ${this.open?.job ? html`<copse-job-progress .jobId=${this.open.job} .mayStop=${this.mayChange}></copse-job-progress>` : this.open?.proposal ? this.proposal(this.open) : this.nothingYet()}`;
  }

  /** @param {import("./open-scenario.js").OpenScenario} open */
  proposal({ scenario, proposal, favour, maps }) {
    const colours = new Map((maps?.beats.features ?? []).map((/** @type {any} */ f) => [f.properties.id, f.properties.colour]));
    return html`<h2>${scenario?.name}</h2>
      ${newerNotice(scenario)}
      <copse-proposal .proposal=${proposal} .favour=${favour} .colours=${colours} .tolerance=${scenario?.tolerance ?? 0.15}
        .picked=${this.picked} .pointed=${this.pointed}></copse-proposal>`;
  }

  nothingYet() {
    if (this.open?.loading) return html`<p class="quiet" role="status">${t("planner.loading")}</p>`;
    const scenario = this.open?.scenario ?? null;
    return html`<div class="empty">
      <strong>${t("planner.noProposal")}</strong>
      <p>${this.hasLayers ? t(this.mayChange ? "planner.noProposalHint" : "planner.noProposalYet") : t("planner.noLayersHint")}</p>
      ${newerNotice(scenario)}
      ${scenario && this.mayChange ? html`<button type="button" @click=${() => this.tell("run-wanted")}>${t("planner.run")}</button>` : nothing}
    </div>`;
  }
}

customElements.define("copse-results", CopseResults);
