// @ts-check
import { html, nothing } from "lit";
import { AskingElement } from "./asking.js";
import { knows, number, percent, t } from "./i18n.js";
import { errorNotice } from "./notice.js";
import { get, ProblemError, remove } from "./request.js";

const ASK_EVERY_MILLISECONDS = 600;
const ENDED = ["succeeded", "failed", "cancelled"];

/** A running job: what it does, how far it is, the best so far, and the way to stop it. */
class CopseJobProgress extends AskingElement {
  static properties = { jobId: { attribute: false }, what: { attribute: false }, mayStop: { attribute: false }, job: { state: true }, stopping: { state: true } };

  constructor() {
    super();
    this.jobId = "";
    /** What the job makes; its words begin with it. @type {"job" | "import"} */
    this.what = "job";
    this.mayStop = true;
    /** @type {import("./types.js").Job | null} */
    this.job = null;
    this.stopping = false;
    /** The score of the first plan that the running stage found: what later ones are better than. */
    this.first = 0;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (!changed.has("jobId") || !this.jobId) return;
    this.job = null;
    this.error = null;
    this.stopping = false;
    this.first = 0;
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
      this.first = Math.max(this.first, job.bestScore ?? 0);
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
    const title = t(`${this.what}.running`);
    const share = job?.progress ?? 0;
    return html`<div class="card stack">
      <h2>${title}</h2>
      ${errorNotice(this.error)}
      <p role="status">${this.doing()}</p>
      ${share > 0 ? html`<progress max="1" .value=${share} aria-label=${title}></progress>` : html`<progress aria-label=${title}></progress>`}
      <dl class="facts">
        <div><dt>${t("job.done")}</dt><dd>${share > 0 ? percent(share) : "–"}</dd></div>
        ${job?.count ? html`<div><dt>${t(`${this.what}.count`)}</dt><dd>${number(job.count)}</dd></div>` : nothing}
        <div><dt>${t("job.elapsed")}</dt><dd>${t("unit.seconds", { n: number(job?.elapsedSeconds ?? 0) })}</dd></div>
        ${typeof job?.bestScore === "number" && this.first > 0
          ? html`<div><dt>${t("job.best")}</dt><dd>${percent(1 - job.bestScore / this.first)}</dd></div>`
          : nothing}
      </dl>
      ${this.mayStop
        ? html`<p class="small quiet">${t(`${this.what}.hint`)}</p>
            <button type="button" ?disabled=${this.stopping || !job} @click=${this.stop}>${this.stopping ? t("job.stopping") : t("job.cancel")}</button>`
        : nothing}
    </div>`;
  }

  doing() {
    const { job } = this;
    if (!job || job.state === "queued") return t("job.queued");
    const key = `phase.${job.phase}`;
    return knows(key) ? t(key) : t(`${this.what}.doing`);
  }

  async stop() {
    this.stopping = true;
    await this.attempt(() => remove(`/jobs/${this.jobId}`));
    if (this.error) this.stopping = false;
  }
}

customElements.define("copse-job-progress", CopseJobProgress);
