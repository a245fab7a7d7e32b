// @ts-check
import { html, nothing } from "lit";
import { LANGUAGES, t } from "../i18n.js";
import { FormDialog, given } from "../people/form-dialog.js";
import { post, put } from "../request.js";

const KINDS = ["organisation", "focal-place", "contact-point", "agreement", "event"];
export const OWNERS = ["from", "to", "team"];

/** Adds a line to the community map. */
class EntryDialog extends FormDialog {
  heading() {
    return t("entry.add");
  }

  action() {
    return t("entry.submit");
  }

  fields() {
    const { kind } = this.about;
    return html`<p class="notice warn"><span>${t("entry.noPersons")}</span></p>
      <div class="fields">
        <div class="field"><label for="entry-kind">${t("entry.kind")}</label>
          <select id="entry-kind" name="kind">${KINDS.map((one) => html`<option value=${one} ?selected=${one === kind}>${t(`entry.${one}`)}</option>`)}</select></div>
        <div class="field"><label for="entry-day">${t("entry.day")}</label>
          <input id="entry-day" name="day" type="date" aria-describedby="entry-day-hint" /><p class="hint" id="entry-day-hint">${t("entry.dayHint")}</p></div>
        <div class="field wide"><label for="entry-name">${t("entry.name")}</label>
          <input id="entry-name" name="name" required maxlength="200" autocomplete="off" aria-describedby="entry-name-hint" />
          <p class="hint" id="entry-name-hint">${t("entry.nameHint")}</p></div>
        <div class="field wide"><label for="entry-detail">${t("entry.detail")}</label>
          <textarea id="entry-detail" name="detail" rows="3" maxlength="2000" aria-describedby="entry-detail-hint"></textarea>
          <p class="hint" id="entry-detail-hint">${t("entry.detailHint")}</p></div>
      </div>`;
  }

  /** @param {FormData} form */
  send(form) {
    return post(`/handovers/${this.about.handover}/entries`, {
      kind: form.get("kind"),
      name: form.get("name"),
      detail: given(form, "detail"),
      day: given(form, "day"),
    });
  }
}

/** Adds a line to the checklist. */
class TaskDialog extends FormDialog {
  heading() {
    return t("task.add");
  }

  action() {
    return t("task.submit");
  }

  fields() {
    return html`<div class="fields">
      <div class="field wide"><label for="task-title">${t("task.title")}</label>
        <input id="task-title" name="title" required maxlength="300" autocomplete="off" aria-describedby="task-title-hint" />
        <p class="hint" id="task-title-hint">${t("entry.noPersons")}</p></div>
      <div class="field"><label for="task-owner">${t("task.owner")}</label>
        <select id="task-owner" name="owner">${OWNERS.map((owner) => html`<option value=${owner}>${t(`task.owner.${owner}`)}</option>`)}</select></div>
      <div class="field"><label for="task-due">${t("handover.due")}</label>
        <input id="task-due" name="dueOn" type="date" required value=${this.about.dueOn ?? ""} /></div>
    </div>`;
  }

  /** @param {FormData} form */
  send(form) {
    return post(`/handovers/${this.about.handover}/tasks`, { title: form.get("title"), owner: form.get("owner"), dueOn: form.get("dueOn") });
  }
}

/** What residents are told: in which languages, from which day on, with a look at it first. */
class NoticeDialog extends FormDialog {
  static properties = { words: { state: true } };

  constructor() {
    super();
    /** @type {Record<string, string>} */
    this.words = {};
  }

  /** @param {any} about */
  async open(about) {
    this.words = { ...about.notice.words };
    await super.open(about);
  }

  heading() {
    return t("notice.title");
  }

  action() {
    return t("people.save");
  }

  fields() {
    const { notice } = this.about;
    if (!notice) return nothing;
    return html`<p>${t("notice.lead")}</p>
      <div class="field"><label for="notice-from">${t("notice.from")}</label>
        <input id="notice-from" name="from" type="date" value=${notice.from ?? ""} aria-describedby="notice-from-hint" />
        <p class="hint" id="notice-from-hint">${t("notice.fromHint")}</p></div>
      ${Object.entries(LANGUAGES).map(([code, name]) => html`<div class="field">
        <label for="notice-${code}" lang=${code}>${name}</label>
        <textarea id="notice-${code}" rows="2" maxlength="2000" lang=${code} dir=${code === "ar" ? "rtl" : "ltr"}
          .value=${this.words[code] ?? ""} @input=${(/** @type {any} */ e) => (this.words = { ...this.words, [code]: e.target.value })}></textarea></div>`)}
      <h3>${t("notice.preview")}</h3>
      ${noticePreview(this.words)}`;
  }

  /** @param {FormData} form */
  send(form) {
    return put(`/handovers/${this.about.handover}/notice`, { from: given(form, "from"), words: this.words });
  }
}

/** The notice as residents will read it. @param {Record<string, string>} words */
export function noticePreview(words) {
  const given = Object.entries(LANGUAGES).filter(([code]) => words[code]?.trim());
  return given.length
    ? html`<div class="stack">${given.map(([code, name]) => html`<p class="notice" lang=${code} dir=${code === "ar" ? "rtl" : "ltr"}>
        <span><strong class="small quiet">${name}</strong><br />${words[code]}</span></p>`)}</div>`
    : html`<p class="quiet">${t("notice.none")}</p>`;
}

/** Closes one side: one's own, or, with a reason, another's. */
class ClosingDialog extends FormDialog {
  heading() {
    return t(`closing.title.${this.about?.side ?? "from"}`);
  }

  action() {
    return t("closing.submit");
  }

  fields() {
    return html`<p>${t(`closing.lead.${this.about.side}`)}</p>
      ${this.about.own
        ? nothing
        : html`<div class="field"><label for="closing-why">${t("closing.why")}</label>
            <textarea id="closing-why" name="why" rows="2" maxlength="1000" required aria-describedby="closing-why-hint"></textarea>
            <p class="hint" id="closing-why-hint">${t("closing.whyHint")}</p></div>`}`;
  }

  /** @param {FormData} form */
  send(form) {
    return post(`/handovers/${this.about.handover}/closing`, { side: this.about.side, why: given(form, "why") });
  }
}

/** Gives a handover up. */
class CancelDialog extends FormDialog {
  heading() {
    return t("handover.cancel");
  }

  action() {
    return t("handover.cancel");
  }

  fields() {
    return html`<p>${t("handover.cancelLead")}</p><div class="field"><label for="cancel-why">${t("people.reason")}</label>
      <textarea id="cancel-why" name="why" rows="2" maxlength="1000" required></textarea></div>`;
  }

  /** @param {FormData} form */
  send(form) {
    return post(`/handovers/${this.about.handover}/cancellation`, { why: form.get("why") });
  }
}

customElements.define("copse-entry-dialog", EntryDialog);
customElements.define("copse-task-dialog", TaskDialog);
customElements.define("copse-notice-dialog", NoticeDialog);
customElements.define("copse-closing-dialog", ClosingDialog);
customElements.define("copse-cancel-dialog", CancelDialog);
