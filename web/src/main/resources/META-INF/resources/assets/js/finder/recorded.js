// @ts-check
import { html, nothing } from "lit";
import { AskingElement } from "../asking.js";
import { date, t } from "../i18n.js";
import { errorNotice } from "../notice.js";
import { get } from "../request.js";

const LOOKS = ["more-very-sure", "more-sure", "less-sure", "less-very-sure"];

/** Below the residents' map: lets its reader have the latest published hexagons on it, and says what they mean. */
class CopseRecorded extends AskingElement {
  static properties = { ...AskingElement.properties, latest: { state: true }, cells: { state: true } };

  constructor() {
    super();
    /** @type {{quarter: string, from: string, to: string} | null} */
    this.latest = null;
    /** @type {any} GeoJSON, as long as it is shown */
    this.cells = null;
  }

  async firstUpdated() {
    [this.latest = null] = await get("/recorded-incidents").catch(() => []);
  }

  /** @param {boolean} on */
  show(on) {
    this.cells = null;
    if (!on) return this.tell("recorded-shown", null);
    return this.attempt(async () => {
      this.cells = (await get(`/recorded-incidents/${this.latest?.quarter}`)).cells;
      this.tell("recorded-shown", this.cells);
    });
  }

  render() {
    const { latest } = this;
    if (!latest) return nothing;
    return html`<div class="check">
        <input type="checkbox" id="recorded-shown" .checked=${Boolean(this.cells) || this.busy} @change=${(/** @type {Event} */ e) => this.show(/** @type {HTMLInputElement} */ (e.target).checked)} />
        <label for="recorded-shown">${t("recorded.show")} <span class="quiet">${t("recorded.span", { from: date(latest.from), to: date(latest.to) })}</span></label>
      </div>
      ${errorNotice(this.error)}
      ${this.cells ? html`<ul class="looks small" aria-label=${t("recorded.legend")}>${LOOKS.map((name) => html`<li><span class="look h-${name}"></span><span>${t(`recorded.class.${name}`)}</span></li>`)}</ul>
        <p class="small">${t("recorded.notDrawn")} ${t("recorded.note.recorded")} <a href="/${document.documentElement.lang}/recorded">${t("recorded.more")}</a></p>` : nothing}`;
  }
}

customElements.define("copse-recorded", CopseRecorded);
