// @ts-check
import { html, nothing } from "lit";
import { CopseElement } from "../element.js";
import "../header.js";
import { number, percent, t } from "../i18n.js";
import { icon } from "../icons.js";
import { get, NotSignedIn, post, ProblemError, Refused, remove, sendFiles } from "../request.js";
import { session } from "../session.js";
import "./choices.js";
import "./drop-zone.js";
import "../job-progress.js";
import { refusalNotice } from "./refusal.js";
import "./report.js";

/** @typedef {import("../types.js").Upload} Upload */
/** @typedef {import("../types.js").ImportChoices} ImportChoices */

/** The import page: a file comes in, is looked at, and becomes a layer. */
class CopseImport extends CopseElement {
  static properties = Object.fromEntries(["error", "sent", "names", "upload", "preview", "choices", "busy", "job", "waiting"].map((name) => [name, { state: true }]));

  constructor() {
    super();
    /** @type {unknown} */
    this.error = null;
    /** Share of the files that is sent; -1 while none is on its way. */
    this.sent = -1;
    this.names = "";
    /** @type {Upload | null} */
    this.upload = null;
    /** @type {import("../types.js").LayerPreview | null} */
    this.preview = null;
    /** @type {ImportChoices} */
    this.choices = {};
    this.busy = false;
    this.job = "";
    /** Uploads that wait since before. @type {Upload[]} */
    this.waiting = [];
    this.asked = 0;
    const listen = (/** @type {string} */ name, /** @type {(detail: any) => void} */ act) =>
      this.addEventListener(name, (event) => act.call(this, /** @type {CustomEvent} */ (event).detail));
    listen("files-chosen", (files) => this.send(files));
    listen("choice-made", (choice) => this.look({ ...this.choices, ...choice }));
    listen("import-wanted", (choices) => this.begin(choices));
    listen("upload-unwanted", () => this.forget());
    listen("job-ended", (job) => this.ended(job));
  }

  async connectedCallback() {
    super.connectedCallback();
    await session();
    await this.listWaiting();
  }

  async listWaiting() {
    this.waiting = (await get("/uploads").catch((error) => this.failed(error) ?? [])).filter((/** @type {Upload} */ upload) => !upload.layer);
    const running = this.waiting.find((upload) => upload.state === "queued" || upload.state === "running");
    if (running && !this.upload) Object.assign(this, { upload: running, job: running.job });
  }

  render() {
    document.title = `${t("import.title")} · Copse`;
    return html`<div class="page wide">
      <h1>${t("import.title")}</h1>
      ${refusalNotice(this.error)} ${this.step()}
    </div>`;
  }

  step() {
    if (this.sent >= 0) return this.sending();
    if (this.job) return html`<copse-job-progress .jobId=${this.job} .what=${"import"}></copse-job-progress>`;
    if (this.upload && this.preview) {
      return html`<copse-import-choices .preview=${this.preview} .choices=${this.choices} .busy=${this.busy} .fileName=${this.upload.fileName}></copse-import-choices>`;
    }
    if (this.busy) return html`<p role="status">${t("import.looking")}</p><progress aria-label=${t("import.looking")}></progress>`;
    return html`<p class="lead">${t("import.lead")}</p>
      <copse-drop-zone></copse-drop-zone>
      ${this.waiting.length ? this.waitingList() : nothing}`;
  }

  sending() {
    return html`<div class="card stack">
      <p><bdi>${this.names}</bdi></p>
      <progress max="1" .value=${this.sent} aria-label=${t("import.sending")}></progress>
      <p role="status">${this.sent < 1 ? t("import.sentShare", { share: percent(this.sent) }) : t("import.keeping")}</p>
      <button type="button" @click=${() => this.stop?.abort()}>${t("dialog.cancel")}</button>
    </div>`;
  }

  waitingList() {
    return html`<section class="section">
      <h2>${t("import.waiting")}</h2>
      <ul class="examples">
        ${this.waiting.map(
          (upload) => html`<li>
            <span><bdi>${upload.fileName}</bdi> <span class="quiet small">${t("unit.kilobytes", { n: number(Math.ceil(upload.bytes / 1000)) })}</span></span>
            <span class="row">
              <button type="button" class="plain" @click=${() => this.open(upload)}>${t("import.continue")}<span class="visually-hidden"> ${upload.fileName}</span></button>
              <button type="button" class="plain" @click=${() => this.drop(upload)}>${icon("trash")}${t("layers.delete")}<span class="visually-hidden"> ${upload.fileName}</span></button>
            </span>
          </li>`,
        )}
      </ul>
    </section>`;
  }

  /** @param {File[]} files */
  async send(files) {
    const form = new FormData();
    for (const file of files) form.append("file", file, file.name);
    this.names = files.map((file) => file.name).join(", ");
    this.stop = new AbortController();
    Object.assign(this, { error: null, sent: 0 });
    try {
      const upload = await sendFiles("/uploads", form, (share) => (this.sent = share), this.stop.signal);
      this.sent = -1;
      await this.open(upload);
    } catch (error) {
      if (!(error instanceof DOMException)) this.failed(error);
    } finally {
      this.sent = -1;
    }
  }

  /** @param {Upload} upload */
  async open(upload) {
    Object.assign(this, { upload, preview: null });
    await this.look({});
    if (!this.preview) {
      this.upload = null;
      if (this.error instanceof Refused) await this.drop(upload); // no choice would make it usable
      return;
    }
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.querySelector("#import-kind"))?.focus();
  }

  /** Asks what an import with these choices would find. @param {ImportChoices} choices */
  async look(choices) {
    const asked = ++this.asked;
    Object.assign(this, { choices, busy: true, error: null });
    try {
      const preview = await post(`/uploads/${this.upload?.id}/preview`, choices);
      if (asked !== this.asked) return;
      this.preview = preview;
      if (!choices.kind && preview.kind !== "PLAIN") this.choices = { ...choices, kind: preview.kind };
    } catch (error) {
      if (asked === this.asked) this.failed(error);
    } finally {
      if (asked === this.asked) this.busy = false;
    }
  }

  /** @param {ImportChoices} typed what the form has beside the choices that were looked at */
  async begin(typed) {
    Object.assign(this, { busy: true, error: null });
    try {
      const { id } = await post(`/uploads/${this.upload?.id}/import`, { ...this.choices, ...typed });
      this.job = id;
    } catch (error) {
      this.failed(error);
    } finally {
      this.busy = false;
    }
  }

  /** @param {import("../types.js").Job} job */
  async ended(job) {
    const upload = await get(`/uploads/${this.upload?.id}`).catch(() => null);
    if (upload?.layer) {
      location.assign(`/import-report?layer=${upload.layer}`);
      return;
    }
    this.job = "";
    if (job.state === "failed") this.error = new ProblemError(job.problem?.status ?? 500, job.problem ?? { detail: job.message ?? "" });
    if (upload && !this.preview) {
      const { error } = this;
      await this.open(upload);
      this.error = error;
    }
  }

  async forget() {
    if (this.upload) await this.drop(this.upload);
    Object.assign(this, { upload: null, preview: null, choices: {}, error: null });
  }

  /** @param {Upload} upload */
  async drop(upload) {
    await remove(`/uploads/${upload.id}`).catch((error) => this.failed(error));
    await this.listWaiting();
  }

  /** @param {unknown} error */
  failed(error) {
    if (error instanceof NotSignedIn) location.assign("/login");
    else this.error = error;
  }
}

customElements.define("copse-import", CopseImport);
