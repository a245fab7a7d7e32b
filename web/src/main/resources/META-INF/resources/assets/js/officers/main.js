// @ts-check
import { html, nothing } from "lit";
import { AskingElement } from "../asking.js";
import "../header.js";
import { number, t } from "../i18n.js";
import { icon } from "../icons.js";
import { errorNotice } from "../notice.js";
import { openingHours } from "../opening-hours.js";
import "../people/opt-in.js";
import { day, days, languages, person, sector } from "../people/words.js";
import { get, remove } from "../request.js";
import { session } from "../session.js";
import "./dialogs.js";

/** The roster: who serves, how the public knows them, and where they were. */
class CopseOfficers extends AskingElement {
  static properties = {
    officers: { state: true },
    history: { state: true },
    wanted: { state: true },
    left: { state: true },
  };

  constructor() {
    super();
    /** @type {any[] | null} */
    this.officers = null;
    /** @type {Map<string, any[]>} beats by officer, once asked for */
    this.history = new Map();
    this.wanted = "";
    this.left = false;
    this.today = new Intl.DateTimeFormat("sv").format(new Date()); // written as 2026-05-01
    this.addEventListener("people-changed", () => this.load(t("people.saved")));
  }

  async firstUpdated() {
    await session();
    await this.load("");
  }

  /** @param {string} said */
  async load(said) {
    await this.attempt(async () => {
      Object.assign(this, { officers: await get("/officers"), history: new Map() });
    }, said);
  }

  shown() {
    const wanted = this.wanted.trim().toLowerCase();
    return (this.officers ?? []).filter(
      (officer) =>
        (this.left || !officer.leftOn || officer.leftOn > this.today) &&
        [officer.number, officer.dutyName, languages(officer.languages), ...officer.languages].some((text) => text.toLowerCase().includes(wanted)),
    );
  }

  render() {
    document.title = `${t("officers.title")} · Copse`;
    const shown = this.shown();
    return html`<div class="page wide">
      <div class="row spread"><h1>${t("officers.title")}</h1>
        <button type="button" class="primary" @click=${() => this.open("copse-officer-dialog", {})}>${icon("plus")}${t("officers.add")}</button></div>
      <p class="lead">${t("officers.lead")}</p>
      ${errorNotice(this.error)}
      <p class="visually-hidden" role="status">${this.said}</p>
      <div class="row filters">
        <div class="field"><label for="officers-find">${t("officers.find")}</label>
          <input id="officers-find" type="search" .value=${this.wanted} @input=${(/** @type {any} */ e) => (this.wanted = e.target.value)} /></div>
        <div class="check"><input type="checkbox" id="officers-left" .checked=${this.left} @change=${(/** @type {any} */ e) => (this.left = e.target.checked)} />
          <label for="officers-left">${t("officers.showLeft")}</label></div>
      </div>
      ${!this.officers
        ? this.error ? nothing : html`<p class="quiet">${t("people.loading")}</p>`
        : shown.length
          ? html`<p class="small quiet">${t("teams.officers", { n: number(shown.length) })}</p><ul class="officer-list">${shown.map((officer) => this.card(officer))}</ul>`
          : html`<p class="empty">${t(this.officers.length ? "officers.noneFound" : "officers.none")}</p>`}
      <copse-officer-dialog></copse-officer-dialog><copse-departure-dialog></copse-departure-dialog><copse-opt-in-dialog></copse-opt-in-dialog>
    </div>`;
  }

  /** @param {any} officer */
  card(officer) {
    return html`<li class="card stack">
      <div class="who">
        ${officer.photo ? html`<img class="portrait" src=${officer.photo} alt="" width="64" height="64" />` : nothing}
        <div>
          <h2>${person(officer)}</h2>
          <p class="quiet">${t(`officerRole.${officer.role}`)}${officer.leftOn ? html` · <span class="warn-text">${t("officers.leaves", { date: day(officer.leftOn) })}</span>` : nothing}</p>
          ${officer.fullName ? html`<p><bdi>${officer.fullName}</bdi></p>` : nothing}
        </div>
      </div>
      <dl class="particulars">
        ${this.fact(t("officers.languages"), languages(officer.languages))} ${this.fact(t("people.phone"), officer.phone, "ltr")}
        ${this.fact(t("people.email"), officer.email, "ltr")} ${this.fact(t("officers.hours"), officer.hours && openingHours(officer.hours))}
        ${this.fact(t("officers.account"), officer.account, "ltr")}
      </dl>
      ${officer.bio ? html`<p class="bio"><bdi>${officer.bio}</bdi></p>` : nothing}
      ${this.beats(officer)}
      ${officer.leftOn
        ? nothing
        : html`<div class="row">
            <button type="button" @click=${() => this.open("copse-officer-dialog", officer)}>${t("people.edit")}</button>
            ${officer.consentAt
              ? html`<button type="button" @click=${() => this.withdraw(officer)}>${t("optIn.withdraw")}</button>`
              : html`<button type="button" @click=${() => this.open("copse-opt-in-dialog", { officer })}>${t("optIn.record")}</button>`}
            <button type="button" class="plain" @click=${() => this.open("copse-departure-dialog", { ...officer, today: this.today })}>${t("departure.short")}</button>
          </div>`}
    </li>`;
  }

  /** @param {string} words @param {string | null} value @param {string} [dir] */
  fact(words, value, dir = "auto") {
    return value ? html`<div><dt>${words}:</dt><dd><bdi dir=${dir}>${value}</bdi></dd></div>` : nothing;
  }

  /** @param {any} officer */
  beats(officer) {
    const known = this.history.get(officer.id);
    return html`<details @toggle=${(/** @type {any} */ e) => e.target.open && this.ask(officer.id)}>
      <summary>${t("officers.history")}</summary>
      ${!known
        ? html`<p class="quiet">${t("people.loading")}</p>`
        : known.length
          ? html`<ul>${known.map((post) => html`<li><bdi>${post.beatName}</bdi>, ${sector(post.sectorName)}: ${days(post.from, post.to)}
              ${post.tenureFrom < post.from ? html`<span class="quiet">${t("officers.tenure", { date: day(post.tenureFrom) })}</span>` : nothing}
              ${post.rank === "second" ? html`<span class="quiet">${t("rank.second")}</span>` : nothing}</li>`)}</ul>`
          : html`<p class="quiet">${t("officers.noBeat")}</p>`}
    </details>`;
  }

  /** @param {string} id */
  async ask(id) {
    if (this.history.has(id)) return;
    await this.attempt(async () => {
      this.history = new Map(this.history).set(id, await get(`/officers/${id}/assignments`));
    });
  }

  /** @param {any} officer */
  async withdraw(officer) {
    if (!confirm(t("optIn.withdrawSure"))) return;
    await this.attempt(() => remove(`/officers/${officer.id}/opt-in`));
    if (!this.error) await this.load(t("people.saved"));
  }

  /** @param {string} dialog @param {any} about */
  open(dialog, about) {
    /** @type {any} */ (this.querySelector(dialog)).open(about);
  }
}

customElements.define("copse-officers", CopseOfficers);
