// @ts-check
import { html } from "lit";
import { CopseElement } from "../element.js";
import { t } from "../i18n.js";
import { icon } from "../icons.js";

const ENDINGS = ".geojson,.json,.js,.ndjson,.geojsonl,.topojson,.zip,.shp,.dbf,.shx,.prj,.cpg,.gpkg,.fgb,.kml,.kmz,.gpx,.gml,.xml,.mif,.mid,.csv,.tsv,.txt,.xlsx,.gz";

/** Where files are dropped, or chosen with the button: one, or the parts of one layer together: a Shapefile, MIF and MID, the pages of a service. */
class CopseDropZone extends CopseElement {
  static properties = { over: { state: true } };

  constructor() {
    super();
    this.over = false;
  }

  render() {
    return html`<div class="drop-zone ${this.over ? "over" : ""}"
        @dragover=${this.drag} @dragleave=${() => (this.over = false)} @drop=${this.drop}>
      <span class="big">${icon("upload")}</span>
      <p><strong>${t("import.drop")}</strong></p>
      <p>
        <input type="file" id="import-file" class="visually-hidden" multiple accept=${ENDINGS}
          aria-describedby="import-file-hint" @change=${this.choose} @keydown=${this.press} />
        <label class="button primary" for="import-file">${t("import.browse")}</label>
      </p>
      <p class="quiet small" id="import-file-hint">${t("import.fileHint")}</p>
    </div>`;
  }

  /** @param {DragEvent} event */
  drag(event) {
    event.preventDefault();
    this.over = true;
  }

  /** @param {DragEvent} event */
  drop(event) {
    event.preventDefault();
    this.over = false;
    this.take(event.dataTransfer?.files);
  }

  /** Browsers open the choice at the space bar alone; it looks like a button, so Enter does it too. @param {KeyboardEvent} event */
  press(event) {
    if (event.key === "Enter") /** @type {HTMLInputElement} */ (event.target).click();
  }

  /** @param {Event} event */
  choose(event) {
    const input = /** @type {HTMLInputElement} */ (event.target);
    this.take(input.files);
    input.value = ""; // so that the same file can be chosen again
  }

  /** @param {FileList | null | undefined} files */
  take(files) {
    if (files?.length) this.tell("files-chosen", [...files]);
  }
}

customElements.define("copse-drop-zone", CopseDropZone);
