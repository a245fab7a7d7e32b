// @ts-check
import { html, nothing } from "lit";
import { CopseElement } from "../element.js";
import { number, t } from "../i18n.js";

/** What became of every feature of a file: counts first, then each problem with its places. */
class CopseImportReport extends CopseElement {
  static properties = { report: { attribute: false } };

  constructor() {
    super();
    /** @type {import("../types.js").ImportReport | null} */
    this.report = null;
  }

  render() {
    const { report } = this;
    if (!report) return nothing;
    const { read, accepted, changed, rejected } = report.counts;
    return html`<dl class="facts">
        ${this.fact("report.read", read)} ${this.fact("report.accepted", accepted)}
        ${this.fact("report.changed", changed)} ${this.fact("report.rejected", rejected, rejected > 0)}
      </dl>
      <p class="small quiet">${this.howRead(report)}</p>
      ${this.problems("report.rejections", report.rejections ?? [])}
      ${this.problems("report.changes", report.changes ?? [])} ${this.warnings(report.warnings ?? [])}
      ${this.roles(report.roles ?? {})}`;
  }

  /** @param {string} key @param {number} count @param {boolean} [bad] */
  fact(key, count, bad = false) {
    return html`<div><dt>${t(key)}</dt><dd class=${bad ? "error-text" : nothing}>${number(count)}</dd></div>`;
  }

  /** @param {import("../types.js").ImportReport} report */
  howRead(report) {
    const parts = [report.file, report.format, report.encoding, report.crs?.code, report.crs?.name, report.crs?.how];
    if (report.seconds !== undefined) parts.push(t("unit.seconds", { n: number(report.seconds, { maximumFractionDigits: 1 }) }));
    return parts.filter(Boolean).map((part, i) => html`${i ? " · " : ""}<bdi>${part}</bdi>`);
  }

  /**
   * @param {string} key
   * @param {{code: string, count: number, what?: string, whatToDo?: string, detail?: string | null,
   *   examples?: import("../types.js").Example[]}[]} list
   */
  problems(key, list) {
    if (list.length === 0) return nothing;
    return html`<section class="section">
      <h3>${t(key)}</h3>
      ${list.map(
        (entry) => html`<details open>
          <summary>${number(entry.count)} × ${entry.what ?? entry.code}</summary>
          ${entry.detail ? html`<p>${entry.detail}</p>` : nothing}
          ${entry.whatToDo ? html`<p>${t("error.whatToDo", { what: entry.whatToDo })}</p>` : nothing}
          ${entry.examples?.length ? html`<ul class="examples">${entry.examples.map((example) => this.example(entry.what ?? entry.code, example))}</ul>` : nothing}
        </details>`,
      )}
    </section>`;
  }

  /** @param {string} what @param {import("../types.js").Example} example */
  example(what, { row, detail, lon, lat }) {
    const where = row === null || row === undefined ? "" : t("report.row", { n: row });
    return html`<li>
      <span>${where} <bdi>${detail ?? ""}</bdi></span>
      ${typeof lon === "number" && typeof lat === "number"
        ? html`<button type="button" class="plain" @click=${() => this.tell("place-wanted", { lon, lat, words: `${where} ${what}` })}>
            ${t("report.show")}<span class="visually-hidden"> ${where}</span>
          </button>`
        : nothing}
    </li>`;
  }

  /** @param {any[]} warnings */
  warnings(warnings) {
    return warnings.length === 0
      ? nothing
      : html`<section class="section">
          <h3>${t("report.warnings")}</h3>
          <ul>${warnings.map((warning) => html`<li>${warning.what ?? warning}</li>`)}</ul>
        </section>`;
  }

  /** @param {Record<string, string>} roles */
  roles(roles) {
    const entries = Object.entries(roles);
    return entries.length === 0
      ? nothing
      : html`<section class="section">
          <h3>${t("report.roles")}</h3>
          <p>${entries.map(([role, field]) => html`<span class="pair"><code>${field}</code> → ${role.toLowerCase()}</span> `)}</p>
        </section>`;
  }
}

customElements.define("copse-import-report", CopseImportReport);
