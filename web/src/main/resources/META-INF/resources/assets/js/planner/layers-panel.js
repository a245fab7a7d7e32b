// @ts-check
import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { CopseElement } from "../element.js";
import { date, number, t } from "../i18n.js";
import { icon } from "../icons.js";
import { isDrawable, KINDS } from "./layer-kinds.js";

/** The imported layers: what is on the map, where each came from, and the way to import another. */
class CopseLayersPanel extends CopseElement {
  static properties = { layers: { attribute: false }, shown: { attribute: false }, busy: { attribute: false }, mayChange: { attribute: false } };

  constructor() {
    super();
    /** @type {import("../types.js").Layer[] | null} null while they are asked for */
    this.layers = null;
    /** @type {Set<string>} ids of the layers on the map */
    this.shown = new Set();
    /** @type {Set<string>} ids of the layers on their way */
    this.busy = new Set();
    this.mayChange = false;
  }

  render() {
    const sorted = [...(this.layers ?? [])].sort(
      (a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || a.name.localeCompare(b.name),
    );
    return html`<h2>${t("layers.title")}</h2>
      ${this.layers === null ? html`<p class="quiet">${t("layers.loading")}</p>` : nothing}
      ${this.layers?.length === 0
        ? html`<div class="empty"><strong>${t("layers.none")}</strong><p>${t("layers.noneHint")}</p></div>`
        : nothing}
      ${this.list(sorted.filter(isDrawable))} ${this.rest(sorted.filter((layer) => !isDrawable(layer)))}
      ${this.mayChange ? html`<a class="button ${this.layers?.length === 0 ? "primary" : ""}" href="/import">${icon("upload")}${t("layers.import")}</a>` : nothing}`;
  }

  /** @param {import("../types.js").Layer[]} layers */
  list(layers) {
    return html`<ul class="layers">
      ${repeat(layers, (layer) => layer.id, (layer) => this.row(layer))}
    </ul>`;
  }

  /** Tables, and what lies beneath the map anyway. @param {import("../types.js").Layer[]} layers */
  rest(layers) {
    if (layers.length === 0) return nothing;
    return html`<details>
      <summary>${t("layers.rest", { n: number(layers.length) })}</summary>
      ${this.list(layers)}
    </details>`;
  }

  /** @param {import("../types.js").Layer} layer */
  row(layer) {
    const drawable = isDrawable(layer);
    const box = `layer-${layer.id}`;
    return html`<li>
      ${drawable
        ? html`<input type="checkbox" id=${box} .checked=${this.shown.has(layer.id)}
            @change=${(/** @type {Event} */ e) => this.tell("layer-toggled", { layer, on: /** @type {HTMLInputElement} */ (e.target).checked })} />`
        : html`<span class="no-box"></span>`}
      <div class="what">
        ${drawable ? html`<label for=${box}>${this.name(layer)}</label>` : html`<span>${this.name(layer)}</span>`}
        <div class="quiet small">
          ${t(`kind.${layer.kind}`)} · ${t("layers.count", { n: number(layer.features) })}
          ${this.busy.has(layer.id) ? html`· <span role="status">${t("layers.drawing")}</span>` : nothing}
        </div>
        <details class="small">
          <summary>${t("layers.more")}<span class="visually-hidden"> ${layer.name}</span></summary>
          ${this.provenance(layer)}
        </details>
      </div>
    </li>`;
  }

  /** @param {import("../types.js").Layer} layer */
  name(layer) {
    return html`<bdi>${layer.name}</bdi>${layer.version > 1 ? html` <span class="quiet">${t("layers.version", { n: layer.version })}</span>` : nothing}`;
  }

  /** @param {import("../types.js").Layer} layer */
  provenance(layer) {
    const facts = [
      ["layers.source", layer.source],
      ["layers.licence", layer.licence],
      ["layers.purpose", layer.purpose],
      ["layers.asOf", layer.asOf && date(layer.asOf)],
      ["layers.importedAt", layer.importedAt && date(layer.importedAt)],
    ];
    return html`<dl class="provenance">
        ${facts.map(([key, value]) => (value ? html`<div><dt class="quiet">${t(/** @type {string} */ (key))}</dt><dd><bdi>${value}</bdi></dd></div>` : nothing))}
      </dl>
      <div class="row">
        ${layer.bbox ? html`<button type="button" class="plain" @click=${() => this.tell("look", layer.bbox)}>${icon("zoom")}${t("layers.zoom")}</button>` : nothing}
        <a class="button plain" href="/import-report?layer=${layer.id}">${icon("report")}${t("layers.report")}<span class="visually-hidden"> ${layer.name}</span></a>
        ${this.mayChange ? html`<button type="button" class="plain" @click=${() => this.tell("layer-unwanted", layer)}>${icon("trash")}${t("layers.delete")}</button>` : nothing}
      </div>`;
  }
}

customElements.define("copse-layers-panel", CopseLayersPanel);
