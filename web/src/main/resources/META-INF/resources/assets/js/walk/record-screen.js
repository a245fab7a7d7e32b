// @ts-check
import { html, nothing } from "lit";
import { CopseElement } from "../element.js";
import { distance, number, t } from "../i18n.js";
import { metresBetween } from "../map/globe.js";
import { againList, lookedAgain } from "./again.js";
import { state } from "./outbox.js";
import * as store from "./store.js";
import { CATEGORIES, category, clock, dots, progressWords, signInNotice } from "./words.js";
import "./walk-map.js";

const AT_HAND = 3;

/** While one walks: how it goes, the map, and a finding in two taps, what it is and how bad. */
class CopseWalkRecord extends CopseElement {
  static properties = { walk: { attribute: false }, recorder: { attribute: false }, open: { type: Number }, picked: { state: true }, asset: { state: true }, more: { state: true }, rows: { state: true }, segments: { state: true }, full: { state: true } };

  constructor() {
    super();
    /** @type {import("./store.js").Walk} */
    this.walk = /** @type {any} */ (null);
    /** @type {import("./recorder.js").Recorder | null} */
    this.recorder = null;
    /** @type {number | null} */
    this.open = null;
    /** The category that was tapped. */
    this.picked = "";
    this.asset = false;
    this.more = false;
    this.full = false;
    /** @type {{id: string, finding: any}[]} */
    this.rows = [];
    /** Where they were found. @type {ReturnType<typeof places>} */
    this.places = [];
    /** @type {number[][][]} */
    this.segments = [];
    /** The number of the last of them. @type {number | undefined} */
    this.segment = undefined;
    this.changed = () => this.refresh();
    this.timer = 0;
  }

  connectedCallback() {
    super.connectedCallback();
    this.forget = store.onChange(() => this.load());
    this.timer = window.setInterval(() => this.requestUpdate(), 1000);
    this.load();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.forget?.();
    clearInterval(this.timer);
    this.recorder?.removeEventListener("change", this.changed);
  }

  /** @param {Map<string, unknown>} changes */
  willUpdate(changes) {
    if (!changes.has("recorder")) return;
    /** @type {any} */ (changes.get("recorder"))?.removeEventListener("change", this.changed);
    this.recorder?.addEventListener("change", this.changed);
  }

  async load() {
    this.rows = (await store.items(this.walk.id))
      .filter((row) => row.kind === "finding")
      .map((row) => ({ id: row.id, finding: JSON.parse(row.body) }))
      .filter(({ finding }) => !finding.removed);
    this.places = places(this.rows);
    const track = await store.track(this.walk.id);
    this.segments = [...track.values()];
    this.segment = [...track.keys()].at(-1);
  }

  /** A point more: the map's line grows without reading all from the disk. */
  refresh() {
    const { last, segment } = this.recorder ?? {};
    const line = this.segments.at(-1) ?? [];
    if (last && line.at(-1)?.[3] !== last[3]) {
      this.segments = segment === this.segment ? [...this.segments.slice(0, -1), [...line, last]] : [...this.segments, [last]];
      this.segment = segment;
    }
    this.requestUpdate();
  }

  /** @param {number} severity */
  async save(severity) {
    const position = this.recorder?.position;
    const place = position ? { lon: position.lon, lat: position.lat, accuracyMetres: Math.round(position.accuracyMetres * 10) / 10, how: "gps" } : null;
    try {
      await store.record(this.walk.id, "finding", crypto.randomUUID(), { at: new Date().toISOString(), category: this.picked, kind: this.asset ? "asset" : "problem", severity, place, words: "", photos: [] });
      this.full = false;
    } catch {
      this.full = true;
      return;
    }
    Object.assign(this, { picked: "", asset: false, more: false });
    await this.updateComplete;
    this.querySelector("button")?.focus();
  }

  /** @param {import("./luggage.js").Earlier} earlier @param {boolean} gone */
  async again(earlier, gone) {
    this.full = await lookedAgain(this.walk.id, earlier, gone).then(() => false, () => true);
  }

  /** The last words of a walk are said on the next screen. */
  finish() {
    location.hash = `check/${this.walk.id}`;
  }

  render() {
    const going = this.recorder !== null;
    const metres = this.segments.reduce((sum, points) => sum + points.slice(1).reduce((part, point, i) => part + metresBetween(points[i], point), 0), 0);
    const accuracy = this.recorder?.position?.accuracyMetres;
    return html`<div class="recording">
      <h1 class="visually-hidden">${t("walk.recordTitle")}</h1>
      <p class="meter ${going ? "" : "paused"}">
        <strong>${t(going ? "walk.recording" : "walk.paused")}</strong> <span>${clock(Date.now() - this.walk.begun)}</span> <span>${distance(metres)}</span>
        <span>${accuracy === undefined ? t("walk.noPosition") : t("walk.accuracy", { n: number(accuracy) })}</span>
        <a class="open-items" href="#outbox">${this.open ? t("walk.unsent", { n: this.open }) : ""} ${progressWords(state(), this.open)}</a>
      </p>
      ${signInNotice(state())} ${this.trouble()}
      <copse-walk-map .segments=${this.segments} .position=${this.recorder?.position ?? null} .findings=${this.places} .along=${this.walk.along ?? null} label=${t("walk.map")}></copse-walk-map>
      ${this.picked ? this.severity() : this.categories()} ${this.last()}
      ${againList(this.walk.along?.earlier ?? [], this.rows, this.recorder?.position ?? null, this.walk.id, (one, gone) => this.again(one, gone))}
      <div class="ends">
        ${going ? html`<button type="button" class="big" @click=${() => this.tell("pause")}>${t("walk.pause")}</button>` : html`<button type="button" class="big primary" @click=${() => this.tell("begun", this.walk.id)}>${t("walk.continue")}</button>`}
        <button type="button" class="big" @click=${this.finish}>${t("walk.finishAndCheck")}</button>
      </div>
    </div>`;
  }

  trouble() {
    if (this.full || this.recorder?.trouble === "full") return html`<div class="notice error" role="alert"><div>${t("walk.full")}</div></div>`;
    return this.recorder?.trouble ? html`<div class="notice warn" role="status"><div>${t(this.recorder.trouble === "denied" ? "walk.positionDenied" : "walk.positionNone")}</div></div>` : nothing;
  }

  categories() {
    const shown = this.more ? CATEGORIES : CATEGORIES.slice(0, AT_HAND);
    return html`<section aria-labelledby="walk-what">
      <h2 id="walk-what" class="visually-hidden">${t("walk.what")}</h2>
      <div class="choices">
        ${shown.map((one) => html`<button type="button" class="big" @click=${() => Object.assign(this, { picked: one, asset: one === "liked" })}>+ ${category(one)}</button>`)}
        <button type="button" class="big" aria-expanded=${this.more} @click=${() => (this.more = !this.more)}>${t(this.more ? "walk.fewer" : "walk.more")}</button>
      </div>
    </section>`;
  }

  severity() {
    return html`<section class="stack" aria-labelledby="walk-how">
      <h2 id="walk-how">${category(this.picked)}</h2>
      <div class="choices two" role="group" aria-label=${t("walk.kind")}>
        <button type="button" class="big" aria-pressed=${!this.asset} @click=${() => (this.asset = false)}>${t("walk.problem")}</button>
        <button type="button" class="big" aria-pressed=${this.asset} @click=${() => (this.asset = true)}>${t("walk.asset")}</button>
      </div>
      ${this.asset
        ? html`<button type="button" class="big primary wide" @click=${() => this.save(0)}>${t("walk.save")}</button>`
        : html`<div class="severities" role="group" aria-label=${t("walk.howBad")}>${[0, 1, 2, 3, 4].map((n) => html`<button type="button" class="big s${n}" @click=${() => this.save(n)}>${number(n)} <span>${t(`walk.severity.${n}`)}</span></button>`)}</div>`}
      <button type="button" class="big wide" @click=${() => (this.picked = "")}>${t("walk.cancel")}</button>
    </section>`;
  }

  last() {
    const last = this.rows.at(-1);
    if (!last) return html`<p class="quiet">${t("walk.noFindings")}</p>`;
    const { category: kind, severity, words, photos } = last.finding;
    return html`<p class="last"><span>${t("walk.last")} <strong>${words ? html`<bdi>${words}</bdi>` : category(kind)}</strong> ${dots(severity)} ${photos?.length ? t("walk.photos", { n: photos.length }) : nothing}</span>
      <a class="button big" href="#finding/${this.walk.id}/${last.id}">${t("walk.edit")}</a></p>`;
  }
}

/** @param {{finding: any}[]} rows */
export const places = (rows) => rows.filter(({ finding }) => finding.place).map(({ finding }) => ({ ...finding.place, severity: finding.severity, asset: finding.kind === "asset" }));

customElements.define("copse-walk-record", CopseWalkRecord);
