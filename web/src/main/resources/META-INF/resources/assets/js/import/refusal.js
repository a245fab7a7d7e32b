// @ts-check
/** Why a file was refused, in the reader's language. */
import { html, nothing } from "lit";
import { t } from "../i18n.js";
import { icon } from "../icons.js";
import { errorNotice } from "../notice.js";
import { ProblemError } from "../request.js";
import { advice, exactWords, inWords, named } from "./findings.js";

/** @param {unknown} error nothing is drawn when there is none */
export function refusalNotice(error) {
  if (!(error instanceof ProblemError) || !error.problem.code) return errorNotice(error);
  const { problem } = error;
  const finding = { code: problem.code ?? "", what: problem.detail, whatToDo: problem.whatToDo, values: problem.values };
  const todo = advice("refusal", finding);
  return html`<div class="notice error" role="alert">
      ${icon("warning")}
      <div>
        <strong>${t("problem.import-refused")}</strong>
        <p>${inWords("refusal", finding)} ${named(finding)}</p>
        ${todo ? html`<p>${todo}</p>` : nothing}
        ${problem.where ? html`<p class="small">${t("error.where", { where: problem.where })}</p>` : nothing}
        ${problem.detail ? exactWords(problem.detail) : nothing}
      </div>
    </div>
    ${problem.report ? html`<copse-import-report .report=${problem.report}></copse-import-report>` : nothing}`;
}
