// @ts-check
import { html, nothing } from "lit";
import { moment } from "../adoption/words.js";
import { AskingElement } from "../asking.js";
import "../header.js";
import { languageName, number, t } from "../i18n.js";
import { icon } from "../icons.js";
import { beatName } from "../names.js";
import { errorNotice } from "../notice.js";
import { day } from "../people/words.js";
import { get, remove } from "../request.js";
import { session } from "../session.js";
import "./dialogs.js";

/** What staff enter for the pages of beats: when residents can meet the police, what comes first for them, what was agreed, and what was done. */
class CopseEvents extends AskingElement {
  static properties = { meetings: { state: true }, priorities: { state: true }, polls: { state: true }, beats: { state: true } };

  constructor() {
    super();
    /** @type {any[] | null} */
    this.meetings = null;
    /** @type {any[]} */
    this.priorities = [];
    /** @type {any[]} */
    this.polls = [];
    /** @type {{id: string, name: string}[]} */
    this.beats = [];
    this.addEventListener("people-changed", () => this.load(t("people.saved")));
  }

  async firstUpdated() {
    await session();
    await this.load("");
  }

  /** @param {string} said */
  async load(said) {
    await this.attempt(async () => {
      const [meetings, priorities, polls, plan] = await Promise.all([get("/meetings"), get("/priorities"), get("/polls"), get("/plans/current/beats")]);
      const beats = plan.features.map((/** @type {any} */ { properties }) => ({ id: properties.id, name: properties.name }));
      Object.assign(this, { meetings, priorities, polls, beats });
    }, said);
  }

  render() {
    document.title = `${t("events.title")} · Copse`;
    return html`<div class="page wide">
      <h1>${t("events.title")}</h1>
      <p class="lead">${t("events.lead")}</p>
      ${errorNotice(this.error)}
      <p class="visually-hidden" role="status">${this.said}</p>
      ${this.meetings ? html`${this.meetingList(this.meetings)} ${this.pollList()} ${this.priorityList()}` : this.error ? nothing : html`<p class="quiet">${t("people.loading")}</p>`}
      <copse-meeting-dialog></copse-meeting-dialog><copse-priority-dialog></copse-priority-dialog><copse-poll-dialog></copse-poll-dialog>
    </div>`;
  }

  /** @param {any[]} meetings */
  meetingList(meetings) {
    return html`<section class="stack">
      <div class="row spread"><h2>${t("events.meetings")}</h2>
        <button type="button" class="primary" @click=${() => this.open("copse-meeting-dialog", {})}>${icon("plus")}${t("events.addMeeting")}</button></div>
      ${meetings.length
        ? html`<ul class="officer-list">${meetings.map((meeting) => html`<li class="card stack">
            <h3><bdi>${meeting.title}</bdi></h3>
            <p>${moment(meeting.starts)} – ${moment(meeting.ends)}${meeting.cancelled ? html` · <span class="warn-text">${t("events.cancelled")}</span>` : nothing}</p>
            <p><bdi>${meeting.place}</bdi></p>
            <p class="quiet">${t(`events.kind.${meeting.kind}`)} · ${this.where(meeting.beat)} · ${languageName(meeting.language)}</p>
            ${this.buttons("copse-meeting-dialog", meeting, `/meetings/${meeting.id}`)}
          </li>`)}</ul>`
        : html`<p class="empty">${t("events.noMeetings")}</p>`}
    </section>`;
  }

  pollList() {
    return html`<section class="stack">
      <div class="row spread"><h2>${t("events.polls")}</h2>
        <button type="button" class="primary" @click=${() => this.open("copse-poll-dialog", {})}>${icon("plus")}${t("events.addPoll")}</button></div>
      ${this.polls.length
        ? html`<ul class="officer-list">${this.polls.map((view) => this.poll(view))}</ul>`
        : html`<p class="empty">${t("events.noPolls")}</p>`}
    </section>`;
  }

  /** @param {any} view */
  poll({ poll, state, least, result }) {
    const places = result?.places ?? poll.choices.map((/** @type {string} */ _one, /** @type {number} */ at) => ({ choice: at + 1 }));
    return html`<li class="card stack">
      <h3>${this.where(poll.beat)}</h3>
      <p>${t("events.pollDays", { from: day(poll.opensOn), to: day(poll.closesOn) })} · ${t(`events.poll.${state}`)}</p>
      ${state === "closed" && !result ? html`<p>${t("events.pollFew", { n: number(least) })}</p>` : nothing}
      <ul class="plain-list stack">${places.map((/** @type {any} */ one) => this.choice(poll, one))}</ul>
      ${result ? html`<p class="small quiet">${t("poll.method", { n: number(result.ballots) })}</p>` : nothing}
      <p class="quiet">${languageName(poll.language)}</p>
      ${state === "closed"
        ? html`<div class="row"><button type="button" class="plain" @click=${() => this.remove(`/polls/${poll.id}`)}>${t("events.remove")}</button></div>`
        : this.buttons("copse-poll-dialog", poll, `/polls/${poll.id}`)}
    </li>`;
  }

  /** A choice, with its place where the poll is over; staff decide whether it is agreed on. @param {any} poll @param {any} place */
  choice(poll, { choice, place, points }) {
    const issue = poll.choices[choice - 1];
    const agree = () => this.open("copse-priority-dialog", { beat: poll.beat, language: poll.language, issue });
    return html`<li class="row spread">
      <span>${place ? html`<strong>${number(place)}.</strong> ` : nothing}<bdi>${issue}</bdi>${place ? html` <span class="small quiet">${t("poll.points", { n: number(points, { maximumFractionDigits: 1 }) })}</span>` : nothing}</span>
      ${place ? html`<button type="button" class="plain" @click=${agree}>${t("events.agree")}</button>` : nothing}
    </li>`;
  }

  priorityList() {
    return html`<section class="stack">
      <div class="row spread"><h2>${t("events.priorities")}</h2>
        <button type="button" class="primary" @click=${() => this.open("copse-priority-dialog", {})}>${icon("plus")}${t("events.addPriority")}</button></div>
      ${this.priorities.length
        ? html`<ul class="officer-list">${this.priorities.map((priority) => html`<li class="card stack">
            <h3><bdi>${priority.issue}</bdi></h3>
            <p class="quiet">${this.where(priority.beat)} · ${t("events.agreed", { date: day(priority.agreedOn) })} · ${languageName(priority.language)}</p>
            ${priority.done ? html`<p><strong>${t("events.done", { date: day(priority.doneOn) })}</strong> <bdi>${priority.done}</bdi></p>` : nothing}
            ${this.buttons("copse-priority-dialog", priority, `/priorities/${priority.id}`)}
          </li>`)}</ul>`
        : html`<p class="empty">${t("events.noPriorities")}</p>`}
    </section>`;
  }

  /** @param {string | null} beat */
  where(beat) {
    const known = this.beats.find(({ id }) => id === beat);
    return beat ? t("area.beat", { beat: known ? beatName(known) : beat }) : t("events.district");
  }

  /** @param {string} dialog @param {any} about @param {string} path */
  buttons(dialog, about, path) {
    return html`<div class="row">
      <button type="button" @click=${() => this.open(dialog, about)}>${t("people.edit")}</button>
      <button type="button" class="plain" @click=${() => this.remove(path)}>${t("events.remove")}</button>
    </div>`;
  }

  /** @param {string} path */
  async remove(path) {
    if (!confirm(t("events.removeSure"))) return;
    await this.attempt(() => remove(path));
    if (!this.error) await this.load(t("people.saved"));
  }

  /** @param {string} dialog @param {any} about */
  open(dialog, about) {
    /** @type {any} */ (this.querySelector(dialog)).open({ ...about, beats: this.beats });
  }
}

customElements.define("copse-events", CopseEvents);
