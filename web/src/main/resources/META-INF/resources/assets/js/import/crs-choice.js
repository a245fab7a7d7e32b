// @ts-check
import { html, nothing } from "lit";
import { CopseElement } from "../element.js";
import { number, t } from "../i18n.js";
import { because } from "./findings.js";
import "../map/small-map.js";

/** Which coordinate system a file is in: what was found, and where it is not certain, what else it could be, each on a small map. */
class CopseCrsChoice extends CopseElement {
  static properties = { crs: { attribute: false } };

  constructor() {
    super();
    /** @type {import("../types.js").CrsChoice | null} */
    this.crs = null;
  }

  render() {
    const { crs } = this;
    if (!crs) return nothing;
    return html`<fieldset class="section">
      <legend>${t("import.crs")}</legend>
      <p class=${crs.certain ? "quiet" : "warn-text"}>${crs.certain ? t("import.crsCertain") : crs.lonLat ? t("import.crsGuessed") : crs.alternatives.length ? t("import.crsChoose") : t("import.crsUnknown")}</p>
      <div class="crs-cards">
        ${crs.lonLat ? this.card({ ...crs, lonLat: crs.lonLat }, true) : nothing}
        ${crs.alternatives.map((other) => this.card(other, false))}
      </div>
      <div class="fields">
        <div class="field">
          <label for="import-crs">${t("import.crsOther")}</label>
          <input id="import-crs" maxlength="40" autocomplete="off" aria-describedby="import-crs-hint" placeholder="EPSG:31370"
            @change=${(/** @type {Event} */ e) => this.other(/** @type {HTMLInputElement} */ (e.target).value.trim())} />
          <p class="hint" id="import-crs-hint">${t("import.crsHint")}</p>
        </div>
      </div>
    </fieldset>`;
  }

  /** @param {{code: string, name: string, swapAxes: boolean, lonLat: import("../map/small-map.js").Box, reason?: import("../types.js").Reason, accuracyMetres?: number | null}} choice @param {boolean} chosen */
  card(choice, chosen) {
    const id = `crs-${choice.code}-${choice.swapAxes}`.replace(/\W/g, "-");
    return html`<div class="crs-card ${chosen ? "chosen" : ""}">
      <div class="check">
        <input type="radio" name="crs" id=${id} .checked=${chosen} @change=${() => this.tell("choice-made", { crs: choice.code, swapAxes: choice.swapAxes })} />
        <label for=${id}><bdi>${choice.code || t("import.crsWithoutCode")}</bdi> <bdi>${choice.name}</bdi></label>
      </div>
      <copse-small-map .box=${choice.lonLat} .label=${t("import.crsMap", { crs: choice.code || choice.name })}></copse-small-map>
      ${choice.swapAxes ? html`<p class="small">${t("import.swapped")}</p>` : nothing}
      ${choice.accuracyMetres ? html`<p class="small quiet">${t("import.accuracy", { n: number(choice.accuracyMetres) })}</p>` : nothing}
      ${choice.reason ? because(choice.reason) : nothing}
    </div>`;
  }

  /** @param {string} code */
  other(code) {
    if (code) this.tell("choice-made", { crs: /^\d+$/.test(code) ? `EPSG:${code}` : code, swapAxes: false });
  }
}

customElements.define("copse-crs-choice", CopseCrsChoice);
