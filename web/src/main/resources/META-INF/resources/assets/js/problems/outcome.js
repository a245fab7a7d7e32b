// @ts-check
/** What came of a case, and what residents read of it. */
import { html, nothing } from "lit";
import { moment } from "../adoption/words.js";
import { deviation, language, languageName, number, t } from "../i18n.js";
import { icon } from "../icons.js";
import { day } from "../people/words.js";
import { months } from "./words.js";

/** @param {any} view @param {{edits: boolean, hold: () => void}} page */
export function reviews({ problem, reviews }, { edits, hold }) {
  const now = ["respond", "assess"].includes(problem.stage);
  return html`<h3>${t("case.reviews")}</h3><p class="small quiet">${t("case.reviewsLead")}</p>
    ${reviews.length ? html`<ol class="matrix">${reviews.map((/** @type {any} */ review) => html`<li class="card stack">
      <h4>${t("case.review.n", { n: number(review.number), date: day(review.heldOn) })}: ${t(`case.outcome.${review.judgement}`)}</h4>
      <p class="written" dir="auto"><bdi>${review.words}</bdi></p>
      ${review.figures ? figures(review.figures) : nothing}
    </li>`)}</ol>` : nothing}
    ${edits && now ? html`<div class="row"><button type="button" @click=${hold}>${icon("plus")}${t("case.review.hold")}</button></div>` : nothing}`;
}

/** @param {any} figures */
function figures({ layer, control, before, after, here, there, change }) {
  const count = (/** @type {number | null} */ n) => (n === null ? t("case.review.few") : number(n));
  return html`<div class="table-scroll" tabindex="0"><table class="figures"><caption class="visually-hidden">${t("case.review.figures")}</caption>
      <thead><tr><td></td><th scope="col">${t("case.review.before")}</th><th scope="col">${t("case.review.after")}</th></tr></thead>
      <tbody><tr><th scope="row">${t("case.review.here")}</th><td>${count(here.before)}</td><td>${count(here.after)}</td></tr>
        <tr><th scope="row"><bdi>${t("case.review.there", { areas: control })}</bdi></th><td>${count(there.before)}</td><td>${count(there.after)}</td></tr></tbody></table></div>
    <p><strong>${changeWords(change)}</strong></p>
    <p class="small quiet">${t("case.review.source", { layer, before: months(before.from, before.to), after: months(after.from, after.to) })}</p>
    <p class="small quiet">${t("case.review.caveats")}</p>`;
}

/** @param {{ratio: number, low: number, high: number} | null} change */
function changeWords(change) {
  if (!change) return t("case.review.noRatio");
  const { ratio, low, high } = change;
  const values = { change: deviation(ratio - 1), low: deviation(low - 1), high: deviation(high - 1) };
  return t(`case.review.${high < 1 ? "less" : low > 1 ? "more" : "same"}`, values);
}

/** @param {any} view @param {{edits: boolean, publishes: boolean, write: (telling: any) => void, publish: (telling: any) => void, withdraw: () => void}} page */
export function tellings({ problem, tellings }, page) {
  const isPublic = tellings.some((/** @type {any} */ one) => one.publishedAt);
  return html`<p class="small quiet">${t("case.publicLead")}</p>
    ${tellings.length ? html`<ul class="matrix">${tellings.map((/** @type {any} */ one) => html`<li class="card stack">
      <h3 lang=${one.language} dir="auto"><bdi>${one.title}</bdi></h3>
      <p class="small ${one.publishedAt ? "" : "quiet"}">${languageName(one.language)} · ${one.publishedAt ? t("case.telling.public", { date: moment(one.publishedAt) }) : t("case.telling.draft", { who: one.by, date: moment(one.at) })}</p>
      ${["problem", "doing", "result"].map((part) => one[part] ? html`<p class="written" lang=${one.language} dir="auto"><bdi>${one[part]}</bdi></p>` : nothing)}
      <div class="row">
        ${page.publishes && !one.publishedAt ? html`<button type="button" class="primary" @click=${() => page.publish(one)}>${t("case.telling.publish")}</button>` : nothing}
        ${page.edits ? html`<button type="button" @click=${() => page.write(one)}>${t("people.edit")}</button>` : nothing}
        ${one.publishedAt ? html`<a href="/${one.language}/problems/${problem.id}">${t("case.telling.see")}</a>` : nothing}
      </div></li>`)}</ul>` : html`<p class="quiet">${t("case.telling.none")}</p>`}
    <div class="row">
      ${page.edits ? html`<button type="button" @click=${() => page.write(null)}>${icon("plus")}${t("case.telling.write")}</button>` : nothing}
      ${page.publishes && isPublic ? html`<button type="button" @click=${page.withdraw}>${t("case.telling.withdraw")}</button>` : nothing}
    </div>`;
}

/** @param {any} view */
export const printLink = ({ problem }) => html`<a class="button" href="/api/v1/problem-cases/${problem.id}/sheet.pdf?lang=${language()}">${icon("report")}${t("case.print")}</a>`;
