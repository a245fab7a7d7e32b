// @ts-check
import { html } from "lit";
import { CopseDialog } from "../dialog.js";
import { t } from "../i18n.js";

/** Asks why incidents are to be seen as points: the reason goes with every request for them, and is recorded. */
class CopsePointsDialog extends CopseDialog {
  static properties = { layer: { state: true } };

  constructor() {
    super();
    /** @type {import("../types.js").Layer | null} */
    this.layer = null;
  }

  heading() {
    return t("points.title");
  }

  /** @param {import("../types.js").Layer} layer */
  async ask(layer) {
    this.layer = layer;
    await this.updateComplete;
    this.querySelector("form")?.reset();
    await this.open();
  }

  body() {
    return html`<form @submit=${this.submit}>
      <div class="body">
        <p>${t("points.lead")}</p>
        <div class="field wide">
          <label for="points-reason">${t("points.reason", { layer: this.layer?.name ?? "" })}</label>
          <textarea id="points-reason" name="reason" required rows="3" maxlength="2000" aria-describedby="points-hint"></textarea>
          <p class="hint" id="points-hint">${t("points.reasonHint")}</p>
        </div>
      </div>
      <footer>
        <button type="button" @click=${this.close}>${t("dialog.cancel")}</button>
        <button class="primary">${t("points.show")}</button>
      </footer>
    </form>`;
  }

  /** @param {SubmitEvent} event */
  submit(event) {
    event.preventDefault();
    const field = /** @type {HTMLTextAreaElement} */ (this.querySelector("#points-reason"));
    const reason = field.value.trim();
    field.setCustomValidity(reason ? "" : t("points.reasonMissing"));
    if (!field.reportValidity()) return field.setCustomValidity("");
    this.close();
    this.tell("points-explained", { layer: this.layer, reason });
  }
}

customElements.define("copse-points-dialog", CopsePointsDialog);
