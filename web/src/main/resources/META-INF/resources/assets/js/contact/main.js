// @ts-check
import { html, nothing } from "lit";
import { AskingElement } from "../asking.js";
import { field } from "../fields.js";
import "../header.js";
import { knows, t } from "../i18n.js";
import { icon } from "../icons.js";
import { errorNotice } from "../notice.js";
import { given } from "../people/form-dialog.js";
import { get, ProblemError, put } from "../request.js";
import { session } from "../session.js";

/** How the authority as a whole is reached: what a resident is told where neither an officer nor a team can be. */
class CopseContact extends AskingElement {
  static properties = { contact: { state: true } };

  constructor() {
    super();
    /** @type {{phone: string | null, email: string | null} | null} */
    this.contact = null;
    this.leadsTeams = false;
  }

  async connectedCallback() {
    super.connectedCallback();
    this.leadsTeams = (await session()).permissions.includes("supervision:read");
    await this.attempt(async () => {
      this.contact = await get("/authority-contact");
    });
  }

  render() {
    document.title = `${t("contact.title")} · Copse`;
    const wrong = this.wrongFields();
    return html`<div class="page stack">
      <h1>${t("contact.title")}</h1>
      <p class="lead">${t("contact.lead")}</p>
      ${wrong.length ? nothing : errorNotice(this.error)} ${this.contact ? this.form(this.contact, wrong) : nothing}
      <div role="status">${this.said ? html`<p class="notice">${icon("info")}<span>${this.said}</span></p>` : nothing}</div>
    </div>`;
  }

  /** @param {{phone: string | null, email: string | null}} contact @param {string[]} wrong */
  form({ phone, email }, wrong) {
    return html`${phone || email || this.said ? nothing : html`<p class="notice warn">${icon("warning")}<span>${t("contact.none")}</span></p>`}
      <form class="card stack" novalidate @submit=${this.save}>
        ${field({ id: "phone", type: "tel", label: t("people.phone"), required: false, maxlength: 60, autocomplete: "off", dir: "ltr", value: phone ?? "",
          hint: t("contact.phoneHint"), complaint: wrong.includes("phone") ? t("contact.phoneWrong") : "" })}
        ${field({ id: "email", type: "email", label: t("people.email"), required: false, maxlength: 200, autocomplete: "off", dir: "ltr", value: email ?? "",
          hint: t("contact.emailHint"), complaint: wrong.includes("email") ? t("contact.emailWrong") : "" })}
        <div class="actions"><button class="primary" ?disabled=${this.busy}>${t("people.save")}</button></div>
      </form>
      ${this.leadsTeams ? html`<p class="small quiet">${t("contact.teams")} <a href="/team#teams-title">${t("header.team")}</a></p>` : nothing}`;
  }

  /** The fields that the server would not take, of those that there are. */
  wrongFields() {
    const errors = this.error instanceof ProblemError ? (this.error.problem.errors ?? []) : [];
    return errors.every(({ field }) => knows(`contact.${field}Wrong`)) ? errors.map(({ field }) => field) : [];
  }

  /** @param {SubmitEvent} event */
  async save(event) {
    event.preventDefault();
    const form = new FormData(/** @type {HTMLFormElement} */ (event.target));
    this.said = "";
    await this.attempt(async () => {
      this.contact = await put("/authority-contact", { phone: given(form, "phone"), email: given(form, "email") });
    }, t("contact.saved"));
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.querySelector("[aria-invalid]"))?.focus();
  }
}

customElements.define("copse-contact", CopseContact);
