// @ts-check
import { html, nothing } from "lit";
import { CopseElement } from "../element.js";
import { number, percent, t } from "../i18n.js";
import { icon } from "../icons.js";
import "./areas-table.js";

/** The plan's figures that are shown when the server gives them, each with how it is written. @type {Record<string, (n: number) => string>} */
const FIGURES = {
  load: (n) => number(n, { maximumFractionDigits: 2 }),
  officersNeeded: (n) => number(n),
  maxDeviation: (n) => percent(Math.abs(n)),
  meanDeviation: (n) => percent(n, 1),
  residentsChanging: (n) => number(n),
  communitiesSplit: (n) => number(n),
  meanPolsbyPopper: (n) => number(n, { maximumFractionDigits: 2 }),
};

/** What the engine gave back: alternatives as tabs, and for one of them its figures, tables and doubts. */
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
    return html`<div class="tabs" role="tablist" aria-label=${t("proposal.alternatives")} @keydown=${this.arrow}>
        ${proposal.alternatives.map((a) => this.tab(a))}
      </div>
      <div role="tabpanel" id="alternative" aria-labelledby="tab-${alternative.favour}" class="stack">
        ${this.figures(alternative)} ${this.violations(alternative)}
        <copse-areas-table .kind=${"sectors"} .rows=${alternative.sectors} .tolerance=${this.tolerance}></copse-areas-table>
        <copse-areas-table .kind=${"beats"} .rows=${alternative.beats} .colours=${this.colours} .tolerance=${this.tolerance}
          .picked=${this.picked} .pointed=${this.pointed}></copse-areas-table>
      </div>
      ${this.influence(alternative.criteria ?? proposal.criteria ?? [])} ${this.twin(proposal)} ${this.notes(proposal)}`;
  }

  /** @param {import("../types.js").Alternative} alternative */
  tab({ favour, violations }) {
    const chosen = favour === this.favour;
    return html`<button type="button" role="tab" id="tab-${favour}" aria-selected=${chosen ? "true" : "false"} aria-controls="alternative"
      tabindex=${chosen ? 0 : -1} @click=${() => this.tell("favour-chosen", favour)}>
      ${t(`favour.${favour}`)} ${violations.length ? html`<span class="warn-text">${icon("warning")}<span class="visually-hidden">${t("proposal.hasViolations")}</span></span>` : nothing}
    </button>`;
  }

  /** @param {KeyboardEvent} event */
  async arrow(event) {
    const favours = this.proposal?.alternatives.map((a) => a.favour) ?? [];
    const rtl = document.documentElement.dir === "rtl" ? -1 : 1;
    const step = { ArrowRight: rtl, ArrowLeft: -rtl }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = favours[(favours.indexOf(this.favour) + step + favours.length) % favours.length];
    this.tell("favour-chosen", next);
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.querySelector(`#tab-${CSS.escape(next)}`))?.focus();
  }

  /** @param {import("../types.js").Alternative} alternative */
  figures({ measures, beats, sectors }) {
    return html`<dl class="facts">
      <div><dt>${t("measure.beats")}</dt><dd>${t("measure.beatsIn", { beats: number(beats.length), sectors: number(sectors.length) })}</dd></div>
      ${figuresOf(measures)}
    </dl>`;
  }

  /** @param {import("../types.js").Alternative} alternative */
  violations({ violations }) {
    if (violations.length === 0) return html`<p class="notice"><span>${t("proposal.allMet")}</span></p>`;
    return html`<div class="notice warn">
      ${icon("warning")}
      <div>
        <strong>${t("proposal.violations", { n: number(violations.length) })}</strong>
        <ul class="violations" tabindex="0" aria-label=${t("proposal.violations", { n: number(violations.length) })}>
          ${violations.map((violation) => html`<li>${wordsFor(violation)}</li>`)}
        </ul>
      </div>
    </div>`;
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
            </tr>
          </thead>
          <tbody>
            ${criteria.map(
              (c) => html`<tr>
                <th scope="row">${t(`criterion.${c.criterion.toLowerCase()}`)}</th>
                <td class="num">${number(c.hours)}</td>
                <td class="num">${percent(c.share, 1)}</td>
                <td class="num">${number(c.unitsChanging)}</td>
                <td class="num">${number(c.residentsChanging)}</td>
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
      <dl class="facts">
        <div><dt>${t("twin.units")}</dt><dd>${number(twin.unitsDiffering)}</dd></div>
        <div><dt>${t("twin.residents")}</dt><dd>${number(twin.residentsDiffering)}</dd></div>
        ${figuresOf(twin.measures)}
      </dl>
    </section>`;
  }

  /** @param {import("../types.js").Proposal} proposal */
  notes({ notes = [], seed, iterations, elapsedSeconds }) {
    return html`<section class="section">
      <h3>${t("proposal.notes")}</h3>
      ${notes.length ? html`<ul>${notes.map((note) => html`<li>${note}</li>`)}</ul>` : nothing}
      <p class="small quiet">
        ${t("proposal.how", { seed: seed ?? "–", iterations: number(iterations), seconds: number(elapsedSeconds, { maximumFractionDigits: 1 }) })}
      </p>
    </section>`;
  }
}

/** The figures of a plan that we know how to name. @param {Record<string, number>} measures */
const figuresOf = (measures) =>
  Object.entries(FIGURES)
    .filter(([name]) => typeof measures[name] === "number")
    .map(([name, shown]) => html`<div><dt>${t(`measure.${name}`)}</dt><dd>${shown(measures[name])}</dd></div>`);

/** Kinds of bounds that are figures; of the others, only the reason says something. @type {Record<string, string>} */
const MEASURED = { "beat-hours": "hours", "sector-hours": "hours", "beat-residents": "residents", "sector-officers": "officers" };

/** @param {import("../types.js").Violation} violation */
function wordsFor({ kind, where, value, bound, why }) {
  const [, what, id] = /^(beat|sector|unit) (.+)$/.exec(where) ?? [];
  const place = what ? t(`where.${what}`, { id }) : where;
  const measured = MEASURED[kind];
  return measured
    ? t(`violation.${measured}`, { where: place, value: number(value), bound: number(bound), why })
    : t("violation.other", { where: place, why });
}

customElements.define("copse-proposal", CopseProposal);
