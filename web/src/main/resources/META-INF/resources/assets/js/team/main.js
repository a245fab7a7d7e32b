// @ts-check
import { html, nothing } from "lit";
import { AskingElement } from "../asking.js";
import "../header.js";
import { t } from "../i18n.js";
import { errorNotice } from "../notice.js";
import "../people/consequences.js";
import { personWords, span } from "../people/words.js";
import { get, remove } from "../request.js";
import { session } from "../session.js";
import { allBeats, liaisons, teams, tenure } from "./beats.js";
import "./dialogs.js";
import { overview } from "./gaps.js";

const TABS = { overview, beats: allBeats, tenure, teams, liaisons };

/** The supervisor's page: where nobody is, what is not handed over, who is due, who stands in. */
export class CopseTeam extends AskingElement {
  static properties = {
    tab: { state: true },
    beats: { state: true },
    officers: { state: true },
    handovers: { state: true },
    leaves: { state: true },
    tenure: { state: true },
    teams: { state: true },
    languages: { state: true },
    liaisons: { state: true },
    overdue: { state: true },
    leaver: { state: true },
    leavesOn: { state: true },
  };

  constructor() {
    super();
    /** @type {keyof typeof TABS} */
    this.tab = /** @type {any} */ (location.hash.slice(1) in TABS ? location.hash.slice(1) : "overview");
    /** @type {any} */
    this.beats = null;
    /** @type {any[]} */
    this.officers = [];
    /** @type {any} */
    this.handovers = null;
    /** @type {any} */
    this.leaves = null;
    /** @type {any} */
    this.tenure = null;
    /** @type {any} */
    this.teams = null;
    /** @type {any} */
    this.languages = null;
    /** @type {any} */
    this.liaisons = null;
    /** Findings whose day has passed. @type {any} */
    this.overdue = null;
    /** How many findings nobody has decided on. */
    this.undecided = 0;
    /** How many findings an agency was to be written to of, in vain. */
    this.unsent = 0;
    /** How many concerns nobody has looked at. */
    this.waiting = 0;
    this.leaver = "";
    this.leavesOn = "";
    /** @type {string[]} */
    this.permissions = [];
    this.addEventListener("people-changed", () => this.load(t("people.saved")));
  }

  get today() {
    return this.beats?.today ?? "";
  }

  /** @param {string} permission */
  may(permission) {
    return this.permissions.includes(permission);
  }

  async firstUpdated() {
    this.permissions = (await session()).permissions;
    await this.load("");
  }

  /** @param {string} said */
  async load(said) {
    await this.attempt(async () => {
      const [beats, officers, handovers, leaves, calendar, teams, languages, liaisons, overdue, open, concerns, mails] = await Promise.all([
        get("/assignments"),
        get("/officers"),
        get("/handovers"),
        get("/leaves"),
        get("/tenure"),
        get("/plans/current/teams"),
        get("/plans/current/teams/languages"),
        get("/liaisons"),
        get("/findings?overdue=true"),
        get("/findings?state=open"),
        this.may("concern:answer") ? get("/concerns?state=received") : { total: 0 },
        get("/findings?mail=failed&state=accepted,in-progress"),
      ]);
      Object.assign(this, { beats, officers, handovers, leaves, tenure: calendar, teams, languages, liaisons, overdue, undecided: open.total, waiting: concerns.total, unsent: mails.total });
    }, said);
  }

  /** Officers who serve today. */
  serving() {
    return this.officers.filter((officer) => !officer.leftOn || officer.leftOn > this.today);
  }

  render() {
    document.title = `${t("team.title")} · Copse`;
    return html`<div class="page wide">
      <h1>${t("team.title")}</h1>
      ${errorNotice(this.error)}
      <p class="visually-hidden" role="status">${this.said}</p>
      <div class="tabs" role="tablist" aria-label=${t("team.title")} @keydown=${this.arrow}>
        ${Object.keys(TABS).map((name) => html`<button type="button" role="tab" id="tab-${name}" aria-controls="panel"
          aria-selected=${this.tab === name ? "true" : "false"} tabindex=${this.tab === name ? 0 : -1}
          @click=${() => this.choose(/** @type {any} */ (name))}>${t(`team.tab.${name}`)}</button>`)}
      </div>
      <div id="panel" role="tabpanel" aria-labelledby="tab-${this.tab}">
        ${this.beats ? TABS[this.tab](this) : this.error ? nothing : html`<p class="quiet">${t("people.loading")}</p>`}
      </div>
      <copse-assign-dialog></copse-assign-dialog><copse-end-dialog></copse-end-dialog><copse-leave-dialog></copse-leave-dialog>
      <copse-liaison-dialog></copse-liaison-dialog><copse-contact-dialog></copse-contact-dialog><copse-tenure-dialog></copse-tenure-dialog>
    </div>`;
  }

  /** @param {keyof typeof TABS} name */
  choose(name) {
    this.tab = name;
    history.replaceState(null, "", `#${name}`);
  }

  /** Arrows move between tabs, as in any list of them. @param {KeyboardEvent} event */
  async arrow(event) {
    const names = /** @type {(keyof typeof TABS)[]} */ (Object.keys(TABS));
    const forward = document.documentElement.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
    const back = forward === "ArrowLeft" ? "ArrowRight" : "ArrowLeft";
    const step = event.key === forward ? 1 : event.key === back ? -1 : 0;
    if (!step) return;
    event.preventDefault();
    this.choose(names[(names.indexOf(this.tab) + step + names.length) % names.length]);
    await this.updateComplete;
    /** @type {HTMLElement} */ (this.querySelector(`#tab-${this.tab}`)).focus();
  }

  /** @param {string} dialog @param {any} about */
  open(dialog, about) {
    /** @type {any} */ (this.querySelector(dialog)).open(about);
  }

  /** @param {any} beat */
  openAssign(beat) {
    const now = beat.assignments.filter((/** @type {any} */ one) => one.rank === "main").map((/** @type {any} */ one) => one.officer.id);
    const officers = this.serving().filter((officer) => !now.includes(officer.id));
    this.open("copse-assign-dialog", { beat, plan: this.beats.plan, officers, today: this.today, tenure: this.tenure });
  }

  /** @param {any} post */
  openEnd(post) {
    const due = this.tenure?.due.find((/** @type {any} */ one) => one.post.assignment === post.assignment);
    const warning = due?.stage === "before-minimum"
      ? t("tenure.warnMinimum", { officer: personWords(post.officer), minimum: span(this.tenure.minimumMonths) })
      : "";
    this.open("copse-end-dialog", { ...post, warning, today: this.today, path: `/assignments/${post.assignment}/end` });
  }

  /** @param {string} officer */
  openLeave(officer) {
    this.open("copse-leave-dialog", { officer, officers: this.serving(), today: this.today });
  }

  /** Who is away already gets somebody who stands in. @param {string} officer @param {string} from a day of the leave */
  openSubstitute(officer, from) {
    const leave = this.leaves.find((/** @type {any} */ one) => one.officer.id === officer && one.from <= from && from < one.to);
    if (leave) this.open("copse-leave-dialog", { leave, officers: this.serving().filter((o) => o.id !== officer), today: this.today });
  }

  /** @param {any} leave */
  async endLeave(leave) {
    if (!confirm(t("leave.endSure", { officer: personWords(leave.officer) }))) return;
    await this.attempt(() => remove(`/leaves/${leave.id}`));
    if (!this.error) await this.load(t("people.saved"));
  }
}

customElements.define("copse-team", CopseTeam);
