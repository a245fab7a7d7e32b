// @ts-check
import { html, nothing } from "lit";
import { term } from "../adoption/words.js";
import { CopseDialog } from "../dialog.js";
import { date, instant, knows, number, t } from "../i18n.js";
import { errorNotice } from "../notice.js";
import { get, patch, post, remove } from "../request.js";

/** All scenarios, to open, copy, rename, note, archive and delete with undo; and all plans that were published. */
class CopseScenarioList extends CopseDialog {
  static properties = { mayChange: { attribute: false }, opened: { attribute: false }, scenarios: { state: true }, plans: { state: true }, archived: { state: true }, looked: { state: true }, history: { state: true }, deleted: { state: true }, error: { state: true } };

  constructor() {
    super();
    this.mayChange = false;
    /** The scenario that is open. */
    this.opened = "";
    /** @type {any[]} */
    this.scenarios = [];
    /** @type {any[]} */
    this.plans = [];
    this.archived = false;
    /** The scenario whose note and history are shown. */
    this.looked = "";
    /** @type {{at: string, by: string, action: string, detail: string | null}[]} */
    this.history = [];
    /** The scenario that was deleted last, to bring back. @type {any} */
    this.deleted = null;
    /** @type {unknown} */
    this.error = null;
  }

  heading() {
    return t("scenarios.title");
  }

  async ask() {
    this.deleted = null;
    await Promise.all([this.open(), this.load()]);
  }

  load() {
    return this.attempt(async () => {
      this.scenarios = await get(`/scenarios${this.archived ? "?archived=true" : ""}`);
      this.plans = await get("/plans").catch(() => []); // a server without the list has scenarios all the same
    });
  }

  /** @param {() => Promise<unknown>} work */
  async attempt(work) {
    this.error = null;
    try {
      await work();
    } catch (error) {
      this.error = error;
    }
  }

  /** Changes something, and shows what it became. @param {() => Promise<unknown>} work */
  change(work) {
    return this.attempt(async () => {
      await work();
      await this.load();
      this.tell("scenarios-changed");
    });
  }

  body() {
    return html`<div class="body stack">
      ${errorNotice(this.error)}
      ${this.deleted ? html`<div class="notice" role="status"><div>${t("scenarios.deleted", { name: this.deleted.name })}
        <button type="button" class="small" @click=${() => this.restore()}>${t("scenarios.restore")}</button></div></div>` : nothing}
      <div class="check"><input type="checkbox" id="scenarios-archived" .checked=${this.archived} @change=${(/** @type {Event} */ e) => {
        this.archived = /** @type {HTMLInputElement} */ (e.target).checked;
        this.load();
      }} /><label for="scenarios-archived">${t("scenarios.archivedToo")}</label></div>
      <ul class="plain-list scenarios">${this.scenarios.map((scenario) => this.scenario(scenario))}</ul>
      ${this.plans.length ? html`<section class="section"><h3>${t("plans.title")}</h3>
        <div class="table-scroll" tabindex="0" role="region" aria-label=${t("plans.title")}><table>
          <thead><tr><th scope="col">${t("plans.plan")}</th><th scope="col">${t("adoption.times")}</th><th scope="col" class="num">${t("table.beats")}</th></tr></thead>
          <tbody>${this.plans.map((plan) => html`<tr><th scope="row"><bdi>${plan.name}</bdi> ${isInForce(plan) ? html`<strong class="good-text small">${t("plans.inForce")}</strong>` : nothing}</th>
            <td>${term(plan)}</td><td class="num">${number(plan.beats)}</td></tr>`)}</tbody>
        </table></div></section>` : nothing}
    </div>`;
  }

  /** @param {any} scenario */
  scenario(scenario) {
    const { id, name, note, archived, createdAt, createdBy, workingPlan } = scenario;
    const looked = this.looked === id;
    const hidden = html`<span class="visually-hidden"> ${name}</span>`;
    return html`<li class="card">
      <div class="row spread"><span><strong><bdi>${name}</bdi></strong> ${id === this.opened ? html`<span class="good-text small">${t("scenarios.open")}</span>` : nothing} ${archived ? html`<span class="quiet small">${t("scenarios.isArchived")}</span>` : nothing}
        <br /><span class="quiet small">${t("scenarios.made", { when: date(createdAt), who: createdBy ?? "" })}${workingPlan ? html` · ${t("scenarios.revision", { n: number(workingPlan) })}` : nothing}</span>
        ${note ? html`<br /><span class="small"><bdi>${note}</bdi></span>` : nothing}</span>
        <span class="row">
          ${id === this.opened ? nothing : html`<button type="button" class="small primary" @click=${() => this.choose(id)}>${t("scenarios.choose")}${hidden}</button>`}
          ${this.mayChange ? html`<button type="button" class="small" @click=${() => this.change(() => post(`/scenarios/${id}/copies`, { name: t("scenarios.copyName", { name }) }))}>${t("scenarios.copy")}${hidden}</button>` : nothing}
          <button type="button" class="small" aria-expanded=${looked ? "true" : "false"} @click=${() => this.look(looked ? "" : id)}>${t("scenarios.more")}${hidden}</button></span></div>
      ${looked ? this.more(scenario) : nothing}
    </li>`;
  }

  /** @param {any} scenario */
  more({ id, name, note, archived }) {
    const value = (/** @type {Event} */ e) => /** @type {HTMLInputElement} */ (e.target).value.trim();
    return html`${this.mayChange ? html`<div class="fields tight">
        <div class="field"><label for="scenario-name-${id}">${t("workspace.name")}</label><input id="scenario-name-${id}" maxlength="200" .value=${name} @change=${(/** @type {Event} */ e) => value(e) && this.change(() => patch(`/scenarios/${id}`, { name: value(e) }))} /></div>
        <div class="field"><label for="scenario-note-${id}">${t("scenarios.note")}</label><input id="scenario-note-${id}" maxlength="2000" .value=${note ?? ""} @change=${(/** @type {Event} */ e) => this.change(() => patch(`/scenarios/${id}`, { note: value(e) }))} /></div>
      </div>
      <div class="row"><button type="button" class="small" @click=${() => this.change(() => patch(`/scenarios/${id}`, { archived: !archived }))}>${t(archived ? "scenarios.unarchive" : "scenarios.archive")}</button>
        <button type="button" class="small" @click=${() => this.delete(id, name)}>${t("scenarios.delete")}</button></div>` : nothing}
      <h4>${t("scenarios.history")}</h4>
      <ul class="history small">${this.history.map(({ at, by, action, detail }) => html`<li>${instant(at)} · <bdi>${by}</bdi> · ${knows(`scenarios.did.${action}`) ? t(`scenarios.did.${action}`) : action}${detail ? html` <span class="quiet"><bdi>${knows(`job.${detail}`) ? t(`job.${detail}`) : detail}</bdi></span>` : nothing}</li>`)}</ul>`;
  }

  /** @param {string} id */
  choose(id) {
    this.close();
    this.tell("scenario-opened", id);
  }

  /** @param {string} id */
  async look(id) {
    Object.assign(this, { looked: id, history: [] });
    if (id) await this.attempt(async () => (this.history = await get(`/scenarios/${id}/history`)));
  }

  /** @param {string} id @param {string} name */
  delete(id, name) {
    return this.change(async () => {
      await remove(`/scenarios/${id}`);
      this.deleted = { id, name };
      this.tell("scenario-deleted", id);
    });
  }

  restore() {
    return this.change(async () => {
      await post(`/scenarios/${this.deleted.id}/restoration`);
      this.deleted = null;
    });
  }
}

/** @param {{from: string, to: string | null}} plan */
const isInForce = ({ from, to }) => Date.parse(from) <= Date.now() && !(to && Date.parse(to) <= Date.now());

customElements.define("copse-scenario-list", CopseScenarioList);
