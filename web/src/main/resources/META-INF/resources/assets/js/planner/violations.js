// @ts-check
/** The bounds that a plan does not keep, gathered by what stands in the way, in the reader's words. */
import { html, nothing } from "lit";
import { knows, number, percent, t } from "../i18n.js";
import { icon } from "../icons.js";

/** Kinds of bounds that are figures; of the others, only the reason says something. @type {Record<string, string>} */
const MEASURED = { "beat-hours": "hours", "sector-hours": "hours", "beat-residents": "residents", "sector-officers": "officers" };

/** More than these are folded away. */
const SHOWN = 3;

const MOST_UNITS = 8;

/**
 * @param {import("../types.js").Violation[]} violations
 * @param {import("../types.js").Remedy | null} [remedy] what would help, as far as it was computed
 */
export function violationsNotice(violations, remedy) {
  if (violations.length === 0) return nothing;
  /** @type {Map<string, import("../types.js").Violation[]>} */
  const byCause = new Map();
  for (const violation of violations) byCause.set(why(violation), [...(byCause.get(why(violation)) ?? []), violation]);
  return html`<div class="notice warn">
    ${icon("warning")}
    <div class="stack">
      <strong>${t("proposal.violations", { n: number(violations.length) })}</strong>
      ${remedies(remedy)} ${[...byCause].map(([words, those]) => html`<div><p>${words}</p>${list(those)}</div>`)}
    </div>
  </div>`;
}

/** @param {import("../types.js").Remedy | null | undefined} remedy */
function remedies(remedy) {
  const units = remedy?.unitsToDivide ?? [];
  const ways = [
    remedy?.tolerance ? t("remedy.tolerance", { tolerance: percent(remedy.tolerance, 1) }) : null,
    remedy?.beats ? t("remedy.beats", { beats: number(remedy.beats) }) : null,
    units.length ? t("remedy.units", { units: units.slice(0, MOST_UNITS).join(t("list.comma")) + (units.length > MOST_UNITS ? " …" : "") }) : null,
  ].filter(Boolean);
  return ways.length ? html`<div><p>${t("remedy.title")}</p><ul>${ways.map((way) => html`<li>${way}</li>`)}</ul></div>` : nothing;
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
  const place = typeof where === "string" ? where : t(`where.${where.kind}`, { id: where.id }); // a sentence in proposals of before
  const measured = MEASURED[kind];
  if (measured) return t(`violation.${measured}`, { where: place, value: number(value), bound: number(bound) });
  const key = `violationKind.${kind}`;
  return knows(key) ? t(key, { where: place }) : place;
}
