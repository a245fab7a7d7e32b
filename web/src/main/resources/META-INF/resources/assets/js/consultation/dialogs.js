// @ts-check
import { html, nothing } from "lit";
import { t } from "../i18n.js";
import { FormDialog, given } from "../people/form-dialog.js";
import { inDays } from "../people/words.js";
import { post, put } from "../request.js";

/** @param {string} id @param {string} name @param {string} label @param {number} most @param {{value?: string, required?: boolean, hint?: string}} [more] */
const area = (id, name, label, most, { value = "", required = true, hint = "" } = {}) => html`<div class="field wide">
  <label for=${id}>${label}</label>
  <textarea id=${id} name=${name} rows="4" maxlength=${most} ?required=${required} .defaultValue=${value} aria-describedby="${id}-hint"></textarea>
  <p class="hint" id="${id}-hint">${hint}</p>
</div>`;

/** Six weeks, as planners usually give people. */
const USUAL_DAYS = 42;

/** A dialog about one consultation. */
class ConsultationDialog extends FormDialog {
  /** @param {string} rest */
  path(rest = "") {
    return `/consultations/${this.about.consultation.plan}${rest}`;
  }

  action() {
    return t("adoption.save");
  }
}

/** Opens the public page, or changes how it looks. */
class OpeningDialog extends ConsultationDialog {
  heading() {
    return t("consult.openPage");
  }

  fields() {
    const { consultation } = this.about;
    return html`${area("opening-intro", "intro", t("consult.intro"), 4000, { value: consultation?.intro ?? "", hint: t("consult.introHint") })}
      <div class="fields"><div class="field">
        <label for="opening-closes">${t("consult.closesOn")}</label>
        <input id="opening-closes" name="closesOn" type="date" required .defaultValue=${consultation?.closesOn ?? inDays(USUAL_DAYS)} />
      </div></div>
      <div class="check"><input type="checkbox" id="opening-link" name="linkOnly" ?checked=${consultation?.linkOnly} /><label for="opening-link">${t("consult.linkOnly")}</label></div>
      ${consultation?.linkOnly ? html`<div class="check"><input type="checkbox" id="opening-new-link" name="newLink" /><label for="opening-new-link">${t("consult.newLink")}</label></div>` : nothing}`;
  }

  /** @param {FormData} form */
  send(form) {
    return put(this.path(), { intro: given(form, "intro"), closesOn: given(form, "closesOn"), linkOnly: form.get("linkOnly") === "on", newLink: form.get("newLink") === "on" });
  }
}

/** Says who was invited, reached or not. */
class OutreachDialog extends ConsultationDialog {
  heading() {
    return t("consult.addOutreach");
  }

  fields() {
    return html`<div class="fields">
        <div class="field"><label for="outreach-who">${t("consult.who")}</label><input id="outreach-who" name="who" required maxlength="200" autocomplete="off" /></div>
        <div class="field"><label for="outreach-how">${t("consult.how")}</label><input id="outreach-how" name="how" maxlength="200" autocomplete="off" /></div>
        <div class="field"><label for="outreach-reached">${t("consult.reached")}</label>
          <select id="outreach-reached" name="reached">${["invited", "reached", "not-reached"].map((one) => html`<option value=${one}>${t(`consult.reached.${one}`)}</option>`)}</select></div>
      </div>
      ${area("outreach-note", "note", t("consult.note"), 1000, { required: false, hint: t("consult.noPersons") })}`;
  }

  /** @param {FormData} form */
  send(form) {
    return post(this.path("/outreach"), { who: given(form, "who"), how: given(form, "how"), reached: given(form, "reached"), note: given(form, "note") });
  }
}

/** You said, we did. */
class AnswerDialog extends ConsultationDialog {
  heading() {
    return t("consult.addAnswer");
  }

  fields() {
    return html`${area("answer-said", "said", t("consult.youSaid"), 2000)} ${area("answer-did", "did", t("consult.weDid"), 2000, { hint: t("adoption.published") })}`;
  }

  /** @param {FormData} form */
  send(form) {
    return post(this.path("/answers"), { said: given(form, "said"), did: given(form, "did") });
  }
}

/** Hides a comment, with a reason. */
class HidingDialog extends ConsultationDialog {
  heading() {
    return t("consult.hide");
  }

  fields() {
    return area("hiding-why", "why", t("people.reason"), 1000, { hint: t("consult.hideHint") });
  }

  /** @param {FormData} form */
  send(form) {
    return put(this.path(`/comments/${this.about.comment.id}`), { state: "hidden", why: given(form, "why") });
  }
}

/** Closes the consultation with a summary. */
class ClosingDialog extends ConsultationDialog {
  heading() {
    return t("consult.close");
  }

  fields() {
    return html`<p>${t("consult.closeHint")}</p>${area("closing-summary", "summary", t("consult.summary"), 4000, { value: this.about.consultation?.summary ?? "", hint: t("adoption.published") })}`;
  }

  /** @param {FormData} form */
  send(form) {
    return post(this.path("/closing"), { summary: given(form, "summary") });
  }
}

customElements.define("copse-opening-dialog", OpeningDialog);
customElements.define("copse-outreach-dialog", OutreachDialog);
customElements.define("copse-answer-dialog", AnswerDialog);
customElements.define("copse-hiding-dialog", HidingDialog);
customElements.define("copse-closing-dialog", ClosingDialog);
