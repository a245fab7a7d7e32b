// @ts-check
import { html, nothing } from "lit";
import { CopseElement } from "../element.js";
import "../header.js";
import { language, t } from "../i18n.js";
import { icon } from "../icons.js";
import { post } from "../request.js";
import { session } from "../session.js";
import { isFar } from "./answer.js";
import { readPosition } from "./coordinates.js";
import "./liaisons.js";

/** @param {import("./coordinates.js").Position} at */
const asTyped = ({ lon, lat }) => `${lat}, ${lon}`;

/** The resident's page: a question, an answer in text, and a map that may come later or never. */
class CopseResident extends CopseElement {
  static properties = {
    answer: { state: true },
    at: { state: true },
    error: { state: true },
    complaint: { state: true },
    busy: { state: true },
    turned: { state: true },
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
    /** The place that the two numbers mean the other way round, where that lies in the district and what was asked does not. @type {import("./coordinates.js").Position | null} */
    this.turned = null;
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
        ${this.turned ? this.proposal(this.turned) : nothing}
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
              @place-picked=${(/** @type {CustomEvent} */ e) => this.pick(e.detail)}></copse-resident-map>`
          : nothing}
        ${this.map === "here" ? html`<p class="small quiet">${t("resident.mapHint")}</p>` : nothing}
      </div>
    </div>`;
  }

  /** @param {import("./coordinates.js").Position} turned */
  proposal(turned) {
    const words = asTyped(turned);
    return html`<div class="notice warn" role="alert">
      ${icon("warning")}
      <div class="stack">
        <p>${t("resident.turned")}</p>
        <button type="button" class="primary" @click=${() => this.turn(turned)}>${t("resident.turn")} <bdi dir="ltr">${words}</bdi></button>
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
    const { input } = this;
    const at = readPosition(input.value, language());
    if (at) {
      this.ask(at);
      return;
    }
    this.forget();
    this.complaint = input.value.trim() ? "resident.unreadable" : "resident.nothing";
    input.focus();
  }

  get input() {
    return /** @type {HTMLInputElement} */ (this.querySelector("#position"));
  }

  /** What was answered before is no answer to what is asked now. */
  forget() {
    this.asked++;
    Object.assign(this, { answer: null, error: null, turned: null, complaint: "", at: null, busy: false });
  }

  /** A click asks in place of what was typed. @param {import("./coordinates.js").Position} at */
  pick(at) {
    this.input.value = "";
    this.ask(at);
  }

  /** @param {import("./coordinates.js").Position} turned */
  turn(turned) {
    this.input.value = asTyped(turned);
    this.ask(turned);
  }

  useMine() {
    this.forget();
    this.input.value = "";
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
    this.forget();
    const mine = this.asked;
    this.busy = true;
    this.at = at;
    try {
      await session(); // brings the token that a POST needs
      const answer = await post("/lookup", { lon: at.lon, lat: at.lat });
      const turned = isFar(answer) ? await this.otherWayRound(at) : null;
      if (mine === this.asked) Object.assign(this, turned ? { turned, at: null } : { answer });
    } catch (error) {
      if (mine === this.asked) this.error = error;
    } finally {
      if (mine === this.asked) this.busy = false;
    }
  }

  /** Returns the place with longitude and latitude exchanged, if the district is there. @param {import("./coordinates.js").Position} at */
  async otherWayRound({ lon, lat }) {
    if (Math.abs(lon) > 90) return null;
    const turned = { lon: lat, lat: lon };
    const { match } = await post("/lookup", turned).catch(() => ({ match: "outside" })); // without it, the answer is that the place is far away
    return match === "outside" ? null : turned;
  }
}

customElements.define("copse-resident", CopseResident);
