// @ts-check
import { html, nothing } from "lit";
import { CopseElement } from "../element.js";
import { percent, t } from "../i18n.js";
import { because } from "./findings.js";

const MEASURES = ["COUNT", "SHARE", "INDEX", "NONE"];

/** What each column's numbers are, and whether one has to be careful with them; proposed, and to be confirmed or changed. */
class CopseColumnTags extends CopseElement {
  static properties = { columns: { attribute: false }, stated: { attribute: false }, reasons: { attribute: false } };

  constructor() {
    super();
    /** @type {import("../types.js").PreviewColumn[]} */
    this.columns = [];
    /** @type {Record<string, import("../types.js").AttributeTag>} */
    this.stated = {};
    /** Why columns that may be special are ordinary. @type {Record<string, string>} */
    this.reasons = {};
  }

  render() {
    if (this.columns.length === 0) return nothing;
    return html`<div class="table-scroll" tabindex="0" role="region" aria-label=${t("import.columns")}>
      <table>
        <caption>${t("import.columns")}</caption>
        <thead>
          <tr>
            <th scope="col">${t("import.column")}</th>
            <th scope="col">${t("import.examples")}</th>
            <th scope="col" class="num">${t("import.filled")}</th>
            <th scope="col">${t("import.measure")}</th>
            <th scope="col">${t("import.sensitive")}</th>
          </tr>
        </thead>
        <tbody>${this.columns.map((column, i) => this.row(column, i))}</tbody>
      </table>
    </div>`;
  }

  /** @param {import("../types.js").PreviewColumn} column @param {number} i */
  row(column, i) {
    const { name, tag } = column;
    return html`<tr>
      <th scope="row"><bdi>${name}</bdi></th>
      <td class="quiet"><bdi>${column.examples.slice(0, 3).join(", ")}</bdi></td>
      <td class="num">${percent(column.filledShare)}</td>
      <td>
        <select aria-label=${t("import.measureOf", { column: name })}
          @change=${(/** @type {Event} */ e) => this.state(name, { ...tag, measure: /** @type {HTMLSelectElement} */ (e.target).value })}>
          ${MEASURES.map((measure) => html`<option value=${measure} ?selected=${measure === tag.measure}>${t(`measureKind.${measure}`)}</option>`)}
        </select>
      </td>
      <td>
        <span class="check">
          <input type="checkbox" id="special-${i}" .checked=${tag.sensitivity === "SPECIAL"}
            @change=${(/** @type {Event} */ e) => this.state(name, { ...tag, sensitivity: /** @type {HTMLInputElement} */ (e.target).checked ? "SPECIAL" : "ORDINARY" })} />
          <label for="special-${i}">${t("import.specialCategory")}<span class="visually-hidden"> ${name}</span></label>
        </span>
        ${column.maybeSpecial && !column.tagStated && column.tagReason ? because(column.tagReason) : nothing}
        ${column.maybeSpecial && tag.sensitivity !== "SPECIAL" ? this.reason(name, i) : nothing}
      </td>
    </tr>`;
  }

  /** Asked where a column that may be special is stated to be ordinary. @param {string} name @param {number} i */
  reason(name, i) {
    return html`<span class="field">
      <label for="why-${i}">${t("import.whyOrdinary", { column: name })}</label>
      <input id="why-${i}" required maxlength="400" autocomplete="off" .value=${this.reasons[name] ?? ""} aria-describedby="why-${i}-hint"
        @change=${(/** @type {Event} */ e) => this.tell("choice-made", { tagReasons: { ...this.reasons, [name]: /** @type {HTMLInputElement} */ (e.target).value } })} />
      <span class="hint" id="why-${i}-hint">${t("import.whyOrdinaryHint")}</span>
    </span>`;
  }

  /** @param {string} column @param {import("../types.js").AttributeTag} tag */
  state(column, tag) {
    this.tell("choice-made", { tags: { ...this.stated, [column]: tag } });
  }
}

customElements.define("copse-column-tags", CopseColumnTags);
