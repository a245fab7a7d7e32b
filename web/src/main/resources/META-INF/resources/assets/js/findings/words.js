// @ts-check
/** States, agencies and days of findings in words. */
import { html, nothing } from "lit";
import { t } from "../i18n.js";
import { day } from "../people/words.js";
import { category } from "../walk/words.js";

/** In their order; to one before, or to the last, one goes with a reason. */
export const STATES = ["open", "accepted", "in-progress", "resolved", "checked", "not-accepted"];

/** Those on which something is still to be done. */
export const UNSETTLED = STATES.slice(0, 4);

export const AGENCIES = ["municipality", "lighting", "parks", "roads", "landlord", "transport", "police", "other"];

/** @param {string} from @param {string} to */
export const asksWhy = (from, to) => to !== from && (to === "not-accepted" || STATES.indexOf(to) < STATES.indexOf(from));

/** Whether somebody has it, and a day until when. @param {string} state */
export const isTakenOn = (state) => state !== "open" && state !== "not-accepted";

/** @param {string} state */
export const chip = (state) => html`<span class="state ${state}">${t(`finding.state.${state}`)}</span>`;

const LONGEST_TITLE = 70;

/** What it is, in a line: its kind, and the first of its words. @param {{category: string, words: string}} finding */
export function title({ category: kind, words }) {
  if (!words) return category(kind);
  return `${category(kind)}: ${words.length > LONGEST_TITLE ? `${words.slice(0, LONGEST_TITLE).replace(/\s+\S*$/, "")}…` : words}`;
}

/** Whose work it is, until when. @param {any} standing @param {boolean} overdue */
export function whose(standing, overdue) {
  if (!standing.agency) return nothing;
  const until = standing.dueOn ? t(overdue ? "finding.overdue" : "finding.dueOn", { date: day(standing.dueOn) }) : "";
  return html`<p>${t(`finding.agency.${standing.agency}`)}${until && standing.state !== "checked"
    ? html` · <span class=${overdue ? "warn-text" : ""}>${until}</span>`
    : nothing}</p>`;
}
