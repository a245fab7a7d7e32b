// @ts-check
import { html, nothing } from "lit";
import { CopseDialog } from "../dialog.js";
import { number, t } from "../i18n.js";
import { errorNotice } from "../notice.js";
import "./small-plan.js";
import { ago } from "./workspace-bar.js";

/** Somebody saved since this draft was begun: keep mine, take theirs, or keep both, with the difference drawn. */
class CopseConflictDialog extends CopseDialog {
  static properties = { draft: { attribute: false }, current: { state: true }, difference: { state: true }, busy: { state: true }, error: { state: true } };

  constructor() {
    super();
    /** @type {import("./draft.js").Draft | null} */
    this.draft = null;
    /** @type {any} */
    this.current = null;
    /** @type {{units: {unit: string, base: number | null, mine: number | null, theirs: number | null}[], contested: number} | null} */
    this.difference = null;
    this.busy = false;
    /** @type {unknown} */
    this.error = null;
  }

  heading() {
    return t("conflict.title");
  }

  /** @param {any} current who saved what when @param {any} difference */
  ask(current, difference) {
    Object.assign(this, { current, difference, error: null });
    return this.open();
  }

  body() {
    const { current, difference, draft } = this;
    if (!current || !draft?.ground) return nothing;
    const rows = difference?.units ?? [];
    return html`<div class="body stack">
        ${errorNotice(this.error)}
        <p>${t("conflict.who", { who: current.savedBy, when: ago(current.savedAt) })} ${current.note ? html`<q><bdi>${current.note}</bdi></q>` : nothing}</p>
        ${difference ? html`<p>${t("conflict.differs", { n: number(rows.length), contested: number(difference.contested) })}</p>
          ${rows.length ? this.drawn(rows) : nothing}
          ${rows.length ? html`<details><summary>${t("conflict.list")}</summary><div class="table-scroll" tabindex="0" role="region" aria-label=${t("conflict.list")}><table>
            <thead><tr><th scope="col">${t("units.unit")}</th><th scope="col">${t("conflict.before")}</th><th scope="col">${t("conflict.mine")}</th><th scope="col">${t("conflict.theirs")}</th></tr></thead>
            <tbody>${rows.slice(0, 200).map((row) => html`<tr><th scope="row"><bdi>${row.unit}</bdi></th><td>${row.base ?? "–"}</td><td>${row.mine ?? "–"}</td><td>${row.theirs ?? "–"}</td></tr>`)}</tbody></table></div></details>` : nothing}` : nothing}
      </div>
      <footer>
        <button type="button" class="primary" ?disabled=${this.busy} @click=${() => this.choose("both")}>${t("conflict.keepBoth")}</button>
        <button type="button" ?disabled=${this.busy} @click=${() => this.choose("mine")}>${t("conflict.keepMine")}</button>
        <button type="button" ?disabled=${this.busy} @click=${() => this.choose("theirs")}>${t("conflict.takeTheirs")}</button>
      </footer>`;
  }

  /** Mine and theirs side by side, what differs in full colour. @param {any[]} rows */
  drawn(rows) {
    const draft = /** @type {any} */ (this.draft);
    const differing = new Set(rows.map(({ unit }) => draft.ground.numberOf.get(unit)));
    const with_ = (/** @type {"mine" | "theirs"} */ whose) => {
      const beats = Int32Array.from(draft.plan.beatOf);
      for (const row of rows) beats[draft.ground.numberOf.get(row.unit)] = row[whose] ?? 0;
      return beats;
    };
    return html`<div class="conflict-maps">${(/** @type {const} */ (["mine", "theirs"])).map((whose) => html`<figure>
      <figcaption class="small">${t(`conflict.${whose}`)}</figcaption>
      <copse-small-plan .ground=${draft.ground} .beats=${with_(whose)} .colours=${colours(draft.plan)} .emphasised=${differing} .width=${340} .height=${250} .words=${t(`conflict.${whose}`)}></copse-small-plan>
    </figure>`)}</div>`;
  }

  /** @param {"mine" | "theirs" | "both"} choice */
  async choose(choice) {
    this.busy = true;
    this.error = null;
    try {
      const contested = await this.draft?.rebase(this.current.revision, choice);
      this.close();
      this.tell("conflict-settled", { choice, contested });
    } catch (error) {
      this.error = error;
    } finally {
      this.busy = false;
    }
  }
}

/** Each beat's colour of the six. @param {import("./plan.js").Plan} plan */
export const colours = (plan) => new Map([...plan.beats.values()].map((beat) => [beat.number, beat.colour]));

customElements.define("copse-conflict-dialog", CopseConflictDialog);
