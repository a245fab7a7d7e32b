// @ts-check
import { html } from "lit";
import { variantWords } from "../compare/words.js";
import { CopseDialog } from "../dialog.js";
import { t } from "../i18n.js";
import { errorNotice } from "../notice.js";
import { post } from "../request.js";

/** Fixes a proposal or a plan drawn by hand as the draft of a plan, and goes to where it is consulted on, assessed, adopted and put in force. */
class CopsePublishDialog extends CopseDialog {
  static properties = {
    scenario: { attribute: false },
    favour: { attribute: false },
    busy: { state: true },
    error: { state: true },
  };

  constructor() {
    super();
    /** @type {import("../types.js").Scenario | null} */
    this.scenario = null;
    this.favour = "";
    this.busy = false;
    /** @type {unknown} */
    this.error = null;
  }

  async open() {
    this.error = null;
    await super.open();
  }

  heading() {
    return t("publish.title");
  }

  body() {
    return html`<form @submit=${this.submit}>
      <div class="body">
        <p>${t("publish.lead", { alternative: variantWords(this.favour || "balanced") })}</p>
        ${errorNotice(this.error)}
        <div class="field">
          <label for="publish-name">${t("publish.name")}</label>
          <input id="publish-name" name="name" required maxlength="200" autocomplete="off"
              value=${this.scenario?.name ?? ""} .value=${this.scenario?.name ?? ""} />
        </div>
        <div class="field">
          <label for="publish-reason">${t("publish.reason")}</label>
          <textarea id="publish-reason" name="reason" required rows="3" maxlength="4000" aria-describedby="publish-hint"></textarea>
          <p class="hint" id="publish-hint">${t("publish.reasonHint")}</p>
        </div>
      </div>
      <footer>
        <button type="button" @click=${this.close}>${t("dialog.cancel")}</button>
        <button class="primary" ?disabled=${this.busy}>${t("publish.submit")}</button>
      </footer>
    </form>`;
  }

  /** @param {SubmitEvent} event */
  async submit(event) {
    event.preventDefault();
    const form = new FormData(/** @type {HTMLFormElement} */ (event.target));
    this.busy = true;
    this.error = null;
    try {
      const draft = await post(`/scenarios/${this.scenario?.id}/drafts`, {
        favour: this.favour || null,
        name: form.get("name"),
        reason: form.get("reason"),
      });
      location.assign(`/adoption?plan=${draft.id}`);
    } catch (error) {
      this.error = error;
      this.dialog.scrollTo({ top: 0 });
    } finally {
      this.busy = false;
    }
  }
}

customElements.define("copse-publish-dialog", CopsePublishDialog);
