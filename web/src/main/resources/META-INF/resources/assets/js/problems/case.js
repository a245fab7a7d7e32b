// @ts-check
import { html, nothing } from "lit";
import { moment } from "../adoption/words.js";
import { AskingElement } from "../asking.js";
import { number, t } from "../i18n.js";
import { icon } from "../icons.js";
import { beatName } from "../names.js";
import { errorNotice } from "../notice.js";
import { day } from "../people/words.js";
import { get, post, remove } from "../request.js";
import { session } from "../session.js";
import "./dialogs.js";
import { printLink, reviews, tellings } from "./outcome.js";
import "./response-dialog.js";
import "./review-dialog.js";
import "./step-dialog.js";
import { KINDS, STAGES, basisCount, chip, kindList, kindWords, month, months, sourceTitle, stepWords } from "./words.js";

/** One problem case, read from top to bottom as it is worked on. */
class CopseProblemCase extends AskingElement {
  static properties = { id: { attribute: false }, beats: { attribute: false }, view: { state: true }, permissions: { state: true } };

  constructor() {
    super();
    this.id = "";
    /** @type {{id: string, name: string}[]} */
    this.beats = [];
    /** @type {any} */
    this.view = null;
    /** @type {string[]} */
    this.permissions = [];
    this.addEventListener("people-changed", (event) => {
      this.view = /** @type {CustomEvent} */ (event).detail;
      this.said = t("people.saved");
    });
  }

  async firstUpdated() {
    this.permissions = (await session()).permissions;
    await this.attempt(async () => {
      this.view = await get(`/problem-cases/${this.id}`);
    });
  }

  get edits() {
    return this.permissions.includes("problem:edit") && this.view.problem.stage !== "closed";
  }

  /** @param {string} dialog @param {any} [about] */
  ask(dialog, about) {
    /** @type {any} */ (this.querySelector(dialog)).open({ view: this.view, beats: this.beats, ...about });
  }

  /** @param {() => Promise<any>} ask answers the case as it is then */
  change(ask) {
    return this.attempt(async () => {
      this.view = await ask();
    }, () => t("people.saved"));
  }

  render() {
    const { view } = this;
    document.title = `${view?.problem.title ?? t("case.title")} · Copse`;
    return html`<div class="page">
      <p><a href="/problem-cases">${t("case.back")}</a></p>
      ${errorNotice(this.error)}
      <p class="visually-hidden" role="status">${this.said}</p>
      ${view ? this.whole(view) : this.error ? html`<h1>${t("case.title")}</h1>` : html`<h1>${t("case.title")}</h1><p class="quiet">${t("people.loading")}</p>`}
      <copse-case-dialog></copse-case-dialog>
      <copse-source-dialog></copse-source-dialog>
      <copse-response-dialog></copse-response-dialog>
      <copse-stage-dialog></copse-stage-dialog>
      <copse-review-dialog></copse-review-dialog>
      <copse-telling-dialog></copse-telling-dialog>
    </div>`;
  }

  /** @param {any} view */
  whole(view) {
    const { problem } = view;
    return html`<h1 lang=${problem.language}><bdi>${problem.title}</bdi></h1>
      <p class="quiet">${t("people.beatOf", { beat: beatName(view.beat) })} · ${t("case.openedBy", { who: problem.openedBy, date: moment(problem.openedAt) })}</p>
      ${this.stages(view)}
      <section class="section" aria-labelledby="scan"><h2 id="scan">${t("case.stage.scan")}</h2>
        <h3>${t("case.scan")}</h3>${written(problem.scan, problem.language)}
        ${this.sources(view)}</section>
      <section class="section" aria-labelledby="analyse"><h2 id="analyse">${t("case.stage.analyse")}</h2>
        <h3>${t("case.triangle")}</h3>${triangle(problem.triangle)}
        <h3>${t("case.why")}</h3>${written(problem.analysis, problem.language)}</section>
      <section class="section" aria-labelledby="respond"><h2 id="respond">${t("case.stage.respond")}</h2>
        ${this.responses(view)}</section>
      <section class="section" aria-labelledby="assess"><h2 id="assess">${t("case.stage.assess")}</h2>
        ${reviews(view, { edits: this.edits, hold: () => this.ask("copse-review-dialog") })}</section>
      <section class="section" aria-labelledby="public"><h2 id="public">${t("case.public")}</h2>
        ${tellings(view, {
          edits: this.permissions.includes("problem:edit"),
          publishes: this.permissions.includes("problem:publish"),
          write: (telling) => this.ask("copse-telling-dialog", { telling }),
          publish: ({ language, number }) => this.change(() => post(`/problem-cases/${this.id}/tellings/${language}/${number}/publication`)),
          withdraw: () => this.change(() => remove(`/problem-cases/${this.id}/tellings`)),
        })}</section>`;
  }

  /** @param {any} view */
  stages({ problem, next, overdue }) {
    const at = STAGES.indexOf(problem.stage);
    return html`<ol class="stages" aria-label=${t("case.stages")}>${STAGES.map((stage, i) => html`<li class=${i < at || problem.stage === "closed" ? "done" : ""} aria-current=${i === at ? "step" : nothing}>${t(`case.stage.${stage}`)}</li>`)}</ol>
      ${problem.stage === "closed"
        ? html`<p class="notice">${chip("closed")} <span>${t(`case.outcome.${problem.outcome}`)}: <bdi>${problem.closing}</bdi></span></p>`
        : problem.reviewOn ? html`<p class=${overdue ? "warn-text" : "quiet"}>${t("case.reviewOn", { date: day(problem.reviewOn) })}</p>` : nothing}
      ${this.permissions.includes("problem:edit")
        ? html`<div class="row">
            ${next.map((/** @type {string} */ to, /** @type {number} */ i) => html`<button type="button" class=${i ? "" : "primary"} @click=${() => this.ask("copse-stage-dialog", { to })}>${stepWords(problem.stage, to)}</button>`)}
            ${this.edits ? html`<button type="button" @click=${() => this.ask("copse-case-dialog")}>${t("case.edit")}</button>` : nothing}
            ${printLink(this.view)}
          </div>`
        : nothing}`;
  }

  /** @param {any} view */
  sources({ basis, oneSided, sources }) {
    return html`<h3>${t("case.basis")}</h3>
      <ul class="basis">${basis.map((/** @type {any} */ one) => html`<li class="type ${one.type} ${one.sources ? "" : "missing"}"><strong>${t(`case.type.${one.type}`)}</strong> <span>${basisCount(one)}</span></li>`)}</ul>
      <p class="small quiet">${t("case.basisLead")}</p>
      ${oneSided ? html`<p class="notice warn">${icon("warning")}<span>${t("case.oneSided")}</span></p>` : nothing}
      ${sources.length ? html`<ul class="entries">${sources.map((/** @type {any} */ one) => this.source(one))}</ul>` : nothing}
      ${this.edits ? html`<div class="row"><button type="button" @click=${() => this.ask("copse-source-dialog")}>${icon("plus")}${t("case.addSource")}</button></div>
        <p class="small quiet">${t("case.sourceHint")}</p>` : nothing}`;
  }

  /** @param {any} one */
  source(one) {
    const facts = [
      one.kind === "concern" ? t("case.inMonth", { month: month(one.day) }) : one.cells?.from ? months(one.cells.from, one.cells.to ?? one.day) : day(one.day),
      one.cells ? t("case.cells", { n: number(one.cells.count) }) : "",
      one.few ? t("case.fewIncidents") : one.voices ? t(one.cells ? "case.incidents" : "case.voices", { n: number(one.voices) }) : "",
      one.cells?.categories.join(t("list.comma")) ?? "",
    ].filter(Boolean);
    return html`<li><div>
        <p><span class="type ${one.type}">${t(`case.type.${one.type}`)}</span> ${one.origin ? html`<a href="/walks?id=${one.origin}">${sourceTitle(one)}</a>` : html`<bdi>${sourceTitle(one)}</bdi>`}</p>
        ${one.words ? html`<p class="written"><bdi>${one.words}</bdi></p>` : nothing}
        <p class="small quiet">${facts.join(" · ")}</p></div>
      ${this.edits ? html`<button type="button" class="plain" aria-label=${t("case.removeOf", { what: sourceTitle(one) })} @click=${() => this.change(() => remove(`/problem-cases/${this.id}/sources/${one.id}`))}>${t("case.remove")}</button>` : nothing}</li>`;
  }

  /** @param {any} view */
  responses({ problem, responses }) {
    return html`<h3>${t("case.responses")}</h3>
      ${responses.length
        ? html`<ol class="matrix">${responses.map((/** @type {any} */ row) => html`<li class="card stack">
            <div class="row spread"><h4 lang=${problem.language}><bdi>${row.what}</bdi></h4><span class="state ${row.state}">${t(`case.state.${row.state}`)}</span></div>
            <dl class="particulars">
              ${fact("who", kindWords(row.who))}${row.with.length ? fact("with", kindList(row.with)) : nothing}
              ${fact("where", html`<bdi>${row.place}</bdi>`)}${fact("when", t("people.days", { from: day(row.from), to: day(row.due) }))}
              ${row.how ? fact("how", html`<bdi class="written">${row.how}</bdi>`) : nothing}${fact("wanted", html`<bdi>${row.wanted}</bdi>`)}
            </dl>
            ${this.edits ? html`<div class="row"><button type="button" aria-label=${t("case.response.change", { n: number(row.number) })} @click=${() => this.ask("copse-response-dialog", { row })}>${t("people.edit")}</button></div>` : nothing}
          </li>`)}</ol>`
        : html`<p class="quiet">${t("case.noResponses")}</p>`}
      ${this.edits ? html`<div class="row"><button type="button" @click=${() => this.ask("copse-response-dialog", { row: null })}>${icon("plus")}${t("case.addResponse")}</button></div>` : nothing}`;
  }
}

/** @param {string} name @param {unknown} value */
const fact = (name, value) => html`<div><dt>${t(`case.response.${name}`)}</dt><dd>${value}</dd></div>`;

/** @param {string} text @param {string} spoken */
const written = (text, spoken) => (text ? html`<p class="written" dir="auto" lang=${spoken}><bdi>${text}</bdi></p>` : html`<p class="quiet">${t("case.nothingWritten")}</p>`);

/** @param {any} triangle */
const triangle = (triangle) => html`<dl class="particulars wide">${Object.keys(KINDS).map((part) => {
  const chosen = [triangle[part] ?? []].flat();
  return html`<div><dt>${t(`case.${part}`)}</dt><dd>${chosen.length ? kindList(chosen) : html`<span class="quiet">${t("case.notKnown")}</span>`}</dd></div>`;
})}</dl>`;

customElements.define("copse-problem-case", CopseProblemCase);
