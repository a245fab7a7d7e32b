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
      });
      this.close();
      asked.reset();
      this.tell("plan-published", plan);
    } catch (error) {
      this.error = error;
      this.dialog.scrollTo({ top: 0 });
      if (error instanceof Conflict) await this.carryOver.load(); // somebody changed what was decided on
    } finally {
      this.busy = false;
    }
  }
}

customElements.define("copse-publish-dialog", CopsePublishDialog);
