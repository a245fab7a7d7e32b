// @ts-check
import { html, nothing } from "lit";
import { CopseDialog } from "../dialog.js";
import { t } from "../i18n.js";
import { draw } from "../photo.js";
import { cover, encoded } from "./photo.js";

/**
 * A photo before it is kept: faces and number plates are painted over with a finger, or with the arrow keys and the space bar.
 * @fires covered with sha256 and data, a JPEG of what is seen
 */
class CopseCoverDialog extends CopseDialog {
  static properties = { failed: { state: true } };

  constructor() {
    super();
    this.failed = false;
    /** @type {Blob | null} */
    this.file = null;
    /** @type {{x: number, y: number} | null} */
    this.last = null;
    /** Where the keys would paint. */
    this.cursor = { x: 0.5, y: 0.5 };
  }

  get canvas() {
    return /** @type {HTMLCanvasElement} */ (this.querySelector("canvas"));
  }

  heading() {
    return t("walk.coverTitle");
  }

  /** @param {Blob} file */
  async cover(file) {
    this.file = file;
    await this.open();
    await this.again();
  }

  /** The photo as it came, nothing covered. */
  async again() {
    this.failed = false;
    try {
      if (this.file) await draw(this.file, this.canvas);
    } catch {
      this.failed = true;
    }
  }

  body() {
    return html`<div class="body"><p>${t("walk.coverText")}</p>
      ${this.failed ? html`<p class="error-text" role="alert">${t("walk.coverFailed")}</p>` : nothing}
      <canvas class="cover" tabindex="0" role="application" aria-label=${t("walk.coverCanvas")} @pointerdown=${this.down} @pointermove=${this.move} @pointerup=${this.up} @pointercancel=${this.up} @keydown=${this.key}></canvas></div>
      <footer class="ends"><button type="button" class="big primary" ?disabled=${this.failed} @click=${this.keep}>${t("walk.keepPhoto")}</button><button type="button" class="big" @click=${this.again}>${t("walk.coverAgain")}</button></footer>`;
  }

  /** @param {PointerEvent} event */
  at(event) {
    const box = this.canvas.getBoundingClientRect();
    return { x: ((event.clientX - box.left) / box.width) * this.canvas.width, y: ((event.clientY - box.top) / box.height) * this.canvas.height };
  }

  /** @param {PointerEvent} event */
  down(event) {
    event.preventDefault();
    this.canvas.setPointerCapture(event.pointerId);
    this.last = this.at(event);
    cover(this.canvas, this.last, this.last);
  }

  /** @param {PointerEvent} event */
  move(event) {
    if (!this.last) return;
    const next = this.at(event);
    cover(this.canvas, this.last, next);
    this.last = next;
  }

  up() {
    this.last = null;
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const step = { ArrowLeft: [-0.04, 0], ArrowRight: [0.04, 0], ArrowUp: [0, -0.04], ArrowDown: [0, 0.04] }[event.key];
    if (step) this.cursor = { x: within(this.cursor.x + step[0]), y: within(this.cursor.y + step[1]) };
    if (step || event.key === " ") event.preventDefault();
    const at = { x: this.cursor.x * this.canvas.width, y: this.cursor.y * this.canvas.height };
    if (event.key === " " || (step && event.shiftKey)) cover(this.canvas, at, at);
  }

  async keep() {
    const made = await encoded(this.canvas);
    this.file = null;
    this.close();
    this.tell("covered", made);
  }
}

/** @param {number} share */
const within = (share) => Math.max(0, Math.min(1, share));

customElements.define("copse-cover-dialog", CopseCoverDialog);
