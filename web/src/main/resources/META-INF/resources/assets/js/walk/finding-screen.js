// @ts-check
import { html, nothing } from "lit";
import { CopseElement } from "../element.js";
import { number, t } from "../i18n.js";
import "./cover-dialog.js";
import * as store from "./store.js";
import { CATEGORIES, category } from "./words.js";
import "./walk-map.js";

const AHEAD_METRES = 15;
const METRES_PER_DEGREE = 111_195;
const MOST_PHOTOS = 12;

/** One finding, to be completed or changed, also when it was sent. Each change is stored as it is made. */
class CopseWalkFinding extends CopseElement {
  static properties = { walk: { attribute: false }, finding: { type: String }, recorder: { attribute: false }, row: { state: true }, pictures: { state: true }, full: { state: true } };

  constructor() {
    super();
    /** @type {import("./store.js").Walk} */
    this.walk = /** @type {any} */ (null);
    this.finding = "";
    /** @type {import("./recorder.js").Recorder | null} */
    this.recorder = null;
    /** @type {any} */
    this.row = null;
    /** @type {{sha256: string, url: string | null}[]} */
    this.pictures = [];
    this.full = false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.load();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.release();
  }

  release() {
    for (const { url } of this.pictures) if (url) URL.revokeObjectURL(url);
    this.pictures = [];
  }

  async load() {
    const row = (await store.items(this.walk.id)).find((one) => one.kind === "finding" && one.id === this.finding);
    this.row = row ? JSON.parse(row.body) : null;
    await this.loadPictures();
  }

  async loadPictures() {
    this.release();
    this.pictures = await Promise.all(
      (this.row?.photos ?? []).map(async (/** @type {string} */ sha256) => {
        const data = await store.photoBytes(this.walk.id, sha256);
        return { sha256, url: data ? URL.createObjectURL(new Blob([data], { type: "image/jpeg" })) : null };
      }),
    );
  }

  /** @param {Record<string, unknown>} change */
  async change(change) {
    const { version: _, ...fields } = { ...this.row, ...change };
    this.row = fields; // before it is stored: a tap that comes meanwhile changes this one
    try {
      await store.record(this.walk.id, "finding", this.finding, fields);
      this.full = false;
    } catch {
      this.full = true;
    }
  }

  /** @param {Event} event */
  async picked(event) {
    const field = /** @type {HTMLInputElement} */ (event.target);
    const file = field.files?.[0];
    field.value = "";
    if (file) await /** @type {any} */ (this.querySelector("copse-cover-dialog")).cover(file);
  }

  /** @param {CustomEvent} event */
  async covered({ detail: { sha256, data } }) {
    try {
      await store.addPhoto(this.walk.id, sha256, data);
    } catch {
      this.full = true;
      return;
    }
    if (!this.row.photos.includes(sha256)) await this.change({ photos: [...this.row.photos, sha256] });
    await this.loadPictures();
  }

  /** @param {string} sha256 */
  async dropPhoto(sha256) {
    await this.change({ photos: this.row.photos.filter((/** @type {string} */ one) => one !== sha256) });
    await store.dropPhoto(this.walk.id, sha256);
    await this.loadPictures();
  }

  /** Beside or before where one stands, without going there. @param {number} north @param {number} east */
  ahead(north, east) {
    const from = this.row.place ?? this.recorder?.position;
    if (!from) return;
    const lat = from.lat + (north * AHEAD_METRES) / METRES_PER_DEGREE;
    const lon = from.lon + (east * AHEAD_METRES) / METRES_PER_DEGREE / Math.cos((from.lat * Math.PI) / 180);
    this.change({ place: { lon, lat, accuracyMetres: AHEAD_METRES + (from.accuracyMetres ?? 0), how: "ahead" } });
  }

  async takeBack() {
    await this.change({ removed: true });
    for (const sha256 of this.row.photos) await store.dropPhoto(this.walk.id, sha256);
    history.back();
  }

  render() {
    if (!this.row) return html`<div class="page"><h1>${t("walk.finding")}</h1><p class="empty">${t("walk.findingGone")}</p></div>`;
    const { category: kind, severity, words, rating } = this.row;
    return html`<div class="page">
      <h1>${category(kind)}</h1>
      ${this.full ? html`<div class="notice error" role="alert"><div>${t("walk.full")}</div></div>` : nothing}
      <div class="field"><label for="finding-category">${t("walk.what")}</label>
        <select id="finding-category" @change=${(/** @type {any} */ e) => this.change({ category: e.target.value })}>${CATEGORIES.map((one) => html`<option value=${one} ?selected=${one === kind}>${category(one)}</option>`)}</select></div>
      ${this.row.again
        ? this.choice("walk.again.how", [false, true], this.row.gone, (one) => t(one ? "walk.again.gone" : "walk.again.there"), (one) => this.change({ gone: one, severity: one ? 0 : severity }))
        : this.choice("walk.kind", ["problem", "asset"], this.row.kind, (one) => t(`walk.${one}`), (one) => this.change({ kind: one, severity: one === "asset" ? 0 : severity }))}
      ${this.row.kind === "asset" ? nothing : this.choice("walk.howBad", [0, 1, 2, 3, 4], severity, (one) => html`${number(one)} <span>${t(`walk.severity.${one}`)}</span>`, (one) => this.change({ severity: one }))}
      <div class="field"><label for="finding-words">${t("walk.words")}</label><textarea id="finding-words" rows="3" maxlength="2000" .value=${words ?? ""} @change=${(/** @type {any} */ e) => this.change({ words: e.target.value })}></textarea><p class="hint">${t("walk.wordsHint")}</p></div>
      ${this.photos()} ${this.place()}
      ${this.choice("walk.rating", [1, 2, 3, 4, 5], rating, (one) => html`${number(one)} <span>${t(`walk.rating.${one}`)}</span>`, (one) => this.change({ rating: one === rating ? null : one }))}
      <div class="ends"><button type="button" class="big primary" @click=${() => history.back()}>${t("walk.done")}</button><button type="button" class="big" @click=${this.takeBack}>${t("walk.takeBack")}</button></div>
      <copse-cover-dialog @covered=${this.covered}></copse-cover-dialog>
    </div>`;
  }

  /** @template T @param {string} label @param {T[]} all @param {T} chosen @param {(one: T) => unknown} words @param {(one: T) => void} choose */
  choice(label, all, chosen, words, choose) {
    return html`<div class="stack"><h2>${t(label)}</h2><div class=${all.length > 2 ? "severities" : "choices two"} role="group" aria-label=${t(label)}>${all.map((one) => html`<button type="button" class="big" aria-pressed=${one === chosen} @click=${() => choose(one)}>${words(one)}</button>`)}</div></div>`;
  }

  photos() {
    const room = this.row.photos.length < MOST_PHOTOS;
    return html`<section class="stack">
      <h2>${t("walk.photosTitle")}</h2>
      <ul class="pictures">
        ${this.pictures.map(({ sha256, url }, i) => html`<li>${url ? html`<img src=${url} alt=${t("walk.photoNumber", { n: i + 1 })} />` : html`<span class="quiet">${t("walk.photoSent")}</span>`}<button type="button" class="big" @click=${() => this.dropPhoto(sha256)}>${t("walk.dropPhoto")}</button></li>`)}
      </ul>
      ${room ? html`<label class="button big wide" for="finding-photo">${t("walk.addPhoto")}</label><input id="finding-photo" class="visually-hidden" type="file" accept="image/*" capture="environment" @change=${this.picked} />` : nothing}
      <p class="quiet">${t("walk.photoHint")}</p>
    </section>`;
  }

  place() {
    const { place } = this.row;
    return html`<section class="stack">
      <h2>${t("walk.place")}</h2>
      <p>${place ? t(`walk.placed.${place.how}`, { n: number(place.accuracyMetres ?? 0) }) : t("walk.notPlaced")}</p>
      <copse-walk-map class="small" .findings=${place ? [{ ...place, severity: this.row.severity, asset: this.row.kind === "asset" }] : []} .pin=${place} .position=${this.recorder?.position ?? null} label=${t("walk.placeMap")}
        @pinned=${(/** @type {CustomEvent} */ e) => this.change({ place: { ...e.detail, accuracyMetres: null, how: "pin" } })}></copse-walk-map>
      <p class="quiet">${t("walk.placeHint")}</p>
      <div class="choices two">
        ${this.recorder?.position ? html`<button type="button" class="big" @click=${this.here}>${t("walk.here")}</button>` : nothing}
        <button type="button" class="big" @click=${() => this.ahead(1, 0)}>${t("walk.north")}</button><button type="button" class="big" @click=${() => this.ahead(-1, 0)}>${t("walk.south")}</button>
        <button type="button" class="big" @click=${() => this.ahead(0, -1)}>${t("walk.west")}</button><button type="button" class="big" @click=${() => this.ahead(0, 1)}>${t("walk.east")}</button>
      </div>
    </section>`;
  }

  here() {
    const at = this.recorder?.position;
    if (at) this.change({ place: { lon: at.lon, lat: at.lat, accuracyMetres: at.accuracyMetres, how: "gps" } });
  }
}

customElements.define("copse-walk-finding", CopseWalkFinding);
