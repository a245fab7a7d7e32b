// @ts-check
/** What lies under the pointer: the unit, its beat, and its hours by criterion. */
import { html, nothing } from "lit";
import { deviation, number, t } from "../i18n.js";
import { TERMS } from "./ground.js";

/** @param {import("./draft.js").Draft} draft @param {number} unit */
export const hoverCard = ({ ground, plan }, unit) =>
  ground && plan ? html`<div class="hover-card small over-map" aria-hidden="true">${unitFacts(ground, plan, unit)}</div>` : nothing;

/** Puts the card beside the pointer, within the map. @param {HTMLElement} card @param {{x: number, y: number}} pointer @param {DOMRect} frame */
export function placeCard(card, { x, y }, frame) {
  const [left, top] = [x - frame.left, y - frame.top];
  const { offsetWidth: width, offsetHeight: height } = card;
  card.style.left = `${left + width + 24 < frame.width ? left + 16 : Math.max(8, left - width - 16)}px`;
  card.style.top = `${Math.max(8, Math.min(top + 12, frame.height - height - 8))}px`;
}

/** A unit in words and figures. @param {import("./ground.js").Ground} ground @param {import("./plan.js").Plan} plan @param {number} unit */
export function unitFacts(ground, plan, unit) {
  const { neighbourhood, inForce, estimated, hoursByTerm = {} } = ground.units[unit];
  const beat = plan.beats.get(plan.beatOf[unit]);
  const terms = TERMS.filter((term) => term in hoursByTerm);
  return html`<p><strong><bdi>${ground.name(unit)}</bdi></strong>${neighbourhood ? html` <bdi class="quiet">${neighbourhood}</bdi>` : nothing}</p>
    <p>${beat ? t("workspace.unitBeat", { beat: beatWords(beat), deviation: deviation(beat.deviation) }) : t("workspace.noBeat")}${plan.isLocked(unit) ? html` · ${t("workspace.isLocked")}` : nothing}</p>
    ${inForce ? html`<p class="quiet">${t("workspace.unitInForce", { area: inForce })}</p>` : nothing}
    <dl class="terms">
      <div><dt>${t("table.residents")}</dt><dd>${estimated ? "≈ " : ""}${number(ground.residents[unit])}</dd></div>
      <div><dt>${t("table.hours")}</dt><dd>${number(ground.hours[unit], { maximumFractionDigits: 1 })}</dd></div>
      ${terms.map((term) => html`<div class="term"><dt>${t(`term.${term}`)}</dt><dd>${number(hoursByTerm[term], { maximumFractionDigits: 1 })}</dd></div>`)}
    </dl>`;
}

/** A beat's number, with its name where it has one of its own. @param {{number: number, name?: string}} beat */
export const beatWords = ({ number: n, name }) => (name && name !== String(n) ? `${n}, ${name}` : String(n));
