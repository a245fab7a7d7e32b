// @ts-check
import { html, nothing } from "lit";
import { CopseElement } from "../element.js";
import "../header.js";
import { language, t } from "../i18n.js";
import { icon } from "../icons.js";
import { post } from "../request.js";
import { session } from "../session.js";
import "./answer.js";
import { readPosition } from "./coordinates.js";
import "./liaisons.js";

/** The resident's page: a question, an answer in text, and a map that may come later or never. */
class CopseResident extends CopseElement {
  static properties = {
    answer: { state: true },
    at: { state: true },
    error: { state: true },
    complaint: { state: true },
    busy: { state: true },
    map: { state: true },
  };

  constructor() {
    super();
    /** @type {import("../types.js").LookupAnswer | null} */
    this.answer = null;
    /** @type {import("./coordinates.js").Position | null} */
    this.at = null;
    /** @type {unknown} */
    this.error = null;
    /** A key of what is wrong with the input. */
    this.complaint = "";
    this.busy = false;
    /** @type {"coming" | "here" | "failed" | "empty"} */
    this.map = "coming";
    this.asked = 0;
  }

  firstUpdated() {
    // The text works before the map's modules are asked for at all.
    const later = window.requestIdleCallback ?? ((/** @type {() => void} */ run) => setTimeout(run, 200));
    later(() =>
      import("./resident-map.js").then(
        () => (this.map = "here"),
        () => (this.map = "failed"),
      ),
    );
  }

  render() {
    document.title = `${t("resident.title")} · Copse`;
    return html`<div class="page wide resident-page">
      <div class="words">
        <h1>${t("resident.title")}</h1>
        ${this.form()}
        <copse-answer .answer=${this.answer} .error=${this.error} .busy=${this.busy}></copse-answer>
        <copse-liaisons></copse-liaisons>
        <p class="emergency">${t("emergency.short")} <a href="tel:112"><bdi>112</bdi></a></p>
      </div>
      <div class="where">
        <h2 class="visually-hidden">${t("resident.map")}</h2>
        ${this.map === "failed" ? html`<p class="empty">${t("resident.mapFailed")}</p>` : nothing}
        ${this.map === "empty" ? html`<p class="empty">${t("resident.mapEmpty")}</p>` : nothing}
        ${this.map === "coming" ? html`<p class="empty">${t("resident.mapComing")}</p>` : nothing}
        ${this.map === "here"
          ? html`<copse-resident-map .at=${this.at} .found=${this.answer?.beats.map((b) => b.id) ?? []}
              @nothing-to-draw=${() => (this.map = "empty")}
              @place-picked=${(/** @type {CustomEvent} */ e) => this.ask(e.detail)}></copse-resident-map>`
          : nothing}
        ${this.map === "here" ? html`<p class="small quiet">${t("resident.mapHint")}</p>` : nothing}
      </div>
    </div>`;
  }

  form() {
    return html`<form class="stack" novalidate @submit=${this.submit}>
      <div class="field">
        <label for="position">${t("resident.position")}</label>
        <div class="ask">
          <input id="position" name="position" autocomplete="off" inputmode="text" enterkeyhint="search" dir="auto"
            aria-invalid=${this.complaint ? "true" : "false"}
            aria-describedby=${this.complaint ? "complaint position-hint" : "position-hint"} />
          <button class="primary">${t("resident.find")}</button>
        </div>
        ${this.complaint
          ? html`<p class="error-text" id="complaint" role="alert">${t(this.complaint)}</p>`
          : nothing}
        <p class="hint" id="position-hint">${t("resident.positionHint")}</p>
      </div>
      <button type="button" class="mine" @click=${this.useMine}>${icon("locate")}${t("resident.useMine")}</button>
      <p class="small quiet">${t("resident.privacy")}</p>
    </form>`;
  }

  /** @param {SubmitEvent} event */
  submit(event) {
    event.preventDefault();
    const input = /** @type {HTMLInputElement} */ (this.querySelector("#position"));
    const at = readPosition(input.value, language());
    this.complaint = at ? "" : input.value.trim() ? "resident.unreadable" : "resident.nothing";
    if (at) this.ask(at);
    else input.focus();
  }

  useMine() {
    this.complaint = "";
    if (!("geolocation" in navigator) || !window.isSecureContext) {
      this.complaint = "resident.noPosition";
      return;
    }
    this.busy = true;
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => this.ask({ lon: coords.longitude, lat: coords.latitude }),
      (failure) => {
        this.busy = false;
        this.complaint = failure.code === failure.PERMISSION_DENIED ? "resident.denied" : "resident.noPosition";
      },
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 },
    );
  }

  /** Asks who is responsible here; the position travels in the body, in no address. @param {{lon: number, lat: number}} at */
  async ask(at) {
    const mine = ++this.asked;
    this.busy = true;
    this.error = null;
    this.complaint = "";
    this.at = at;
    try {
      await session(); // brings the token that a POST needs
      const answer = await post("/lookup", { lon: at.lon, lat: at.lat });
      if (mine === this.asked) this.answer = answer;
    } catch (error) {
      if (mine === this.asked) {
        this.answer = null;
        this.error = error;
      }
    } finally {
      if (mine === this.asked) this.busy = false;
    }
  }
}

customElements.define("copse-resident", CopseResident);
