// @ts-check
import { html, nothing } from "lit";
import { CopseElement } from "../element.js";
import "../header.js";
import { t } from "../i18n.js";
import { session } from "../session.js";
import "./check-screen.js";
import "./finding-screen.js";
import "./home-screen.js";
import "./leave.js"; // the header asks for it when it is too late to load it
import { keepSending, onProgress, state } from "./outbox.js";
import "./outbox-screen.js";
import "./record-screen.js";
import { Recorder } from "./recorder.js";
import * as store from "./store.js";
import { progressWords } from "./words.js";

const ACCOUNT = "copse.walk.account";

/** The recorder: one screen at a time, named behind the address's #, so that "back" goes back and a page that died opens where it was. */
class CopseWalks extends CopseElement {
  static properties = { at: { state: true }, account: { state: true }, open: { state: true }, ready: { state: true }, walk: { state: true } };

  constructor() {
    super();
    /** @type {string[]} */
    this.at = [];
    this.account = "";
    /** Items and photos that the server has not confirmed; null until it is known. @type {number | null} */
    this.open = null;
    this.ready = false;
    /** @type {import("./store.js").Walk | undefined} */
    this.walk = undefined;
    /** @type {Recorder | null} */
    this.recorder = null;
    this.addEventListener("begun", (event) => this.record(/** @type {CustomEvent} */ (event).detail));
    this.addEventListener("pause", () => this.stop("paused"));
  }

  connectedCallback() {
    super.connectedCallback();
    addEventListener("hashchange", () => this.go());
    store.onChange(() => this.count());
    onProgress(() => {
      this.requestUpdate();
      if (!this.account) this.askWho(); // there may be a network by now
    });
    for (const change of ["online", "offline"]) addEventListener(change, () => this.requestUpdate());
  }

  async firstUpdated() {
    install().then((ready) => (this.ready = ready));
    await this.askWho();
    await store.forgetOld();
    await this.count();
    await this.go();
    keepSending();
  }

  async askWho() {
    const { signedIn, name } = await session();
    if (signedIn && name) localStorage.setItem(ACCOUNT, name);
    this.account = localStorage.getItem(ACCOUNT) ?? "";
  }

  async count() {
    const { items, photos } = await store.unsent();
    this.open = items + photos;
    const id = this.walk?.id;
    const now = id ? await store.walk(id) : undefined;
    if (id && this.walk?.id === id) this.walk = now; // unless another screen was opened meanwhile
  }

  async go() {
    const asked = location.hash;
    const at = asked.slice(1).split("/").filter(Boolean);
    const walk = at[1] ? await store.walk(at[1]) : undefined;
    if (asked !== location.hash) return; // another screen was asked for meanwhile
    this.walk = walk;
    this.at = at[1] && !this.walk ? [] : at;
    window.scrollTo(0, 0);
  }

  /** @param {string} id */
  async record(id) {
    const walk = await store.walk(id);
    if (!walk) return;
    await this.recorder?.stop("paused");
    this.recorder = new Recorder(walk);
    await this.recorder.start();
    location.hash = `record/${id}`;
    await this.go();
  }

  /** The one that records the walk on the screen; another walk may be recorded meanwhile. */
  get own() {
    return this.recorder?.walk === this.walk?.id ? this.recorder : null;
  }

  /** Ends or pauses the walk on the screen. @param {"paused" | "finished"} mode */
  async stop(mode) {
    const id = this.walk?.id;
    if (!id) return;
    if (this.own) {
      await this.own.stop(mode);
      this.recorder = null;
    }
    await store.pack(id, true);
    await store.changeWalk(id, { mode });
  }

  render() {
    document.title = `${t("walk.title")} · Copse`;
    const [screen, , finding] = this.at;
    return html`${screen === "record" ? nothing : this.bar()}
    ${!this.walk
      ? screen === "outbox"
        ? html`<copse-walk-outbox .open=${this.open}></copse-walk-outbox>`
        : html`<copse-walk-home .account=${this.account} .ready=${this.ready} .open=${this.open}></copse-walk-home>`
      : screen === "record"
        ? html`<copse-walk-record .walk=${this.walk} .recorder=${this.own} .open=${this.open}></copse-walk-record>`
        : screen === "finding"
          ? html`<copse-walk-finding .walk=${this.walk} .finding=${finding} .recorder=${this.own}></copse-walk-finding>`
          : html`<copse-walk-check .walk=${this.walk} .stop=${() => this.stop("finished")}></copse-walk-check>`}`;
  }

  /** What waits, on every screen. */
  bar() {
    return html`<p class="unsent ${this.open ? "open" : ""}" role="status"><a href="#outbox">${this.open ? t("walk.unsent", { n: this.open }) : nothing} ${progressWords(state(), this.open)}</a></p>`;
  }
}

/** Keeps the app on the phone. @returns {Promise<boolean>} whether it opens without a network from now on */
async function install() {
  if (!("serviceWorker" in navigator)) return false;
  try {
    await navigator.serviceWorker.register("/walk/worker.js", { scope: "/walk/" });
    await navigator.serviceWorker.ready;
    return true;
  } catch {
    return Boolean(navigator.serviceWorker.controller); // without a network the one that is here goes on
  }
}

customElements.define("copse-walks", CopseWalks);
