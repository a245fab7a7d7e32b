// @ts-check
/** States and instants of plans in words. */
import { html } from "lit";
import { locale, t } from "../i18n.js";

/** The states in their order. */
export const STATES = ["draft", "consultation", "adopted", "in-force", "superseded"];

export const ASSESSMENTS = ["privacy", "equality", "community"];

export const OUTCOMES = ["no-impact", "mitigated", "accepted", "unacceptable"];

/** An instant as the reader's clock shows it. @param {string | null | undefined} iso */
export function moment(iso) {
  const at = new Date(iso ?? "");
  if (Number.isNaN(at.getTime())) return iso ?? "–";
  return new Intl.DateTimeFormat(locale(), { dateStyle: "medium", timeStyle: "short" }).format(at);
}

/** @param {string} state */
export const chip = (state) => html`<span class="state ${state}">${t(`adoption.state.${state}`)}</span>`;

/** From when to when a plan is in force. @param {{from: string, to: string | null, calledOff?: boolean}} term */
export const term = ({ from, to, calledOff }) =>
  calledOff
    ? t("adoption.calledOff", { from: moment(from) })
    : to
      ? t("adoption.term", { from: moment(from), to: moment(to) })
      : t("adoption.termOpen", { from: moment(from) });
