// @ts-check
import { html, nothing } from "lit";
import { t } from "../i18n.js";
import { FormDialog, given } from "../people/form-dialog.js";
import { inDays } from "../people/words.js";
import { post, put } from "../request.js";
import { OUTCOMES } from "./words.js";

/** @param {string} id @param {string} hint @param {boolean} required @param {string} [value] */
export const reasonField = (id, hint, required, value = "") => html`<div class="field wide">
  <label for=${id}>${t("people.reason")}</label>
  <textarea id=${id} name="reason" rows="3" maxlength="4000" ?required=${required} aria-describedby="${id}-hint" .defaultValue=${value}></textarea>
  <p class="hint" id="${id}-hint">${hint}</p>
</div>`;

/** Takes a plan a step on, or back with a reason. */
class StepDialog extends FormDialog {
  get back() {
    const { course, to, back } = this.about ?? {};
    return Boolean(back) || (course?.state === "consultation" && to === "draft");
  }

  heading() {
    return this.about?.to ? t(`adoption.to.${this.about.to}`) : "";
  }

  action() {
    return this.heading();
  }

  fields() {
    const { to } = this.about;
    if (!to) return nothing;
    return html`<p>${t(`adoption.toHint.${to}`)}</p>
      ${reasonField("step-reason", t(this.back ? "adoption.backReason" : "adoption.stepReason"), this.back)}`;
  }

  /** @param {FormData} form */
  send(form) {
    const { course, to } = this.about;
    return post(`/adoptions/${course.id}/steps`, { to, reason: given(form, "reason") });
  }
}

/** Records an impact assessment. */
class AssessmentDialog extends FormDialog {
  heading() {
    return this.about?.kind ? t(`adoption.assessment.${this.about.kind}`) : "";
  }

  action() {
    return t("adoption.save");
  }

  fields() {
    const { kind, known } = this.about;
    if (!kind) return nothing;
    const today = inDays(0);
    return html`<p>${t(`adoption.question.${kind}`)}</p>
      <div class="fields">
        <div class="field">
          <label for="assessment-owner">${t("adoption.owner")}</label>
          <input id="assessment-owner" name="owner" required maxlength="200" autocomplete="off" .defaultValue=${known?.owner ?? ""} aria-describedby="assessment-owner-hint" />
          <p class="hint" id="assessment-owner-hint">${t("adoption.ownerHint")}</p>
        </div>
        <div class="field">
          <label for="assessment-on">${t("adoption.on")}</label>
          <input id="assessment-on" name="on" type="date" required max=${today} .defaultValue=${known?.on ?? today} />
        </div>
      </div>
      <fieldset class="section">
        <legend>${t("adoption.outcome")}</legend>
        ${OUTCOMES.map((outcome) => html`<div class="check">
          <input type="radio" id="outcome-${outcome}" name="outcome" value=${outcome} required ?checked=${known?.outcome === outcome} />
          <label for="outcome-${outcome}">${t(`adoption.outcome.${outcome}`)}</label>
        </div>`)}
      </fieldset>
      <div class="field wide">
        <label for="assessment-summary">${t("adoption.summary")}</label>
        <textarea id="assessment-summary" name="summary" rows="4" maxlength="4000" required .defaultValue=${known?.summary ?? ""} aria-describedby="assessment-summary-hint"></textarea>
        <p class="hint" id="assessment-summary-hint">${t("adoption.summaryHint")}</p>
      </div>`;
  }

  /** @param {FormData} form */
  send(form) {
    const { course, kind } = this.about;
    return put(`/adoptions/${course.id}/assessments/${kind}`, {
      owner: given(form, "owner"),
      on: given(form, "on"),
      outcome: given(form, "outcome"),
      summary: given(form, "summary"),
    });
  }
}

/** Lets a plan pass although something is missing. */
class OverrideDialog extends FormDialog {
  heading() {
    return t("adoption.override");
  }

  action() {
    return t("adoption.save");
  }

  fields() {
    return html`<p>${t("adoption.overrideHint")}</p>
      ${reasonField("override-reason", t("adoption.published"), !this.about.course?.override, this.about.course?.override?.reason ?? "")}
      ${this.about.course?.override ? html`<p class="small quiet">${t("adoption.overrideEmpty")}</p>` : nothing}`;
  }

  /** @param {FormData} form */
  send(form) {
    return put(`/adoptions/${this.about.course.id}/override`, { reason: given(form, "reason") });
  }
}

/** Takes back a plan in force, or calls off one that is to come. */
class TakeBackDialog extends FormDialog {
  heading() {
    return t(this.about?.ahead ? "adoption.callOff" : "adoption.takeBack");
  }

  action() {
    return this.heading();
  }

  fields() {
    return html`<p>${t(this.about.ahead ? "adoption.callOffHint" : "adoption.takeBackHint")}</p>
      ${reasonField("take-back-reason", t("adoption.published"), true)}`;
  }

  /** @param {FormData} form */
  send(form) {
    return post(`/adoptions/${this.about.course.id}/take-back`, { reason: given(form, "reason") });
  }
}

customElements.define("copse-step-dialog", StepDialog);
customElements.define("copse-assessment-dialog", AssessmentDialog);
customElements.define("copse-override-dialog", OverrideDialog);
customElements.define("copse-take-back-dialog", TakeBackDialog);
