// @ts-check
import { knows, t } from "../i18n.js";
import { ProblemError } from "../request.js";

/** Why an edit was refused, in the reader's words; empty for other errors. @param {unknown} error */
export function refusalWords(error) {
  if (!(error instanceof ProblemError) || error.slug !== "edit-refused") return "";
  const { code = "", values = {}, detail = "" } = error.problem;
  const words = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, Array.isArray(value) ? value.join(", ") : String(value)]));
  return knows(`redraw.refused.${code}`) ? t(`redraw.refused.${code}`, words) : detail;
}
