// @ts-check
import { html, nothing } from "lit";
import { CopseElement } from "../element.js";
import { number, t } from "../i18n.js";
import "../map/small-map.js";
import { advice, exactWords, findingList, inWords } from "./findings.js";

/** @typedef {import("../types.js").Example} Example */
/** @typedef {import("../types.js").Rejection} Problem */

/** What became of every feature of a file: counts first, then each problem with its first places on a map. */
class CopseImportReport extends CopseElement {
  static properties = { report: { attribute: false }, picked: { state: true } };

  constructor() {
    super();
    /** @type {import("../types.js").ImportReport | null} */
    this.report = null;
    /** The example that is picked on its map. @type {Example | null} */
    this.picked = null;
  }

  render() {
    const { report } = this;
    if (!report) return nothing;
    const { read, accepted, changed, rejected, leftOut } = report.counts;
    return html`<dl class="facts">
        ${this.fact("report.read", read)} ${this.fact("report.accepted", accepted)}
        ${this.fact("report.changed", changed)} ${this.fact("report.rejected", rejected, rejected > 0)}
        ${leftOut ? this.fact("report.leftOut", leftOut) : nothing}
      </dl>
      ${this.problems("rejection", "report.rejections", report.rejections ?? [])}
      ${this.problems("change", "report.changes", report.changes ?? [])}
      ${report.warnings?.length ? html`<section class="section"><h2>${t("report.warnings")}</h2>${findingList("warning", report.warnings)}</section>` : nothing}
      ${this.roles(report.roles ?? {})}`;
  }

  /** @param {string} key @param {number} count @param {boolean} [bad] */
  fact(key, count, bad = false) {
    return html`<div><dt>${t(key)}</dt><dd class=${bad ? "error-text" : nothing}>${number(count)}</dd></div>`;
  }

  /** @param {"rejection" | "change"} list @param {string} title @param {Problem[]} problems */
  problems(list, title, problems) {
    if (problems.length === 0) return nothing;
    return html`<section class="section">
      <h2>${t(title)}</h2>
      ${problems.map((problem) => this.problem(list, problem))}
    </section>`;
  }

  /** @param {"rejection" | "change"} list @param {Problem} problem */
  problem(list, problem) {
    const words = inWords(list, problem);
    const todo = advice(list, problem);
    const placed = (problem.examples ?? []).filter((example) => typeof example.lon === "number" && typeof example.lat === "number");
    return html`<details open>
      <summary>${number(problem.count)} × ${words}</summary>
      ${problem.detail ? exactWords(problem.detail) : nothing}
      ${todo ? html`<p>${t("error.whatToDo", { what: todo })}</p>` : nothing}
      <div class=${placed.length ? "with-map" : nothing}>
        ${problem.examples?.length ? html`<ul class="examples">${problem.examples.map((example) => this.example(example, placed, words))}</ul>` : nothing}
        ${placed.length
          ? html`<copse-small-map .places=${placed.map(({ lon, lat, row }) => ({ lon, lat, label: number(row) }))}
              .picked=${this.picked ? placed.indexOf(this.picked) : -1} .label=${t("report.map", { what: words, rows: placed.map(({ row }) => number(row)).join(", ") })}></copse-small-map>`
          : nothing}
      </div>
    </details>`;
  }

  /** @param {Example} example @param {Example[]} placed @param {string} words */
  example(example, placed, words) {
    const row = t("report.row", { n: number(example.row) });
    return html`<li>
      <span>${row} <bdi>${example.detail ?? ""}</bdi></span>
      ${placed.includes(example)
        ? html`<button type="button" class="plain" aria-pressed=${example === this.picked} @click=${() => (this.picked = example === this.picked ? null : example)}>
            ${t("report.show")}<span class="visually-hidden"> ${row} ${words}</span>
          </button>`
        : nothing}
    </li>`;
  }

  /** @param {Record<string, string>} roles */
  roles(roles) {
    const entries = Object.entries(roles);
    return entries.length === 0
      ? nothing
      : html`<section class="section">
          <h2>${t("report.roles")}</h2>
          <p>${entries.map(([role, field]) => html`<span class="pair"><code><bdi>${field}</bdi></code> <span class="chip">${t(`column.${role}`)}</span></span> `)}</p>
        </section>`;
  }
}

customElements.define("copse-import-report", CopseImportReport);
