// @ts-check
import { html, nothing } from "lit";
import { CopseElement } from "../element.js";
import "../header.js";
import { t } from "../i18n.js";
import { icon } from "../icons.js";
import { post } from "../request.js";
import "./address-box.js";
import { isFar } from "./answer.js";
import "./liaisons.js";

/** @typedef {{lon: number, lat: number}} Position */

/** @param {Position} at */
const asTyped = ({ lon, lat }) => `${lat}, ${lon}`;

/** The resident's page: a question, an answer in text, and a map that may come later or never. */
class CopseResident extends CopseElement {
  static properties = {
    answer: { state: true },
    at: { state: true },
    error: { state: true },
    complaint: { state: true },
    place: { state: true },
    busy: { state: true },
    turned: { state: true },
    map: { state: true },
  };

  constructor() {
    super();
    /** @type {import("../types.js").LookupAnswer | null} */
    this.answer = null;
    /** @type {Position | null} */
    this.at = null;
    /** @type {unknown} */
    this.error = null;
    /** A key of what is wrong with the input. */
    this.complaint = "";
    this.busy = false;
    /** The address that was asked about, where it was one. @type {import("./address-box.js").FoundAddress | null} */
    this.place = null;
    /** The place that the two numbers mean the other way round, where that lies in the district and what was asked does not. @type {Position | null} */
    this.turned = null;
    /** @type {"coming" | "here" | "failed" | "empty"} */
    this.map = "coming";
    this.asks = 0;
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
        <p class="emergency">${t("emergency.short")} <a href="tel:112"><bdi>112</bdi></a></p>
        ${this.turned ? this.proposal(this.turned) : nothing}
        ${this.place && !this.busy && this.answer ? this.asked(this.place) : nothing}
        <copse-answer .answer=${this.answer} .error=${this.error} .busy=${this.busy}></copse-answer>
        <copse-liaisons></copse-liaisons>
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

  /** @param {Position} turned */
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

  /** Which address this is the answer for, and that it is not the very one. @param {import("./address-box.js").FoundAddress} place */
  asked({ label, number, asked }) {
    return html`<p class="asked"><bdi>${label}</bdi></p>
      ${asked ? html`<p class="notice warn">${icon("warning")}<span>${t("resident.nearest", { asked, number: number ?? "" })}</span></p>` : nothing}`;
  }

  form() {
    return html`<form class="stack" novalidate @submit=${this.submit}>
      <copse-address-box .complaint=${this.complaint} @address-typed=${() => (this.complaint = "")}
        @address-chosen=${(/** @type {CustomEvent} */ e) => this.askAddress(e.detail)}></copse-address-box>
      <button type="button" class="mine" @click=${this.useMine}>${icon("locate")}${t("resident.useMine")}</button>
      <p class="small quiet">${t("resident.privacy")}</p>
    </form>`;
  }

  /** @param {SubmitEvent} event */
  async submit(event) {
    event.preventDefault();
    this.forget();
    const mine = this.asks;
    this.busy = true;
    try {
      this.complaint = await this.box.send();
    } catch (error) {
      this.error = error;
    }
    if (mine === this.asks) this.busy = false; // else the answer is asked for
    if (this.complaint) this.box.input.focus();
  }

  get box() {
    return /** @type {any} */ (this.querySelector("copse-address-box"));
  }

  /** What was answered before is no answer to what is asked now. */
  forget() {
    this.asks++;
    Object.assign(this, { answer: null, error: null, turned: null, complaint: "", at: null, place: null, busy: false });
  }

  /** A click asks in place of what was typed. @param {Position} at */
  pick(at) {
    this.box.value = "";
    this.ask(at);
  }

  /** @param {Position} turned */
  turn(turned) {
    this.box.value = asTyped(turned);
    this.ask(turned);
  }

  useMine() {
    this.forget();
    this.box.value = "";
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

  /** @param {import("./address-box.js").FoundAddress} place */
  askAddress(place) {
    const { id, lon, lat } = place;
    if (id === null) return this.ask({ lon, lat });
    return this.ask({ lon, lat }, { address: id }, place);
  }

  /**
   * Asks who is responsible here; position and address travel in the body, in no URL.
   * @param {Position} at shown on the map
   * @param {{lon: number, lat: number} | {address: string}} question
   * @param {import("./address-box.js").FoundAddress | null} place
   */
  async ask(at, question = { lon: at.lon, lat: at.lat }, place = null) {
    this.forget();
    const mine = this.asks;
    Object.assign(this, { busy: true, at, place });
    try {
      const answer = await post("/lookup", question);
      const turned = isFar(answer) && !place ? await this.otherWayRound(at) : null;
      if (mine === this.asks) Object.assign(this, turned ? { turned, at: null } : { answer });
    } catch (error) {
      if (mine === this.asks) this.error = error;
    } finally {
      if (mine === this.asks) this.busy = false;
    }
  }

  /** Returns the place with longitude and latitude exchanged, if the district is there. @param {Position} at */
  async otherWayRound({ lon, lat }) {
    if (Math.abs(lon) > 90) return null;
    const turned = { lon: lat, lat: lon };
    const { match } = await post("/lookup", turned).catch(() => ({ match: "outside" })); // without it, the answer is that the place is far away
    return match === "outside" ? null : turned;
  }
}

customElements.define("copse-resident", CopseResident);
