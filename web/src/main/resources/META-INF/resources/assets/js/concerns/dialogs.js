// @ts-check
import { html, nothing } from "lit";
import { languageName, t } from "../i18n.js";
import { beatName } from "../names.js";
import { FormDialog, given } from "../people/form-dialog.js";
import { post } from "../request.js";
import { AGENCIES, OPEN, REASONS, category } from "./words.js";

/** The next step of a concern, or another beat in the state that it has. */
class ConcernStepDialog extends FormDialog {
  /** @returns {any} */
  get story() {
    return this.about?.story;
  }

  get from() {
    return this.story?.concern.concern.standing.state ?? "received";
  }

  heading() {
    const to = this.about?.to ?? this.from;
    return t(to === this.from ? "concern.to.same" : `concern.to.${to}`);
  }

  action() {
    return t("people.save");
  }

  fields() {
    const { story, to, beats } = this.about;
    if (!story) return nothing;
    const { concern, beat } = story.concern;
    const now = concern.standing;
    const same = to === this.from;
    return html`<p>${category(concern)} · <bdi>${concern.place}</bdi></p>
      <div class="fields">
        ${to === "passed-on" ? this.choice("agency", t("concern.toWhom"), AGENCIES, (one) => t(`finding.agency.${one}`), now.agency) : nothing}
        ${to === "closed" ? this.choice("reason", t("concern.why"), REASONS, (one) => t(`concern.reason.${one}`), now.reason) : nothing}
        ${same
          ? html`<div class="field"><label for="concern-beat">${t("concern.whoseBeat")}</label><select id="concern-beat" name="beat">
              ${beats.some((/** @type {any} */ one) => one.id === beat.id) ? nothing : html`<option value="" selected>${beat.name}</option>`}
              ${beats.map((/** @type {any} */ one) => html`<option value=${one.id} ?selected=${one.id === beat.id}>${t("people.beatOf", { beat: beatName(one) })}</option>`)}
            </select></div>`
          : nothing}
        <div class="field wide"><label for="concern-template">${t("concern.beginWith")}</label>
          <select id="concern-template" @change=${this.begin}>
            <option value="">${t("concern.ownWords")}</option>
            ${story.templates.map((/** @type {any} */ one) => html`<option value=${one.key}>${t(`concern.template.${one.key}`)}</option>`)}
          </select></div>
        <div class="field wide"><label for="concern-told">${t("concern.told", { language: languageName(concern.language) })}</label>
          <textarea id="concern-told" name="told" rows="4" dir="auto" lang=${concern.language} maxlength="1000" ?required=${!OPEN.includes(to)} .defaultValue=${same ? now.told : ""}></textarea></div>
        <div class="field wide"><label for="concern-note">${t("concern.note")}</label>
          <textarea id="concern-note" name="note" rows="2" dir="auto" maxlength="1000" .defaultValue=${same ? now.note : ""}></textarea></div>
      </div>`;
  }

  /** @param {string} name @param {string} label @param {string[]} options @param {(one: string) => string} words @param {string | null} chosen */
  choice(name, label, options, words, chosen) {
    return html`<div class="field"><label for="concern-${name}">${label}</label><select id="concern-${name}" name=${name} required>
      <option value="">${t("concern.choose")}</option>
      ${options.map((one) => html`<option value=${one} ?selected=${one === chosen}>${words(one)}</option>`)}
    </select></div>`;
  }

  /** What is chosen in the own language is written in that of the concern. @param {Event} event */
  begin(event) {
    const key = /** @type {HTMLSelectElement} */ (event.target).value;
    const told = /** @type {HTMLTextAreaElement} */ (this.querySelector("#concern-told"));
    told.value = this.story.templates.find((/** @type {any} */ one) => one.key === key)?.text ?? "";
  }

  /** @param {FormData} form */
  send(form) {
    const { story, to } = this.about;
    const { id, standing } = story.concern.concern;
    return post(`/concerns/${id}/steps`, {
      after: standing.number,
      state: to,
      beat: given(form, "beat"),
      agency: given(form, "agency") ?? (to === this.from ? standing.agency : null),
      reason: given(form, "reason") ?? (to === this.from ? standing.reason : null),
      told: given(form, "told"),
      note: given(form, "note"),
    });
  }
}

customElements.define("copse-concern-step-dialog", ConcernStepDialog);
