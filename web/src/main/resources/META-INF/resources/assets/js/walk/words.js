// @ts-check
/** What a walk's screens have in common: categories, severities, states, in words. */
import { html, nothing } from "lit";
import { number, t } from "../i18n.js";

/** In the order of the buttons; the first are those that are used most. */
export const CATEGORIES = [
  "lighting",
  "litter",
  "traffic",
  "sight-lines",
  "hiding",
  "movement",
  "isolation",
  "signs",
  "graffiti",
  "derelict",
  "vehicles",
  "access",
  "activity",
  "noise",
  "animals",
  "drinking",
  "liked",
  "other",
];

export const ROLES = ["resident", "officer", "municipality", "association", "business", "school", "other"];
export const AGES = ["child", "youth", "adult", "senior", "unknown"];

/** @param {string} category */
export const category = (category) => t(`walk.category.${category}`);

/** Severity as dots for the eye and as words for the ear. @param {number} severity */
export const dots = (severity) =>
  html`<span class="dots"><span aria-hidden="true">${"●".repeat(severity)}${"○".repeat(4 - severity)}</span><span class="visually-hidden">${t(`walk.severity.${severity}`)}</span></span>`;

/** @param {number} millis */
export function clock(millis) {
  const seconds = Math.max(0, Math.floor(millis / 1000));
  const two = (/** @type {number} */ value) => number(value, { minimumIntegerDigits: 2 });
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** @param {import("./outbox.js").Progress} progress @param {number | null} open null until it is known what waits: nothing is said to be sent before */
export function progressWords(progress, open) {
  if (progress === "sending") return t("walk.progress.sending");
  if (open === null) return "";
  if (open === 0) return t("walk.progress.done");
  if (!navigator.onLine) return t("walk.progress.offline");
  return t(`walk.progress.${progress === "idle" || progress === "done" ? "waiting" : progress}`);
}

/** What the one who holds the phone has to do before anything is sent. @param {import("./outbox.js").Progress} progress */
export function signInNotice(progress) {
  if (progress === "sign-in") {
    return html`<div class="notice warn" role="status"><div><strong>${t("walk.signIn")}</strong><p><a class="button primary" href="/walk/sign-in">${t("walk.signInButton")}</a></p></div></div>`;
  }
  if (progress === "not-allowed") return html`<div class="notice error" role="status"><div>${t("walk.notAllowed")}</div></div>`;
  return nothing;
}
