// @ts-check
import { html, nothing } from "lit";
import { CopseDialog } from "../dialog.js";
import { knows, number, t } from "../i18n.js";
import { errorNotice } from "../notice.js";
import { get } from "../request.js";

/** Why the border between two beats lies where it lies: what holds each stretch, and what moving it would cost. */
class CopseWhyDialog extends CopseDialog {
  static properties = { draft: { attribute: false }, mayChange: { attribute: false }, beats: { state: true }, stretches: { state: true }, error: { state: true } };

  constructor() {
    super();
    /** @type {import("./draft.js").Draft | null} */
    this.draft = null;
    this.mayChange = false;
    /** @type {number[]} */
    this.beats = [];
    /** @type {any[] | null} */
    this.stretches = null;
    /** @type {unknown} */
    this.error = null;
  }

  heading() {
    return t("why.title");
  }

  /** @param {number[]} beats two of them */
  async ask(beats) {
    Object.assign(this, { beats, stretches: null, error: null });
    await this.open();
    try {
      const draft = /** @type {import("./draft.js").Draft} */ (this.draft);
      await draft.answered;
      this.stretches = (await get(draft.at(`/draft/boundary?beats=${beats.join(",")}`))).stretches;
    } catch (error) {
      this.error = error;
    }
  }

  body() {
    const [a, b] = this.beats;
    return html`<div class="body stack">${errorNotice(this.error)}
      <p><strong>${t("why.between", { a: a ?? "", b: b ?? "" })}</strong></p>
      ${this.stretches ? (this.stretches.length ? this.stretches.map((stretch) => this.stretch(stretch)) : html`<p>${t("why.none")}</p>`) : this.error ? nothing : html`<p class="quiet" role="status">${t("planner.loading")}</p>`}
    </div>`;
  }

  /** @param {any} stretch */
  stretch({ cause, term, kilometres, move, edges }) {
    const words = term ? (knows(`objective.${term}`) ? t(`objective.${term}`) : term) : "";
    return html`<section class="card stack"><p>${t(`why.cause.${cause}`, { term: words })} <span class="quiet small">${t("why.stretch", { km: number(kilometres, { maximumFractionDigits: 2 }) })}</span></p>
      ${move ? html`<p class="small">${t("why.move", { unit: move.unit, to: move.to, score: number(move.score, { maximumSignificantDigits: 2, signDisplay: "exceptZero" }), hours: Object.entries(move.hours).map(([beat, hours]) => t("why.moveHours", { beat, hours: number(/** @type {number} */ (hours)) })).join(", ") })}</p>` : nothing}
      <div class="row"><button type="button" class="small" @click=${() => this.goTo(edges)}>${t("checks.goThere")}</button>
        ${move && this.mayChange ? html`<button type="button" class="small" @click=${() => this.make(move)}>${t("why.make")}</button>` : nothing}</div></section>`;
  }

  /** @param {number[][]} edges pairs of units */
  goTo(edges) {
    this.close();
    this.tell("go-to-units", { units: [...new Set(edges.flat())], beat: null });
  }

  /** @param {{unit: string, to: number}} move */
  make({ unit, to }) {
    this.close();
    this.tell("edit-wanted", { kind: "move", units: [unit], to });
  }
}

customElements.define("copse-why-dialog", CopseWhyDialog);
