// @ts-check
import { html, nothing } from "lit";
import { CopseElement } from "./element.js";
import "./header.js";
import { number, t } from "./i18n.js";
import { icon } from "./icons.js";
import { get } from "./request.js";

const ASK_AGAIN = 1000;

/** Stands in for every page while the sample city is loaded, and makes room for the page that was asked for when it is in. */
class CopseLoading extends CopseElement {
  static properties = { progress: { state: true } };

  constructor() {
    super();
    /** @type {{state: string, layer: string | null, done: number, of: number} | null} */
    this.progress = null;
  }

  connectedCallback() {
    super.connectedCallback();
    this.ask();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.next);
  }

  async ask() {
    try {
      this.progress = await get("/loading");
    } catch {
      // A server that is stopped or started anew; the next answer tells.
    }
    if (this.progress?.state === "done" || this.progress?.state === "failed") {
      // Not by its own address, which shows nothing else.
      if (location.pathname === "/loading") location.replace("/");
      else location.reload();
    } else {
      this.next = setTimeout(() => this.ask(), ASK_AGAIN);
    }
  }

  render() {
    document.title = `${t("loading.title")} · Copse`;
    return html`<div class="page">
      <h1>${t("loading.title")}</h1>
      <p class="lead">${t("loading.lead")}</p>
      ${this.bar()}
      <p id="loading-now" role="status">${this.now()}</p>
      <p class="quiet">${t("loading.goesOn")}</p>
      <p class="notice">${icon("warning")}<span>${t("emergency.long")}</span></p>
    </div>`;
  }

  bar() {
    const { done = 0, of = 0 } = this.progress ?? {};
    return of
      ? html`<progress aria-labelledby="loading-now" max=${of} .value=${done}></progress>`
      : html`<progress aria-labelledby="loading-now"></progress>`;
  }

  now() {
    if (this.progress?.state === "loading-elsewhere") return t("loading.elsewhere");
    if (!this.progress?.of) return t("loading.begins");
    const { layer, done, of } = this.progress;
    return layer
      ? html`${t("loading.layers", { done: number(done + 1), of: number(of) })} <bdi lang="en">${layer}</bdi>`
      : t("loading.plan");
  }
}

customElements.define("copse-loading", CopseLoading);
