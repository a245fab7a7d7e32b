// @ts-check
import { html, nothing } from "lit";
import { CopseElement } from "../element.js";
import { t } from "../i18n.js";
import { icon } from "../icons.js";
import { day } from "../people/words.js";
import "./dialogs.js";
import "./entry-dialog.js";
import { ASSESSMENTS, STATES, chip, moment, term } from "./words.js";

/** One plan: where it stands, what it lacks, what can be done next, and every step so far. */
class CopseCourse extends CopseElement {
  static properties = { course: { attribute: false }, permissions: { attribute: false } };

  constructor() {
    super();
    /** @type {any} */
    this.course = null;
    /** @type {string[]} */
    this.permissions = [];
  }

  /** @param {string} permission */
  may(permission) {
    return this.permissions.includes(permission);
  }

  /** @param {string} dialog @param {any} [more] */
  open(dialog, more) {
    /** @type {any} */ (this.querySelector(dialog)).open({ course: this.course, ...more });
  }

  /** Whether the plan is to come into force at an instant that is not over. */
  get ahead() {
    return this.course.state === "adopted" && this.course.terms.some((/** @type {any} */ one) => !one.calledOff);
  }

  render() {
    const { course } = this;
    return html`
      ${this.steps()}
      <p class="prose"><bdi>${course.reason}</bdi></p>
      ${this.standing()}
      ${this.next()}
      ${this.assessments()}
      ${this.override()}
      ${this.history()}
      <copse-step-dialog></copse-step-dialog><copse-assessment-dialog></copse-assessment-dialog>
      <copse-override-dialog></copse-override-dialog><copse-take-back-dialog></copse-take-back-dialog><copse-entry-dialog></copse-entry-dialog>`;
  }

  steps() {
    const now = STATES.indexOf(this.course.state);
    return html`<ol class="course" aria-label=${t("adoption.course")}>
      ${STATES.map((state, i) => html`<li class=${i < now ? "past" : ""} aria-current=${i === now ? "step" : nothing}>${t(`adoption.state.${state}`)}</li>`)}
    </ol>`;
  }

  standing() {
    const { course } = this;
    const times = course.terms.filter((/** @type {any} */ one) => !one.calledOff);
    if (times.length) return html`<ul class="plain-list">${times.map((/** @type {any} */ one) => html`<li><strong>${term(one)}</strong></li>`)}</ul>`;
    if (!course.missing.length) return html`<p class="notice"><span>${t("adoption.complete")}</span></p>`;
    return html`<div class="notice warn">${icon("warning")}<div>
      <strong>${t("adoption.incomplete")}</strong>
      <ul>${course.missing.map((/** @type {string} */ one) => html`<li>${t(`adoption.missing.${one}`)}</li>`)}</ul>
      ${course.override ? html`<p>${t("adoption.overridden")}</p>` : html`<p>${t("adoption.incompleteHint")}</p>`}
    </div></div>`;
  }

  /** What can be done now, as far as whoever looks may. */
  next() {
    const { course } = this;
    const actions = [];
    const edits = this.may("adoption:edit");
    if (edits && course.state === "draft") actions.push(this.button("copse-step-dialog", { to: "consultation" }, t("adoption.consult"), !course.mayComeIntoForce));
    if (edits && ["draft", "consultation"].includes(course.state)) {
      actions.push(this.button("copse-step-dialog", { to: "adopted" }, t("adoption.adopt"), course.mayComeIntoForce, !course.mayComeIntoForce));
    }
    if (this.may("plan:publish") && ["adopted", "superseded"].includes(course.state) && !this.ahead) {
      actions.push(this.button("copse-entry-dialog", {}, t("adoption.enter"), true));
    }
    if (this.may("plan:publish") && this.ahead) actions.push(this.button("copse-take-back-dialog", { ahead: true }, t("adoption.callOff")));
    if (this.may("plan:publish") && course.state === "in-force") actions.push(this.button("copse-take-back-dialog", {}, t("adoption.takeBack")));
    if (edits && course.state === "consultation") actions.push(this.button("copse-step-dialog", { to: "draft" }, t("adoption.backToDraft")));
    if (edits && course.state === "adopted" && !this.ahead) actions.push(this.button("copse-step-dialog", { to: "consultation", back: true }, t("adoption.backToConsultation")));
    if (course.steps.some((/** @type {any} */ step) => step.state === "consultation")) {
      actions.push(html`<a class="button" href="/consultation-desk?plan=${course.id}">${t("adoption.toDesk")}</a>`);
    }
    return actions.length ? html`<div class="row">${actions}</div>` : nothing;
  }

  /** @param {string} dialog @param {any} more @param {string} words @param {boolean} [primary] @param {boolean} [disabled] */
  button(dialog, more, words, primary = false, disabled = false) {
    return html`<button type="button" class=${primary ? "primary" : ""} ?disabled=${disabled} @click=${() => this.open(dialog, more)}>${words}</button>`;
  }

  assessments() {
    const { course } = this;
    const decided = course.terms.some((/** @type {any} */ one) => !one.calledOff);
    return html`<section class="section">
      <h2>${t("adoption.assessments")}</h2>
      <p class="quiet">${t("adoption.assessmentsHint")}</p>
      <div class="assessments">${ASSESSMENTS.map((kind) => {
        const known = course.assessments.find((/** @type {any} */ one) => one.kind === kind);
        return html`<div class="card">
          <h3>${t(`adoption.assessment.${kind}`)}</h3>
          ${known
            ? html`<p class=${known.outcome === "unacceptable" ? "error-text" : ""}><strong>${t(`adoption.outcome.${known.outcome}`)}</strong></p>
                <p class="small quiet">${t("adoption.assessedBy", { owner: known.owner, date: day(known.on) })}</p>
                <p class="prose"><bdi>${known.summary}</bdi></p>`
            : html`<p class="quiet">${t(`adoption.question.${kind}`)}</p>`}
          ${this.may("adoption:edit") && !decided
            ? html`<button type="button" @click=${() => this.open("copse-assessment-dialog", { kind, known })}>${t(known ? "adoption.assessAgain" : "adoption.assess")}</button>`
            : nothing}
        </div>`;
      })}</div>
    </section>`;
  }

  override() {
    const { course } = this;
    const decided = course.terms.some((/** @type {any} */ one) => !one.calledOff);
    const may = this.may("plan:override") && !decided;
    if (!course.override && (!may || !course.missing.length)) return nothing;
    return html`<section class="section">
      <h2>${t("adoption.override")}</h2>
      ${course.override
        ? html`<p class="notice warn"><span class="prose"><bdi>${course.override.reason}</bdi></span></p>
            <p class="small quiet">${t("adoption.by", { who: course.override.by, when: moment(course.override.at) })}</p>`
        : html`<p>${t("adoption.overrideHint")}</p>`}
      ${may ? this.button("copse-override-dialog", {}, t(course.override ? "adoption.overrideChange" : "adoption.overrideGive")) : nothing}
    </section>`;
  }

  history() {
    const { course } = this;
    return html`<section class="section">
      <h2>${t("adoption.history")}</h2>
      <ol class="history">${course.steps.map((/** @type {any} */ step) => html`<li>
        ${chip(step.state)} <span class="small quiet">${t("adoption.by", { who: step.by, when: moment(step.at) })}</span>
        ${step.reason ? html`<div class="prose"><bdi>${step.reason}</bdi></div>` : nothing}
      </li>`)}
      ${[...course.terms].reverse().map((/** @type {any} */ one) => html`<li>
        ${t(`adoption.kind.${one.kind}`)}: ${term(one)}<div class="prose"><bdi>${one.reason}</bdi></div>
      </li>`)}</ol>
    </section>`;
  }
}

customElements.define("copse-course", CopseCourse);
