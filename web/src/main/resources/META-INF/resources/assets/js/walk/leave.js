// @ts-check
import { html } from "lit";
import { CopseDialog } from "../dialog.js";
import { t } from "../i18n.js";
import { forgetPlanned } from "./planned.js";
import { unsent, wipe } from "./store.js";

/** Whoever signs out takes nothing of walks with them on this phone, and is told first what the server does not have yet. */
class CopseLeaveDialog extends CopseDialog {
  static properties = { open_: { state: true } };

  constructor() {
    super();
    this.open_ = 0;
    /** @type {(leaves: boolean) => void} */
    this.decide = () => {};
  }

  heading() {
    return t("walk.leaveTitle");
  }

  body() {
    return html`<p class="body">${t("walk.leaveText", { n: this.open_ })}</p>
      <footer class="ends"><a class="button primary" href="/walk/#outbox" @click=${() => this.answer(false)}>${t("walk.leaveStay")}</a><button type="button" @click=${() => this.answer(true)}>${t("walk.leaveWipe")}</button></footer>`;
  }

  /** @param {boolean} leaves */
  answer(leaves) {
    this.close();
    this.decide(leaves);
  }

  /** @param {number} open @returns {Promise<boolean>} */
  async ask(open) {
    this.open_ = open;
    await this.open();
    this.dialog.addEventListener("close", () => this.decide(false), { once: true });
    return new Promise((resolve) => (this.decide = resolve));
  }
}

customElements.define("copse-walk-leave-dialog", CopseLeaveDialog);

/** Asks where something would be lost; wipes, and returns whether to sign out. */
export async function leave() {
  const { items, photos } = await unsent();
  if (items + photos > 0) {
    const dialog = new CopseLeaveDialog();
    document.body.append(dialog);
    const leaves = await dialog.ask(items + photos);
    dialog.remove();
    if (!leaves) return false;
  }
  await wipe();
  forgetPlanned();
  localStorage.removeItem("copse.walk.account");
  return true;
}
