// @ts-check
import { html, nothing } from "lit";
import { CopseElement } from "../element.js";
import { locale, number, t } from "../i18n.js";
import { icon } from "../icons.js";
import { nameWords } from "./names.js";

const MINUTE = 60_000;

/** What is saved and what is not, undo and redo by name, and who else is here. */
class CopseWorkspaceBar extends CopseElement {
  static properties = { draft: { attribute: false }, version: { attribute: false }, others: { attribute: false }, saving: { attribute: false }, mayChange: { attribute: false } };

  constructor() {
    super();
    /** @type {import("./draft.js").Draft | null} */
    this.draft = null;
    this.version = 0;
    /** @type {{account: string, pendingUnits: number}[]} */
    this.others = [];
    this.saving = false;
    this.mayChange = false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.ticking = setInterval(() => this.requestUpdate(), MINUTE / 2);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.ticking);
  }

  render() {
    const { draft } = this;
    if (!draft?.plan) return nothing;
    const { undoes, redoes, pending } = draft;
    return html`<div class="workspace-bar" role="toolbar" aria-label=${t("workspace.bar")}>
      ${this.step("undo", undoes)} ${this.step("redo", redoes)}
      <span class="pending small ${pending.changed ? "warn-text" : "quiet"}" role="status">${this.standing()}</span>
      ${this.newer()} ${this.others.map(({ account, pendingUnits }) => html`<span class="small other">${icon("people")}<bdi>${account}</bdi> ${pendingUnits ? t("workspace.otherPending", { n: number(pendingUnits) }) : t("workspace.otherHere")}</span>`)}
      <span class="gap"></span>
      <button type="button" class="plain" @click=${() => this.tell("keys-wanted")}>${t("workspace.keys")}</button>
      <button type="button" class="plain" @click=${() => this.tell("print-wanted")}>${t("workspace.print")}</button>
      <button type="button" class="plain" ?disabled=${!pending.changed} @click=${() => this.tell("revert-wanted")}>${t("workspace.revert")}</button>
      <button type="button" class=${pending.changed ? "primary" : ""} ?disabled=${!pending.changed || this.saving} @click=${() => this.tell("save-wanted")}>${t("workspace.save")}</button>
    </div>`;
  }

  /** @param {"undo" | "redo"} way @param {import("./draft.js").Name | null} name */
  step(way, name) {
    const words = name ? t(`workspace.${way}What`, { what: nameWords(name) }) : t(`workspace.${way}`);
    return html`<button type="button" class="plain step" ?disabled=${!name} title=${words} @click=${() => this.tell(`${way}-wanted`)}>
      ${icon(way)}<span class="visually-hidden">${words}</span>${way === "undo" && name ? html`<span class="what small" aria-hidden="true">${nameWords(name)}</span>` : nothing}
    </button>`;
  }

  standing() {
    const { pending, base } = /** @type {import("./draft.js").Draft} */ (this.draft);
    if (pending.units === 1) return t("workspace.pendingOne", { residents: number(pending.residents) });
    if (pending.units) return t("workspace.pending", { units: number(pending.units), residents: number(pending.residents) });
    if (pending.changed) return t("workspace.pendingOther");
    return t("workspace.savedBy", { when: ago(base.savedAt), who: base.savedBy });
  }

  /** Somebody saved since. */
  newer() {
    const { base, latest } = /** @type {import("./draft.js").Draft} */ (this.draft);
    if (!latest || latest.revision <= base.revision) return nothing;
    return html`<button type="button" class="plain warn-text small" @click=${() => this.tell("conflict-wanted")}>
      ${icon("warning")}${t("workspace.newer", { who: latest.savedBy, when: ago(latest.savedAt) })}
    </button>`;
  }
}

/** A moment of the past in words. @param {string} iso */
export function ago(iso) {
  const minutes = Math.round((Date.now() - new Date(iso).getTime()) / MINUTE);
  const format = new Intl.RelativeTimeFormat(locale(), { numeric: "auto" });
  if (minutes < 1) return format.format(0, "second");
  if (minutes < 60) return format.format(-minutes, "minute");
  return minutes < 60 * 24 ? format.format(-Math.round(minutes / 60), "hour") : format.format(-Math.round(minutes / 60 / 24), "day");
}

customElements.define("copse-workspace-bar", CopseWorkspaceBar);
