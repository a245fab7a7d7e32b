// @ts-check
/** What a supervisor sees of findings: those whose day has passed, and how many nobody has decided on. */
import { html, nothing } from "lit";
import { number, t } from "../i18n.js";
import { beatName } from "../names.js";
import { day } from "../people/words.js";
import { chip, title } from "./words.js";

/** @typedef {{total: number, findings: any[]}} Answer */

/** @param {Answer | null} overdue @param {number} undecided @param {number} unsent e-mails to agencies that did not go out */
export function overdueList(overdue, undecided, unsent) {
  if (!overdue) return nothing;
  const heading = t("finding.overdueTitle", { n: number(overdue.total) });
  return html`<section class="section" aria-labelledby="findings-title">
    <div class="row spread"><h2 id="findings-title">${heading}</h2><a class="button" href="/findings?overdue=true">${t("finding.seeAll")}</a></div>
    ${overdue.total ? table(overdue.findings.slice(0, 20), heading) : html`<p class="quiet">${t("finding.noneOverdue")}</p>`}
    ${undecided ? html`<p><a href="/findings?state=open">${t("finding.undecided", { n: number(undecided) })}</a></p>` : nothing}
    ${unsent ? html`<p class="notice warn"><a href="/findings?mail=failed&state=accepted,in-progress">${t("finding.mailFailed", { n: number(unsent) })}</a></p>` : nothing}
  </section>`;
}

/** @param {any[]} rows @param {string} heading */
const table = (rows, heading) => html`<div class="table-scroll" tabindex="0" role="group" aria-label=${heading}>
  <table class="cards">
    <thead><tr><th scope="col">${t("finding.column.words")}</th><th scope="col">${t("people.beat")}</th><th scope="col">${t("finding.agency")}</th>
      <th scope="col">${t("finding.due")}</th><th scope="col">${t("finding.state")}</th></tr></thead>
    <tbody>${rows.map((one) => html`<tr>
      <th scope="row"><bdi>${title(one.finding)}</bdi></th>
      <td data-head=${t("people.beat")}>${one.beat ? html`<bdi>${beatName(one.beat)}</bdi>` : "–"}</td>
      <td data-head=${t("finding.agency")}>${t(`finding.agency.${one.standing.agency}`)}</td>
      <td data-head=${t("finding.due")}><span class="warn-text">${day(one.standing.dueOn)}</span></td>
      <td data-head=${t("finding.state")}>${chip(one.standing.state)}</td>
    </tr>`)}</tbody>
  </table>
</div>`;
