// @ts-check
import { html, nothing } from "lit";
import { CopseElement } from "../element.js";
import { number, percent, t } from "../i18n.js";
import { alternativesTable } from "./alternatives.js";
import "./areas-table.js";
import { countedSection } from "./counted.js";
import { noteWords } from "../note-words.js";
import "./deviation-chart.js";
import { verdict } from "./verdict.js";
import { violationsNotice } from "./violations.js";

/** Further figures of a plan that are shown when the server gives them, each with how it is written. @type {Record<string, (n: number) => string>} */
const FIGURES = {
  officersNeeded: (n) => number(n),
  load: (n) => percent(n),
  meanDeviation: (n) => percent(n, 1),
};

/** What the engine gave back: for one alternative the verdict, its chart and its doubts; the others beside it; then the tables. */
class CopseProposal extends CopseElement {
  static properties = {
    proposal: { attribute: false },
    favour: { attribute: false },
    colours: { attribute: false },
    tolerance: { attribute: false },
    picked: { attribute: false },
    pointed: { attribute: false },
  };

  constructor() {
    super();
    /** @type {import("../types.js").Proposal | null} */
    this.proposal = null;
    this.favour = "";
    /** @type {Map<string, number>} */
    this.colours = new Map();
    this.tolerance = 0.15;
    this.picked = "";
    this.pointed = "";
  }

  render() {
    const { proposal } = this;
    const alternative = proposal?.alternatives.find((a) => a.favour === this.favour);
    if (!proposal || !alternative) return nothing;
    return html`<p class="verdict">${verdict(alternative, this.tolerance)}</p>
      ${violationsNotice(alternative.violations, alternative.remedy)}
      <copse-deviation-chart .beats=${alternative.beats} .tolerance=${this.tolerance} .picked=${this.picked} .pointed=${this.pointed}></copse-deviation-chart>
      ${alternativesTable(proposal.alternatives, this.favour, proposal.inForce?.measures ?? null, (favour) => this.tell("favour-chosen", favour))}
      <dl class="facts">
        <div><dt>${t("measure.beats")}</dt><dd>${t("measure.beatsIn", { beats: number(alternative.beats.length), sectors: number(alternative.sectors.length) })}</dd></div>
        ${figuresOf(alternative.measures)}
      </dl>
      <copse-areas-table .kind=${"beats"} .rows=${alternative.beats} .colours=${this.colours} .tolerance=${this.tolerance}
        .picked=${this.picked} .pointed=${this.pointed}></copse-areas-table>
      <copse-areas-table .kind=${"sectors"} .rows=${alternative.sectors} .tolerance=${this.tolerance}></copse-areas-table>
      ${this.influence(alternative.criteria ?? proposal.criteria ?? [])} ${this.twin(proposal)} ${countedSection(proposal.counted)} ${this.notes(proposal)}`;
  }

  /**
   * What each criterion does to the alternative shown.
   * @param {import("../types.js").CriterionInfluence[]} criteria
   */
  influence(criteria) {
    if (criteria.length === 0) return nothing;
    return html`<section class="section">
      <h3>${t("influence.title")}</h3>
      <p class="small quiet">${t("influence.hint")}</p>
      <div class="table-scroll" tabindex="0" role="region" aria-label=${t("influence.title")}>
        <table>
          <thead>
            <tr>
              <th scope="col">${t("influence.criterion")}</th>
              <th scope="col" class="num">${t("table.hours")}</th>
              <th scope="col" class="num">${t("influence.share")}</th>
              <th scope="col" class="num">${t("influence.units")}</th>
              <th scope="col" class="num">${t("influence.residents")}</th>
              <th scope="col" class="num">${t("influence.chance")}</th>
            </tr>
          </thead>
          <tbody>
            ${criteria.map(
              (c) => html`<tr>
                <th scope="row">${t(`criterion.${c.criterion.toLowerCase()}`)}</th>
                <td class="num">${number(c.hours)}</td>
                <td class="num">${percent(c.share, 1)}</td>
                ${influenceCells(c)}
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </section>`;
  }

  /** The same problem without the mix, beside the alternative shown. @param {import("../types.js").Proposal} proposal */
  twin({ withoutMix }) {
    const twin = withoutMix?.alternatives.find((one) => one.favour === this.favour);
    if (!twin) return nothing;
    return html`<section class="section">
      <h3>${t("twin.title")}</h3>
      <p class="small quiet">${t("twin.hint")}</p>
      ${twin.outcome === "within-chance" ? html`<p>${t("twin.within-chance")}</p>` : nothing}
      <dl class="facts">
        <div><dt>${t("twin.units")}</dt><dd>${number(twin.unitsDiffering)}</dd></div>
        <div><dt>${t("twin.residents")}</dt><dd>${number(twin.residentsDiffering)}</dd></div>
        ${twin.outcome ? html`<div><dt>${t("twin.chance")}</dt><dd>${number(twin.residentsByChance)}</dd></div>` : nothing}
        ${figuresOf(twin.measures)}
      </dl>
    </section>`;
  }

  /** @param {import("../types.js").Proposal} proposal */
  notes({ notes = [], seed, iterations, elapsedSeconds }) {
    return html`<section class="section">
      ${notes.length
        ? html`<details>
            <summary>${t("proposal.notes")}</summary>
            <ul>${notes.map((note) => html`<li>${noteWords(note)}</li>`)}</ul>
          </details>`
        : nothing}
      <p class="small quiet">
        ${t("proposal.how", { seed: seed ?? "–", iterations: number(iterations), seconds: number(elapsedSeconds, { maximumFractionDigits: 1 }) })}
      </p>
    </section>`;
  }
}

/**
 * What changes beat without a criterion, or why no figure would say anything. Proposals of before this was told apart have figures alone.
 * @param {import("../types.js").CriterionInfluence} criterion
 */
const influenceCells = ({ outcome = "seen", unitsChanging, residentsChanging, residentsByChance }) => html`
  ${
    outcome === "seen"
      ? html`<td class="num">${number(unitsChanging)}</td><td class="num">${number(residentsChanging)}</td>`
      : html`<td class="num quiet" colspan="2">${t(`influence.${outcome}`)}</td>`
  }
  <td class="num">${number(residentsByChance)}</td>`;

/** The figures of a plan that we know how to name. @param {Record<string, number>} measures */
const figuresOf = (measures) =>
  Object.entries(FIGURES)
    .filter(([name]) => typeof measures[name] === "number")
    .map(([name, shown]) => html`<div><dt>${t(`measure.${name}`)}</dt><dd>${shown(measures[name])}</dd></div>`);

customElements.define("copse-proposal", CopseProposal);
