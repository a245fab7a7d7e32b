// @ts-check
import { html, nothing } from "lit";
import { AskingElement } from "../asking.js";
import "../header.js";
import { t } from "../i18n.js";
import { beatName } from "../names.js";
import { errorNotice } from "../notice.js";
import "../people/opt-in.js";
import { day, days, languages, lastDay, needWords, person, sector } from "../people/words.js";
import { get, remove } from "../request.js";
import { session } from "../session.js";
import { handoverTable } from "../team/gaps.js";

/** What an officer sees of their own: the beat, who stands in, the handovers. */
class CopseDuty extends AskingElement {
  static properties = { duty: { state: true }, handovers: { state: true } };

  constructor() {
    super();
    /** @type {any} */
    this.duty = null;
    /** @type {any[]} */
    this.handovers = [];
    this.addEventListener("people-changed", () => this.load(t("people.saved")));
  }

  async firstUpdated() {
    await session();
    await this.load("");
  }

  /** @param {string} said */
  async load(said) {
    await this.attempt(async () => {
      const [duty, handovers] = await Promise.all([get("/duty"), get("/handovers")]);
      Object.assign(this, { duty, handovers });
    }, said);
  }

  render() {
    document.title = `${t("duty.title")} · Copse`;
    return html`<div class="page">
      <h1>${t("duty.title")}</h1>
      ${errorNotice(this.error)}
      <p class="visually-hidden" role="status">${this.said}</p>
      ${!this.duty ? (this.error ? nothing : html`<p class="quiet">${t("people.loading")}</p>`) : this.duty.officer ? this.own() : html`<p class="empty">${t("duty.unlinked")}</p>`}
      <copse-opt-in-dialog></copse-opt-in-dialog>
    </div>`;
  }

  own() {
    const { officer, beats, liaisons, leaves, standsIn } = this.duty;
    return html`<section class="section" aria-labelledby="beat-title">
        <h2 id="beat-title">${t("duty.beats")}</h2>
        ${beats.length
          ? html`<ul class="officer-list">${beats.map((/** @type {any} */ post) => html`<li class="card">
              <h3><bdi>${t("people.beatOf", { beat: beatName({ id: post.beat, name: post.beatName }) })}</bdi></h3>
              <p class="quiet">${sector(post.sectorName)}${post.rank === "second" ? ` · ${t("rank.second")}` : ""}</p>
              <p>${days(post.from, post.to)}</p><p class="quiet">${t("officers.tenure", { date: day(post.tenureFrom) })}</p></li>`)}</ul>`
          : html`<p class="empty">${t("duty.noBeat")}</p>`}
        ${liaisons.length ? html`<h3>${t("liaison.title")}</h3><ul>${liaisons.map((/** @type {any} */ l) => html`<li><bdi>${needWords(l)}</bdi>: ${days(l.from, l.to)}</li>`)}</ul>` : nothing}
        ${leaves.length
          ? html`<h3>${t("duty.leave")}</h3><ul>${leaves.map((/** @type {any} */ l) => html`<li>${t("people.days", { from: day(l.from), to: day(lastDay(l.to)) })}:
              ${l.substitute ? html`${t("leave.substitute")} ${person(l.substitute)}` : t("leave.team")}</li>`)}</ul>`
          : nothing}
        ${standsIn.length
          ? html`<h3>${t("duty.standsIn")}</h3><ul>${standsIn.map((/** @type {any} */ l) => html`<li>${person(l.officer)}: ${t("people.days", { from: day(l.from), to: day(lastDay(l.to)) })}</li>`)}</ul>`
          : nothing}
      </section>
      <section class="section" aria-labelledby="own-handovers-title">
        <h2 id="own-handovers-title">${t("duty.handovers")}</h2>
        ${this.handovers.length ? handoverTable(this.handovers) : html`<p class="quiet">${t("duty.noHandover")}</p>`}
      </section>
      <section class="section" aria-labelledby="shown-title">
        <h2 id="shown-title">${t("duty.shown")}</h2>
        <div class="card stack">
          <div class="who">${officer.photo ? html`<img class="portrait" src=${officer.photo} alt=${t("optIn.photo")} width="64" height="64" />` : nothing}
            <div><p><strong>${person(officer)}</strong></p>${officer.fullName ? html`<p><bdi>${officer.fullName}</bdi></p>` : nothing}
              <p class="quiet">${languages(officer.languages)}</p></div></div>
          <p>${officer.consentAt ? t("duty.optedIn") : t("duty.notOptedIn")}</p>
          <div class="row">
            <button type="button" @click=${() => /** @type {any} */ (this.querySelector("copse-opt-in-dialog")).open({ officer, own: true })}>${t("optIn.title")}</button>
            ${officer.consentAt ? html`<button type="button" @click=${this.withdraw}>${t("optIn.withdraw")}</button>` : nothing}
          </div>
        </div>
      </section>`;
  }

  async withdraw() {
    if (!confirm(t("optIn.withdrawSure"))) return;
    await this.attempt(() => remove("/duty/opt-in"));
    if (!this.error) await this.load(t("people.saved"));
  }
}

customElements.define("copse-duty", CopseDuty);
