// @ts-check
import { html, nothing } from "lit";
import { moment } from "../adoption/words.js";
import { AskingElement } from "../asking.js";
import { choice } from "../fields.js";
import "../header.js";
import { number, t } from "../i18n.js";
import "../map/place-map.js";
import { beatName } from "../names.js";
import { errorNotice } from "../notice.js";
import "../problems/put-dialog.js";
import { get } from "../request.js";
import "./dialogs.js";
import { openStory } from "./story.js";
import { OPEN, STATES, category, chip, tone } from "./words.js";

/** What residents told: a list, one of them open beside it, and where it is. */
class CopseConcerns extends AskingElement {
  static properties = { answer: { state: true }, story: { state: true }, contact: { state: true }, beats: { state: true } };

  constructor() {
    super();
    /** @type {{total: number, concerns: any[]} | null} */
    this.answer = null;
    /** The one that is open. @type {any} */
    this.story = null;
    /** Its contact, once looked up. @type {string | null} */
    this.contact = null;
    /** Those whose place is known, for the map. @type {any[]} */
    this.places = [];
    /** @type {{id: string, name: string}[]} */
    this.beats = [];
    const asked = new URLSearchParams(location.search);
    this.state = asked.get("state") ?? OPEN.join();
    this.beat = asked.get("beat") ?? "";
    this.addEventListener("people-changed", (event) => this.stepped(/** @type {CustomEvent} */ (event).detail));
  }

  async firstUpdated() {
    await this.load();
    const plan = await get("/plans/current/beats").catch(() => ({ features: [] })); // no plan is in force: no choice of beats
    this.beats = plan.features.map((/** @type {any} */ { properties }) => ({ id: properties.id, name: properties.name }));
  }

  query() {
    return new URLSearchParams({ ...(this.state ? { state: this.state } : {}), ...(this.beat ? { beat: this.beat } : {}) }).toString();
  }

  load() {
    return this.attempt(async () => {
      this.answer = await get(`/concerns?${this.query()}`);
    });
  }

  /** @param {"state" | "beat"} name @param {string} value */
  async want(name, value) {
    this[name] = value;
    history.replaceState(null, "", `?${this.query() || "state="}`);
    this.story = null;
    await this.load();
    this.said = t("concern.count", { n: number(this.answer?.total) });
  }

  /** The map moves to its places when there are others, not whenever the page is drawn. @param {import("lit").PropertyValues} changed */
  willUpdate(changed) {
    if (!changed.has("answer") || !this.answer) return;
    this.places = this.answer.concerns.flatMap((one, i) =>
      one.concern.position ? [{ id: one.concern.id, ...one.concern.position, label: number(i + 1), title: category(one.concern), tone: tone(one) }] : [],
    );
  }

  /** @param {string} id */
  async open(id) {
    await this.attempt(async () => {
      this.story = await get(`/concerns/${id}`);
      this.contact = null;
    });
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.querySelector("#open-concern"))?.focus();
  }

  /** What was decided shows at once; one that is now another beat's may be gone for whoever looks. @param {any} story */
  async stepped(story) {
    this.story = story;
    await this.load();
    this.said = t("people.saved");
  }

  readContact() {
    return this.attempt(async () => {
      this.contact = (await get(`/concerns/${this.story.concern.concern.id}/contact`)).contact;
    });
  }

  render() {
    document.title = `${t("concern.title")} · Copse`;
    return html`<div class="page wide">
      <h1>${t("concern.title")}</h1>
      <p class="lead">${t("concern.staffLead")}</p>
      ${errorNotice(this.error)}
      <p class="visually-hidden" role="status">${this.said}</p>
      <div class="row filters tight">
        ${this.select("state", t("finding.filter.state"), [
          [OPEN.join(), t("concern.filter.open")],
          ["", t("finding.filter.all")],
          ...STATES.map((state) => [state, t(`concern.state.${state}`)]),
        ])}
        ${this.beats.length ? this.select("beat", t("people.beat"), [["", t("finding.filter.anyBeat")], ...this.beats.map((beat) => [beat.id, t("people.beatOf", { beat: beatName(beat) })])]) : nothing}
      </div>
      ${this.answer ? this.list(this.answer) : this.error ? nothing : html`<p class="quiet">${t("people.loading")}</p>`}
      <copse-concern-step-dialog></copse-concern-step-dialog>
      <copse-put-into-case></copse-put-into-case>
    </div>`;
  }

  /** @param {"state" | "beat"} name @param {string} label @param {string[][]} options */
  select(name, label, options) {
    return choice(`filter-${name}`, label, this[name], options, (value) => this.want(name, value));
  }

  /** @param {{total: number, concerns: any[]}} answer */
  list({ total, concerns }) {
    const picked = this.story?.concern.concern.id ?? "";
    if (!total && !picked) return html`<p class="empty">${t(this.state || this.beat ? "concern.noneFiltered" : "concern.none")}</p>`;
    return html`<p>${total > concerns.length ? t("concern.countShown", { n: number(total), shown: number(concerns.length) }) : t("concern.count", { n: number(total) })}</p>
      <div class="with-map concern-desk">
        <div class="map-side stack">
          ${this.places.length
            ? html`<copse-place-map .label=${t("concern.map")} .places=${this.places} .picked=${picked}
                @picked=${(/** @type {CustomEvent} */ e) => this.open(e.detail)}></copse-place-map>`
            : nothing}
          ${this.story
            ? openStory(this.story, {
                contact: this.contact,
                readContact: () => this.readContact(),
                put: () => /** @type {any} */ (this.querySelector("copse-put-into-case")).open({ source: { kind: "concern", ref: picked }, beat: this.story.concern.beat.id, beats: this.beats }),
                step: (to) => /** @type {any} */ (this.querySelector("copse-concern-step-dialog")).open({ story: this.story, to, beats: this.beats }),
              })
            : nothing}
        </div>
        <ul class="finding-list">${concerns.map((one, i) => this.entry(one, i + 1, one.concern.id === picked))}</ul>
      </div>`;
  }

  /** @param {any} one @param {number} n its number on the map @param {boolean} picked */
  entry(one, n, picked) {
    const { concern, beat, alarm } = one;
    return html`<li class="card stack ${picked ? "picked" : ""}">
      <h2><span class="place-mark ${tone(one)}">${number(n)}</span> ${category(concern)} ${chip(concern.standing.state)}
        ${alarm ? html`<span class="warn-text">${t("concern.alarmChip")}</span>` : nothing}</h2>
      <p class="excerpt" dir="auto" lang=${concern.language}><bdi>${concern.words}</bdi></p>
      <div class="row spread"><p class="small quiet">${moment(concern.receivedAt)} · ${t("people.beatOf", { beat: beatName(beat) })}</p>
        <button type="button" aria-label=${`${t("concern.open")}: ${category(concern)}, ${number(n)}`} aria-pressed=${picked ? "true" : "false"} @click=${() => this.open(concern.id)}>${t("concern.open")}</button></div>
    </li>`;
  }
}

customElements.define("copse-concerns", CopseConcerns);
