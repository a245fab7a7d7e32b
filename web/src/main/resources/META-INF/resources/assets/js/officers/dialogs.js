// @ts-check
import { html, nothing } from "lit";
import { t } from "../i18n.js";
import "../people/consequences.js";
import { FormDialog, given } from "../people/form-dialog.js";
import { personWords } from "../people/words.js";
import { post, put } from "../request.js";

const ROLES = ["resident-officer", "sector-supervisor", "liaison", "assistant"];

/** Adds an officer, or changes what is known of one. */
class OfficerDialog extends FormDialog {
  heading() {
    return this.about?.id ? t("officers.change", { officer: personWords(this.about) }) : t("officers.add");
  }

  action() {
    return t("people.save");
  }

  fields() {
    const { about } = this;
    return html`<p>${t("officers.publicHint")}</p>
      <div class="fields">
        ${this.text("number", t("officers.number"), about.number, { required: true, maxlength: 100 })}
        ${this.text("dutyName", t("officers.dutyName"), about.dutyName, { maxlength: 200, hint: t("officers.dutyNameHint") })}
        <div class="field"><label for="officer-role">${t("officers.role")}</label>
          <select id="officer-role" name="role">${ROLES.map((role) => html`<option value=${role} ?selected=${role === (about.role ?? ROLES[0])}>${t(`officerRole.${role}`)}</option>`)}</select></div>
        ${this.text("languages", t("officers.languages"), about.languages?.join(", "), { maxlength: 120, hint: t("officers.languagesHint"), ltr: true })}
        ${this.text("phone", t("people.phone"), about.phone, { type: "tel", maxlength: 60, hint: t("officers.serviceOnly"), ltr: true })}
        ${this.text("email", t("people.email"), about.email, { type: "email", maxlength: 200, ltr: true })}
        ${this.text("hours", t("officers.hours"), about.hours, { maxlength: 500, hint: t("officers.hoursHint") })}
        ${this.text("account", t("officers.account"), about.account, { maxlength: 60, hint: t("officers.accountHint"), ltr: true })}
        ${this.long("bio", t("officers.bio"), about.bio, 2000, { hint: t("officers.bioHint") })}
      </div>`;
  }

  /**
   * @param {string} name @param {string} label @param {string | null | undefined} value
   * @param {{type?: string, required?: boolean, maxlength: number, hint?: string, ltr?: boolean}} options
   */
  text(name, label, value, { type = "text", required = false, maxlength, hint, ltr }) {
    return html`<div class="field"><label for="officer-${name}">${label}</label>
      <input id="officer-${name}" name=${name} type=${type} ?required=${required} maxlength=${maxlength} autocomplete="off"
        dir=${ltr ? "ltr" : "auto"} value=${value ?? ""} .value=${value ?? ""} aria-describedby=${hint ? `officer-${name}-hint` : nothing} />
      ${hint ? html`<p class="hint" id="officer-${name}-hint">${hint}</p>` : nothing}</div>`;
  }

  /** @param {FormData} form */
  async send(form) {
    const officer = {
      number: given(form, "number"),
      dutyName: given(form, "dutyName"),
      role: form.get("role"),
      languages: (given(form, "languages") ?? "").split(/[\s,;]+/).filter(Boolean),
      phone: given(form, "phone"),
      email: given(form, "email"),
      hours: given(form, "hours"),
      bio: given(form, "bio"),
    };
    const known = this.about.id;
    const stored = known ? await put(`/officers/${known}`, officer) : await post("/officers", officer);
    this.about = { ...this.about, id: stored.id }; // were the account refused, the next try changes this officer
    const account = given(form, "account");
    return account === (stored.account ?? null) ? stored : put(`/officers/${stored.id}/account`, { account });
  }
}

/** An officer leaves the service: first what follows from it, then the deed. */
class DepartureDialog extends FormDialog {
  static properties = { on: { state: true } };

  constructor() {
    super();
    this.on = "";
  }

  /** @param {any} about */
  async open(about) {
    this.on = about.today;
    await super.open(about);
  }

  heading() {
    return t("departure.title", { officer: personWords(this.about) });
  }

  action() {
    return t("departure.submit");
  }

  fields() {
    if (!this.about.today) return nothing;
    return html`<p>${t("departure.lead")}</p>
      <div class="fields">
        <div class="field"><label for="departure-on">${t("departure.on")}</label>
          <input id="departure-on" name="on" type="date" required min=${this.about.today} value=${this.about.today}
            @change=${(/** @type {any} */ e) => (this.on = e.target.value)} /></div>
        <div class="field wide"><label for="departure-reason">${t("people.reason")}</label>
          <textarea id="departure-reason" name="reason" rows="2" maxlength="1000" required></textarea>
          <p class="hint">${t("departure.reasonHint")}</p></div>
      </div>
      <copse-consequences .officer=${this.about.id} .on=${this.on}></copse-consequences>`;
  }

  /** @param {FormData} form */
  send(form) {
    return post(`/officers/${this.about.id}/departure`, { on: form.get("on"), reason: form.get("reason") });
  }
}

customElements.define("copse-officer-dialog", OfficerDialog);
customElements.define("copse-departure-dialog", DepartureDialog);
