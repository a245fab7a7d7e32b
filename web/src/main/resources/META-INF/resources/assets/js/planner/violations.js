// @ts-check
/** The bounds that a plan does not keep, gathered by what stands in the way, in the reader's words. */
import { html, nothing } from "lit";
import { knows, number, t } from "../i18n.js";
import { icon } from "../icons.js";

/** Kinds of bounds that are figures; of the others, only the reason says something. @type {Record<string, string>} */
const MEASURED = { "beat-hours": "hours", "sector-hours": "hours", "beat-residents": "residents", "sector-officers": "officers" };

/** More than these are folded away. */
const SHOWN = 3;

/** @param {import("../types.js").Violation[]} violations */
export function violationsNotice(violations) {
  if (violations.length === 0) return nothing;
  /** @type {Map<string, import("../types.js").Violation[]>} */
  const byCause = new Map();
  for (const violation of violations) byCause.set(why(violation), [...(byCause.get(why(violation)) ?? []), violation]);
  return html`<div class="notice warn">
    ${icon("warning")}
    <div class="stack">
      <strong>${t("proposal.violations", { n: number(violations.length) })}</strong>
      ${[...byCause].map(([words, those]) => html`<div><p>${words}</p>${list(those)}</div>`)}
    </div>
  </div>`;
}

/** @param {import("../types.js").Violation[]} violations */
function list(violations) {
  const lines = html`<ul>${violations.map((violation) => html`<li>${wordsFor(violation)}</li>`)}</ul>`;
  return violations.length <= SHOWN ? lines : html`<details class="small"><summary>${t("violation.each", { n: number(violations.length) })}</summary>${lines}</details>`;
}

/** @param {import("../types.js").Violation} violation */
function why({ cause, why: words }) {
  const key = `violationCause.${cause}`;
  return cause && knows(key) ? t(key) : words;
}

/** @param {import("../types.js").Violation} violation */
function wordsFor({ kind, where, value, bound }) {
  const [, what, id] = /^(beat|sector|unit) (.+)$/.exec(where) ?? [];
  const place = what ? t(`where.${what}`, { id }) : where;
  const measured = MEASURED[kind];
  if (measured) return t(`violation.${measured}`, { where: place, value: number(value), bound: number(bound) });
  const key = `violationKind.${kind}`;
  return knows(key) ? t(key, { where: place }) : place;
}
