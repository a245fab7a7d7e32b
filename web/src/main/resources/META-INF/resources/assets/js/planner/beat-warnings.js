// @ts-check
/** The warnings of a beat in the reader's language. A proposal keeps them as sentences of the server; these are the ones it knows. */
import { html } from "lit";
import { number, t } from "../i18n.js";

/** @type {[string, RegExp][]} */
const KNOWN = [
  ["beatWarning.estimated", /^The residents of (\d+) of (\d+) units are estimated\.$/],
  ["beatWarning.capped", /^The mix of (\d+) of (\d+) units asked for more than its cap\.$/],
  ["beatWarning.reactive", /^Answering incidents takes (\d+) % of the hours/],
];

/** @param {string} warning */
export function warningWords(warning) {
  for (const [key, sentence] of KNOWN) {
    const [found, n, of] = sentence.exec(warning) ?? [];
    if (found) return t(key, { n: number(Number(n)), of: number(Number(of)) });
  }
  return html`<span lang="en" dir="ltr">${warning}</span>`;
}
