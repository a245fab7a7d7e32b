// @ts-check
import { html, nothing } from "lit";
import { t } from "../i18n.js";
import { beatName } from "../names.js";
import { day, languages, lastDay, personWords, plusDays, span } from "../people/words.js";
import { FormDialog, given } from "../people/form-dialog.js";
import { post, put } from "../request.js";

/** A choice that nobody makes by accident. @param {any[]} officers @param {string} id @param {string} [chosen] */
const officerOptions = (officers, id, chosen = "") => html`<select id=${id} name="officer" required>
  <option value="">${t("departure.choose")}</option>
  ${officers.map((o) => html`<option value=${o.id} ?selected=${o.id === chosen}>${personWords(o)}${o.languages.length ? ` (${languages(o.languages)})` : ""}</option>`)}
</select>`;

/** @param {string} id */
const reason = (id) => html`<div class="field wide">
  <label for=${id}>${t("people.reason")}</label>
  <textarea id=${id} name="reason" rows="2" maxlength="1000" required></textarea>
  <p class="hint">${t("people.reasonHint")}</p>
</div>`;

/** Gives a beat an officer. */
class AssignDialog extends FormDialog {
  heading() {
    return t("assign.title", { beat: this.about?.beat ? beatName(this.about.beat) : "" });
  }

  action() {
    return t("assign.submit");
  }

  fields() {
    const { beat, officers, today, tenure } = this.about;
    if (!beat) return nothing;
    const now = beat.assignments.find((/** @type {any} */ a) => a.rank === "main");
    const young = now && tenure?.due.find((/** @type {any} */ d) => d.post.assignment === now.assignment && d.stage === "before-minimum");
    return html`${now ? html`<p class="notice"><span>${t("assign.now", { officer: personWords(now.officer) })}</span></p>` : nothing}
      ${young ? html`<p class="notice warn"><span>${t("tenure.warnMinimum", { officer: personWords(now.officer), minimum: span(tenure.minimumMonths) })}</span></p>` : nothing}
      <div class="fields">
        <div class="field wide">
          <label for="assign-officer">${t("people.officer")}</label>
          ${officerOptions(officers, "assign-officer")}
        </div>
        <div class="field">
          <label for="assign-rank">${t("assign.rank")}</label>
          <select id="assign-rank" name="rank"><option value="main">${t("rank.main")}</option><option value="second">${t("rank.second")}</option></select>
        </div>
        <div class="field">
          <label for="assign-from">${t("people.from")}</label>
          <input id="assign-from" name="from" type="date" required min=${today} value=${today} />
        </div>
        <div class="field">
          <label for="assign-until">${t("people.until")}</label>
          <input id="assign-until" name="until" type="date" min=${today} aria-describedby="assign-until-hint" />
          <p class="hint" id="assign-until-hint">${t("people.untilHint")}</p>
        </div>
        <div class="check field wide">
          <input type="checkbox" id="assign-replaces" name="replaces" checked />
          <label for="assign-replaces">${t("assign.replaces")}</label>
        </div>
        ${reason("assign-reason")}
      </div>`;
  }

  /** @param {FormData} form */
  send(form) {
    const until = given(form, "until");
    return post("/assignments", {
      plan: this.about.plan,
      beat: this.about.beat.id,
      officer: form.get("officer"),
      rank: form.get("rank"),
      from: form.get("from"),
      to: until ? plusDays(until, 1) : null,
      reason: form.get("reason"),
      replaces: form.has("replaces"),
    });
  }
}

/** Ends an assignment to a beat, or as liaison. */
class EndDialog extends FormDialog {
  heading() {
    return t("end.title", { officer: personWords(this.about?.officer) });
  }

  action() {
    return t("end.submit");
  }

  fields() {
    const { today, warning } = this.about;
    return html`${warning ? html`<p class="notice warn"><span>${warning}</span></p>` : nothing}
      <div class="fields">
        <div class="field">
          <label for="end-last">${t("end.last")}</label>
          <input id="end-last" name="last" type="date" required min=${plusDays(today, -1)} value=${plusDays(today, -1)} />
          <p class="hint">${t("end.lastHint")}</p>
        </div>
        ${reason("end-reason")}
      </div>`;
  }

  /** @param {FormData} form */
  send(form) {
    return post(this.about.path, { on: plusDays(String(form.get("last")), 1), reason: form.get("reason") });
  }
}

/** Notes leave, and who stands in. */
class LeaveDialog extends FormDialog {
  heading() {
    return this.about?.leave ? t("leave.substituteOf", { officer: personWords(this.about.leave.officer) }) : t("leave.title");
  }

  action() {
    return t("leave.submit");
  }

  fields() {
    const { officers, today, officer, leave } = this.about;
    if (!officers) return nothing;
    if (leave) return html`<p>${t("people.days", { from: day(leave.from), to: day(lastDay(leave.to)) })}</p><div class="fields">${this.substitute(officers)}</div>`;
    return html`<p>${t("leave.lead")}</p>
      <div class="fields">
        <div class="field wide"><label for="leave-officer">${t("people.officer")}</label>${officerOptions(officers, "leave-officer", officer)}</div>
        <div class="field"><label for="leave-from">${t("leave.from")}</label>
          <input id="leave-from" name="from" type="date" required min=${today} value=${today} /></div>
        <div class="field"><label for="leave-until">${t("leave.until")}</label>
          <input id="leave-until" name="until" type="date" required min=${today} value=${plusDays(today, 6)} /></div>
        ${this.substitute(officers)}
      </div>`;
  }

  /** @param {any[]} officers */
  substitute(officers) {
    return html`<div class="field wide"><label for="leave-substitute">${t("leave.substitute")}</label>
      <select id="leave-substitute" name="substitute"><option value="">${t("leave.team")}</option>
        ${officers.map((o) => html`<option value=${o.id}>${personWords(o)}</option>`)}</select>
      <p class="hint">${t("leave.substituteHint")}</p></div>`;
  }

  /** @param {FormData} form */
  send(form) {
    const { leave } = this.about;
    if (leave) return put(`/leaves/${leave.id}`, { substitute: given(form, "substitute") });
    return post(`/officers/${form.get("officer")}/leaves`, {
      from: form.get("from"),
      to: plusDays(String(form.get("until")), 1),
      substitute: given(form, "substitute"),
    });
  }
}

const NEEDS = ["language", "youth", "lgbtiq", "diaspora", "victims", "other"];

/** Makes an officer liaison to a community or for a need. */
class LiaisonDialog extends FormDialog {
  heading() {
    return t("liaison.add");
  }

  action() {
    return t("liaison.submit");
  }

  fields() {
    const { officers, today } = this.about;
    if (!officers) return nothing;
    return html`<div class="fields">
      <div class="field wide"><label for="liaison-officer">${t("people.officer")}</label>${officerOptions(officers, "liaison-officer")}</div>
      <div class="field"><label for="liaison-need">${t("liaison.need")}</label>
        <select id="liaison-need" name="need">${NEEDS.map((need) => html`<option value=${need}>${t(`need.${need}`)}</option>`)}</select></div>
      <div class="field"><label for="liaison-topic">${t("liaison.topic")}</label>
        <input id="liaison-topic" name="topic" maxlength="120" autocomplete="off" aria-describedby="liaison-topic-hint" />
        <p class="hint" id="liaison-topic-hint">${t("liaison.topicHint")}</p></div>
      <div class="field"><label for="liaison-from">${t("people.from")}</label>
        <input id="liaison-from" name="from" type="date" required min=${today} value=${today} /></div>
      <div class="field"><label for="liaison-until">${t("people.until")}</label>
        <input id="liaison-until" name="until" type="date" min=${today} /><p class="hint">${t("people.untilHint")}</p></div>
      ${reason("liaison-reason")}
    </div>`;
  }

  /** @param {FormData} form */
  send(form) {
    const until = given(form, "until");
    return post("/liaisons", {
      officer: form.get("officer"),
      need: form.get("need"),
      topic: given(form, "topic"),
      from: form.get("from"),
      to: until ? plusDays(until, 1) : null,
      reason: form.get("reason"),
    });
  }
}

/** How a sector's team is reached. */
class ContactDialog extends FormDialog {
  heading() {
    return t("teams.contactOf", { sector: this.about?.name ?? "" });
  }

  action() {
    return t("people.save");
  }

  fields() {
    return html`<p>${t("teams.contactLead")}</p>
      <div class="fields">
        <div class="field"><label for="team-phone">${t("people.phone")}</label>
          <input id="team-phone" name="phone" type="tel" maxlength="60" dir="ltr" value=${this.about.phone ?? ""} .value=${this.about.phone ?? ""} /></div>
        <div class="field"><label for="team-email">${t("people.email")}</label>
          <input id="team-email" name="email" type="email" maxlength="200" dir="ltr" value=${this.about.email ?? ""} .value=${this.about.email ?? ""} /></div>
      </div>`;
  }

  /** @param {FormData} form */
  send(form) {
    return put(`/plans/current/teams/${encodeURIComponent(this.about.sector)}/contact`, {
      phone: given(form, "phone"),
      email: given(form, "email"),
    });
  }
}

/** After how long on a beat an officer may be moved, and should be. */
class TenureDialog extends FormDialog {
  heading() {
    return t("tenure.rule");
  }

  action() {
    return t("people.save");
  }

  fields() {
    const { minimumMonths, maximumMonths } = this.about;
    return html`<p>${t("tenure.ruleLead")}</p>
      <div class="fields">
        <div class="field"><label for="tenure-minimum">${t("tenure.minimumMonths")}</label>
          <input id="tenure-minimum" name="minimum" type="number" min="0" max="599" required value=${minimumMonths} /></div>
        <div class="field"><label for="tenure-maximum">${t("tenure.maximumMonths")}</label>
          <input id="tenure-maximum" name="maximum" type="number" min="1" max="600" required value=${maximumMonths} /></div>
      </div>`;
  }

  /** @param {FormData} form */
  send(form) {
    return put("/tenure", { minimumMonths: Number(form.get("minimum")), maximumMonths: Number(form.get("maximum")) });
  }
}

customElements.define("copse-assign-dialog", AssignDialog);
customElements.define("copse-end-dialog", EndDialog);
customElements.define("copse-leave-dialog", LeaveDialog);
customElements.define("copse-liaison-dialog", LiaisonDialog);
customElements.define("copse-contact-dialog", ContactDialog);
customElements.define("copse-tenure-dialog", TenureDialog);

