// @ts-check
import { html, nothing } from "lit";
import { CopseElement } from "../element.js";
import { t } from "../i18n.js";

/** Narrower maps keep their room; the legend opens at a touch. */
const SHOWN_FROM = 700;

/** What the colours on the map mean. */
class CopseLegend extends CopseElement {
  static properties = { scale: { attribute: false }, beats: { attribute: false } };

  constructor() {
    super();
    /** @type {import("./colour-by.js").Scale | null} */
    this.scale = null;
    /** Whether beats are on the map. */
    this.beats = false;
  }

  render() {
    const { scale } = this;
    if (!scale && !this.beats) return nothing;
    return html`<details class="legend" ?open=${innerWidth >= SHOWN_FROM}>
      <summary>${scale ? t(`colourBy.${scale.mode}Unit`) : t("legend.title")}</summary>
      ${scale ? nothing : html`<p>${t("legend.beats")}</p>`}
      ${scale
        ? html`<ul>
            ${scale.classes().map(({ name, words }) => html`<li><span class="swatch ${name}"></span>${words}</li>`)}
          </ul>`
        : nothing}
      ${this.beats ? html`<p class="outline">${t("legend.sectors")}</p>` : nothing}
    </details>`;
  }
}

customElements.define("copse-legend", CopseLegend);
