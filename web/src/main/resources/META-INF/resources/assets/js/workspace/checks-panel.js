// @ts-check
import { html, nothing } from "lit";
import { AskingElement } from "../asking.js";
import { deviation, knows, number, t } from "../i18n.js";
import { icon } from "../icons.js";
import { errorNotice } from "../notice.js";
import { get, post } from "../request.js";
import { planFigures } from "./plan-figures.js";

/** @typedef {{kind: string, beat: number | null, sector: number | null, units: string[], value: number, bound: number, cause?: string}} Check */

/** What is wrong with the plan, the way to each place, and the fewest moves that mend it, shown before they are made. */
class CopseChecksPanel extends AskingElement {
  static properties = { ...AskingElement.properties, draft: { attribute: false }, version: { attribute: false }, mayChange: { attribute: false }, checks: { state: true }, mend: { state: true } };

  constructor() {
    super();
    /** @type {import("./draft.js").Draft | null} */
    this.draft = null;
    this.version = 0;
    this.mayChange = false;
    /** @type {Check[] | null} */
    this.checks = null;
    /** What mending would do. @type {any} */
    this.mend = null;
    this.asked = -1;
    this.next = 0;
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (changed.has("version") || changed.has("draft")) this.look();
  }

  /** Asks anew once the draft has moved on. */
  async look() {
    const { draft } = this;
    if (!draft?.plan || draft.shown.length || this.asked === draft.version) return;
    this.asked = draft.version;
    if (this.mend) this.drop();
    await this.attempt(async () => {
      const { checks } = await get(draft.at("/draft/checks"));
      if (this.asked === draft.version) this.checks = checks;
    });
  }

  render() {
    const { checks } = this;
    if (!checks) return this.error ? errorNotice(this.error) : html`<p class="quiet" role="status">${t("checks.looking")}</p>`;
    const mendable = checks.some(({ kind }) => kind !== "empty-beat");
    return html`${errorNotice(this.error)}
      ${checks.length === 0 ? html`<div class="notice"><div><strong>${t("checks.none")}</strong></div></div>` : html`<h2>${t("checks.title", { n: number(checks.length) })}</h2>`}
      ${mendable && this.mayChange && !this.mend ? html`<button type="button" ?disabled=${this.busy} @click=${() => this.preview()}>${t(this.busy ? "checks.mending" : "checks.mendAll")}</button>` : nothing}
      ${this.mend ? this.proposal(this.mend) : nothing}
      <ul class="checks">${checks.map((check) => html`<li class="card">
        <p>${icon("warning")} ${this.words(check)}</p>
        <div class="row">${check.units.length ? html`<button type="button" class="small" @click=${() => this.goTo(check)}>${t("checks.goThere")}<span class="visually-hidden"> ${this.words(check)}</span></button>` : nothing}
          ${check.beat && this.mayChange && !this.mend && check.kind !== "empty-beat" ? html`<button type="button" class="small" ?disabled=${this.busy} @click=${() => this.preview(check.beat)}>${t("checks.mend")}<span class="visually-hidden"> ${this.words(check)}</span></button>` : nothing}
        </div>
      </li>`)}</ul>`;
  }

  /** @param {any} mend */
  proposal({ moves, left, figures }) {
    return html`<section class="card stack" aria-label=${t("checks.mendTitle")}>
      <p><strong>${t(moves.length === 1 ? "checks.mendOne" : "checks.mendMoves", { n: number(moves.length) })}</strong> ${left.length ? t("checks.mendLeaves", { n: number(left.length) }) : t("checks.mendLeavesNone")}</p>
      ${planFigures(figures.plan, this.draft?.plan?.figures)}
      <div class="row"><button type="button" class="primary" @click=${() => this.take(moves)}>${t("checks.take")}</button>
        <button type="button" @click=${() => this.drop()}>${t("dialog.cancel")}</button></div>
    </section>`;
  }

  /** @param {Check} check */
  words({ kind, beat, sector, units, value, bound }) {
    const key = `checks.${kind}`;
    const hours = kind.endsWith("-hours");
    return knows(key) ? t(key, { beat: beat ?? "", sector: sector ?? "", n: number(kind === "unassigned" ? units.length : value), value: hours ? number(value) : "", bound: number(bound), deviation: deviation(0) }) : kind;
  }

  /** The next problem, from the keyboard. */
  goToNext() {
    const checks = (this.checks ?? []).filter((check) => check.units.length);
    if (checks.length) this.goTo(checks[this.next++ % checks.length]);
  }

  /** @param {Check} check */
  goTo({ units, beat }) {
    this.tell("go-to-units", { units: units.map((id) => this.draft?.ground?.numberOf.get(id)), beat });
  }

  /** @param {number | null} [beat] */
  preview(beat = null) {
    return this.attempt(async () => {
      const draft = /** @type {import("./draft.js").Draft} */ (this.draft);
      await draft.answered;
      this.mend = await post(draft.at("/draft/mend"), beat ? { beats: [beat] } : {});
      this.tell("mend-shown", this.mend.moves);
    });
  }

  drop() {
    this.mend = null;
    this.tell("mend-shown", null);
  }

  /** @param {any[]} moves */
  take(moves) {
    this.tell("edit-wanted", { kind: "moves", moves: moves.map(({ unit, beat }) => ({ unit, beat })), as: "mend" });
    this.drop();
  }
}

customElements.define("copse-checks-panel", CopseChecksPanel);
