// @ts-check
import { html } from "lit";
import { LANGUAGES, language, t } from "../i18n.js";
import { FormDialog, given } from "../people/form-dialog.js";
import { inDays } from "../people/words.js";
import { post } from "../request.js";
import { JUDGEMENTS } from "./words.js";

/** When a case is looked at again where nobody said otherwise. */
const USUAL_DAYS = 90;

/** Judges whether responses helped, with recorded incidents before and after where months are given. */
class ReviewDialog extends FormDialog {
  heading() {
    return t("case.review.hold");
  }

  action() {
    return t("people.save");
  }

  fields() {
    const today = inDays(0);
    const next = inDays(USUAL_DAYS);
    return html`<div class="fields">
      <div class="field"><label for="review-day">${t("case.sourceDay")}</label><input id="review-day" name="heldOn" type="date" required max=${today} value=${today} .value=${today} /></div>
      <div class="field"><label for="review-judgement">${t("case.review.judgement")}</label><select id="review-judgement" name="judgement">
        ${JUDGEMENTS.map((one) => html`<option value=${one}>${t(`case.outcome.${one}`)}</option>`)}</select></div>
      ${this.long("words", t("case.review.words"), "", 2000, { required: true, hint: t("case.namesHint") })}
      <fieldset class="field wide several"><legend>${t("case.review.figures")}</legend>
        <p class="hint">${t("case.review.figuresHint")}</p>
        ${["before", "since"].map((which) => ["from", "to"].map((end) => this.month(which, end)))}</fieldset>
      <div class="field"><label for="review-next">${t("case.nextReview")}</label><input id="review-next" name="reviewOn" type="date" min="2000-01-01" max="2100-12-31" value=${next} .value=${next} /></div>
    </div>`;
  }

  /** @param {string} which @param {string} end */
  month(which, end) {
    const id = `review-${which}-${end}`;
    return html`<div class="field"><label for=${id}>${t(which === "before" ? "case.review.before" : "case.review.after")}: ${t(`case.review.${end}`)}</label>
      <input id=${id} name=${`${which}-${end}`} type="month" placeholder="2025-01" pattern="\\d{4}-\\d{2}" /></div>`;
  }

  /** @param {FormData} form */
  send(form) {
    const { problem } = this.about.view;
    const months = (/** @type {string} */ which) => {
      const [from, to] = [given(form, `${which}-from`), given(form, `${which}-to`)];
      return from || to ? { from, to } : null;
    };
    return post(`/problem-cases/${problem.id}/reviews`, {
      after: problem.version,
      heldOn: given(form, "heldOn"),
      judgement: form.get("judgement"),
      words: given(form, "words"),
      before: months("before"),
      since: months("since"),
      reviewOn: given(form, "reviewOn"),
    });
  }
}

/** What residents are to read, in one language. */
class TellingDialog extends FormDialog {
  heading() {
    return t("case.telling.write");
  }

  action() {
    return t("people.save");
  }

  fields() {
    const known = this.about.telling;
    const chosen = known?.language ?? this.about.view?.problem.language ?? language();
    return html`<p class="small quiet">${t("case.publicLead")} ${t("case.namesHint")}</p>
      <div class="fields">
        <div class="field"><label for="telling-language">${t("events.language")}</label><select id="telling-language" name="language">
          ${Object.entries(LANGUAGES).map(([code, name]) => html`<option value=${code} lang=${code} ?selected=${code === chosen}>${name}</option>`)}</select></div>
        <div class="field wide"><label for="telling-title">${t("case.telling.title")}</label><input id="telling-title" name="title" required maxlength="200" dir="auto" .defaultValue=${known?.title ?? ""} /></div>
        ${this.long("problem", t("case.telling.problem"), known?.problem, 2000, { required: true })}
        ${this.long("doing", t("case.telling.doing"), known?.doing, 2000, { required: true })}
        ${this.long("result", t("case.telling.result"), known?.result, 2000)}
      </div>`;
  }

  /** @param {FormData} form */
  send(form) {
    const texts = Object.fromEntries(["title", "problem", "doing", "result"].map((name) => [name, given(form, name)]));
    return post(`/problem-cases/${this.about.view.problem.id}/tellings`, { ...texts, language: form.get("language") });
  }
}

customElements.define("copse-review-dialog", ReviewDialog);
customElements.define("copse-telling-dialog", TellingDialog);
