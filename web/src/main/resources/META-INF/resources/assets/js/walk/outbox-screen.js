// @ts-check
import { html, nothing } from "lit";
import { CopseElement } from "../element.js";
import { knows, t } from "../i18n.js";
import { save } from "./file.js";
import { onProgress, send, state } from "./outbox.js";
import * as store from "./store.js";
import { category, dots, progressWords, signInNotice } from "./words.js";

/** What is still on its way, item by item, with what it waits for. */
class CopseWalkOutbox extends CopseElement {
  static properties = { open: { type: Number }, groups: { state: true } };

  constructor() {
    super();
    /** What is not confirmed, positions that are no piece yet among it. */
    /** @type {number | null} */
    this.open = null;
    /** @type {{walk: import("./store.js").Walk, title: string, rows: import("./store.js").Item[], pictures: import("./store.js").Photo[]}[]} */
    this.groups = [];
  }

  connectedCallback() {
    super.connectedCallback();
    this.forget = [store.onChange(() => this.load()), onProgress(() => this.requestUpdate())];
    this.load();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.forget?.forEach((one) => one());
  }

  async load() {
    this.groups = await Promise.all(
      (await store.walks()).map(async (walk) => {
        const rows = await store.items(walk.id);
        return { walk, title: JSON.parse(rows.find((row) => row.kind === "walk")?.body ?? "{}").title ?? "", rows, pictures: await store.photos(walk.id) };
      }),
    );
  }

  /** Positions that are no full piece yet go too. */
  async sendNow() {
    for (const { walk } of this.groups) await store.pack(walk.id, true);
    await send();
  }

  /** @param {import("./store.js").Item} row */
  async keepMine(row) {
    const { version: _, ...fields } = JSON.parse(row.body);
    await store.record(row.walk, row.kind, row.id, fields, row.current.version);
    send();
  }

  /** @param {import("./store.js").Item} row */
  async takeTheirs(row) {
    const { version, ...fields } = row.current;
    await store.record(row.walk, row.kind, row.id, fields, version);
    send();
  }

  /** @param {"items" | "photos"} kind @param {{key: string, version?: number}} one */
  async tryAgain(kind, { key, version = null }) {
    await store.mark(kind, key, version, { state: "waiting", why: undefined });
    send();
  }

  render() {
    const { open } = this;
    return html`<div class="page">
      <h1>${t("walk.outbox")}</h1>
      <p role="status" class="lead">${open ? t("walk.unsent", { n: open }) : nothing} ${progressWords(state(), open)}</p>
      ${signInNotice(state())}
      <div class="ends"><button type="button" class="big primary" ?disabled=${state() === "sending"} @click=${this.sendNow}>${t("walk.sendNow")}</button><a class="button big" href="#">${t("walk.home")}</a></div>
      ${this.groups.map((group) => this.group(group))}
    </div>`;
  }

  /** @param {{walk: import("./store.js").Walk, title: string, rows: import("./store.js").Item[], pictures: import("./store.js").Photo[]}} group */
  group({ walk, title, rows, pictures }) {
    return html`<section class="stack">
      <h2><bdi>${title}</bdi></h2>
      <ul class="lines items">
        ${rows.map((row) => html`<li><span>${this.name(row)}</span> ${this.state(row)} ${row.state === "conflict" ? this.conflict(row) : nothing}${this.refusal("items", row)}</li>`)}
        ${pictures.map((one, i) => html`<li><span>${t("walk.photoNumber", { n: i + 1 })}</span> ${this.state(one)} ${this.refusal("photos", one)}</li>`)}
      </ul>
      <button type="button" class="big" @click=${() => save(walk.id)}>${t("walk.saveFile")}</button>
    </section>`;
  }

  /** @param {import("./store.js").Item} row */
  name(row) {
    if (row.kind === "walk") return t("walk.item.walk");
    if (row.kind === "track") return t("walk.item.track");
    const { category: kind, severity, words } = JSON.parse(row.body);
    return html`${category(kind)} ${dots(severity)} ${words ? html`<bdi class="quiet">${words}</bdi>` : nothing}`;
  }

  /** @param {"items" | "photos"} kind @param {{key: string, state: string, version?: number, why?: string}} one */
  refusal(kind, one) {
    if (one.state !== "refused") return nothing;
    const key = `problem.${one.why}`;
    return html`<p class="error-text">${t(knows(key) ? key : "error.unexpected")}</p>
      <div class="choices two"><button type="button" class="big" @click=${() => this.tryAgain(kind, one)}>${t("walk.tryAgain")}</button></div>`;
  }

  /** @param {{state: string}} one */
  state(one) {
    return html`<span class="state ${one.state}">${t(`walk.state.${one.state}`)}</span>`;
  }

  /** @param {import("./store.js").Item} row */
  conflict(row) {
    const mine = JSON.parse(row.body);
    const words = (/** @type {any} */ one) => (row.kind === "walk" ? one.title : html`${category(one.category)} ${dots(one.severity)} ${one.words}`);
    return html`<div class="stack conflict"><p>${t("walk.conflict")}</p>
      <p><strong>${t("walk.mine")}</strong> <bdi>${words(mine)}</bdi></p>
      <p><strong>${t("walk.theirs")}</strong> <bdi>${words(row.current)}</bdi></p>
      <div class="choices two"><button type="button" class="big" @click=${() => this.keepMine(row)}>${t("walk.keepMine")}</button><button type="button" class="big" @click=${() => this.takeTheirs(row)}>${t("walk.takeTheirs")}</button></div></div>`;
  }
}

customElements.define("copse-walk-outbox", CopseWalkOutbox);
