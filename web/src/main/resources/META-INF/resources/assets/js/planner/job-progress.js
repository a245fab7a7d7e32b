// @ts-check
import { html, nothing } from "lit";
import { CopseElement } from "../element.js";
import { knows, number, t } from "../i18n.js";
import { errorNotice } from "../notice.js";
import { get, ProblemError, remove } from "../request.js";

const ASK_EVERY_MILLISECONDS = 700;
const ENDED = ["succeeded", "failed", "cancelled"];

/** A running job: what it does, how far it is, the best so far, and the way to stop it. */
class CopseJobProgress extends CopseElement {
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
    if (!changed.has("jobId") || !this.jobId) return;
    this.job = null;
    this.error = null;
    this.stopping = false;
    this.ask(this.jobId);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  /** @param {string} id */
  async ask(id) {
    clearTimeout(this.timer);
    try {
      const job = await get(`/jobs/${id}`);
      if (id !== this.jobId || !this.isConnected) return;
      this.job = job;
      this.error = null;
      if (ENDED.includes(job.state)) {
        this.tell("job-ended", job);
        return;
      }
    } catch (error) {
      if (id !== this.jobId) return;
      this.error = error;
      if (error instanceof ProblemError && error.status < 500) return; // asking again would not help
    }
    if (this.isConnected) this.timer = setTimeout(() => this.ask(id), ASK_EVERY_MILLISECONDS);
  }

  render() {
    const { job } = this;
    return html`<div class="card stack">
      <h2>${t("job.title")}</h2>
      ${errorNotice(this.error)}
      <p role="status">${this.phase()}</p>
      <progress max="1" .value=${job?.progress ?? 0} aria-label=${t("job.title")}></progress>
      <dl class="facts">
        <div><dt>${t("job.done")}</dt><dd>${number(job?.progress ?? 0, { style: "percent" })}</dd></div>
        <div><dt>${t("job.elapsed")}</dt><dd>${t("unit.seconds", { n: number(job?.elapsedSeconds ?? 0) })}</dd></div>
        ${typeof job?.bestScore === "number"
          ? html`<div><dt>${t("job.best")}</dt><dd>${number(job.bestScore, { maximumFractionDigits: 4 })}</dd></div>`
          : nothing}
      </dl>
      <p class="small quiet">${t("job.bestHint")}</p>
      <button type="button" ?disabled=${this.stopping || !job} @click=${this.stop}>
        ${this.stopping ? t("job.stopping") : t("job.cancel")}
      </button>
    </div>`;
  }

  phase() {
    const { job } = this;
    if (!job || job.state === "queued") return t("job.queued");
    const key = `phase.${job.phase}`;
    return knows(key) ? t(key) : t("job.running");
  }

  async stop() {
    this.stopping = true;
    try {
      await remove(`/jobs/${this.jobId}`);
    } catch (error) {
      this.error = error;
      this.stopping = false;
    }
  }
}

customElements.define("copse-job-progress", CopseJobProgress);
