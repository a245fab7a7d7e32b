// @ts-check
/** One problem as a card: what it is, how it stands, what may be done, and what was. */
import { html, nothing } from "lit";
import { moment } from "../adoption/words.js";
import { number, t } from "../i18n.js";
import { beatName } from "../names.js";
import { day } from "../people/words.js";
import { category, dots } from "../walk/words.js";
import { mailLine } from "./mail.js";
import { chip, title, whose } from "./words.js";

/** The colour of a place by what is to be done there; what is good has no standing. @param {any} one @returns {"error" | "warn" | "accent" | "quiet"} */
export const tone = ({ overdue, standing, finding }) =>
  finding.again && !finding.gone ? "warn" : !standing ? "accent" : overdue ? "error" : ["resolved", "checked"].includes(standing.state) ? "accent" : standing.state === "not-accepted" ? "quiet" : finding.severity > 2 ? "error" : "warn";

/** Where findings lie, numbered as the list beside the map has them. @param {any[]} found */
export const places = (found) =>
  found.flatMap((one, i) =>
    one.finding.place ? [{ id: one.id, ...one.finding.place, label: number(i + 1), title: title(one.finding), tone: tone(one) }] : [],
  );

/** Pictures of a finding; each opens whole. @param {string} walk @param {any} finding */
export function photos(walk, finding) {
  if (!finding.photos?.length) return nothing;
  return html`<ul class="photos">${finding.photos.map((/** @type {string} */ hash, /** @type {number} */ i) => html`<li><a href="/api/v1/walks/${walk}/photos/${hash}"
    ><img src="/api/v1/walks/${walk}/photos/${hash}" loading="lazy" width="112" height="84" alt=${t("finding.photo", { n: number(i + 1), what: title(finding) })} /></a></li>`)}</ul>`;
}

/** Pictures from before, and beside them those of the last time that somebody looked again with a camera. @param {any} one */
function pictures({ walk, finding, seenAgain }) {
  const after = seenAgain.findLast((/** @type {any} */ again) => again.photos.length);
  return after ? beforeAfter({ walk: walk.id, finding }, { walk: after.walk.id, finding: { ...finding, ...after } }) : photos(walk.id, finding);
}

/** One place side by side, if there is a picture of it. @param {{walk: string, finding: any}} before @param {{walk: string, finding: any}} after */
export const beforeAfter = (before, after) => (before.finding.photos?.length || after.finding.photos?.length) ? html`<div class="before-after" role="group" aria-label=${t("finding.beforeAfter")}>
  ${[["finding.before", before], ["finding.after", after]].map(([words, { walk, finding }]) => html`<figure>
    <figcaption>${t(words, { date: day(finding.at.slice(0, 10)) })}</figcaption>
    ${finding.photos?.length ? photos(walk, finding) : html`<p class="quiet small">${t("finding.noPhotos")}</p>`}
  </figure>`)}
</div>` : nothing;

/**
 * @param {any} one
 * @param {number} n its number on the map
 * @param {{picked: boolean, follows: boolean, steps: any[] | undefined, ask: () => void, step: (to: string) => void, pick: () => void, put?: () => void}} page
 */
export function findingCard(one, n, page) {
  const { finding, standing } = one;
  return html`<li class="card stack ${page.picked ? "picked" : ""}" id="finding-${one.id}" tabindex="-1">
    <h2>${finding.place
        ? html`<button type="button" class="place-mark ${tone(one)}" aria-label=${t("finding.onMap", { n: number(n) })} @click=${page.pick}>${number(n)}</button>`
        : html`<span class="place-mark ${tone(one)}">${number(n)}</span>`}
      ${category(finding.category)} ${dots(finding.severity)} ${chip(standing.state)}</h2>
    ${finding.words ? html`<p class="written"><bdi>${finding.words}</bdi></p>` : html`<p class="quiet">${t("finding.noWords")}</p>`}
    ${whose(standing, one.overdue)} ${mailLine(one.mail, standing)}
    ${standing.isPublic ? html`<p><strong>${t("finding.public")}:</strong> <bdi lang=${standing.language}>${standing.told}</bdi></p>` : nothing}
    <p class="small quiet">${one.beat ? html`${t("people.beatOf", { beat: beatName(one.beat) })} · ` : nothing}<a href="/walks?id=${one.walk.id}">${t("finding.foundOn", { date: day(finding.at.slice(0, 10)), walk: one.walk.title })}</a></p>
    ${one.seenAgain.map((/** @type {any} */ again) => html`<p class="small"><a href="/walks?id=${again.walk.id}">${t("finding.again", { date: day(again.at.slice(0, 10)), walk: again.walk.title })}</a>
      <strong>${t(again.gone ? "walk.again.gone" : "walk.again.there")}</strong> ${again.words ? html`<bdi>${again.words}</bdi>` : nothing}</p>`)}
    ${pictures(one)}
    ${page.follows
      ? html`<div class="row">
          ${one.next.map((/** @type {string} */ to, /** @type {number} */ i) => html`<button type="button" class=${i ? "" : "primary"} @click=${() => page.step(to)}>${t(`finding.to.${to}`)}</button>`)}
          <button type="button" class="plain" @click=${() => page.step(standing.state)}>${t("finding.change")}</button>
          ${page.put ? html`<button type="button" class="plain" @click=${page.put}>${t("case.put")}</button>` : nothing}
        </div>`
      : nothing}
    ${standing.number
      ? html`<details @toggle=${(/** @type {any} */ e) => e.target.open && page.ask()}>
          <summary>${t("finding.steps", { n: number(standing.number) })}</summary>
          ${page.steps ? history(page.steps) : html`<p class="quiet">${t("people.loading")}</p>`}
        </details>`
      : nothing}
  </li>`;
}

/** @param {any[]} steps */
const history = (steps) => html`<ol class="steps">${steps.map((step) => html`<li>
  <strong>${t(`finding.state.${step.state}`)}</strong> <span class="quiet">${t("finding.stepBy", { date: moment(step.at), who: step.by })}</span>
  ${whose(step, false)}
  ${step.note ? html`<p class="written"><bdi>${step.note}</bdi></p>` : nothing}
  ${step.isPublic ? html`<p class="small quiet">${t("finding.public")}</p>` : nothing}
</li>`)}</ol>`;
