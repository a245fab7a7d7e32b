// @ts-check
import { html, nothing } from "lit";
import { AskingElement } from "../asking.js";
import { number, t } from "../i18n.js";
import { errorNotice } from "../notice.js";
import { get } from "../request.js";
import { nameWords } from "./names.js";
import { ago } from "./workspace-bar.js";

/** What was done to the plan: this planner's edits, and everybody's saves. */
class CopseHistoryPanel extends AskingElement {
  static properties = { ...AskingElement.properties, draft: { attribute: false }, version: { attribute: false }, mayChange: { attribute: false }, edits: { state: true }, saves: { state: true } };

  constructor() {
    super();
    /** @type {import("./draft.js").Draft | null} */
    this.draft = null;
    this.version = 0;
    this.mayChange = false;
    /** @type {{number: number, name: import("./draft.js").Name, at: string, undone: boolean}[] | null} */
    this.edits = null;
    /** @type {{revision: number, savedBy: string, savedAt: string, note: string | null, units: number, residents: number}[]} */
    this.saves = [];
    this.asked = "";
  }

  updated() {
    const { draft } = this;
    const now = `${draft?.version} ${draft?.base?.revision} ${draft?.latest?.revision}`;
    if (!draft?.plan || draft.shown.length || this.asked === now) return;
    this.asked = now;
    this.attempt(async () => {
      [this.edits, this.saves] = await Promise.all([get(draft.at("/draft/edits")), get(draft.at("/plan/revisions"))]);
    });
  }

  render() {
    if (!this.edits) return this.error ? errorNotice(this.error) : html`<p class="quiet" role="status">${t("planner.loading")}</p>`;
    return html`${errorNotice(this.error)}
      <h2>${t("history.saves")}</h2>
      <ul class="history">${this.saves.map((save) => html`<li><p>${t("history.save", { n: number(save.revision), who: save.savedBy, units: number(save.units), residents: number(save.residents) })} <span class="quiet small">${ago(save.savedAt)}</span></p>
        ${save.note ? html`<q class="small"><bdi>${save.note}</bdi></q>` : nothing}
        ${this.mayChange ? html`<button type="button" class="small" @click=${() => this.tell("edit-wanted", { kind: "take", from: "revision", revision: save.revision })}>${t("history.take")}<span class="visually-hidden"> ${number(save.revision)}</span></button>` : nothing}</li>`)}</ul>
      <h2>${t("history.title")}</h2>
      ${this.edits.length ? nothing : html`<p class="quiet">${t("history.none")}</p>`}
      <ol class="history" reversed>${this.edits.map((edit) => html`<li class=${edit.undone ? "quiet" : ""}>${nameWords(edit.name)} ${edit.undone ? html`<span class="small">(${t("history.undone")})</span>` : nothing} <span class="quiet small">${ago(edit.at)}</span></li>`)}</ol>`;
  }
}

customElements.define("copse-history-panel", CopseHistoryPanel);
