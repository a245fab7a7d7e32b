// @ts-check
import { html, nothing } from "lit";
import { CopseElement } from "../element.js";
import { t } from "../i18n.js";
import { icon } from "../icons.js";
import { languages, needWords } from "../people/words.js";
import { get } from "../request.js";

/** Officers for a language, a community or a need, wherever one lives. */
class CopseLiaisons extends CopseElement {
  static properties = { contacts: { state: true } };

  constructor() {
    super();
    /** @type {any[]} */
    this.contacts = [];
  }

  async firstUpdated() {
    // Nothing is said where there are none, nor where they cannot be had: the answer above does not need them.
    this.contacts = await get("/liaisons/current").catch(() => []);
  }

  render() {
    if (!this.contacts.length) return nothing;
    return html`<details class="liaisons">
      <summary>${t("liaison.public")}</summary>
      <ul class="points">
        ${this.contacts.map((one) => html`<li>${icon("people")}<div>
          <strong><bdi>${needWords(one)}</bdi></strong>
          <div><bdi>${one.dutyName}</bdi>${one.languages.length ? html` <span class="quiet">${languages(one.languages)}</span>` : nothing}
            ${one.standsIn ? html` <span class="quiet">${t("liaison.standsIn")}</span>` : nothing}</div>
          ${one.phone ? html`<div><a href="tel:${one.phone.replace(/[^+\d]/g, "")}"><bdi dir="ltr">${one.phone}</bdi></a></div>` : nothing}
          ${one.email ? html`<div><a href="mailto:${one.email}"><bdi dir="ltr">${one.email}</bdi></a></div>` : nothing}
          ${one.hours ? html`<div class="quiet"><bdi>${one.hours}</bdi></div>` : nothing}
        </div></li>`)}
      </ul>
    </details>`;
  }
}

customElements.define("copse-liaisons", CopseLiaisons);
