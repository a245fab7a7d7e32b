// @ts-check
import { html, nothing } from "lit";
import { AskingElement } from "../asking.js";
import { choice } from "../fields.js";
import "../header.js";
import { number, t } from "../i18n.js";
import { icon } from "../icons.js";
import { beatName } from "../names.js";
import { errorNotice } from "../notice.js";
import { day } from "../people/words.js";
import { get } from "../request.js";
import "./case.js";
import "./dialogs.js";
import { STAGES } from "./words.js";

/** All problem cases on a board by stage, or the one that the address names. */
class CopseProblems extends AskingElement {
  static properties = { answer: { state: true }, beats: { state: true } };

  constructor() {
    super();
    /** @type {{total: number, problems: any[]} | null} */
    this.answer = null;
    /** @type {{id: string, name: string}[]} */
    this.beats = [];
    const asked = new URLSearchParams(location.search);
    /** The case that the address names. */
    this.named = asked.get("id");
    this.beat = asked.get("beat") ?? "";
    this.addEventListener("people-changed", (event) => this.opened(/** @type {CustomEvent} */ (event).detail));
  }

  async firstUpdated() {
    if (!this.named) await this.load();
    const plan = await get("/plans/current/beats").catch(() => ({ features: [] })); // no plan is in force: no choice of beats
    this.beats = plan.features.map((/** @type {any} */ { properties }) => ({ id: properties.id, name: properties.name }));
  }

  load() {
    return this.attempt(async () => {
      this.answer = await get(`/problem-cases${this.beat ? `?${new URLSearchParams({ beat: this.beat })}` : ""}`);
    });
  }

  /** A case that was opened on the board is shown. @param {any} view */
  opened(view) {
    if (!this.named && view?.problem) location.assign(`/problem-cases?id=${view.problem.id}`);
  }

  /** @param {string} beat */
  async want(beat) {
    this.beat = beat;
    history.replaceState(null, "", beat ? `?${new URLSearchParams({ beat })}` : location.pathname);
    await this.load();
  }

  render() {
    if (this.named) return html`<copse-problem-case .id=${this.named} .beats=${this.beats}></copse-problem-case>`;
    document.title = `${t("case.title")} · Copse`;
    const found = this.answer?.problems ?? [];
    const closed = found.filter((one) => one.stage === "closed");
    return html`<div class="page wide">
      <div class="row spread"><h1>${t("case.title")}</h1>
        <button type="button" class="primary" @click=${this.openNew}>${icon("plus")}${t("case.new")}</button></div>
      <p class="lead">${t("case.lead")}</p>
      ${errorNotice(this.error)}
      ${this.beats.length
        ? html`<div class="row filters tight">${choice("filter-beat", t("people.beat"), this.beat, [["", t("finding.filter.anyBeat")], ...this.beats.map((beat) => [beat.id, t("people.beatOf", { beat: beatName(beat) })])], (value) => this.want(value))}</div>`
        : nothing}
      <p class="visually-hidden" role="status">${this.answer ? t("case.count", { n: number(found.length - closed.length) }) : ""}</p>
      ${this.answer
        ? found.length
          ? html`<div class="board">${STAGES.map((stage) => this.column(stage, found.filter((one) => one.stage === stage)))}</div>`
          : html`<p class="empty">${t("case.none")}</p>`
        : this.error ? nothing : html`<p class="quiet">${t("people.loading")}</p>`}
      ${closed.length ? html`<details class="section"><summary>${t("case.closedOnes", { n: number(closed.length) })}</summary><ul class="cards">${closed.map((one) => this.card(one))}</ul></details>` : nothing}
      <copse-case-dialog></copse-case-dialog>
    </div>`;
  }

  openNew() {
    /** @type {any} */ (this.querySelector("copse-case-dialog")).open({ view: null, beats: this.beats });
  }

  /** @param {string} stage @param {any[]} found */
  column(stage, found) {
    return html`<section aria-labelledby="stage-${stage}">
      <h2 id="stage-${stage}">${t(`case.stage.${stage}`)} <span class="quiet">${number(found.length)}</span></h2>
      ${found.length ? html`<ul class="cards">${found.map((one) => this.card(one))}</ul>` : html`<p class="quiet small">${t("case.noneHere")}</p>`}
    </section>`;
  }

  /** @param {any} one */
  card({ id, title, language, beat, known, reviewOn, overdue, outcome }) {
    return html`<li class="card stack">
      <h3 lang=${language}><a href="/problem-cases?id=${id}"><bdi>${title}</bdi></a></h3>
      <p class="small quiet">${t("people.beatOf", { beat: beatName(beat) })}${outcome ? html` · ${t(`case.outcome.${outcome}`)}` : nothing}</p>
      ${known.length ? html`<p class="types">${known.map((/** @type {string} */ type) => html`<span class="type ${type}">${t(`case.type.${type}`)}</span>`)}</p>` : nothing}
      ${reviewOn ? html`<p class="small ${overdue ? "warn-text" : "quiet"}">${overdue ? html`${t("case.overdue")} · ` : nothing}${t("case.reviewOn", { date: day(reviewOn) })}</p>` : nothing}
    </li>`;
  }
}

customElements.define("copse-problems", CopseProblems);
