// @ts-check
/** What a comparison says, from the sentence to the streets. */
import { html, nothing } from "lit";
import { CopseElement } from "../element.js";
import { number, percent, t } from "../i18n.js";
import { fairnessPanel } from "./fairness.js";
import "./linked-maps.js";
import { beatsTable, flowsTable, groupsTable, measuresTable, streetsTable } from "./tables.js";
import { planName } from "./words.js";

class CopseComparison extends CopseElement {
  static properties = { comparison: { attribute: false }, ground: { attribute: false } };

  constructor() {
    super();
    /** @type {import("./words.js").Document | null} */
    this.comparison = null;
    /** @type {any} */
    this.ground = null;
  }

  render() {
    const said = this.comparison;
    if (!said) return nothing;
    return html`<section class="section" aria-labelledby="said">
        <h2 id="said" class="visually-hidden">${t("compare.title")}</h2>
        ${said.changes.map((change) => this.sentence(said, change))}
        <p class="small quiet">${t("compare.measuredBy", { name: said.measuredBy, units: number(said.units), residents: number(said.residents) })}</p>
      </section>
      <section class="section" aria-labelledby="measures"><h2 id="measures">${t("compare.measures")}</h2>${measuresTable(said)}</section>
      <section class="section" aria-labelledby="maps"><h2 id="maps">${t("compare.maps")}</h2>
        <copse-linked-maps .plans=${said.plans} .ground=${this.ground}></copse-linked-maps></section>
      <section class="section" aria-labelledby="fairness"><h2 id="fairness">${t("compare.fairness")}</h2>${fairnessPanel(said)}</section>
      ${said.changes.map((change) => html`<section class="section" aria-labelledby="change-${change.plan}">
        <h2 id="change-${change.plan}"><bdi>${planName(said.plans[change.plan])}</bdi></h2>
        <p class="small quiet">${t("compare.beats.how")}</p>
        ${beatsTable(change)} ${flowsTable(change)} ${groupsTable(change)} ${streetsTable(change)}
      </section>`)}
      <p class="small quiet">${t("compare.sources")}</p>`;
  }

  /** @param {import("./words.js").Document} said @param {import("./words.js").Change} change */
  sentence(said, change) {
    const verdicts = said.measures.map((row) => row.verdicts[change.plan]);
    const count = (/** @type {string} */ verdict) => number(verdicts.filter((one) => one === verdict).length);
    const values = {
      plan: planName(said.plans[change.plan]),
      first: planName(said.plans[0]),
      residents: number(change.residents),
      share: percent(change.share),
      units: number(change.units),
    };
    return html`<p class="sentence">${t(change.units ? "compare.change" : "compare.noChange", values)}
      ${t("compare.tally", { better: count("better"), worse: count("worse"), same: count("same") })}</p>`;
  }
}

customElements.define("copse-comparison", CopseComparison);
