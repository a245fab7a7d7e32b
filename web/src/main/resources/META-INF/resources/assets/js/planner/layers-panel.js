// @ts-check
import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { repeat } from "lit/directives/repeat.js";
import { CopseElement } from "../element.js";
import { date, number, t } from "../i18n.js";
import { icon } from "../icons.js";
import { onTheme } from "../palette.js";
import { isDrawable, KINDS } from "./layer-kinds.js";
import { PLAIN, SIZES } from "./layer-look.js";
import { layerSymbol } from "./layer-symbol.js";

/** The imported layers: what is on the map, where each came from, and the way to import another. */
class CopseLayersPanel extends CopseElement {
  static properties = { layers: { attribute: false }, shown: { attribute: false }, busy: { attribute: false }, looks: { attribute: false }, mayChange: { attribute: false }, mayReadPoints: { attribute: false }, open: { state: true } };

  constructor() {
    super();
    /** @type {import("../types.js").Layer[] | null} null while they are asked for */
    this.layers = null;
    /** @type {Set<string>} ids of the layers on the map */
    this.shown = new Set();
    /** @type {Set<string>} ids of the layers on their way */
    this.busy = new Set();
    /** How layers are drawn that are not as their kind is, by their ids. @type {Map<string, import("./layer-look.js").Look>} */
    this.looks = new Map();
    this.mayChange = false;
    /** Whether incidents may be seen as points. */
    this.mayReadPoints = false;
    /** The layer whose source is shown. */
    this.open = "";
  }

  connectedCallback() {
    super.connectedCallback();
    this.forgetTheme = onTheme(() => this.requestUpdate());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.forgetTheme?.();
  }

  render() {
    const sorted = [...(this.layers ?? [])].sort(
      (a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || a.name.localeCompare(b.name),
    );
    const none = this.layers?.length === 0;
    return html`<div class="row spread">
        <h2>${t("layers.title")}</h2>
        ${this.mayChange ? html`<a class="button ${none ? "primary" : "plain"}" href="/import">${icon("upload")}${t("layers.import")}</a>` : nothing}
      </div>
      ${this.layers === null ? html`<p class="quiet">${t("layers.loading")}</p>` : nothing}
      ${none ? html`<div class="empty"><strong>${t("layers.none")}</strong><p>${t("layers.noneHint")}</p></div>` : nothing}
      ${this.list(sorted.filter((layer) => this.drawable(layer)))} ${this.rest(sorted.filter((layer) => !this.drawable(layer)))}`;
  }

  /** @param {import("../types.js").Layer} layer */
  drawable(layer) {
    return isDrawable(layer, this.mayReadPoints);
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
    const drawable = this.drawable(layer);
    const box = `layer-${layer.id}`;
    const open = this.open === layer.id;
    return html`<li>
      <div class="layer">
        ${drawable
          ? html`<input type="checkbox" id=${box} .checked=${live(this.shown.has(layer.id))}
              @change=${(/** @type {Event} */ e) => this.tell("layer-toggled", { layer, on: /** @type {HTMLInputElement} */ (e.target).checked })} />
              ${layerSymbol(layer.kind, this.lookOf(layer))}<label for=${box}>${this.name(layer)}</label>`
          : html`<span class="what">${this.name(layer)}</span>`}
        ${this.busy.has(layer.id) ? html`<span class="quiet small" role="status">${t("layers.drawing")}</span>` : nothing}
        <button type="button" class="plain" aria-expanded=${open ? "true" : "false"} title=${t("layers.more")} @click=${() => (this.open = open ? "" : layer.id)}>
          ${icon("info")}<span class="visually-hidden">${t("layers.more")} ${layer.name}</span>
        </button>
      </div>
      ${open ? this.provenance(layer) : nothing}
    </li>`;
  }

  /** @param {import("../types.js").Layer} layer */
  name(layer) {
    return html`<bdi>${layer.name}</bdi>${layer.version > 1 ? html` <span class="quiet">${t("layers.version", { n: layer.version })}</span>` : nothing}`;
  }

  /** @param {import("../types.js").Layer} layer */
  lookOf(layer) {
    return this.looks.get(layer.id) ?? PLAIN;
  }

  /** @param {import("../types.js").Layer} layer */
  look(layer) {
    const { strength, colour, size } = this.lookOf(layer);
    const set = (/** @type {Partial<import("./layer-look.js").Look>} */ change) => this.tell("layer-styled", { layer, look: { ...this.lookOf(layer), ...change } });
    const id = layer.id;
    return html`<div class="look">
      <label for="strength-${id}">${t("workspace.opacity")}</label>
      <input id="strength-${id}" type="range" min="10" max="100" step="5" .value=${String(Math.round(strength * 100))}
        @input=${(/** @type {Event} */ e) => set({ strength: Number(/** @type {HTMLInputElement} */ (e.target).value) / 100 })} />
      <span class="label" id="colour-${id}">${t("workspace.colour")}</span>
      <span class="row colours" role="group" aria-labelledby="colour-${id}">
        <button type="button" class="plain small" aria-pressed=${colour < 0 ? "true" : "false"} @click=${() => set({ colour: -1 })}>${t("layers.ownColour")}</button>
        ${[0, 1, 2, 3, 4, 5].map((n) => html`<button type="button" class="plain swatch beat-${n}" aria-pressed=${n === colour ? "true" : "false"} aria-label=${t("workspace.colourN", { n: number(n + 1) })} @click=${() => set({ colour: n })}></button>`)}
      </span>
      <label for="size-${id}">${t("layers.size")}</label>
      <select id="size-${id}" class="small" @change=${(/** @type {Event} */ e) => set({ size: SIZES[/** @type {keyof typeof SIZES} */ (/** @type {HTMLSelectElement} */ (e.target).value)] })}>
        ${Object.entries(SIZES).map(([name, times]) => html`<option value=${name} ?selected=${times === size}>${t(`layers.size.${name}`)}</option>`)}
      </select></div>`;
  }

  /** @param {import("../types.js").Layer} layer */
  provenance(layer) {
    const facts = [
      ["layers.kind", `${t(`kind.${layer.kind}`)}, ${t("layers.count", { n: number(layer.features) })}`],
      ["layers.source", layer.source],
      ["layers.licence", layer.licence],
      ["layers.purpose", layer.purpose],
      ["layers.asOf", layer.asOf && date(layer.asOf)],
      ["layers.importedAt", layer.importedAt && date(layer.importedAt)],
    ];
    return html`<div class="provenance small"><dl>
        ${facts.map(([key, value]) => (value ? html`<div><dt class="quiet">${t(/** @type {string} */ (key))}</dt><dd><bdi>${value}</bdi></dd></div>` : nothing))}
      </dl>
      ${this.shown.has(layer.id) ? this.look(layer) : nothing}
      <div class="row">
        ${layer.bbox ? html`<button type="button" class="plain" @click=${() => this.tell("look", layer.bbox)}>${icon("zoom")}${t("layers.zoom")}</button>` : nothing}
        ${this.shown.has(layer.id) ? html`<button type="button" class="plain" @click=${() => this.tell("layer-raised", layer)}>${icon("raise")}${t("layers.raise")}</button>` : nothing}
        <a class="button plain" href="/import-report?layer=${layer.id}">${icon("report")}${t("layers.report")}<span class="visually-hidden"> ${layer.name}</span></a>
        ${this.mayChange ? html`<button type="button" class="plain" @click=${() => this.tell("layer-unwanted", layer)}>${icon("trash")}${t("layers.delete")}</button>` : nothing}
      </div></div>`;
  }
}

customElements.define("copse-layers-panel", CopseLayersPanel);
