// @ts-check
import { html, nothing } from "lit";
import { CopseElement } from "../element.js";
import { number, t } from "../i18n.js";

const ROWS = 8;

/** The first rows of a file as it would be read, with the role of each column over it. */
class CopsePreviewTable extends CopseElement {
  static properties = { preview: { attribute: false } };

  constructor() {
    super();
    /** @type {import("../types.js").LayerPreview | null} */
    this.preview = null;
  }

  render() {
    const { preview } = this;
    if (!preview) return nothing;
    const drawn = preview.rows.some((row) => row.geometry);
    return html`<div class="table-scroll" tabindex="0" role="region" aria-label=${t("import.rows")}>
      <table class="preview">
        <caption>${t("import.rows")}</caption>
        <thead>
          <tr>
            <th scope="col" class="num">${t("import.row")}</th>
            ${preview.columns.map((column) => this.head(column.name, preview))}
            ${drawn ? html`<th scope="col">${t("import.geometry")}</th>` : nothing}
          </tr>
        </thead>
        <tbody>
          ${preview.rows.slice(0, ROWS).map(
            (row) => html`<tr>
              <th scope="row" class="num">${number(row.row)}</th>
              ${preview.columns.map(({ name }) => html`<td><bdi>${row.values[name] ?? ""}</bdi></td>`)}
              ${drawn ? html`<td>${row.geometry ?? ""}</td>` : nothing}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  /** @param {string} name @param {import("../types.js").LayerPreview} preview */
  head(name, preview) {
    const roles = preview.roles.filter((role) => role.field === name && role.confidence >= 0.5);
    return html`<th scope="col"><bdi>${name}</bdi>${roles.map((role) => html`<span class="chip">${t(`column.${role.role}`)}</span>`)}</th>`;
  }
}

customElements.define("copse-preview-table", CopsePreviewTable);
