// @ts-check
import { html, nothing } from "lit";
import { LANGUAGES, language, t } from "../i18n.js";
import { FormDialog, given } from "../people/form-dialog.js";
import { day, inDays } from "../people/words.js";
import { post } from "../request.js";
import { AGENCIES, asksWhy, isTakenOn, title } from "./words.js";

/** How long an agency has where nobody said otherwise. */
const USUAL_DAYS = 30;

/** The next step of a finding, or other particulars in the state that it has. */
class StepDialog extends FormDialog {
  static properties = { shown: { state: true }, agency: { state: true } };

  constructor() {
    super();
    /** Whether residents are to read of it. */
    this.shown = false;
    this.agency = "";
  }

  /** @param {{finding: any, to: string, walks: any[], addressees?: Record<string, string>}} about */
  async open(about) {
    this.shown = about.finding.standing.isPublic;
    this.agency = about.finding.standing.agency ?? "";
    await super.open(about);
  }

  get from() {
    return this.about?.finding?.standing.state ?? "open";
  }

  heading() {
    const to = this.about?.to ?? this.from;
    return t(to === this.from ? "finding.change" : `finding.to.${to}`);
  }

  action() {
    return t("people.save");
  }

  fields() {
    const { finding, to } = this.about;
    if (!finding) return nothing;
    const now = finding.standing;
    const why = asksWhy(this.from, to);
    const taken = isTakenOn(to);
    const due = now.dueOn ?? (taken ? inDays(USUAL_DAYS) : "");
    return html`<p><bdi>${title(finding.finding)}</bdi></p>
      ${why ? html`<p class="notice warn"><span>${t("finding.whyNeeded")}</span></p>` : nothing}
      <div class="fields">
        <div class="field"><label for="step-agency">${t("finding.agency")}</label>
          <select id="step-agency" name="agency" ?required=${taken} @change=${(/** @type {any} */ e) => (this.agency = e.target.value)}>
            <option value="" ?selected=${!now.agency}>${t("finding.agency.none")}</option>
            ${AGENCIES.map((agency) => html`<option value=${agency} ?selected=${agency === now.agency}>${t(`finding.agency.${agency}`)}</option>`)}
          </select></div>
        <div class="field"><label for="step-due">${t("finding.due")}</label>
          <input id="step-due" name="dueOn" type="date" min="2000-01-01" max="2100-12-31" ?required=${taken} value=${due} .value=${due} /></div>
        ${this.mailField(to)}
        ${to === "checked" ? this.walkField() : nothing}
        ${this.long("note", t("finding.note"), to === this.from ? now.note : "", 2000, { required: why })}
        <div class="check"><input type="checkbox" id="step-public" name="isPublic" ?checked=${now.isPublic} .checked=${this.shown}
            aria-describedby="step-public-hint" @change=${(/** @type {any} */ e) => (this.shown = e.target.checked)} />
          <label for="step-public">${t("finding.public")}</label></div>
        <p class="field wide small quiet" id="step-public-hint">${t("finding.publicHint")}</p>
        <div class="field wide" ?hidden=${!this.shown}>${this.toldFields(now)}</div>
      </div>`;
  }

  /** @param {any} now */
  toldFields(now) {
    const chosen = now.language || language();
    return html`<label for="step-told">${t("finding.told")}</label>
      <textarea id="step-told" name="told" rows="3" dir="auto" maxlength="1000" ?required=${this.shown} .defaultValue=${now.told}></textarea>
      <label for="step-language">${t("events.language")}</label>
      <select id="step-language" name="language">
        ${Object.entries(LANGUAGES).map(([code, name]) => html`<option value=${code} lang=${code} ?selected=${code === chosen}>${name}</option>`)}
      </select>`;
  }

  /** Whether the agency is written to: offered where it has an address and is to do something. @param {string} to */
  mailField(to) {
    const address = this.about.addressees?.[this.agency];
    if (!address || !["accepted", "in-progress"].includes(to)) return nothing;
    const isNew = to === "accepted" && (to !== this.from || this.agency !== this.about.finding.standing.agency);
    return html`<div class="field wide"><div class="check"><input type="checkbox" id="step-mail" name="mail" ?checked=${isNew} .checked=${isNew} aria-describedby="step-mail-hint" />
        <label for="step-mail">${t("finding.mail")}</label></div>
      <p class="hint" id="step-mail-hint">${t("finding.mailHint", { address: `\u2068${address}\u2069` })}</p></div>`;
  }

  walkField() {
    const { finding, walks } = this.about;
    const later = walks.filter((/** @type {any} */ walk) => walk.id !== finding.walk.id && walk.startedAt > finding.finding.at);
    const last = finding.seenAgain.at(-1);
    const seen = last?.gone ? last.walk.id : "";
    return html`<div class="field"><label for="step-walk">${t("finding.checkedOn")}</label>
      <select id="step-walk" name="checkedOn">
        <option value="">${t("finding.checkedAlone")}</option>
        ${later.map((/** @type {any} */ walk) => html`<option value=${walk.id} ?selected=${walk.id === seen}>${day(walk.startedAt.slice(0, 10))} · ${walk.title}</option>`)}
      </select></div>`;
  }

  /** @param {FormData} form */
  send(form) {
    const { finding, to } = this.about;
    return post(`/findings/${finding.id}/steps`, {
      after: finding.standing.number,
      state: to,
      agency: given(form, "agency"),
      dueOn: given(form, "dueOn"),
      isPublic: form.has("isPublic"),
      told: given(form, "told"),
      language: form.get("language"),
      note: given(form, "note"),
      checkedOn: given(form, "checkedOn"),
      mail: form.has("mail"),
    });
  }
}

customElements.define("copse-step-dialog", StepDialog);
