// @ts-check
import { html, nothing } from "lit";
import { CopseElement } from "../element.js";
import "../header.js";
import { knows, t } from "../i18n.js";
import { errorNotice } from "../notice.js";
import { get } from "../request.js";

/** @typedef {{roles: string[], permissions: {key: string, roles: string[]}[]}} Matrix */

/** Which role may do what, as a table to read. */
class CopsePermissions extends CopseElement {
  static properties = { matrix: { state: true }, error: { state: true } };

  constructor() {
    super();
    /** @type {Matrix | null} */
    this.matrix = null;
    /** @type {unknown} */
    this.error = null;
  }

  async connectedCallback() {
    super.connectedCallback();
    try {
      this.matrix = await get("/permissions");
    } catch (error) {
      this.error = error;
    }
  }

  render() {
    document.title = `${t("permissions.title")} · Copse`;
    return html`<div class="page wide stack">
      <h1>${t("permissions.title")}</h1>
      <p class="lead">${t("permissions.lead")}</p>
      ${errorNotice(this.error)} ${this.matrix ? this.table(this.matrix) : nothing}
    </div>`;
  }

  /** @param {Matrix} matrix */
  table(matrix) {
    return html`<div class="table-holder" role="region" tabindex="0" aria-label=${t("permissions.title")}>
      <table class="matrix">
        <thead>
          <tr>
            <th scope="col">${t("permissions.permission")}</th>
            ${matrix.roles.map((role) => html`<th scope="col">${t(`role.${role}`)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${matrix.permissions.map(
            (one) => html`<tr>
              <th scope="row">
                ${this.words(one.key)}<code><bdi dir="ltr">${one.key}</bdi></code>
                <span class="held small">${one.roles.map((role) => t(`role.${role}`)).join(" · ")}</span>
              </th>
              ${matrix.roles.map((role) =>
                one.roles.includes(role)
                  ? html`<td class="yes"><span aria-hidden="true">●</span><span class="visually-hidden">${t("permissions.yes")}</span></td>`
                  : html`<td><span class="visually-hidden">${t("permissions.no")}</span></td>`,
              )}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  /** @param {string} permission */
  words(permission) {
    const key = `permission.${permission.replace(":", "-")}`;
    return knows(key) ? t(key) : permission;
  }
}

customElements.define("copse-permissions", CopsePermissions);
