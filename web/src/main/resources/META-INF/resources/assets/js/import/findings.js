// @ts-check
/** What a reader found, in the reader's language: by its code, with what it names; in the server's words where a code is new. */
import { html, nothing } from "lit";
import { knows, language, number, t } from "../i18n.js";

/** @typedef {{code: string, what?: string | null, whatToDo?: string | null, values?: Record<string, unknown>}} Finding */

/**
 * Returns the finding as a sentence.
 * @param {"rejection" | "change" | "warning" | "refusal"} list
 * @param {Finding} finding
 */
export function inWords(list, finding) {
  const key = keyOf(list, finding);
  return knows(key) ? t(key) : (finding.what ?? finding.code);
}

/** A preview warns of what would be a refusal later, by that one's code. @param {string} list @param {Finding} finding */
const keyOf = (list, { code, values }) => {
  // A format that is known by name has a sentence of its own, which says how to convert it.
  const known = `refusal.${code}.${values?.format}`;
  if (list !== "rejection" && list !== "change" && knows(known)) return known;
  return list === "warning" && !knows(`warning.${code}`) ? `refusal.${code}` : `${list}.${code}`;
};

/** Returns what can be done about it; empty where there is nothing. @param {string} list @param {Finding} finding */
export function advice(list, finding) {
  const sentence = keyOf(list, finding);
  if (sentence.startsWith("refusal.other-format.")) return "";
  const key = `${sentence}.do`;
  return knows(key) ? t(key) : (finding.whatToDo ?? "");
}

/** What the finding names: counts, columns, codes. @param {Finding} finding */
export function named(finding) {
  const entries = Object.entries(finding.values ?? {}).filter(([name, value]) => value !== null && value !== "" && knows(`value.${name}`) && !(name === "format" && finding.code === "other-format"));
  return entries.length === 0
    ? nothing
    : html`<span class="small quiet">${entries.map(
        ([name, value], i) => html`${i ? " · " : ""}${t(`value.${name}`)}: <bdi>${typeof value === "number" ? number(value, { maximumFractionDigits: 3 }) : String(value)}</bdi>`,
      )}</span>`;
}

/** Why something is proposed, in the reader's language. @param {import("../types.js").Reason} reason */
export const because = (reason) => html`<span class="small quiet">${t(`because.${reason.code}`, reason.values)}</span>`;

/** The reader's own words, which are English: small print for whoever reads English, behind a word to the others. @param {string} words */
export function exactWords(words) {
  return language() === "en"
    ? html`<span class="small quiet">${words}</span>`
    : html`<details class="small quiet exact"><summary>${t("report.exactWords")}</summary><span lang="en" dir="ltr">${words}</span></details>`;
}

/** Findings as a list, each with its exact words in small print. @param {"warning"} list @param {Finding[]} findings */
export function findingList(list, findings) {
  return html`<ul class="findings">
    ${findings.map((finding) => {
      const todo = advice(list, finding);
      return html`<li>
        <span>${inWords(list, finding)}</span> ${named(finding)}
        ${todo ? html`<span class="small">${todo}</span>` : nothing}
        ${finding.what && knows(keyOf(list, finding)) ? exactWords(finding.what) : nothing}
      </li>`;
    })}
  </ul>`;
}
