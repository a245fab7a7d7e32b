// @ts-check
import { html, nothing } from "lit";
import { AskingElement } from "../asking.js";
import "../header.js";
import { date, t } from "../i18n.js";
import { icon } from "../icons.js";
import { beatName } from "../names.js";
import { errorNotice } from "../notice.js";
import { day, person, sector } from "../people/words.js";
import { get, put, remove } from "../request.js";
import { session } from "../session.js";
import { OWNERS, noticePreview } from "./dialogs.js";
import { askFindings, findingList } from "./findings.js";

const MAP = ["organisation", "focal-place", "contact-point", "agreement"];

/** One handover: checklist, community map, events, word to the residents, and both signatures. */
class CopseHandover extends AskingElement {
  static properties = { view: { state: true }, all: { state: true }, findings: { state: true } };

  constructor() {
    super();
    /** @type {any} */
    this.view = null;
    /** All that one may see, where none was asked for. @type {any[] | null} */
    this.all = null;
    /** Problems of the beat that are not settled. @type {any} */
    this.findings = null;
    this.id = "";
    this.wanted = new URLSearchParams(location.search).get("id") ?? "";
    this.addEventListener("people-changed", (event) => this.show(/** @type {CustomEvent} */ (event).detail));
  }

  async firstUpdated() {
    await session();
    if (!this.wanted) {
      await this.attempt(async () => (this.all = await get("/handovers")), "");
      return;
    }
    await this.change(() => get(`/handovers/${encodeURIComponent(this.wanted)}`), "");
    if (this.view) this.findings = await askFindings(this.view.heading.beat).catch(() => null); // the handover does not need them
  }

  /** @param {any} view */
  show(view) {
    Object.assign(this, { view, error: null, said: t("people.saved") });
  }

  /** Does something that answers with the handover as it is then. @param {() => Promise<any>} work @param {string} said */
  change(work, said) {
    return this.attempt(async () => {
      this.view = await work();
    }, said);
  }

  /** @param {any[]} all */
  list(all) {
    document.title = `${t("handover.title")} · Copse`;
    return html`<div class="page wide"><h1>${t("handover.all")}</h1>
      ${all.length ? nothing : html`<p class="quiet">${t("handover.none")}</p>`}
      <ul>${all.map((one) => html`<li><a href="/handover?id=${one.id}">${t("handover.of", { beat: beatName({ id: one.beat, name: one.beatName }) })}</a>
        <span class="quiet">${t(`handover.is.${one.state}`)} · ${t("handover.due")}: ${day(one.dueOn)}</span></li>`)}</ul></div>`;
  }

  render() {
    const { view } = this;
    document.title = `${t("handover.title")} · Copse`;
    if (this.all) return this.list(this.all);
    if (!view) {
      return html`<div class="page wide"><h1>${t("handover.title")}</h1>${errorNotice(this.error)}
        ${this.error ? nothing : html`<p class="quiet">${t("people.loading")}</p>`}</div>`;
    }
    const { heading } = view;
    return html`<article class="page wide handover">
      <div class="row spread">
        <div><h1>${t("handover.of", { beat: beatName({ id: heading.beat, name: heading.beatName }) })}</h1><p class="quiet">${sector(heading.sectorName)}</p></div>
        <button type="button" class="no-print" @click=${() => window.print()}>${icon("report")}${t("handover.print")}</button>
      </div>
      <dl class="particulars wide">
        <div><dt>${t("task.owner.from")}</dt><dd>${heading.from ? person(heading.from) : t("handover.nobody")}</dd></div>
        <div><dt>${t("task.owner.to")}</dt><dd>${person(heading.to)}</dd></div>
        <div><dt>${t("handover.due")}</dt><dd class=${heading.overdue ? "warn-text" : ""}>${day(heading.dueOn)}</dd></div>
        <div><dt>${t("handover.state")}</dt><dd>${t(`handover.is.${heading.state}`)}</dd></div>
      </dl>
      ${errorNotice(this.error)}
      <p class="visually-hidden" role="status">${this.said}</p>
      ${this.checklist()} ${this.map()} ${findingList(heading.beat, this.findings)} ${this.events()} ${this.notice()} ${this.closing()}
      <copse-entry-dialog></copse-entry-dialog><copse-task-dialog></copse-task-dialog><copse-notice-dialog></copse-notice-dialog>
      <copse-closing-dialog></copse-closing-dialog><copse-cancel-dialog></copse-cancel-dialog>
    </article>`;
  }

  get open() {
    return this.view.heading.state === "open";
  }

  /** @param {string} name @param {any} [about] */
  dialog(name, about = {}) {
    /** @type {any} */ (this.querySelector(name)).open({ handover: this.view.heading.id, ...about });
  }

  /** @param {string} title @param {string} words @param {() => void} click */
  headline(title, words, click) {
    return html`<div class="row spread"><h2>${title}</h2>${this.open ? html`<button type="button" class="no-print" @click=${click}>${words}</button>` : nothing}</div>`;
  }

  checklist() {
    return html`<section class="section">
      ${this.headline(t("task.list"), t("task.add"), () => this.dialog("copse-task-dialog", { dueOn: this.view.heading.dueOn }))}
      <ul class="checklist">${this.view.tasks.map((/** @type {any} */ task) => this.task(task))}</ul>
    </section>`;
  }

  /** @param {any} task */
  task(task) {
    const words = task.title || t(`task.${task.kind}`);
    const id = `task-${task.id}`;
    return html`<li class=${task.doneAt ? "done" : ""}>
      <div class="check"><input type="checkbox" id=${id} .checked=${Boolean(task.doneAt)} ?disabled=${!this.open}
          @change=${(/** @type {any} */ e) => this.changeTask(task, { done: e.target.checked })} />
        <label for=${id}><bdi>${words}</bdi></label></div>
      <div class="row owner">
        <select aria-label=${t("task.ownerOf", { task: words })} ?disabled=${!this.open} @change=${(/** @type {any} */ e) => this.changeTask(task, { owner: e.target.value })}>
          ${OWNERS.map((owner) => html`<option value=${owner} ?selected=${owner === task.owner}>${t(`task.owner.${owner}`)}</option>`)}</select>
        <input type="date" aria-label=${t("task.dueOf", { task: words })} required ?disabled=${!this.open} .value=${task.dueOn}
          @change=${(/** @type {any} */ e) => e.target.value && this.changeTask(task, { dueOn: e.target.value })} />
        ${task.kind === "other" && this.open
          ? html`<button type="button" class="plain no-print" @click=${() => this.change(() => remove(`/handovers/${this.view.heading.id}/tasks/${task.id}`), t("people.saved"))}>${t("people.remove")}<span class="visually-hidden"> ${words}</span></button>`
          : nothing}
        <span class="small quiet">${task.doneAt ? t("task.doneBy", { who: task.doneBy, date: date(task.doneAt) }) : nothing}</span>
      </div>
    </li>`;
  }

  /** @param {any} task @param {any} change */
  changeTask(task, change) {
    const { owner, dueOn, doneAt } = task;
    return this.change(
      () => put(`/handovers/${this.view.heading.id}/tasks/${task.id}`, { owner, dueOn, done: Boolean(doneAt), ...change }),
      t("people.saved"),
    );
  }

  map() {
    const entries = this.view.entries;
    return html`<section class="section">
      ${this.headline(t("entry.map"), t("entry.add"), () => this.dialog("copse-entry-dialog", { kind: "organisation" }))}
      <p class="small quiet">${t("entry.noPersons")}</p>
      ${MAP.some((kind) => entries.some((/** @type {any} */ e) => e.kind === kind))
        ? html`<div class="map-parts">${MAP.map((kind) => this.part(kind))}</div>`
        : html`<p class="empty">${t("entry.none")}</p>`}
    </section>`;
  }

  events() {
    return html`<section class="section">
      ${this.headline(t("entry.events"), t("entry.addEvent"), () => this.dialog("copse-entry-dialog", { kind: "event" }))}
      ${this.lines("event") ?? html`<p class="quiet">${t("entry.noEvents")}</p>`}
    </section>`;
  }

  /** @param {string} kind */
  part(kind) {
    return html`<div><h3>${t(`entries.${kind}`)}</h3>${this.lines(kind) ?? html`<p class="quiet">–</p>`}</div>`;
  }

  /** @param {string} kind */
  lines(kind) {
    const entries = this.view.entries.filter((/** @type {any} */ entry) => entry.kind === kind);
    if (!entries.length) return null;
    return html`<ul class="entries">${entries.map((/** @type {any} */ entry) => html`<li>
      <div><strong><bdi>${entry.name}</bdi></strong>${entry.day ? html` <span class="quiet">${day(entry.day)}</span>` : nothing}
        ${entry.detail ? html`<p><bdi>${entry.detail}</bdi></p>` : nothing}</div>
      ${this.open
        ? html`<button type="button" class="plain no-print" @click=${() => this.change(() => remove(`/handovers/${this.view.heading.id}/entries/${entry.id}`), t("people.saved"))}>${t("people.remove")}<span class="visually-hidden"> ${entry.name}</span></button>`
        : nothing}</li>`)}</ul>`;
  }

  notice() {
    const { notice } = this.view;
    return html`<section class="section">
      ${this.headline(t("notice.title"), t("people.edit"), () => this.dialog("copse-notice-dialog", { notice }))}
      <p>${notice.from ? t("notice.shownFrom", { date: day(notice.from) }) : t("notice.notShown")}</p>
      ${noticePreview(notice.words)}
    </section>`;
  }

  closing() {
    const { heading } = this.view;
    return html`<section class="section closing"><h2>${t("closing.title")}</h2>
      <p>${t("closing.lead")}</p>
      <div class="signatures">${this.signature("from", heading.given)} ${this.signature("to", heading.taken)}</div>
      ${this.open && this.view.supervises
        ? html`<p class="no-print"><button type="button" class="plain" @click=${() => this.dialog("copse-cancel-dialog")}>${t("handover.cancel")}</button></p>`
        : nothing}
    </section>`;
  }

  /** @param {"from" | "to"} side @param {any} signature */
  signature(side, signature) {
    const own = this.view.mine === side;
    return html`<div class="card">
      <h3>${t(`closing.${side}`)}</h3>
      ${signature
        ? html`<p>${t("closing.signed", { who: signature.by, date: date(signature.at) })}</p>${signature.why ? html`<p class="quiet"><bdi>${signature.why}</bdi></p>` : nothing}`
        : html`<p class="quiet">${this.view.heading.tasksOpen ? t("closing.tasksLeft", { n: this.view.heading.tasksOpen }) : t("closing.notYet")}</p>
            ${this.open && (own || this.view.supervises)
              ? html`<button type="button" class="${own ? "primary" : ""} no-print" ?disabled=${this.view.heading.tasksOpen > 0}
                  @click=${() => this.dialog("copse-closing-dialog", { side, own })}>${t(`closing.title.${side}`)}</button>`
              : nothing}
            <p class="signature-line" aria-hidden="true"></p>`}
    </div>`;
  }
}

customElements.define("copse-handover", CopseHandover);
