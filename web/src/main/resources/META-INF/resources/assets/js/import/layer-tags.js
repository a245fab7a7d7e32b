// @ts-check
import { html, nothing } from "lit";
import { CopseElement } from "../element.js";
import { t } from "../i18n.js";
import { FormDialog } from "../people/form-dialog.js";
import { put } from "../request.js";

const MEASURES = ["COUNT", "SHARE", "INDEX", "NONE"];
const SENSITIVITIES = ["SPECIAL", "ORDINARY"];

/** What each column of a stored layer is, who may see it for that, and why; whoever imports layers may decide otherwise. */
class CopseLayerTags extends CopseElement {
  static properties = { layer: { attribute: false }, report: { attribute: false }, mayDecide: { attribute: false } };

  constructor() {
    super();
    /** @type {import("../types.js").Layer | null} */
    this.layer = null;
    /** @type {import("../types.js").ImportReport | null} */
    this.report = null;
    this.mayDecide = false;
  }

  render() {
    const tags = Object.entries(this.report?.tags ?? {});
    if (tags.length === 0) return nothing;
    return html`<section class="section">
      <h2 id="tags-title">${t("import.columns")}</h2>
      <p>${t("tags.lead")}</p>
      <div class="table-scroll" tabindex="0" role="region" aria-label=${t("import.columns")}>
        <table class="cards">
          <thead>
            <tr>
              <th scope="col">${t("import.column")}</th>
              <th scope="col">${t("import.measure")}</th>
              <th scope="col">${t("import.sensitive")}</th>
              <th scope="col">${t("people.reason")}</th>
              ${this.mayDecide ? html`<th scope="col"><span class="visually-hidden">${t("people.actions")}</span></th>` : nothing}
            </tr>
          </thead>
          <tbody>${tags.map(([column, tag]) => this.row(column, tag))}</tbody>
        </table>
      </div>
      ${this.mayDecide ? html`<copse-tag-dialog></copse-tag-dialog>` : nothing}
    </section>`;
  }

  /** @param {string} column @param {import("../types.js").AttributeTag} tag */
  row(column, tag) {
    const reason = this.report?.tagReasons?.[column] ?? "";
    return html`<tr>
      <th scope="row"><bdi>${column}</bdi></th>
      <td data-head=${t("import.measure")}>${t(`measureKind.${tag.measure}`)}</td>
      <td data-head=${t("import.sensitive")}>${t(`sensitivity.${tag.sensitivity}`)}</td>
      <td data-head=${t("people.reason")}><bdi>${reason || "–"}</bdi></td>
      ${this.mayDecide
        ? html`<td class="actions"><button type="button" @click=${() => this.decide(column, tag)}>${t("people.edit")}<span class="visually-hidden"> ${column}</span></button></td>`
        : nothing}
    </tr>`;
  }

  /** @param {string} column @param {import("../types.js").AttributeTag} tag */
  decide(column, tag) {
    /** @type {TagDialog} */ (this.querySelector("copse-tag-dialog")).open({ layer: this.layer?.id, column, tag });
  }
}

/** What one column is from now on. The reason is asked for every time: it is kept, and stands in the audit log. */
class TagDialog extends FormDialog {
  heading() {
    return t("tags.title", { column: this.about?.column ?? "" });
  }

  action() {
    return t("people.save");
  }

  fields() {
    const { tag = {} } = this.about;
    return html`<div class="field">
        <label for="tag-measure">${t("import.measure")}</label>
        <select id="tag-measure" name="measure">${MEASURES.map((measure) => html`<option value=${measure} ?selected=${measure === tag.measure}>${t(`measureKind.${measure}`)}</option>`)}</select>
      </div>
      <fieldset>
        <legend>${t("import.sensitive")}</legend>
        ${SENSITIVITIES.map(
          (one) => html`<div class="check">
            <input type="radio" name="sensitivity" id="tag-${one}" value=${one} required ?checked=${one === tag.sensitivity} aria-describedby="tag-${one}-hint" />
            <label for="tag-${one}">${t(`sensitivity.${one}`)} <span class="small quiet" id="tag-${one}-hint">${t(`sensitivity.${one}.hint`)}</span></label>
          </div>`,
        )}
      </fieldset>
      <div class="field">
        <label for="tag-reason">${t("people.reason")}</label>
        <textarea id="tag-reason" name="reason" required rows="2" maxlength="2000" aria-describedby="tag-reason-hint"></textarea>
        <p class="hint" id="tag-reason-hint">${t("tags.reasonHint")}</p>
      </div>`;
  }

  /** @param {FormData} form */
  async send(form) {
    const { layer, column } = this.about;
    await put(`/layers/${encodeURIComponent(layer)}/tags`, {
      column,
      measure: form.get("measure"),
      sensitivity: form.get("sensitivity"),
      reason: form.get("reason"),
    });
    this.tell("tag-decided", column);
  }
}

customElements.define("copse-layer-tags", CopseLayerTags);
customElements.define("copse-tag-dialog", TagDialog);
