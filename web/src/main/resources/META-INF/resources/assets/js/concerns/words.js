// @ts-check
/** States, agencies and reasons of concerns in words. */
import { html } from "lit";
import { t } from "../i18n.js";

export const STATES = ["received", "looking", "done", "passed-on", "closed"];

/** Those of which the police still have something to do. */
export const OPEN = STATES.slice(0, 2);

export const AGENCIES = ["municipality", "lighting", "parks", "roads", "landlord", "transport", "other"];

export const REASONS = ["not-found", "not-ours", "known", "unclear", "no-concern"];

/** @param {string} state */
export const chip = (state) => html`<span class="state ${state}">${t(`concern.state.${state}`)}</span>`;

/** @param {{category: string}} concern */
export const category = (concern) => t(`concern.category.${concern.category}`);

/** The colour of a place by what is to be done there. @param {any} view @returns {"error" | "warn" | "accent" | "quiet"} */
export const tone = ({ concern, alarm }) =>
  !OPEN.includes(concern.standing.state) ? "quiet" : alarm ? "error" : concern.standing.state === "received" ? "warn" : "accent";

/** Whom it was passed to, or why it was closed. @param {{agency: string | null, reason: string | null}} step */
export const why = ({ agency, reason }) => (agency ? t(`finding.agency.${agency}`) : reason ? t(`concern.reason.${reason}`) : "");
