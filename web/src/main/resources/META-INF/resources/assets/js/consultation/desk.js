// @ts-check
import { html, nothing } from "lit";
import { AskingElement } from "../asking.js";
import { moment } from "../adoption/words.js";
import "../header.js";
import { number, t } from "../i18n.js";
import { errorNotice } from "../notice.js";
import { day } from "../people/words.js";
import { get, put, remove } from "../request.js";
import { session } from "../session.js";
import "./dialogs.js";

/** What staff do with a consultation: open its page, say who was reached, read comments, answer, close. */
class CopseConsultationDesk extends AskingElement {
  static properties = { consultation: { state: true }, plan: { state: true }, may: { state: true }, key: { state: true } };

  constructor() {
    super();
    /** @type {any} */
    this.consultation = null;
    /** @type {any} */
    this.plan = null;
    this.may = false;
    /** The key of a page by link, as it was told once. @type {string | null} */
    this.key = null;
    this.addEventListener("people-changed", (event) => this.changed(/** @type {CustomEvent} */ (event).detail));
  }

  get id() {
    return new URLSearchParams(location.search).get("plan");
  }

  async firstUpdated() {
    this.may = (await session()).permissions.includes("adoption:edit");
    await this.attempt(async () => {
      [this.consultation, this.plan] = await Promise.all([get(`/consultations/${this.id}`), get(`/adoptions/${this.id}`)]);
    });
  }

  /** @param {any} consultation */
  changed(consultation) {
    this.key = consultation.key ?? this.key;
    Object.assign(this, { consultation, said: t("people.saved"), error: null });
  }

  /** @param {() => Promise<any>} work */
  async change(work) {
    await this.attempt(async () => this.changed(await work()));
  }

  /** @param {string} dialog @param {any} [more] */
  open(dialog, more) {
    /** @type {any} */ (this.querySelector(dialog)).open({ consultation: this.consultation, ...more });
  }

  render() {
    const title = t("consult.desk", { plan: this.plan?.name ?? "" });
    document.title = `${title} · Copse`;
    return html`<div class="page wide">
      <p class="small"><a href="/adoption?plan=${this.id}">${this.plan?.name ?? t("adoption.title")}</a></p>
      <h1>${title}</h1>
      ${errorNotice(this.error)}
      <p class="visually-hidden" role="status">${this.said}</p>
      ${this.consultation ? this.sections() : this.error ? nothing : html`<p class="quiet">${t("people.loading")}</p>`}
      <copse-opening-dialog></copse-opening-dialog><copse-outreach-dialog></copse-outreach-dialog><copse-answer-dialog></copse-answer-dialog>
      <copse-hiding-dialog></copse-hiding-dialog><copse-closing-dialog></copse-closing-dialog>
    </div>`;
  }

  get edits() {
    return this.may && !this.consultation.closedAt;
  }

  sections() {
    return html`${this.page()} ${this.comments()} ${this.answers()} ${this.outreach()} ${this.closing()}`;
  }

  page() {
    const { openedAt, closesOn, linkOnly, intro } = this.consultation;
    const address = `/consultation/${this.id}${this.key ? `?key=${this.key}` : ""}`;
    return html`<section class="section">
      <h2>${t("consult.page")}</h2>
      ${openedAt
        ? html`<p>${t(linkOnly ? "consult.openByLink" : "consult.openPublic", { date: day(closesOn) })}</p>
            <p>${linkOnly && !this.key ? t("consult.keyGone") : html`<a class="address" href=${address} dir="ltr">${location.origin}${address}</a>`}</p>
            <p class="prose"><bdi>${intro}</bdi></p>`
        : html`<p class="notice"><span>${t("consult.notOpen")}</span></p>`}
      ${this.edits ? html`<button type="button" class=${openedAt ? "" : "primary"} @click=${() => this.open("copse-opening-dialog")}>${t(openedAt ? "consult.changePage" : "consult.openPage")}</button>` : nothing}
    </section>`;
  }

  comments() {
    const { comments, waiting } = this.consultation;
    return html`<section class="section">
      <h2>${t("consult.comments")} ${waiting ? html`<span class="warn-text">${t("consult.waiting", { n: number(waiting) })}</span>` : nothing}</h2>
      ${comments.length
        ? html`<ul class="plain-list stack">${comments.map((/** @type {any} */ one) => this.comment(one))}</ul>`
        : html`<p class="quiet">${t("consult.noComments")}</p>`}
    </section>`;
  }

  /** @param {any} one */
  comment(one) {
    const about = !one.beat ? t("consult.aboutPlan") : one.otherBeat ? t("consult.aboutBoundary", { a: one.beat, b: one.otherBeat }) : t("consult.aboutBeat", { beat: one.beat });
    return html`<li class="card stack">
      <p class="small quiet">${t(`consult.comment.${one.state}`)} · ${about} · ${moment(one.at)}</p>
      <p class="prose" dir="auto">${one.words}</p>
      ${one.why ? html`<p class="small">${t("consult.hiddenBecause", { why: one.why })}</p>` : nothing}
      ${this.edits || (this.may && one.state !== "hidden")
        ? html`<div class="comment-actions">
            ${one.state === "hidden" || !this.edits ? nothing : this.answerOf(one)}
            ${one.state === "shown" || !this.edits ? nothing : html`<button type="button" class="primary" @click=${() => this.show(one, this.chosenFor(one))}>${t("consult.show")}</button>`}
            ${one.state === "hidden" ? nothing : html`<button type="button" @click=${() => this.open("copse-hiding-dialog", { comment: one })}>${t("consult.hide")}</button>`}
          </div>`
        : nothing}
    </li>`;
  }

  /** Which answer goes with a comment: said at once of one that is shown, and with it of one that waits. @param {any} one */
  answerOf(one) {
    return html`<div class="field">
      <label for="answer-${one.id}">${t("consult.answerOf")}</label>
      <select id="answer-${one.id}" @change=${() => one.state === "shown" && this.show(one, this.chosenFor(one))}>
        <option value="">${t("consult.noAnswer")}</option>
        ${this.consultation.answers.map((/** @type {any} */ a) => html`<option value=${a.id} ?selected=${a.id === one.answer}>${a.said.slice(0, 60)}</option>`)}
      </select>
    </div>`;
  }

  /** @param {any} one a comment */
  chosenFor(one) {
    const select = /** @type {HTMLSelectElement | null} */ (this.querySelector(`[id="answer-${one.id}"]`));
    return select ? select.value : one.answer;
  }

  /** @param {any} one @param {string | null} answer */
  show(one, answer) {
    return this.change(() => put(`/consultations/${this.id}/comments/${one.id}`, { state: "shown", answer: answer || null }));
  }

  answers() {
    return html`<section class="section">
      <h2>${t("consult.answers")}</h2>
      <p class="quiet">${t("consult.answersHint")}</p>
      ${this.consultation.answers.map((/** @type {any} */ one) => html`<div class="card stack">
        <div><strong>${t("consult.youSaid")}</strong><p class="prose" dir="auto">${one.said}</p></div>
        <div><strong>${t("consult.weDid")}</strong><p class="prose" dir="auto">${one.did}</p></div>
        ${this.edits ? html`<button type="button" class="plain" @click=${() => this.change(() => remove(`/consultations/${this.id}/answers/${one.id}`))}>${t("consult.remove")}</button>` : nothing}
      </div>`)}
      ${this.edits ? html`<button type="button" @click=${() => this.open("copse-answer-dialog")}>${t("consult.addAnswer")}</button>` : nothing}
    </section>`;
  }

  outreach() {
    const { outreach } = this.consultation;
    return html`<section class="section">
      <h2>${t("consult.outreach")}</h2>
      <p class="quiet">${t("consult.outreachHint")}</p>
      ${outreach.length
        ? html`<div class="table-scroll" tabindex="0" role="region" aria-label=${t("consult.outreach")}><table>
            <thead><tr><th scope="col">${t("consult.who")}</th><th scope="col">${t("consult.reached")}</th><th scope="col">${t("consult.how")}</th><th scope="col">${t("consult.note")}</th><th></th></tr></thead>
            <tbody>${outreach.map((/** @type {any} */ one) => html`<tr>
              <th scope="row"><bdi>${one.who}</bdi></th><td>${t(`consult.reached.${one.reached}`)}</td><td><bdi>${one.how}</bdi></td><td><bdi>${one.note}</bdi></td>
              <td class="actions">${this.edits ? html`<button type="button" class="plain" @click=${() => this.change(() => remove(`/consultations/${this.id}/outreach/${one.id}`))}>${t("consult.remove")}</button>` : nothing}</td>
            </tr>`)}</tbody>
          </table></div>`
        : nothing}
      ${this.edits ? html`<button type="button" @click=${() => this.open("copse-outreach-dialog")}>${t("consult.addOutreach")}</button>` : nothing}
    </section>`;
  }

  closing() {
    const { closedAt, summary, openedAt } = this.consultation;
    return html`<section class="section">
      <h2>${t("consult.summary")}</h2>
      ${closedAt
        ? html`<p class="quiet small">${t("consult.closedAt", { when: moment(closedAt) })}</p><p class="prose" dir="auto">${summary}</p>`
        : html`<p>${t("consult.closeHint")}</p>
            ${this.edits && openedAt ? html`<button type="button" class="primary" @click=${() => this.open("copse-closing-dialog")}>${t("consult.close")}</button>` : nothing}`}
    </section>`;
  }
}

customElements.define("copse-consultation-desk", CopseConsultationDesk);
