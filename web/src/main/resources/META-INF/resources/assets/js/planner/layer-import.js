// @ts-check
import { html, nothing } from "lit";
import { CopseDialog } from "../dialog.js";
import { t } from "../i18n.js";
import { errorNotice } from "../notice.js";
import { get, ProblemError, upload } from "../request.js";
import "./import-report.js";
import { KINDS } from "./layer-kinds.js";

const BACKDROP_ROLES = ["land", "water", "park", "street", "railway"];

/** Takes a file in, and says what became of it; or shows the report of a layer that is in already. */
class CopseLayerImport extends CopseDialog {
  static properties = {
    busy: { state: true },
    error: { state: true },
    report: { state: true },
    layer: { state: true },
    kind: { state: true },
  };

  constructor() {
    super();
    this.busy = false;
    /** @type {unknown} */
    this.error = null;
    /** @type {import("../types.js").ImportReport | null} */
    this.report = null;
    /** @type {import("../types.js").Layer | null} */
    this.layer = null;
    this.kind = "UNITS";
  }

  /** Opens with an empty form. */
  ask() {
    this.report = this.layer = this.error = null;
    this.open();
  }

  /** Opens with a layer's report. @param {import("../types.js").Layer} layer */
  async show(layer) {
    this.layer = layer;
    this.report = this.error = null;
    this.open();
    try {
      this.report = await get(`/layers/${layer.id}/report`);
    } catch (error) {
      this.error = error;
    }
  }

  heading() {
    return this.layer ? t("import.reportOf", { layer: this.layer.name }) : t("import.title");
  }

  body() {
    return this.layer ? this.outcome() : this.form();
  }

  outcome() {
    return html`<div class="body">
        ${errorNotice(this.error)}
        ${!this.report && !this.error ? html`<p class="quiet" role="status">${t("import.loading")}</p>` : nothing}
        <copse-import-report .report=${this.report} @place-wanted=${this.close}></copse-import-report>
      </div>
      <footer>
        <button type="button" @click=${this.ask}>${t("import.another")}</button>
        <button type="button" class="primary" @click=${this.close}>${t("dialog.done")}</button>
      </footer>`;
  }

  form() {
    return html`<form @submit=${this.submit}>
      <div class="body">
        ${errorNotice(this.error)}
        ${this.error instanceof ProblemError && this.error.problem.report
          ? html`<copse-import-report .report=${this.error.problem.report} @place-wanted=${this.close}></copse-import-report>`
          : nothing}
        <div class="fields">
          <div class="field wide">
            <label for="import-file">${t("import.file")}</label>
            <input type="file" id="import-file" name="file" required aria-describedby="import-file-hint"
              accept=".geojson,.json,.zip,.gpkg,.csv,.tsv,.gz,.txt" />
            <p class="hint" id="import-file-hint">${t("import.fileHint")}</p>
          </div>
          <div class="field">
            <label for="import-kind">${t("import.kind")}</label>
            <select id="import-kind" name="kind" aria-describedby="import-kind-hint"
              @change=${(/** @type {Event} */ e) => (this.kind = /** @type {HTMLSelectElement} */ (e.target).value)}>
              ${KINDS.map((kind) => html`<option value=${kind} ?selected=${kind === this.kind}>${t(`kind.${kind}`)}</option>`)}
            </select>
            <p class="hint" id="import-kind-hint">${t(`kindHint.${this.kind}`)}</p>
          </div>
          ${this.kind === "BACKDROP" ? this.role() : nothing} ${this.text("name", "import.nameHint")}
        </div>
        <details class="section">
          <summary>${t("import.more")}</summary>
          <div class="fields">
            ${this.text("source", "import.sourceHint")} ${this.text("asOf", "import.asOfHint")} ${this.text("licence")}
            ${this.text("purpose", "import.purposeHint")} ${this.text("legalBasis", "import.legalBasisHint")} ${this.text("crs", "import.crsHint")}
          </div>
        </details>
        ${this.busy ? html`<div role="status"><p>${t("import.busy")}</p><progress aria-label=${t("import.busy")}></progress></div>` : nothing}
      </div>
      <footer>
        <button type="button" @click=${this.close}>${t("dialog.cancel")}</button>
        <button class="primary" ?disabled=${this.busy}>${t("import.submit")}</button>
      </footer>
    </form>`;
  }

  /** What a backdrop shows. */
  role() {
    return html`<div class="field">
      <label for="import-role">${t("import.role")}</label>
      <select id="import-role" name="role">
        ${BACKDROP_ROLES.map((role) => html`<option value=${role}>${t(`backdrop.${role}`)}</option>`)}
      </select>
    </div>`;
  }

  /** @param {string} name @param {string} [hint] */
  text(name, hint) {
    const id = `import-${name}`;
    return html`<div class="field">
      <label for=${id}>${t(`import.${name}`)}</label>
      <input id=${id} name=${name} maxlength="400" autocomplete="off" aria-describedby=${hint ? `${id}-hint` : nothing} />
      ${hint ? html`<p class="hint" id="${id}-hint">${t(hint)}</p>` : nothing}
    </div>`;
  }

  /** @param {SubmitEvent} event */
  async submit(event) {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.target);
    const data = new FormData(form);
    for (const [name, value] of [...data]) if (typeof value === "string" && !value.trim()) data.delete(name);
    this.busy = true;
    this.error = null;
    try {
      const { layer, report } = await upload("/layers", data);
      form.reset();
      this.layer = layer;
      this.report = report;
      this.tell("layer-imported", layer);
    } catch (error) {
      this.error = error;
    } finally {
      this.busy = false;
    }
  }
}

customElements.define("copse-layer-import", CopseLayerImport);
