// @ts-check
import { html, nothing } from "lit";
import { CopseElement } from "../element.js";
import { t } from "../i18n.js";
import { KINDS } from "../planner/layer-kinds.js";
import "./column-tags.js";
import "./crs-choice.js";
import { because, findingList } from "./findings.js";
import "./preview-table.js";
import "./questions.js";

/** @typedef {import("../types.js").LayerPreview} LayerPreview */
/** @typedef {import("../types.js").ImportChoices} ImportChoices */

const BACKDROP_ROLES = ["land", "water", "park", "street", "railway"];
const AREAS = new Set(["UNITS", "NEIGHBOURHOODS", "AREAS_IN_FORCE"]);
const SURE = 0.75;

/** Below it a column is a guess that an import does not take unless it is stated. */
const TAKEN = 0.5;

/** What a file would become, and every choice that its import makes. */
class CopseImportChoices extends CopseElement {
  static properties = { preview: { attribute: false }, choices: { attribute: false }, busy: { attribute: false }, fileName: { attribute: false } };

  constructor() {
    super();
    /** @type {LayerPreview | null} */
    this.preview = null;
    /** @type {ImportChoices} */
    this.choices = {};
    this.busy = false;
    this.fileName = "";
  }

  render() {
    const { preview } = this;
    if (!preview) return nothing;
    const missing = preview.undecided.map((what) => this.undecided(what));
    return html`<form class="stack choices" aria-busy=${this.busy} @submit=${this.submit}>
      <p class="small quiet"><bdi>${this.fileName}</bdi> · <bdi>${preview.format}</bdi></p>
      <div class="fields">${this.kind(preview)} ${this.layer(preview)} ${this.text("name", { hint: "import.nameHint" })}</div>
      ${preview.notices.length
        ? html`<div class="notice warn"><div><strong>${t("import.lookAt")}</strong>${findingList("warning", preview.notices)}</div></div>`
        : nothing}
      <copse-import-questions .questions=${preview.questions} .busy=${this.busy}></copse-import-questions>
      <copse-preview-table .preview=${preview}></copse-preview-table>
      ${this.roles(preview)}
      <copse-crs-choice .crs=${preview.crs}></copse-crs-choice>
      ${this.special(preview)} ${this.more(preview)}
      ${missing.length ? html`<div class="notice warn" role="status"><div><strong>${t("import.undecided")}</strong><ul>${missing.map((words) => html`<li>${words}</li>`)}</ul></div></div>` : nothing}
      <div class="row end">
        <button type="button" @click=${() => this.tell("upload-unwanted")}>${t("dialog.cancel")}</button>
        <button class="primary" ?disabled=${this.busy || missing.length > 0}>${t("import.submit")}</button>
      </div>
    </form>`;
  }

  /** @param {string} what such as role:id */
  undecided(what) {
    const [kind, role] = what.split(":");
    return role && kind === "role" ? t("undecided.role", { role: role.split("|").map((one) => t(`column.${one.toUpperCase().replace(/-/g, "_")}`)).join(" / ") }) : t(`undecided.${kind}`);
  }

  /** @param {LayerPreview} preview */
  kind(preview) {
    return html`<div class="field">
        <label for="import-kind">${t("import.kind")}</label>
        <select id="import-kind" aria-describedby="import-kind-hint" @change=${(/** @type {Event} */ e) => this.make({ kind: this.valueOf(e), roles: {}, tags: {}, tagReasons: {} })}>
          ${KINDS.includes(preview.kind) ? nothing : html`<option value="" selected>${t("import.chooseKind")}</option>`}
          ${KINDS.map((kind) => html`<option value=${kind} ?selected=${kind === preview.kind}>${t(`kind.${kind}`)}</option>`)}
        </select>
        <p class="hint" id="import-kind-hint">${KINDS.includes(preview.kind) ? t(`kindHint.${preview.kind}`) : nothing}</p>
      </div>
      ${preview.kind === "BACKDROP"
        ? html`<div class="field">
            <label for="import-backdrop">${t("import.role")}</label>
            <select id="import-backdrop" name="backdrop">
              ${BACKDROP_ROLES.map((role) => html`<option value=${role}>${t(`backdrop.${role}`)}</option>`)}
            </select>
          </div>`
        : nothing}`;
  }

  /** @param {LayerPreview} preview */
  layer({ layers }) {
    if (layers.length < 2) return nothing;
    return this.select("layer", t("import.layer"), ["", ...layers.map((l) => l.name)], layers.find((l) => l.chosen)?.name ?? "");
  }

  /** @param {LayerPreview} preview */
  roles(preview) {
    if (preview.roles.length === 0) return nothing;
    const columns = preview.columns.map((column) => column.name);
    return html`<fieldset class="section">
      <legend>${t("import.roles")}</legend>
      <p class="quiet small">${t("import.rolesHint")}</p>
      <div class="fields">
        ${preview.roles.map(
          (role) => html`<div class="field">
            <label for="role-${role.role}">${t(`column.${role.role}`)}${role.required ? html` <span class="quiet">(${t("import.required")})</span>` : nothing}</label>
            <select id="role-${role.role}" aria-describedby="role-${role.role}-hint"
              @change=${(/** @type {Event} */ e) => this.make({ roles: { ...this.choices.roles, [role.role]: this.valueOf(e) } })}>
              <option value="" ?selected=${!role.field || role.confidence < TAKEN}>${t("import.noColumn")}</option>
              ${columns.map((name) => html`<option value=${name} ?selected=${name === role.field && role.confidence >= TAKEN}>${name}</option>`)}
            </select>
            <p class="hint" id="role-${role.role}-hint">${this.sureness(role)}</p>
          </div>`,
        )}
      </div>
    </fieldset>`;
  }

  /** @param {import("../types.js").RoleChoice} role */
  sureness({ field, confidence, reason }) {
    if (!field) return nothing;
    if (confidence < TAKEN) return t("import.maybe", { column: field });
    const words = confidence >= 1 ? t("import.stated") : confidence >= SURE ? t("import.sure") : t("import.unsure");
    return html`<span class=${confidence < SURE ? "warn-text" : ""}>${words}</span>${confidence >= 1 ? nothing : html` · ${because(reason)}`}`;
  }

  /** Purpose and legal basis, first where they are needed. @param {LayerPreview} preview */
  special(preview) {
    const columns = preview.columns.filter((column) => column.tag.sensitivity === "SPECIAL").map((column) => column.name);
    if (columns.length === 0) return nothing;
    return html`<fieldset class="section">
      <legend>${t("import.special")}</legend>
      <p>${t("import.specialHint")} <bdi>${columns.join(", ")}</bdi></p>
      <div class="fields">
        ${this.text("purpose", { hint: "import.purposeHint", required: true })} ${this.text("legalBasis", { hint: "import.legalBasisHint", required: true })}
      </div>
    </fieldset>`;
  }

  /** @param {LayerPreview} preview */
  more(preview) {
    const special = preview.columns.some((column) => column.tag.sensitivity === "SPECIAL");
    return html`<details class="section" ?open=${special || preview.columns.some((column) => column.maybeSpecial) || (!preview.text?.encodingCertain && Boolean(preview.text))}>
      <summary>${t("import.more")}</summary>
      <div class="fields">
        ${preview.text
          ? html`${this.select("encoding", t("import.encoding"), [preview.text.encoding, ...preview.text.otherEncodings], preview.text.encoding)}
            ${preview.text.delimiter ? this.select("delimiter", t("import.delimiter"), [preview.text.delimiter, ...preview.text.otherDelimiters], preview.text.delimiter, delimiterName) : nothing}`
          : nothing}
        ${this.filter(preview)} ${AREAS.has(preview.kind) ? this.mend() : nothing}
        ${this.text("source", { hint: "import.sourceHint" })} ${this.text("asOf", { hint: "import.asOfHint" })} ${this.text("licence")}
        ${special ? nothing : html`${this.text("purpose", { hint: "import.purposeHint" })} ${this.text("legalBasis", { hint: "import.legalBasisHint" })}`}
      </div>
      <copse-column-tags .columns=${preview.columns} .stated=${this.choices.tags ?? {}} .reasons=${this.choices.tagReasons ?? {}}></copse-column-tags>
    </details>`;
  }

  /** @param {LayerPreview} preview */
  filter(preview) {
    return html`<div class="field">
        <label for="filter-column">${t("import.filterColumn")}</label>
        <select id="filter-column" name="filterColumn" aria-describedby="filter-hint">
          <option value="">${t("import.allRows")}</option>
          ${preview.columns.map(({ name }) => html`<option value=${name}>${name}</option>`)}
        </select>
        <p class="hint" id="filter-hint">${t("import.filterHint")}</p>
      </div>
      <div class="field">
        <label for="filter-value">${t("import.filterValue")}</label>
        <input id="filter-value" name="filterValue" maxlength="200" autocomplete="off" />
      </div>`;
  }

  mend() {
    return html`<div class="field">
      <label for="import-mend">${t("import.mend")}</label>
      <input id="import-mend" name="mendMetres" type="number" min="0.01" max="1000" step="any" inputmode="decimal" aria-describedby="import-mend-hint" />
      <p class="hint" id="import-mend-hint">${t("import.mendHint")}</p>
    </div>`;
  }

  /** @param {keyof ImportChoices} name @param {string} label @param {string[]} options @param {string} chosen @param {(option: string) => string} [words] */
  select(name, label, options, chosen, words = (option) => option) {
    return html`<div class="field">
      <label for="import-${name}">${label}</label>
      <select id="import-${name}" @change=${(/** @type {Event} */ e) => this.make({ [name]: this.valueOf(e) })}>
        ${options.map((option) => html`<option value=${option} ?selected=${option === chosen}>${words(option) || t("import.chooseLayer")}</option>`)}
      </select>
    </div>`;
  }

  /** @param {string} name @param {{hint?: string, required?: boolean}} [options] */
  text(name, { hint, required = false } = {}) {
    const id = `import-${name}`;
    return html`<div class="field">
      <label for=${id}>${t(`import.${name}`)}</label>
      <input id=${id} name=${name} maxlength="400" autocomplete="off" ?required=${required} aria-describedby=${hint ? `${id}-hint` : nothing} />
      ${hint ? html`<p class="hint" id="${id}-hint">${t(hint)}</p>` : nothing}
    </div>`;
  }

  /** @param {Event} event */
  valueOf(event) {
    return /** @type {HTMLSelectElement} */ (event.target).value;
  }

  /** @param {ImportChoices} choice */
  make(choice) {
    this.tell("choice-made", choice);
  }

  /** @param {SubmitEvent} event */
  submit(event) {
    event.preventDefault();
    const given = Object.fromEntries([...new FormData(/** @type {HTMLFormElement} */ (event.target))].filter(([, value]) => String(value).trim() !== ""));
    const { filterColumn, filterValue, mendMetres, crs: _, ...texts } = given;
    /** @type {ImportChoices} */
    const choices = { ...texts };
    if (filterColumn && filterValue) choices.where = { [String(filterColumn)]: String(filterValue) };
    if (mendMetres) choices.mendMetres = Number(mendMetres);
    this.tell("import-wanted", choices);
  }
}

/** @param {string} character */
const delimiterName = (character) => (character === "\t" ? t("import.tab") : character);

customElements.define("copse-import-choices", CopseImportChoices);
