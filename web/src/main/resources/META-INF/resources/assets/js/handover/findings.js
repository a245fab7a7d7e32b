// @ts-check
/** What a walk found in the beat that is handed over, and is not settled. */
import { html, nothing } from "lit";
import { UNSETTLED, chip, title, whose } from "../findings/words.js";
import { number, t } from "../i18n.js";
import { get } from "../request.js";

const MOST_SHOWN = 20;

/** @param {string} beat */
const query = (beat) => `state=${UNSETTLED.join()}&beat=${encodeURIComponent(beat)}`;

/** @param {string} beat @returns {Promise<{total: number, findings: any[]}>} */
export const askFindings = (beat) => get(`/findings?${query(beat)}`);

/** @param {string} beat @param {{total: number, findings: any[]} | null} answer */
export function findingList(beat, answer) {
  if (!answer) return nothing;
  const shown = answer.findings.slice(0, MOST_SHOWN);
  return html`<section class="section" aria-labelledby="handover-findings">
    <div class="row spread"><h2 id="handover-findings">${t("handover.findings")}</h2>
      <a class="button no-print" href="/findings?${query(beat)}">${t("finding.seeAll")}</a></div>
    ${shown.length
      ? html`<ul class="entries">${shown.map((one) => html`<li><div>
          <strong><bdi>${title(one.finding)}</bdi></strong> ${chip(one.standing.state)} ${whose(one.standing, one.overdue)}</div></li>`)}</ul>`
      : html`<p class="quiet">${t("handover.noFindings")}</p>`}
    ${answer.total > shown.length ? html`<p class="quiet">${t("handover.moreFindings", { n: number(answer.total - shown.length) })}</p>` : nothing}
  </section>`;
}
