// @ts-check
import { html, nothing } from "lit";
import { CopseElement } from "../element.js";
import { number, percent, t } from "../i18n.js";
import { errorNotice } from "../notice.js";
import { get, ProblemError, remove } from "../request.js";

const ASK_EVERY_MILLISECONDS = 500;
const ENDED = ["succeeded", "failed", "cancelled"];

/** A running import: how far it is, and the way to stop it. */
class CopseImportJob extends CopseElement {
  static properties = { jobId: { attribute: false }, job: { state: true }, error: { state: true }, stopping: { state: true } };

  constructor() {
    super();
    this.jobId = "";
    /** @type {import("../types.js").Job | null} */
    this.job = null;
    /** @type {unknown} */
    this.error = null;
    this.stopping = false;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has("jobId") && this.jobId) this.ask(this.jobId);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  /** @param {string} id */
  async ask(id) {
    try {
      this.job = await get(`/jobs/${id}`);
      this.error = null;
      if (id === this.jobId && this.isConnected && ENDED.includes(this.job?.state ?? "")) {
        this.tell("job-ended", this.job);
        return;
      }
    } catch (error) {
      this.error = error;
      if (error instanceof ProblemError && error.status < 500) return; // asking again would not help
    }
    if (this.isConnected) this.timer = setTimeout(() => this.ask(id), ASK_EVERY_MILLISECONDS);
  }

  render() {
    const { job } = this;
    const share = job?.progress ?? 0;
    const count = job?.count ?? 0;
    return html`<div class="card stack">
      <h2>${t("import.running")}</h2>
      ${errorNotice(this.error)}
      ${share > 0
        ? html`<progress max="1" .value=${share} aria-label=${t("import.running")}></progress>`
        : html`<progress aria-label=${t("import.running")}></progress>`}
      <p role="status">
        ${job?.state === "queued" ? t("job.queued") : share > 0 ? t("import.doneShare", { share: percent(share), n: number(count) }) : t("import.doneCount", { n: number(count) })}
      </p>
      <p class="quiet small">${t("import.nothingYet")}</p>
      ${this.stopping ? html`<p role="status">${t("job.stopping")}</p>` : nothing}
      <button type="button" ?disabled=${this.stopping} @click=${this.stop}>${t("job.cancel")}</button>
    </div>`;
  }

  async stop() {
    this.stopping = true;
    await remove(`/jobs/${this.jobId}`).catch((error) => (this.error = error));
  }
}

customElements.define("copse-import-job", CopseImportJob);
