// @ts-check
import { html, nothing } from "lit";
import { AskingElement } from "../asking.js";
import { choice } from "../fields.js";
import "../header.js";
import { language, number, t } from "../i18n.js";
import { icon } from "../icons.js";
import "../map/place-map.js";
import { beatName } from "../names.js";
import { errorNotice } from "../notice.js";
import "../problems/put-dialog.js";
import { get } from "../request.js";
import { session } from "../session.js";
import { CATEGORIES, category } from "../walk/words.js";
import { findingCard, places } from "./card.js";
import "./dialogs.js";
import { AGENCIES, STATES, UNSETTLED } from "./words.js";

const FILTERS = ["state", "agency", "category", "beat", "walk", "overdue", "mail"];

/** Problems until they are solved: who sees to each, until when, and what residents read of it. */
class CopseFindings extends AskingElement {
  static properties = { answer: { state: true }, stories: { state: true }, picked: { state: true }, beats: { state: true } };

  constructor() {
    super();
    /** @type {{total: number, findings: any[]} | null} */
    this.answer = null;
    /** Steps by finding, once asked for. @type {Map<string, any[]>} */
    this.stories = new Map();
    this.picked = "";
    /** Those whose place is known, for the map. @type {any[]} */
    this.places = [];
    /** @type {{id: string, name: string}[]} */
    this.beats = [];
    /** @type {any[]} */
    this.walks = [];
    /** Address by agency. @type {Record<string, string>} */
    this.addressees = {};
    this.follows = false;
    const asked = new URLSearchParams(location.search);
    /** What is asked for. @type {Record<string, string>} */
    this.wanted = Object.fromEntries(FILTERS.flatMap((name) => (asked.get(name) ? [[name, asked.get(name)]] : [])));
    if (!asked.size) this.wanted.state = UNSETTLED.join();
    this.addEventListener("people-changed", (event) => this.stepped(/** @type {CustomEvent} */ (event).detail));
  }

  async firstUpdated() {
    this.follows = (await session()).permissions.includes("finding:follow");
    if (this.follows) this.addressees = await get("/findings/addressees").catch(() => ({}));
    await this.load();
    this.walks = await get("/walks").catch(() => []);
    const plan = await get("/plans/current/beats").catch(() => ({ features: [] })); // no plan is in force: no choice of beats
    this.beats = plan.features.map((/** @type {any} */ { properties }) => ({ id: properties.id, name: properties.name }));
  }

  query() {
    return new URLSearchParams(this.wanted).toString();
  }

  load() {
    return this.attempt(async () => {
      this.answer = await get(`/findings?${this.query()}`);
    });
  }

  /** @param {string} name @param {string} value */
  async want(name, value) {
    if (value) this.wanted[name] = value;
    else delete this.wanted[name];
    history.replaceState(null, "", `?${this.query() || "state="}`);
    await this.load();
    this.said = t("finding.count", { n: number(this.answer?.total) });
  }

  /** @param {string} value */
  choose(value) {
    delete this.wanted.overdue;
    delete this.wanted.mail;
    delete this.wanted.state;
    if (value === "overdue") return this.want("overdue", "true");
    return value === "mail" ? this.want("mail", "failed") : this.want("state", value);
  }

  /** The map moves to its places when there are others, not whenever the page is drawn. @param {import("lit").PropertyValues} changed */
  willUpdate(changed) {
    if (!changed.has("answer") || !this.answer) return;
    this.places = places(this.answer.findings);
  }

  /** @param {{finding: any, steps: any[]}} story */
  stepped({ finding, steps }) {
    if (!this.answer) return;
    this.stories = new Map(this.stories).set(finding.id, steps);
    this.answer = { ...this.answer, findings: this.answer.findings.map((one) => (one.id === finding.id ? finding : one)) };
    this.said = t("people.saved");
  }

  render() {
    document.title = `${t("finding.title")} · Copse`;
    return html`<div class="page wide">
      <h1>${t("finding.title")}</h1>
      <p class="lead">${t("finding.lead")}</p>
      ${errorNotice(this.error)}
      <p class="visually-hidden" role="status">${this.said}</p>
      ${this.filters()}
      ${this.answer ? this.list(this.answer) : this.error ? nothing : html`<p class="quiet">${t("people.loading")}</p>`}
      <copse-step-dialog></copse-step-dialog>
      <copse-put-into-case></copse-put-into-case>
    </div>`;
  }

  filters() {
    const which = this.wanted.overdue ? "overdue" : this.wanted.mail ? "mail" : (this.wanted.state ?? "");
    return html`<div class="row filters tight">
      ${this.select("state", t("finding.filter.state"), which, [
        [UNSETTLED.join(), t("finding.filter.unsettled")],
        ["overdue", t("finding.filter.overdue")],
        ["mail", t("finding.filter.mail")],
        ["", t("finding.filter.all")],
        ...STATES.map((state) => [state, t(`finding.state.${state}`)]),
      ], (value) => this.choose(value))}
      ${this.select("agency", t("finding.agency"), this.wanted.agency, [["", t("finding.filter.anyAgency")], ...AGENCIES.map((one) => [one, t(`finding.agency.${one}`)])])}
      ${this.select("category", t("finding.filter.category"), this.wanted.category, [["", t("finding.filter.anyCategory")], ...CATEGORIES.map((one) => [one, category(one)])])}
      ${this.beats.length
        ? this.select("beat", t("people.beat"), this.wanted.beat, [["", t("finding.filter.anyBeat")], ...this.beats.map((beat) => [beat.id, t("people.beatOf", { beat: beatName(beat) })])])
        : nothing}
    </div>`;
  }

  /** @param {string} name @param {string} label @param {string | undefined} chosen @param {string[][]} options @param {(value: string) => unknown} [want] */
  select(name, label, chosen, options, want = (value) => this.want(name, value)) {
    return choice(`filter-${name}`, label, chosen ?? "", options, want);
  }

  /** @param {{total: number, findings: any[]}} answer */
  list({ total, findings }) {
    const count = total > findings.length
      ? t("finding.countShown", { n: number(total), shown: number(findings.length) })
      : t("finding.count", { n: number(total) });
    if (!total) return html`<p class="empty">${t(Object.keys(this.wanted).length > 1 ? "finding.noneFiltered" : "finding.none")}</p>`;
    return html`<div class="row spread"><p>${count}</p>
        <a class="button" href="/api/v1/findings/file?${this.query()}&language=${language()}">${icon("report")}${t("finding.file")}</a></div>
      <div class="with-map">
        ${this.places.length
          ? html`<div class="map-side"><copse-place-map .label=${t("finding.map")} .places=${this.places} .picked=${this.picked}
              @picked=${(/** @type {CustomEvent} */ e) => this.pick(e.detail)}></copse-place-map></div>`
          : nothing}
        <ul class="finding-list">${findings.map((one, i) => findingCard(one, i + 1, {
          picked: one.id === this.picked,
          follows: this.follows,
          steps: this.stories.get(one.id),
          ask: () => this.ask(one.id),
          step: (to) => /** @type {any} */ (this.querySelector("copse-step-dialog")).open({ finding: one, to, walks: this.walks, addressees: this.addressees }),
          pick: () => (this.picked = one.id),
          put: () => /** @type {any} */ (this.querySelector("copse-put-into-case")).open({ source: { kind: "finding", ref: one.id }, beat: one.beat?.id, beats: this.beats }),
        }))}</ul>
      </div>`;
  }

  /** @param {string} id */
  async ask(id) {
    if (this.stories.has(id)) return;
    await this.attempt(async () => {
      const { steps } = await get(`/findings/${id}`);
      this.stories = new Map(this.stories).set(id, steps);
    });
  }

  /** @param {string} id */
  async pick(id) {
    this.picked = id;
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.querySelector(`#finding-${id}`))?.focus();
  }
}

customElements.define("copse-findings", CopseFindings);
