// @ts-check
import { html, nothing } from "lit";
import { CopseElement } from "../element.js";
import "../header.js";
import { date, number, t } from "../i18n.js";
import { icon } from "../icons.js";
import { errorNotice } from "../notice.js";
import { get, NotFound, NotSignedIn } from "../request.js";
import { session } from "../session.js";
import "./layer-tags.js";
import "./report.js";

const FEW = 12;

/** The page of one layer's import: what was read, what became of it, and what this version changes. */
class CopseReportPage extends CopseElement {
  static properties = { error: { state: true }, layer: { state: true }, report: { state: true }, difference: { state: true }, mayImport: { state: true }, said: { state: true } };

  constructor() {
    super();
    /** @type {unknown} */
    this.error = null;
    /** @type {import("../types.js").Layer | null} */
    this.layer = null;
    /** @type {import("../types.js").ImportReport | null} */
    this.report = null;
    /** @type {import("../types.js").Difference | null} */
    this.difference = null;
    this.mayImport = false;
    /** What was done last. */
    this.said = "";
    this.addEventListener("tag-decided", (event) => this.decided(/** @type {CustomEvent} */ (event)));
    this.id = new URLSearchParams(location.search).get("layer") ?? "";
  }

  async connectedCallback() {
    super.connectedCallback();
    if (!this.id) {
      location.replace("/planner"); // as after a sign-in, which leads back to the page alone
      return;
    }
    this.mayImport = Boolean((await session()).permissions?.includes("layer:import"));
    const of = `/layers/${encodeURIComponent(this.id)}`;
    try {
      [this.layer, this.report] = await Promise.all([get(of), get(`${of}/report`)]);
      if ((this.layer?.version ?? 1) === 1) return; // there is nothing to compare the first with
      this.difference = await get(`${of}/difference`).catch((error) => {
        if (error instanceof NotFound) return null; // not compared
        throw error;
      });
    } catch (error) {
      if (error instanceof NotSignedIn) location.assign("/login");
      else this.error = error;
    }
  }

  /** @param {CustomEvent} event */
  async decided({ detail: column }) {
    try {
      this.report = await get(`/layers/${encodeURIComponent(this.id)}/report`);
      this.said = t("tags.decided", { column });
    } catch (error) {
      this.error = error;
    }
  }

  render() {
    const { layer, report } = this;
    document.title = `${layer ? t("import.reportOf", { layer: layer.name }) : t("import.report")} · Copse`;
    return html`<div class="page wide">
      <h1>${layer ? html`${t("import.report")}: <bdi>${layer.name}</bdi>` : t("import.report")}</h1>
      ${errorNotice(this.error)}
      <p class="visually-hidden" role="status">${this.said}</p>
      ${!report && !this.error ? html`<p class="quiet" role="status">${t("import.loading")}</p>` : nothing}
      ${layer && report
        ? html`<p class="lead">${t(`kind.${layer.kind}`)} · ${t("layers.version", { n: number(layer.version) })} · ${t("layers.count", { n: number(layer.features) })}</p>
            <copse-import-report .report=${report}></copse-import-report>
            ${this.changes()}
            <copse-layer-tags .layer=${layer} .report=${report} .mayDecide=${this.mayImport}></copse-layer-tags>
            ${this.origin(layer, report)} ${this.ways()}`
        : nothing}
    </div>`;
  }

  changes() {
    const { difference } = this;
    if (!difference) return nothing;
    const { added, removed, changed } = difference;
    return html`<section class="section">
      <h2>${t("report.difference")}</h2>
      <dl class="facts">
        <div><dt>${t("report.added")}</dt><dd>${number(added.length)}</dd></div>
        <div><dt>${t("report.removed")}</dt><dd>${number(removed.length)}</dd></div>
        <div><dt>${t("report.changedSince")}</dt><dd>${number(changed.length)}</dd></div>
      </dl>
      ${this.ids("report.added", added)} ${this.ids("report.removed", removed)}
      ${this.ids("report.changedSince", changed.map(({ id, geometry, columns }) => [id, [...columns, ...(geometry ? [t("import.geometry")] : [])].join(", ")].filter(Boolean).join(": ")))}
    </section>`;
  }

  /** @param {string} key @param {string[]} ids */
  ids(key, ids) {
    if (ids.length === 0) return nothing;
    const rest = ids.length - FEW;
    return html`<p><strong>${t(key)}:</strong> ${ids.slice(0, FEW).map((id) => html`<span class="pair"><bdi>${id}</bdi></span> `)}${rest > 0 ? t("report.andMore", { n: number(rest) }) : nothing}</p>`;
  }

  /** @param {import("../types.js").Layer} layer @param {import("../types.js").ImportReport} report */
  origin(layer, report) {
    const facts = [
      ["import.fileName", report.file],
      ["report.format", [report.format, report.layer, report.encoding].filter(Boolean).join(" · ")],
      ["import.crs", [report.crs?.code, report.crs?.name].filter(Boolean).join(" · ")],
      ["report.size", report.bytes === undefined ? "" : t("unit.kilobytes", { n: number(Math.ceil(report.bytes / 1000)) })],
      ["report.fingerprint", report.sha256],
      ["layers.importedAt", layer.importedAt && date(layer.importedAt)],
      ["report.took", report.seconds === undefined ? "" : t("unit.seconds", { n: number(report.seconds, { maximumFractionDigits: 1 }) })],
      ["layers.source", layer.source],
      ["layers.licence", layer.licence],
      ["layers.purpose", layer.purpose],
      ["import.legalBasis", layer.legalBasis],
      ["layers.asOf", layer.asOf && date(layer.asOf)],
    ];
    return html`<section class="section">
      <h2>${t("report.origin")}</h2>
      <dl class="origin">
        ${facts.map(([key, value]) => (value ? html`<div><dt class="quiet">${t(/** @type {string} */ (key))}</dt><dd><bdi>${value}</bdi></dd></div>` : nothing))}
      </dl>
    </section>`;
  }

  ways() {
    return html`<div class="section no-print"><div class="row">
      <a class="button" href="/api/v1/layers/${encodeURIComponent(this.id)}/report" download="import-report.json">${icon("report")}${t("report.json")}</a>
      ${this.mayImport ? html`<a class="button" href="/import">${t("import.another")}</a>` : nothing}
      <a class="button primary" href="/planner">${t("report.toPlanner")}</a>
    </div></div>`;
  }
}

customElements.define("copse-report-page", CopseReportPage);
