// @ts-check
import { html, nothing } from "lit";
import { CopseDialog } from "../dialog.js";
import { t } from "../i18n.js";
import { errorNotice } from "../notice.js";
import { Conflict, post } from "../request.js";
import "./carry-over.js";

/** Puts a proposal in force, with a name and a reason that stay with it. */
class CopsePublishDialog extends CopseDialog {
  static properties = {
    scenario: { attribute: false },
    favour: { attribute: false },
    decides: { state: true },
    busy: { state: true },
    error: { state: true },
    unreachable: { state: true },
  };

  constructor() {
    super();
    /** @type {import("../types.js").Scenario | null} */
    this.scenario = null;
    this.favour = "";
    /** On how many officers one decides. */
    this.decides = 0;
    this.busy = false;
    /** @type {unknown} */
    this.error = null;
    /** Sectors whose team nobody knows how to reach. @type {string[]} */
    this.unreachable = [];
    this.addEventListener("carry-over-known", (event) => (this.decides = /** @type {CustomEvent} */ (event).detail));
  }

  async open() {
    this.error = null;
    await super.open();
    await this.carryOver.load();
  }

  get carryOver() {
    return /** @type {any} */ (this.querySelector("copse-carry-over"));
  }

  heading() {
    return t("publish.title");
  }

  body() {
    return html`<form @submit=${this.submit}>
      <div class="body">
        <p>${t("publish.lead", { alternative: t(`favour.${this.favour || "balanced"}`) })}</p>
        ${errorNotice(this.error)}
        <div class="field">
          <label for="publish-name">${t("publish.name")}</label>
          <input id="publish-name" name="name" required maxlength="200" autocomplete="off"
              value=${this.scenario?.name ?? ""} .value=${this.scenario?.name ?? ""} />
        </div>
        <div class="field">
          <label for="publish-reason">${t("publish.reason")}</label>
          <textarea id="publish-reason" name="reason" required rows="2" maxlength="2000" aria-describedby="publish-hint"></textarea>
          <p class="hint" id="publish-hint">${t("publish.reasonHint")}</p>
        </div>
        ${this.unreachable.length ? this.teams() : nothing}
        <copse-carry-over .scenario=${this.scenario?.id ?? ""} .favour=${this.favour}></copse-carry-over>
      </div>
      <footer>
        ${this.decides
          ? html`<div class="check sure"><input type="checkbox" id="carry-over-sure" name="carryOver" required /><label for="carry-over-sure">${t("carryOver.sure")}</label></div>`
          : nothing}
        <button type="button" @click=${this.close}>${t("dialog.cancel")}</button>
        <button class="primary" ?disabled=${this.busy}>${t("publish.submit")}</button>
      </footer>
    </form>`;
  }

  /** Asks once for a contact of all teams that have none. */
  teams() {
    return html`<fieldset class="section">
      <legend>${t("publish.teams", { sectors: this.unreachable.join(", ") })}</legend>
      <div class="fields">
        <div class="field"><label for="team-phone">${t("people.phone")}</label><input id="team-phone" name="teamPhone" type="tel" maxlength="60" autocomplete="off" dir="ltr" /></div>
        <div class="field"><label for="team-email">${t("people.email")}</label><input id="team-email" name="teamEmail" type="email" maxlength="200" autocomplete="off" dir="ltr" /></div>
      </div>
      <div class="check"><input type="checkbox" id="team-none" name="withoutContacts" /><label for="team-none">${t("publish.withoutContacts")}</label></div>
      <p class="hint">${t("publish.authority")} <a href="/contact" target="_blank">${t("contact.title")}</a></p>
    </fieldset>`;
  }

  /** @param {SubmitEvent} event */
  async submit(event) {
    event.preventDefault();
    const asked = /** @type {HTMLFormElement} */ (event.target);
    const form = new FormData(asked);
    this.busy = true;
    this.error = null;
    try {
      const plan = await post(`/scenarios/${this.scenario?.id}/publication`, {
        favour: this.favour,
        name: form.get("name"),
        reason: form.get("reason"),
        carryOver: this.carryOver.decision(),
        teamContact: form.get("teamPhone") || form.get("teamEmail") ? { phone: form.get("teamPhone"), email: form.get("teamEmail") } : null,
        withoutContacts: form.get("withoutContacts") === "on",
      });
      this.close();
      asked.reset();
      this.tell("plan-published", plan);
    } catch (error) {
      this.error = error;
      if (error instanceof Conflict && error.slug === "team-contact-missing") this.unreachable = error.problem.sectors ?? [];
      this.dialog.scrollTo({ top: 0 });
      if (error instanceof Conflict) await this.carryOver.load(); // somebody changed what was decided on
    } finally {
      this.busy = false;
    }
  }
}

customElements.define("copse-publish-dialog", CopsePublishDialog);
