// @ts-check
import { html, nothing } from "lit";
import { language, number, t } from "../i18n.js";
import { beatName } from "../names.js";
import { FormDialog, given } from "../people/form-dialog.js";
import { get, post } from "../request.js";

/** Puts a finding, a concern or a hotspot into a case that there is, or opens one with it. */
class PutIntoCaseDialog extends FormDialog {
  static properties = { ...FormDialog.properties, cases: { state: true }, chosen: { state: true }, put: { state: true } };

  constructor() {
    super();
    /** Open ones. @type {any[]} */
    this.cases = [];
    this.chosen = "";
    /** The case that it was put into. */
    this.put = "";
  }

  /** @param {{source: any, beat?: string | null, beats: {id: string, name: string}[], cells?: number}} about */
  async open(about) {
    this.chosen = "";
    this.put = "";
    this.cases = [];
    await super.open(about);
    try {
      this.cases = (await get("/problem-cases?stage=scan,analyse,respond,assess")).problems;
    } catch (error) {
      this.error = error;
    }
  }

  heading() {
    return t(this.about?.cells ? "case.put.hotspot" : "case.put");
  }

  action() {
    return t("people.save");
  }

  fields() {
    const { beats, beat, cells } = this.about;
    return html`${cells ? html`<p class="notice">${t("case.put.hotspotHint", { n: number(cells) })}</p>` : nothing}
      <div class="fields">
        <div class="field wide"><label for="put-case">${t("case.put.into")}</label>
          <select id="put-case" name="case" @change=${(/** @type {any} */ e) => (this.chosen = e.target.value)}>
            <option value="">${t("case.put.new")}</option>
            ${this.cases.map((one) => html`<option value=${one.id}>${one.title} · ${t("people.beatOf", { beat: beatName(one.beat) })}</option>`)}</select></div>
        ${this.chosen
          ? nothing
          : html`<div class="field wide"><label for="put-title">${t("case.name")}</label>
              <input id="put-title" name="title" required maxlength="200" dir="auto" aria-describedby="put-title-hint" /><p class="hint" id="put-title-hint">${t("case.nameHint")}</p></div>
            <div class="field"><label for="put-beat">${t("people.beat")}</label><select id="put-beat" name="beat" required>
              ${beats.map((/** @type {any} */ one) => html`<option value=${one.id} ?selected=${one.id === beat}>${t("people.beatOf", { beat: beatName(one) })}</option>`)}</select></div>`}
      </div>`;
  }

  body() {
    return this.put
      ? html`<div class="body"><p role="status">${t("case.put.done")}</p></div>
          <footer><button type="button" @click=${this.close}>${t("dialog.close")}</button><a class="button primary" href="/problem-cases?id=${this.put}">${t("case.put.open")}</a></footer>`
      : super.body();
  }

  /** Stays open, and says where it is now. @param {SubmitEvent} event */
  async submit(event) {
    event.preventDefault();
    const form = new FormData(/** @type {HTMLFormElement} */ (event.target));
    this.busy = true;
    this.error = null;
    try {
      this.put = (await this.send(form)).problem.id;
    } catch (error) {
      this.error = error;
    } finally {
      this.busy = false;
    }
  }

  /** @param {FormData} form */
  send(form) {
    const { source } = this.about;
    if (this.chosen) return post(`/problem-cases/${this.chosen}/sources`, source);
    return post("/problem-cases", { problem: { title: given(form, "title"), beat: given(form, "beat"), language: language() }, source });
  }
}

customElements.define("copse-put-into-case", PutIntoCaseDialog);
