// @ts-check
import { html, nothing } from "lit";
import { t } from "../i18n.js";
import { FormDialog, given } from "../people/form-dialog.js";
import { Conflict, post } from "../request.js";
import "./carry-over.js";
import { reasonField } from "./dialogs.js";

/** Puts an adopted plan in force: when, with which officers, and how teams are reached. */
class EntryDialog extends FormDialog {
  static properties = { decides: { state: true }, unreachable: { state: true }, later: { state: true } };

  constructor() {
    super();
    /** On how many officers one decides. */
    this.decides = 0;
    /** Sectors whose team nobody knows how to reach. @type {string[]} */
    this.unreachable = [];
    /** Whether an instant is chosen. */
    this.later = false;
    this.addEventListener("carry-over-known", (event) => (this.decides = /** @type {CustomEvent} */ (event).detail));
  }

  /** @param {any} about */
  async open(about) {
    Object.assign(this, { unreachable: [], decides: 0, later: false });
    await super.open(about);
    await this.carryOver.load();
  }

  get carryOver() {
    return /** @type {any} */ (this.querySelector("copse-carry-over"));
  }

  heading() {
    return t("adoption.enter");
  }

  action() {
    return t("adoption.enter");
  }

  fields() {
    return html`<p>${t("adoption.enterHint")}</p>
      <fieldset class="section">
        <legend>${t("adoption.when")}</legend>
        <div class="check"><input type="radio" id="entry-soon" name="when" value="soon" checked @change=${() => (this.later = false)} /><label for="entry-soon">${t("adoption.soon")}</label></div>
        <div class="check"><input type="radio" id="entry-later" name="when" value="later" @change=${() => (this.later = true)} /><label for="entry-later">${t("adoption.later")}</label></div>
        ${this.later
          ? html`<div class="field"><label for="entry-from">${t("adoption.from")}</label><input id="entry-from" name="from" type="datetime-local" required /></div>`
          : nothing}
      </fieldset>
      ${reasonField("entry-reason", t("adoption.published"), true)}
      ${this.unreachable.length ? this.teams() : nothing}
      <copse-carry-over .plan=${this.about.course?.id ?? ""}></copse-carry-over>
      ${this.decides
        ? html`<div class="check sure"><input type="checkbox" id="carry-over-sure" name="carryOver" required /><label for="carry-over-sure">${t("carryOver.sure")}</label></div>`
        : nothing}`;
  }

  /** Asks once for a contact of all teams that have none. */
  teams() {
    return html`<fieldset class="section">
      <legend>${t("publish.teams", { sectors: this.unreachable.join(t("list.comma")) })}</legend>
      <div class="fields">
        <div class="field"><label for="team-phone">${t("people.phone")}</label><input id="team-phone" name="teamPhone" type="tel" maxlength="60" autocomplete="off" dir="ltr" /></div>
        <div class="field"><label for="team-email">${t("people.email")}</label><input id="team-email" name="teamEmail" type="email" maxlength="200" autocomplete="off" dir="ltr" /></div>
      </div>
      <div class="check"><input type="checkbox" id="team-none" name="withoutContacts" /><label for="team-none">${t("publish.withoutContacts")}</label></div>
      <p class="hint">${t("publish.authority")} <a href="/contact" target="_blank">${t("contact.title")}</a></p>
    </fieldset>`;
  }

  /** @param {FormData} form */
  async send(form) {
    const from = this.later ? new Date(String(form.get("from"))).toISOString() : null;
    try {
      return await post(`/adoptions/${this.about.course.id}/entry`, {
        from,
        reason: given(form, "reason"),
        carryOver: this.carryOver.decision(),
        teamContact: given(form, "teamPhone") || given(form, "teamEmail") ? { phone: given(form, "teamPhone"), email: given(form, "teamEmail") } : null,
        withoutContacts: form.get("withoutContacts") === "on",
      });
    } catch (error) {
      if (error instanceof Conflict && error.slug === "team-contact-missing") this.unreachable = error.problem.sectors ?? [];
      if (error instanceof Conflict && error.slug === "carry-over-unconfirmed") await this.carryOver.load(); // somebody changed what was decided on
      throw error;
    }
  }
}

customElements.define("copse-entry-dialog", EntryDialog);
