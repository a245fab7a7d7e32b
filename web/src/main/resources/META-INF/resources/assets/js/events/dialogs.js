// @ts-check
import { html, nothing } from "lit";
import { LANGUAGES, language, t } from "../i18n.js";
import { beatName } from "../names.js";
import { FormDialog, given } from "../people/form-dialog.js";
import { post, put } from "../request.js";

const KINDS = ["meeting", "pact", "briefing", "coffee"];

/** What a form for residents' pages has: for which beat, and in which language it is written. */
export class EventDialog extends FormDialog {
  action() {
    return t("people.save");
  }

  /** What is about a beat of an earlier plan stays about it until another is chosen. @param {string} none what no beat means; empty where one has to be chosen */
  beatField(none) {
    const { beat } = this.about;
    const known = this.about.beats ?? [];
    const beats = !beat || known.some((/** @type {any} */ one) => one.id === beat) ? known : [{ id: beat }, ...known];
    return html`<div class="field"><label for="${this.localName}-beat">${t("events.for")}</label>
      <select id="${this.localName}-beat" name="beat">
        ${none ? html`<option value="" ?selected=${!beat}>${none}</option>` : nothing}
        ${beats.map((/** @type {any} */ one) => html`<option value=${one.id} ?selected=${one.id === beat}>${t("area.beat", { beat: beatName(one) })}</option>`)}
      </select></div>`;
  }

  languageField() {
    const chosen = this.about.language ?? language();
    return html`<div class="field"><label for="${this.localName}-language">${t("events.language")}</label>
      <select id="${this.localName}-language" name="language">
        ${Object.entries(LANGUAGES).map(([code, name]) => html`<option value=${code} lang=${code} ?selected=${code === chosen}>${name}</option>`)}
      </select></div>`;
  }

  /** @param {string} name @param {string} label @param {string | null | undefined} value @param {{type?: string, maxlength?: number, required?: boolean, max?: string}} [options] */
  short(name, label, value, { type = "text", maxlength, required = true, max } = {}) {
    return html`<div class="field"><label for="${this.localName}-${name}">${label}</label>
      <input id="${this.localName}-${name}" name=${name} type=${type} dir="auto" ?required=${required} maxlength=${maxlength ?? nothing} max=${max ?? nothing}
        value=${value ?? ""} .value=${value ?? ""} /></div>`;
  }
}

/** Enters a meeting, or changes one. */
class MeetingDialog extends EventDialog {
  heading() {
    return t(this.about?.id ? "events.changeMeeting" : "events.addMeeting");
  }

  fields() {
    const { about } = this;
    return html`<p>${t("events.publicHint")}</p>
      <div class="fields">
        ${this.short("title", t("events.what"), about.title, { maxlength: 200 })}
        <div class="field"><label for="meeting-kind">${t("events.kind")}</label>
          <select id="meeting-kind" name="kind">${KINDS.map((kind) => html`<option value=${kind} ?selected=${kind === about.kind}>${t(`events.kind.${kind}`)}</option>`)}</select></div>
        ${this.beatField(t("events.district"))} ${this.languageField()}
        ${this.short("starts", t("events.starts"), about.starts?.slice(0, 16), { type: "datetime-local" })}
        ${this.short("ends", t("events.ends"), about.ends?.slice(0, 16), { type: "datetime-local" })}
        ${this.short("place", t("events.place"), about.place, { maxlength: 300 })}
        ${this.long("description", t("events.description"), about.description, 2000)}
        <div class="check"><input type="checkbox" id="meeting-cancelled" name="cancelled" ?checked=${about.cancelled} .checked=${about.cancelled ?? false} />
          <label for="meeting-cancelled">${t("events.cancel")}</label></div>
      </div>`;
  }

  /** @param {FormData} form */
  send(form) {
    const meeting = {
      beat: given(form, "beat"),
      kind: form.get("kind"),
      title: given(form, "title"),
      place: given(form, "place"),
      description: given(form, "description"),
      language: form.get("language"),
      starts: given(form, "starts"),
      ends: given(form, "ends"),
      cancelled: form.has("cancelled"),
    };
    return this.about.id ? put(`/meetings/${this.about.id}`, meeting) : post("/meetings", meeting);
  }
}

/** Enters a priority, or says what was done. */
class PriorityDialog extends EventDialog {
  heading() {
    return t(this.about?.id ? "events.changePriority" : "events.addPriority");
  }

  fields() {
    const { about } = this;
    return html`<p>${t("events.priorityHint")}</p>
      <div class="fields">
        ${this.beatField("")} ${this.languageField()}
        ${this.long("issue", t("events.issue"), about.issue, 1000, { required: true })}
        ${this.short("agreedOn", t("events.agreedOn"), about.agreedOn ?? today(), { type: "date", max: today() })}
        ${this.short("doneOn", t("events.doneOn"), about.doneOn, { type: "date", max: today(), required: false })}
        ${this.long("done", t("events.whatDone"), about.done, 2000)}
      </div>`;
  }

  /** @param {FormData} form */
  send(form) {
    const priority = {
      beat: given(form, "beat"),
      issue: given(form, "issue"),
      agreedOn: given(form, "agreedOn"),
      done: given(form, "done"),
      doneOn: given(form, "doneOn"),
      language: form.get("language"),
    };
    return this.about.id ? put(`/priorities/${this.about.id}`, priority) : post("/priorities", priority);
  }
}

/** Puts a poll to residents, or changes its last day. */
class PollDialog extends EventDialog {
  heading() {
    return t(this.about?.id ? "events.changePoll" : "events.addPoll");
  }

  fields() {
    const { about } = this;
    const choices = about.choices?.join("\n");
    return html`<p>${t("events.pollHint")}</p>
      <div class="fields">
        ${this.beatField("")} ${this.languageField()}
        ${this.long("choices", t("events.choices"), choices, 2500, { required: true, hint: t("events.choicesHint") })}
        ${this.short("opensOn", t("events.opensOn"), about.opensOn ?? today(), { type: "date" })}
        ${this.short("closesOn", t("events.closesOn"), about.closesOn, { type: "date" })}
      </div>`;
  }

  /** @param {FormData} form */
  send(form) {
    const poll = {
      beat: given(form, "beat"),
      language: form.get("language"),
      opensOn: given(form, "opensOn"),
      closesOn: given(form, "closesOn"),
      choices: String(form.get("choices")).split("\n"),
    };
    return this.about.id ? put(`/polls/${this.about.id}`, poll) : post("/polls", poll);
  }
}

/** Returns today as 2026-05-01. */
function today() {
  return new Intl.DateTimeFormat("sv").format(new Date());
}

customElements.define("copse-poll-dialog", PollDialog);
customElements.define("copse-meeting-dialog", MeetingDialog);
customElements.define("copse-priority-dialog", PriorityDialog);
