// @ts-check
import { html } from "lit";
import { number, t } from "../i18n.js";
import { FormDialog, given } from "../people/form-dialog.js";
import { inDays } from "../people/words.js";
import { post, put } from "../request.js";
import { several } from "./dialogs.js";
import { PARTNERS, RESPONSE_STATES, kindWords } from "./words.js";

/** How long a response has where nobody said otherwise. */
const USUAL_DAYS = 60;

/** A row of the matrix: what, who, with whom, where, when, how, and what is to come of it. */
class ResponseDialog extends FormDialog {
  /** @returns {any} the row as it is; null for a new one */
  get row() {
    return this.about?.row ?? null;
  }

  heading() {
    return this.row ? t("case.response.change", { n: number(this.row.number) }) : t("case.addResponse");
  }

  action() {
    return t("people.save");
  }

  fields() {
    const { row } = this;
    return html`<p class="small quiet">${t("case.namesHint")}</p>
      <div class="fields">
        ${this.long("what", t("case.response.what"), row?.what, 1000, { required: true })}
        ${this.choice("who", t("case.response.who"), PARTNERS, kindWords, row?.who)}
        ${this.choice("state", t("case.response.state"), RESPONSE_STATES, (state) => t(`case.state.${state}`), row?.state)}
        ${several("with", t("case.response.with"), PARTNERS, row?.with ?? [])}
        <div class="field wide"><label for="response-place">${t("case.response.where")}</label><input id="response-place" name="place" required maxlength="300" dir="auto" .defaultValue=${row?.place ?? ""} /></div>
        ${this.day("from", t("people.from"), row?.from ?? inDays(0))} ${this.day("due", t("people.until"), row?.due ?? inDays(USUAL_DAYS))}
        ${this.long("how", t("case.response.how"), row?.how, 2000)}
        ${this.long("wanted", t("case.response.wanted"), row?.wanted, 1000, { required: true })}
      </div>`;
  }

  /** @param {string} name @param {string} label @param {string[]} options @param {(one: string) => string} words @param {string | undefined} chosen */
  choice(name, label, options, words, chosen) {
    return html`<div class="field"><label for="response-${name}">${label}</label><select id="response-${name}" name=${name}>
      ${options.map((one) => html`<option value=${one} ?selected=${one === chosen}>${words(one)}</option>`)}</select></div>`;
  }

  /** @param {string} name @param {string} label @param {string} value */
  day(name, label, value) {
    return html`<div class="field"><label for="response-${name}">${label}</label><input id="response-${name}" name=${name} type="date" required min="2000-01-01" max="2100-12-31" value=${value} .value=${value} /></div>`;
  }

  /** @param {FormData} form */
  send(form) {
    const row = Object.fromEntries(["what", "who", "state", "place", "from", "due", "how", "wanted"].map((name) => [name, given(form, name)]));
    const at = `/problem-cases/${this.about.view.problem.id}/responses`;
    const body = { ...row, with: form.getAll("with") };
    return this.row ? put(`${at}/${this.row.id}`, body) : post(at, body);
  }
}

customElements.define("copse-response-dialog", ResponseDialog);
