// @ts-check
import { html, nothing } from "lit";
import { CopseElement } from "../element.js";
import { t } from "../i18n.js";

/** What the colours on the map mean, beside it: on the map it would lie on what it explains. */
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
    return html`<div class="legend small" role="group" aria-label=${t("legend.title")}>
      ${scale
        ? html`<p>${t(`colourBy.${scale.mode}Unit`)}</p>
            <ul class="ramp">
              ${scale.classes().map(({ name, words }) => html`<li><span class="swatch ${name}"></span>${words}</li>`)}
            </ul>`
        : html`<p>${[0, 1, 2, 3, 4, 5].map((colour) => html`<span class="swatch beat-${colour}"></span>`)} ${t("legend.beats")}</p>`}
      ${this.beats ? html`<p><span class="outline"></span>${t("legend.sectors")}</p>` : nothing}
    </div>`;
  }
}

customElements.define("copse-legend", CopseLegend);
