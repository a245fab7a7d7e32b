// @ts-check
import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { CopseElement } from "../element.js";
import { deviation, number, t } from "../i18n.js";
import { icon } from "../icons.js";
import { noteWords } from "../note-words.js";

/** Rows drawn at once; the rest follow while one scrolls. */
const PAGE = 200;

const SIDE_BY_SIDE = matchMedia("(min-width: 1100px)");

/** Which terms answer to which of the guidelines' five criteria. */
const CRITERIA = { density: ["contact", "travel"], mix: ["mix"], conflict: ["conflict"], places: ["places"], location: ["access"] };
const TERMS = { contact: ["contact"], mix: ["mix"], conflict: ["conflict"], places: ["places"], travel: ["travel"], access: ["access"] };

/** What the columns of a beat may be about: more at once would not fit beside the map. */
const ABOUT = ["balance", "land", "incidents", "criterion", "term", "warnings"];

/**
 * A column: what stands in its head, what it sorts by, what it shows.
 * @typedef {{key: string, words: string, by: (row: any) => number | string, show: (row: any) => unknown, text?: boolean}} Column
 */

/** Beats or sectors as a table that sorts, and that shares its selection with the map. */
class CopseAreasTable extends CopseElement {
  static properties = {
    kind: { attribute: false },
    rows: { attribute: false },
    colours: { attribute: false },
    tolerance: { attribute: false },
    picked: { attribute: false },
    pointed: { attribute: false },
    sort: { state: true },
    about: { state: true },
    limit: { state: true },
  };

  constructor() {
    super();
    /** @type {"beats" | "sectors"} */
    this.kind = "beats";
    /** @type {any[]} */
    this.rows = [];
    /** @type {Map<string, number>} a beat's colour of the six */
    this.colours = new Map();
    this.tolerance = 0.15;
    this.picked = "";
    this.pointed = "";
    this.sort = { key: "id", down: false };
    this.about = "balance";
    this.limit = PAGE;
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has("rows")) this.limit = PAGE;
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (!changed.has("picked") || !this.picked) return;
    const row = this.querySelector(`tr[data-id="${CSS.escape(this.picked)}"]`);
    // Where the table stands below the map, a pick on the map must not pull the page away from it.
    if (row && SIDE_BY_SIDE.matches) row.scrollIntoView({ block: "nearest", inline: "nearest" });
    else if (!row && this.limit < this.rows.length) this.limit = this.rows.length; // the row comes, and with it this call again
  }

  /** @returns {Column[]} */
  columns() {
    if (this.kind === "sectors") return [count("officers", "officers"), ...this.balance()];
    const sector = { key: "sector", words: t("table.sector"), by: (/** @type {any} */ r) => r.sector, show: (/** @type {any} */ r) => r.sector };
    switch (this.about) {
      case "balance":
        return this.balance();
      case "land":
        return [
          sector,
          { key: "area", words: t("table.area"), by: (r) => r.areaSquareKilometres, show: (r) => number(r.areaSquareKilometres, { maximumSignificantDigits: 3 }) },
          count("units", "units"),
          { key: "walk", words: t("table.walk"), by: (r) => r.longestWalkKilometres, show: (r) => number(r.longestWalkKilometres, { maximumFractionDigits: 1 }) },
        ];
      case "incidents":
        return [known("incidents", 0), known("incidentsPerMonth", 1), known("incidentsPerMonthSmoothed", 1)];
      case "warnings":
        return [{ key: "warnings", words: t("table.warnings"), by: (r) => -(r.warnings?.length ?? 0), show: (r) => this.warnings(r), text: true }];
      default:
        return Object.entries(this.about === "criterion" ? CRITERIA : TERMS).map(([name, terms]) => {
          const hours = (/** @type {any} */ r) => terms.reduce((sum, term) => sum + (r.hoursByTerm?.[term] ?? 0), 0);
          return { key: name, words: t(`${this.about}.${name}`), by: hours, show: (r) => number(hours(r)) };
        });
    }
  }

  /** @returns {Column[]} */
  balance() {
    return [
      count("hours", "hours"),
      { key: "deviation", words: t("table.deviation"), by: (r) => r.deviation, show: (r) => this.off(r.deviation) },
      { key: "residents", words: t("table.residents"), by: (r) => r.residents, show: (r) => this.residents(r) },
    ];
  }

  render() {
    const columns = this.columns();
    const sorted = this.sorted(columns);
    const shown = sorted.slice(0, this.limit);
    return html`${this.kind === "beats" ? this.choice() : nothing}
      <div class="table-scroll" tabindex="0" role="region" aria-label=${t(`table.${this.kind}`)} @scroll=${this.more}>
        <table>
          <caption>${t(`table.${this.kind}`)} <span class="quiet">${t("table.count", { n: number(this.rows.length) })}</span></caption>
          <thead>
            <tr>${this.head({ key: "id", words: t(this.kind === "beats" ? "table.beat" : "table.sector") })} ${columns.map((c) => this.head(c))}</tr>
          </thead>
          <tbody @pointerover=${this.point} @pointerleave=${() => this.tell("beat-pointed", "")}>
            ${repeat(shown, (row) => row.id, (row) => this.row(row, columns))}
          </tbody>
        </table>
      </div>
      ${shown.length < sorted.length
        ? html`<button type="button" class="plain" @click=${() => (this.limit = sorted.length)}>${t("table.all", { n: number(sorted.length) })}</button>`
        : nothing}`;
  }

  choice() {
    return html`<div class="row small">
      <label for="columns-about">${t("table.about")}</label>
      <select id="columns-about" class="short" @change=${(/** @type {Event} */ e) => (this.about = /** @type {HTMLSelectElement} */ (e.target).value)}>
        ${ABOUT.map((about) => html`<option value=${about} ?selected=${about === this.about}>${t(`table.about.${about}`)}</option>`)}
      </select>
    </div>`;
  }

  /** @param {{key: string, words: string, text?: boolean}} column */
  head({ key, words, text }) {
    const { sort } = this;
    const state = sort.key === key ? (sort.down ? "descending" : "ascending") : nothing;
    return html`<th scope="col" class=${key === "id" || text ? "" : "num"} aria-sort=${state}>
      <button type="button" class="plain sort" @click=${() => (this.sort = { key, down: sort.key === key && !sort.down })}>
        ${words}<span aria-hidden="true">${state === nothing ? "" : sort.down ? "▾" : "▴"}</span>
      </button>
    </th>`;
  }

  /** @param {any} row @param {Column[]} columns */
  row(row, columns) {
    const picked = this.kind === "beats" && row.id === this.picked;
    return html`<tr data-id=${row.id} class="${picked ? "picked" : ""} ${row.id === this.pointed && this.kind === "beats" ? "pointed" : ""}">
      <th scope="row">
        ${this.kind === "beats"
          ? html`<button type="button" class="plain pick" aria-pressed=${picked ? "true" : "false"} @click=${() => this.tell("beat-picked", picked ? "" : row.id)}
              @focus=${() => this.tell("beat-pointed", row.id)} @blur=${() => this.tell("beat-pointed", "")}>
              <span class="swatch beat-${this.colours.get(row.id) ?? 0}"></span>${row.id}
            </button>${row.name && row.name !== row.id ? html`<bdi class="quiet name">${row.name}</bdi>` : nothing}`
          : row.id}
      </th>
      ${columns.map((column) => html`<td class=${column.text ? "" : "num"}>${column.show(row)}</td>`)}
    </tr>`;
  }

  /** @param {number} share */
  off(share) {
    const bound = this.kind === "sectors" ? Math.min(this.tolerance, 0.1) : this.tolerance;
    if (!(Math.abs(share) > bound + 1e-9)) return deviation(share);
    const words = t(share > 0 ? "table.tooMuch" : "table.tooLittle");
    return html`<span class="warn-text" title=${words}>${icon("warning")} ${deviation(share)}<span class="visually-hidden"> ${words}</span></span>`;
  }

  /** @param {any} row */
  residents(row) {
    return row.residentsEstimated
      ? html`<abbr title=${t("table.estimated")}>≈ ${number(row.residents)}<span class="visually-hidden"> ${t("table.estimated")}</span></abbr>`
      : number(row.residents);
  }

  /** @param {{warnings?: import("../types.js").Note[]}} row */
  warnings({ warnings = [] }) {
    if (warnings.length === 0) return nothing;
    return html`<span class="warn-text warnings">${icon("warning")}<span>${warnings.map((warning, i) => html`${i ? " " : ""}${noteWords(warning)}`)}</span></span>`;
  }

  /** @param {Column[]} columns */
  sorted(columns) {
    const by = columns.find((column) => column.key === this.sort.key)?.by ?? ((/** @type {any} */ row) => row.id);
    const sign = this.sort.down ? -1 : 1;
    const collator = new Intl.Collator(undefined, { numeric: true });
    return [...this.rows].sort((a, b) => {
      const [x, y] = [by(a), by(b)];
      const order = typeof x === "number" && typeof y === "number" ? x - y : collator.compare(String(x), String(y));
      return sign * (order || collator.compare(a.id, b.id));
    });
  }

  /** @param {PointerEvent} event */
  point(event) {
    if (this.kind !== "beats") return;
    const row = /** @type {HTMLElement} */ (event.target).closest("tr");
    this.tell("beat-pointed", row?.dataset.id ?? "");
  }

  /** @param {Event} event */
  more(event) {
    const box = /** @type {HTMLElement} */ (event.target);
    if (this.limit < this.rows.length && box.scrollTop + box.clientHeight > box.scrollHeight - 600) this.limit += PAGE;
  }
}

/** A figure that proposals of earlier versions do not have. @param {string} key @param {number} decimals @returns {Column} */
const known = (key, decimals) => ({
  key,
  words: t(`table.${key}`),
  by: (r) => r[key] ?? -1,
  show: (r) => (r[key] === undefined ? "–" : number(r[key], { maximumFractionDigits: decimals })),
});

/** @param {string} key @param {string} words @returns {Column} */
const count = (key, words) => ({ key, words: t(`table.${words}`), by: (r) => r[key], show: (r) => number(r[key]) });

customElements.define("copse-areas-table", CopseAreasTable);
