// @ts-check
import { html, nothing } from "lit";
import { AskingElement } from "../asking.js";
import "../header.js";
import { number, t } from "../i18n.js";
import { icon } from "../icons.js";
import { errorNotice } from "../notice.js";
import { day } from "../people/words.js";
import { get } from "../request.js";
import { session } from "../session.js";
import "./planned.js";
import "./walk.js";

const ID = new URLSearchParams(location.search).get("id") ?? "";

/** The list of walks, or the page of one: the address says which. */
class CopseWalkPages extends AskingElement {
  static properties = { walks: { state: true } };

  constructor() {
    super();
    /** @type {any[] | null} */
    this.walks = null;
    /** @type {Map<string, any>} */
    this.counts = new Map();
    this.records = false;
  }

  async firstUpdated() {
    if (ID) return;
    this.records = (await session()).permissions.includes("walk:record");
    await this.attempt(async () => {
      const [walks, counts] = await Promise.all([get("/walks"), get("/walks/counts")]);
      this.counts = new Map(counts.map((/** @type {any} */ one) => [one.walk, one]));
      this.walks = walks;
    });
  }

  render() {
    if (ID) return html`<copse-walk-page .walk=${ID}></copse-walk-page>`;
    document.title = `${t("walks.title")} · Copse`;
    return html`<div class="page wide">
      <div class="row spread"><h1>${t("walks.title")}</h1>
        ${this.records ? html`<a class="button primary" href="/walk/">${icon("plus")}${t("walks.record")}</a>` : nothing}</div>
      <p class="lead">${t("walks.lead")}</p>
      <copse-planned-walks></copse-planned-walks>
      <h2>${t("plannedWalk.recorded")}</h2>
      ${errorNotice(this.error)}
      ${this.walks ? this.list(this.walks) : this.error ? nothing : html`<p class="quiet">${t("people.loading")}</p>`}
    </div>`;
  }

  /** @param {any[]} walks */
  list(walks) {
    if (!walks.length) return html`<p class="empty">${t("walks.none")}</p>`;
    return html`<p><a href="/findings">${t("finding.title")}</a></p>
      <div class="table-scroll" tabindex="0" role="group" aria-label=${t("walks.title")}>
      <table class="cards">
        <thead><tr><th scope="col">${t("walks.walk")}</th><th scope="col">${t("walks.day")}</th><th scope="col" class="num">${t("walks.problems")}</th>
          <th scope="col" class="num">${t("walks.unsettled")}</th><th scope="col" class="num">${t("walks.overdue")}</th></tr></thead>
        <tbody>${walks.map((walk) => this.row(walk, this.counts.get(walk.id)))}</tbody>
      </table>
    </div>`;
  }

  /** @param {any} walk @param {any} count nothing where no problem was found */
  row(walk, count) {
    return html`<tr>
      <th scope="row"><a href="/walks?id=${walk.id}"><bdi>${walk.title}</bdi></a></th>
      <td data-head=${t("walks.day")}>${day(walk.startedAt.slice(0, 10))}</td>
      <td data-head=${t("walks.problems")} class="num">${number(count?.problems ?? 0)}</td>
      <td data-head=${t("walks.unsettled")} class="num">${number(count?.unsettled ?? 0)}</td>
      <td data-head=${t("walks.overdue")} class="num">${count?.overdue ? html`<span class="warn-text">${number(count.overdue)}</span>` : number(0)}</td>
    </tr>`;
  }
}

customElements.define("copse-walk-pages", CopseWalkPages);
