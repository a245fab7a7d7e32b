// @ts-check
/** A walk's plan beside what was recorded of it. */
import { html, nothing } from "lit";
import { number, t } from "../i18n.js";
import { languages } from "../people/words.js";
import { times } from "./planned.js";

/** @param {any} plan @param {any} walk the recorded one */
export function beside(plan, walk) {
  const counted = (walk.participants ?? []).reduce((/** @type {number} */ sum, /** @type {any} */ one) => sum + one.count, 0);
  return html`<section class="section" aria-labelledby="plan-title">
    <h2 id="plan-title">${t("plannedWalk.asPlanned")}</h2>
    ${plan.cancelled ? html`<p class="warn-text">${t("plannedWalk.cancelled")} <bdi>${plan.cancelled}</bdi></p>` : nothing}
    <p class="written"><bdi>${plan.why}</bdi></p>
    <dl class="particulars wide">
      <div><dt>${t("plannedWalk.plannedFor")}</dt><dd>${times(plan)}</dd></div>
      <div><dt>${t("plannedWalk.meet")}</dt><dd><bdi>${plan.place}</bdi></dd></div>
      <div><dt>${t("plannedWalk.spoken")}</dt><dd>${languages(plan.languages)}</dd></div>
      <div><dt>${t("plannedWalk.cameAlong")}</dt><dd>${t("plannedWalk.ofBoth", { signedUp: number(plan.signedUp), counted: number(counted) })}</dd></div>
    </dl>
  </section>`;
}
