// @ts-check
/** What is said when something went wrong, in words and in the reader's language. */
import { html, nothing } from "lit";
import { icon } from "./icons.js";
import { knows, t } from "./i18n.js";
import { ProblemError, Unreachable } from "./request.js";

/**
 * Returns an error in words: ours for the problem's type, else the server's detail.
 * @param {unknown} error
 */
export function wordsFor(error) {
  if (error instanceof Unreachable) return t("error.unreachable");
  if (error instanceof ProblemError) {
    const key = `problem.${error.slug}`;
    if (knows(key)) return t(key);
    if (error.status === 401) return t("problem.unauthenticated");
    if (error.status === 403) return t("problem.forbidden");
    return error.message || t("error.unexpected");
  }
  return t("error.unexpected");
}

/**
 * @param {unknown} error nothing is drawn when there is none
 */
export function errorNotice(error) {
  if (!error) return nothing;
  const problem = error instanceof ProblemError ? error.problem : null;
  const detail = error instanceof ProblemError && !error.problem.uses && error.problem.detail !== wordsFor(error) ? error.problem.detail : null;
  const mild = error instanceof ProblemError && error.slug === "no-plan-in-force"; // nothing is broken, it is only early
  return html`<div class="notice ${mild ? "warn" : "error"}" role="alert">
    ${icon("warning")}
    <div>
      <strong>${wordsFor(error)}</strong>
      ${detail ? html`<p>${detail}</p>` : nothing}
      ${problem?.where ? html`<p>${t("error.where", { where: problem.where })}</p>` : nothing}
      ${problem?.whatToDo ? html`<p>${t("error.whatToDo", { what: problem.whatToDo })}</p>` : nothing}
      ${problem?.uses?.length ? html`<ul>${problem.uses.map((use) => html`<li>${t(`use.${use.what}`, { name: use.name })}</li>`)}</ul>` : nothing}
      ${problem?.errors?.length
        ? html`<ul>
            ${problem.errors.map((e) => html`<li><bdi>${e.field}</bdi>: ${e.message}</li>`)}
          </ul>`
        : nothing}
    </div>
  </div>`;
}
