// @ts-check
import { html, nothing } from "lit";
import { AskingElement } from "../asking.js";
import { date, t } from "../i18n.js";
import { errorNotice } from "../notice.js";
import { get } from "../request.js";
import { fromFile } from "./file.js";
import { send, state } from "./outbox.js";
import { alongOf, earlierOn, luggage, luggageList, takeAlong } from "./luggage.js";
import { plannedList, plannedWalks } from "./planned.js";
import * as store from "./store.js";
import { signInNotice } from "./words.js";

/** Where a walk begins, goes on, or is read back from a file. */
class CopseWalkHome extends AskingElement {
  static properties = { ...AskingElement.properties, account: { type: String }, ready: { type: Boolean }, open: { type: Number }, here: { state: true }, others: { state: true }, planned: { state: true }, luggage: { state: true } };

  constructor() {
    super();
    this.account = "";
    this.ready = false;
    /** @type {number | null} */
    this.open = null;
    /** @type {{walk: import("./store.js").Walk, title: string, planned: string, open: number}[]} */
    this.here = [];
    /** Walks of the last day that go on. @type {{id: string, title: string, startedAt: string, endedAt: string | null, createdBy: string}[]} */
    this.others = [];
    /** @type {import("./planned.js").Known | null} */
    this.planned = null;
    /** @type {import("./luggage.js").Luggage | null} */
    this.luggage = null;
  }

  connectedCallback() {
    super.connectedCallback();
    this.forget = store.onChange(() => this.load());
    this.load();
    this.loadOthers();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.forget?.();
  }

  async load() {
    this.here = await Promise.all(
      (await store.walks()).map(async (walk) => {
        const rows = await store.items(walk.id);
        const pictures = await store.photos(walk.id);
        const { title = "", planned = "" } = JSON.parse(rows.find((row) => row.kind === "walk")?.body ?? "{}");
        return { walk, title, planned, open: [...rows, ...pictures].filter((one) => one.state !== "confirmed").length };
      }),
    );
  }

  async loadOthers() {
    const day = Date.now() - 24 * 3_600_000;
    const all = await get("/walks").catch(() => []);
    this.others = Array.isArray(all) ? all.filter((one) => !one.endedAt && Date.parse(one.startedAt) > day) : [];
  }

  /** Who holds the phone may be known later than the screen is there. @param {import("lit").PropertyValues} changed */
  updated(changed) {
    if (changed.has("account") && this.account) this.loadPlanned();
  }

  async loadPlanned() {
    this.planned = await plannedWalks(this.account);
    if (this.planned?.walks.length) this.luggage = await luggage();
  }

  async takeAlong() {
    this.luggage = await takeAlong();
    this.planned = await plannedWalks(this.account);
  }

  /** @param {SubmitEvent} event */
  async beginNew(event) {
    event.preventDefault();
    await this.begin(String(new FormData(/** @type {HTMLFormElement} */ (event.target)).get("title")).trim());
  }

  /** @param {string} title @param {import("./planned.js").Planned} [planned] the planned walk that it is */
  async begin(title, planned) {
    await this.attempt(async () => {
      const id = crypto.randomUUID();
      await store.begin({ ...this.fresh(id), ...(planned ? { along: alongOf(planned) } : {}) }, { title, startedAt: new Date().toISOString(), participants: [], note: "", ...(planned ? { planned: planned.id } : {}) });
      await navigator.storage?.persist?.();
      this.tell("begun", id);
    });
  }

  /** @param {string} id @returns {import("./store.js").Walk} */
  fresh(id) {
    return { id, account: this.account, recorder: crypto.randomUUID(), base: Math.floor(Math.random() * 2 ** 31), pieces: 0, segment: -1, mode: "paused", begun: Date.now() };
  }

  /** Walks along with a colleague, whose walk the server has. @param {string} id */
  async join(id) {
    await this.attempt(async () => {
      const { walk } = await get(`/walks/${id}`);
      const { version, ...fields } = walk;
      const rows = [{ key: `${id}/walk/${id}`, walk: id, kind: "walk", id, version, body: JSON.stringify({ ...fields, version }), state: "confirmed", at: Date.now() }];
      const plan = walk.planned ? await get(`/planned-walks/${walk.planned}`).catch(() => null) : null;
      const along = plan ? { along: alongOf({ ...plan, earlier: await earlierOn(plan.id) }) } : {};
      await store.restore({ ...this.fresh(id), ...along }, /** @type {any} */ (rows), []);
      this.tell("begun", id);
    });
  }

  /** @param {Event} event */
  async read(event) {
    const field = /** @type {HTMLInputElement} */ (event.target);
    const file = field.files?.[0];
    if (!file) return;
    this.unreadable = false;
    try {
      await fromFile(file);
      this.said = t("walk.fileRead");
      send();
    } catch {
      this.unreadable = true;
    }
    field.value = "";
    this.requestUpdate();
  }

  render() {
    const going = this.here.filter(({ walk }) => walk.mode !== "finished");
    return html`<div class="page">
      <h1>${t("walk.title")}</h1>
      ${signInNotice(state())} ${errorNotice(this.error)}
      <p class="visually-hidden" role="status">${this.said}</p>
      ${going.map(
        ({ walk, title }) => html`<section class="card stack">
          <h2>${t("walk.continueTitle", { title })}</h2>
          <p>${t("walk.continueText", { date: date(new Date(walk.begun).toISOString()) })}</p>
          <div class="row"><button type="button" class="primary big" @click=${() => this.tell("begun", walk.id)}>${t("walk.continue")}<span class="visually-hidden"> ${title}</span></button><a class="button big" href="#check/${walk.id}">${t("walk.finish")}<span class="visually-hidden"> ${title}</span></a></div>
        </section>`,
      )}
      ${this.account ? plannedList(this.planned, new Set(this.here.map(({ planned }) => planned)), this.busy, luggageList(this.luggage, this.ready, () => this.takeAlong()), (walk) => this.begin(walk.title, walk)) : nothing}
      ${this.account
        ? html`<form class="card stack" @submit=${this.beginNew}>
            <h2>${t("walk.beginTitle")}</h2>
            <div class="field"><label for="walk-title">${t("walk.name")}</label><input id="walk-title" name="title" required maxlength="200" autocomplete="off" /><p class="hint">${t("walk.nameHint")}</p></div>
            <button class="primary big" ?disabled=${this.busy}>${t("walk.begin")}</button>
          </form>`
        : html`<div class="notice warn"><div><strong>${t("walk.signInFirst")}</strong><p><a class="button primary" href="/walk/sign-in">${t("walk.signInButton")}</a></p></div></div>`}
      <p class=${this.ready ? "quiet" : "warn-text"}>${t(this.ready ? "walk.ready" : "walk.notReady")}</p>
      ${this.list()} ${this.colleagues()}
      <section class="stack">
        <h2>${t("walk.fileTitle")}</h2>
        <p class="quiet">${t("walk.fileText")}</p>
        ${this.unreadable ? html`<p class="error-text" role="alert">${t("walk.fileUnreadable")}</p>` : nothing}
        <label class="button big" for="walk-file">${t("walk.fileChoose")}</label><input id="walk-file" class="visually-hidden" type="file" accept=".json,application/json" @change=${this.read} />
      </section>
    </div>`;
  }

  list() {
    const done = this.here.filter(({ walk }) => walk.mode === "finished");
    if (done.length === 0) return nothing;
    return html`<section class="stack">
      <h2>${t("walk.onPhone")}</h2>
      <ul class="lines">
        ${done.map(
          ({ walk, title, open }) => html`<li><a class="big" href="#check/${walk.id}"><bdi>${title}</bdi><span class="quiet">${date(new Date(walk.begun).toISOString())} · ${open ? t("walk.unsent", { n: open }) : t("walk.allSent")}</span></a></li>`,
        )}
      </ul>
    </section>`;
  }

  colleagues() {
    const known = new Set(this.here.map(({ walk }) => walk.id));
    const rest = this.others.filter((one) => !known.has(one.id));
    if (rest.length === 0 || !this.account) return nothing;
    return html`<section class="stack">
      <h2>${t("walk.joinTitle")}</h2>
      <ul class="lines">
        ${rest.map((one) => html`<li class="row spread"><span><bdi>${one.title}</bdi> <span class="quiet">${date(one.startedAt)} · <bdi>${one.createdBy}</bdi></span></span><button type="button" class="big" @click=${() => this.join(one.id)}>${t("walk.join")}<span class="visually-hidden"> ${one.title}</span></button></li>`)}
      </ul>
    </section>`;
  }
}

customElements.define("copse-walk-home", CopseWalkHome);
