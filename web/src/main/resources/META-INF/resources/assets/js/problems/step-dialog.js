// @ts-check
import { html, nothing } from "lit";
import { t } from "../i18n.js";
import { FormDialog, given } from "../people/form-dialog.js";
import { inDays } from "../people/words.js";
import { post } from "../request.js";
import { OUTCOMES, stepWords } from "./words.js";

/** When a case is looked at again where nobody said otherwise. */
const USUAL_DAYS = 90;

/** Takes a case a stage on or back, or closes it. */
class StageDialog extends FormDialog {
  heading() {
    return this.about?.to ? stepWords(this.about.view.problem.stage, this.about.to) : t("case.stages");
  }

  action() {
    return t("people.save");
  }

  fields() {
    const { to, view } = this.about;
    const watched = to === "respond" || to === "assess";
    const on = view?.problem.reviewOn ?? inDays(USUAL_DAYS);
    if (to === "closed") {
      return html`<div class="fields"><div class="field"><label for="stage-outcome">${t("case.outcome")}</label><select id="stage-outcome" name="outcome">
          ${OUTCOMES.map((one) => html`<option value=${one}>${t(`case.outcome.${one}`)}</option>`)}</select></div>
        ${this.long("closing", t("case.closing"), "", 2000, { required: true, hint: t("case.namesHint") })}</div>`;
    }
    return html`<p>${t("case.lead")}</p>
      ${watched ? html`<div class="fields"><div class="field"><label for="stage-review">${t("case.nextReview")}</label>
        <input id="stage-review" name="reviewOn" type="date" required min="2000-01-01" max="2100-12-31" value=${on} .value=${on} /></div></div>` : nothing}`;
  }

  /** @param {FormData} form */
  send(form) {
    const { to, view } = this.about;
    return post(`/problem-cases/${view.problem.id}/steps`, {
      after: view.problem.version,
      stage: to,
      reviewOn: given(form, "reviewOn"),
      outcome: given(form, "outcome"),
      closing: given(form, "closing"),
    });
  }
}

customElements.define("copse-stage-dialog", StageDialog);
