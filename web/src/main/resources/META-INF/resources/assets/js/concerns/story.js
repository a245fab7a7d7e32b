// @ts-check
/** One concern, open: what was written, what may be done, and what was. */
import { html, nothing } from "lit";
import { moment } from "../adoption/words.js";
import { languageName, number, t } from "../i18n.js";
import { beatName } from "../names.js";
import { category, chip, why } from "./words.js";

/**
 * @param {{concern: any, steps: any[], readsContact: boolean}} story
 * @param {{contact: string | null, readContact: () => void, step: (to: string) => void, put: () => void}} page
 */
export function openStory({ concern: view, steps, readsContact }, page) {
  const { concern, beat, alarm, next } = view;
  return html`<article class="card stack" id="open-concern" tabindex="-1">
    <h2>${category(concern)} ${chip(concern.standing.state)} ${alarm ? html`<span class="warn-text">${t("concern.alarmChip")}</span>` : nothing}</h2>
    <p class="written" dir="auto" lang=${concern.language}><bdi>${concern.words}</bdi></p>
    <p>${concern.place ? html`<bdi>${concern.place}</bdi>` : html`<span class="quiet">${t("concern.noPlace")}</span>`} · ${t("people.beatOf", { beat: beatName(beat) })}</p>
    <p class="small quiet">${t("concern.receivedOn", { date: moment(concern.receivedAt) })} · ${t("concern.writtenIn", { language: languageName(concern.language) })}</p>
    ${concern.hasPhoto
      ? html`<p><a href="/api/v1/concerns/${concern.id}/photo"><img class="concern-photo" src="/api/v1/concerns/${concern.id}/photo" alt=${t("concern.photoAlt")} /></a></p>`
      : nothing}
    ${contact(concern, readsContact, page)}
    <div class="row">
      ${next.map((/** @type {string} */ to, /** @type {number} */ i) => html`<button type="button" class=${i ? "" : "primary"} @click=${() => page.step(to)}>${t(`concern.to.${to}`)}</button>`)}
      <button type="button" class="plain" @click=${() => page.step(concern.standing.state)}>${t("concern.to.same")}</button>
      <button type="button" class="plain" @click=${page.put}>${t("case.put")}</button>
    </div>
    <details open><summary>${t("concern.steps", { n: number(steps.length) })}</summary>
      <ol class="steps">${steps.map((step) => html`<li>
        ${chip(step.state)} <span class="quiet">${t("finding.stepBy", { date: moment(step.at), who: step.by ?? t("concern.byResident") })}</span>
        ${why(step) ? html`<p>${why(step)}</p>` : nothing}
        ${step.told ? html`<p class="written" lang=${concern.language}><bdi>${step.told}</bdi></p>` : nothing}
        ${step.note ? html`<p class="written small quiet">${t("concern.note")}: <bdi>${step.note}</bdi></p>` : nothing}
      </li>`)}</ol>
    </details>
  </article>`;
}

/** @param {any} concern @param {boolean} reads @param {{contact: string | null, readContact: () => void}} page */
function contact(concern, reads, page) {
  if (!concern.hasContact) return html`<p class="quiet">${t("concern.anonymous")}</p>`;
  if (page.contact) return html`<p><strong><bdi>${page.contact}</bdi></strong></p>`;
  if (!reads) return html`<p class="quiet">${t("concern.contactWithheld")}</p>`;
  return html`<p class="row"><button type="button" @click=${page.readContact}>${t("concern.showContact")}</button> <span class="small quiet">${t("concern.contactRecorded")}</span></p>`;
}
