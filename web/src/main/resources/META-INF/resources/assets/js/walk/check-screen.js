// @ts-check
import { html, nothing } from "lit";
import { CopseElement } from "../element.js";
import { t } from "../i18n.js";
import { places } from "./record-screen.js";
import * as store from "./store.js";
import { save } from "./file.js";
import { AGES, category, dots, ROLES } from "./words.js";
import "./walk-map.js";

/** A walk at its end, or afterwards: who walked along, in numbers, what was found, and that it is complete. */
class CopseWalkCheck extends CopseElement {
  static properties = { walk: { attribute: false }, stop: { attribute: false }, own: { state: true }, rows: { state: true }, segments: { state: true } };

  constructor() {
    super();
    /** @type {import("./store.js").Walk} */
    this.walk = /** @type {any} */ (null);
    /** Ends the recording. @type {() => Promise<void>} */
    this.stop = async () => {};
    /** The walk's own item. @type {any} */
    this.own = null;
    /** @type {{id: string, finding: any}[]} */
    this.rows = [];
    /** @type {number[][][]} */
    this.segments = [];
  }

  connectedCallback() {
    super.connectedCallback();
    this.load();
  }

  async load() {
    const all = await store.items(this.walk.id);
    this.own = JSON.parse(all.find((row) => row.kind === "walk")?.body ?? "{}");
    this.rows = all
      .filter((row) => row.kind === "finding")
      .map((row) => ({ id: row.id, finding: JSON.parse(row.body) }))
      .filter(({ finding }) => !finding.removed);
    this.segments = [...(await store.track(this.walk.id)).values()];
  }

  /** @param {Record<string, unknown>} change */
  async change(change) {
    const { version: _, ...fields } = { ...this.own, ...change };
    this.own = fields; // before it is stored: a tap that comes meanwhile changes this one
    await store.record(this.walk.id, "walk", this.walk.id, fields);
  }

  /** @param {SubmitEvent} event */
  add(event) {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.target);
    const given = new FormData(form);
    const group = { role: String(given.get("role")), ages: String(given.get("ages")), count: Number(given.get("count")) };
    const rest = (this.own.participants ?? []).filter((/** @type {any} */ one) => one.role !== group.role || one.ages !== group.ages);
    this.change({ participants: [...rest, group] });
  }

  async finish() {
    await this.stop();
    await this.change({ endedAt: this.own.endedAt ?? new Date().toISOString() });
    location.hash = "outbox";
  }

  render() {
    if (!this.own) return nothing;
    const finished = this.walk.mode === "finished";
    return html`<div class="page">
      <h1><bdi>${this.own.title}</bdi></h1>
      <section class="stack"><h2>${t("walk.findings", { n: this.rows.length })}</h2>
        ${this.rows.length ? html`<ul class="lines">${this.rows.map(({ id, finding }) => html`<li><a class="big" href="#finding/${this.walk.id}/${id}"><span>${category(finding.category)} ${dots(finding.severity)}</span>${finding.words ? html`<bdi class="quiet">${finding.words}</bdi>` : nothing}</a></li>`)}</ul>` : html`<p class="empty">${t("walk.noFindings")}</p>`}
      </section>
      <copse-walk-map class="small" .segments=${this.segments} .findings=${places(this.rows)} label=${t("walk.map")}></copse-walk-map>
      ${this.who()}
      <div class="field"><label for="walk-note">${t("walk.note")}</label><textarea id="walk-note" rows="3" maxlength="4000" .value=${this.own.note ?? ""} @change=${(/** @type {any} */ e) => this.change({ note: e.target.value })}></textarea><p class="hint">${t("walk.wordsHint")}</p></div>
      <div class="check big"><input id="walk-whole" type="checkbox" ?checked=${!this.own.wholeTrack} @change=${(/** @type {any} */ e) => this.change({ wholeTrack: !e.target.checked })} /><label for="walk-whole">${t("walk.trim")}</label></div>
      <div class="ends">
        ${finished ? html`<a class="button big primary" href="#outbox">${t("walk.toOutbox")}</a>` : html`<button type="button" class="big primary" @click=${this.finish}>${t("walk.finish")}</button><a class="button big" href="#record/${this.walk.id}">${t("walk.back")}</a>`}
        <button type="button" class="big" @click=${() => save(this.walk.id)}>${t("walk.saveFile")}</button>
      </div>
    </div>`;
  }

  who() {
    const groups = this.own.participants ?? [];
    return html`<section class="stack"><h2>${t("walk.who")}</h2>
      <p class="quiet">${t("walk.whoHint")}</p>
      <ul class="lines">${groups.map((/** @type {any} */ one) => html`<li class="row spread"><span>${one.count} × ${t(`walk.role.${one.role}`)}, ${t(`walk.ages.${one.ages}`)}</span><button type="button" class="big" @click=${() => this.change({ participants: groups.filter((/** @type {any} */ other) => other !== one) })}>${t("walk.dropGroup")}<span class="visually-hidden"> ${t(`walk.role.${one.role}`)}, ${t(`walk.ages.${one.ages}`)}</span></button></li>`)}</ul>
      <form class="groups" @submit=${this.add}>
        <label>${t("walk.count")}<input name="count" type="number" inputmode="numeric" min="1" max="500" value="1" required /></label>
        <label>${t("walk.role")}<select name="role">${ROLES.map((one) => html`<option value=${one}>${t(`walk.role.${one}`)}</option>`)}</select></label>
        <label>${t("walk.ages")}<select name="ages">${AGES.map((one) => html`<option value=${one} ?selected=${one === "adult"}>${t(`walk.ages.${one}`)}</option>`)}</select></label>
        <button class="big">${t("walk.addGroup")}</button>
      </form>
    </section>`;
  }
}

customElements.define("copse-walk-check", CopseWalkCheck);
