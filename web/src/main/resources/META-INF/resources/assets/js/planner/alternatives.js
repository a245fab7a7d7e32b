// @ts-check
/** The alternatives side by side, as a table; choosing a row shows it. */
import { html, nothing } from "lit";
import { number, percent, t } from "../i18n.js";
import { icon } from "../icons.js";

/** What alternatives are told apart by, each with how it is written. @type {Record<string, (n: number) => string>} */
const COLUMNS = {
  maxDeviation: (n) => percent(Math.abs(n)),
  residentsChanging: (n) => number(n),
  communitiesSplit: (n) => number(n),
  meanPolsbyPopper: (n) => number(n, { maximumFractionDigits: 2, minimumFractionDigits: 2 }),
};

/**
 * @param {import("../types.js").Alternative[]} alternatives
 * @param {string} favour the one that is shown
 * @param {Record<string, number> | null} inForce the measures of the plan in force, where they are known
 * @param {(favour: string) => void} choose
 */
export function alternativesTable(alternatives, favour, inForce, choose) {
  const columns = Object.keys(COLUMNS).filter((name) => alternatives.some((a) => typeof a.measures[name] === "number"));
  const figures = (/** @type {Record<string, number>} */ measures) => columns.map((name) => html`<td class="num">${typeof measures[name] === "number" ? COLUMNS[name](measures[name]) : "–"}</td>`);
  return html`<div class="table-scroll" tabindex="0" role="region" aria-label=${t("proposal.alternatives")}>
    <table class="alternatives">
      <caption>${t("proposal.alternatives")}</caption>
      <thead>
        <tr>
          <th scope="col">${t("proposal.alternative")}</th>
          ${columns.map((name) => html`<th scope="col" class="num">${t(`alternative.${name}`)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${alternatives.map(({ favour: name, measures, violations }) => html`<tr class=${name === favour ? "picked" : ""}>
          <th scope="row">
            <button type="button" class="plain pick" aria-pressed=${name === favour ? "true" : "false"} @click=${() => choose(name)}>
              ${t(`favour.${name}`)}
              ${violations.length ? html`<span class="warn-text">${icon("warning")}<span class="visually-hidden">${t("proposal.hasViolations")}</span></span>` : nothing}
            </button>
          </th>
          ${figures(measures)}
        </tr>`)}
        ${inForce ? html`<tr><th scope="row" class="quiet">${t("proposal.inForce")}</th>${figures(inForce)}</tr>` : nothing}
      </tbody>
    </table>
  </div>`;
}
