// @ts-check
import { html, nothing } from "lit";
import { EventDialog } from "../events/dialogs.js";
import { language, number, t } from "../i18n.js";
import { FormDialog, given } from "../people/form-dialog.js";
import { BadRequest, post, put } from "../request.js";
import "./plan-map.js";

/** @typedef {import("./plan-map.js").Corner} Corner */

/** Plans a walk, or changes one that is planned. */
class PlanDialog extends EventDialog {
  static properties = { shown: { state: true }, meet: { state: true }, route: { state: true }, sets: { state: true } };

  constructor() {
    super();
    this.shown = false;
    /** @type {Corner | null} */
    this.meet = null;
    /** @type {Corner[]} */
    this.route = [];
    /** What a tap on the map sets. @type {"meet" | "route"} */
    this.sets = "meet";
    this.addEventListener("change", ({ target }) => {
      if (target instanceof HTMLSelectElement && target.name === "beat") this.map?.showBeat(target.value);
    });
  }

  /** @returns {any} */
  get map() {
    return this.querySelector("copse-plan-map");
  }

  /** @param {any} about a planned walk, or nothing but the beats */
  async open(about) {
    this.shown = false; // the map is made when there is room for it
    this.meet = about.id ? [about.lon, about.lat] : null;
    this.route = about.route ?? [];
    this.sets = about.id ? "route" : "meet";
    await super.open(about);
    this.shown = true;
  }

  heading() {
    return t(this.about?.id ? "plannedWalk.change" : "plannedWalk.plan");
  }

  fields() {
    const { about } = this;
    return html`<div class="fields">
        ${this.short("title", t("events.what"), about.title, { maxlength: 200 })} ${this.beatField(t("plannedWalk.asRoute"))}
        ${this.short("starts", t("events.starts"), about.starts?.slice(0, 16), { type: "datetime-local" })}
        ${this.short("ends", t("events.ends"), about.ends?.slice(0, 16), { type: "datetime-local" })}
        <div class="field"><label for="plan-light">${t("plannedWalk.light")}</label>
          <select id="plan-light" name="light">${["day", "night"].map((light) => html`<option value=${light} ?selected=${light === about.light}>${t(`plannedWalk.light.${light}`)}</option>`)}</select></div>
        ${this.short("place", t("plannedWalk.meet"), about.place, { maxlength: 300 })}
        ${this.long("why", t("plannedWalk.why"), about.why, 2000, { required: true })}
        ${this.languageField()}
        <div class="field"><label for="plan-languages">${t("plannedWalk.spoken")}</label>
          <input id="plan-languages" name="languages" dir="ltr" required maxlength="60" value=${(about.languages ?? [language()]).join(", ")} aria-describedby="plan-languages-hint" />
          <p class="hint" id="plan-languages-hint">${t("officers.languagesHint")}</p></div>
        <div class="field"><label for="plan-places">${t("plannedWalk.places")}</label>
          <input id="plan-places" name="places" type="number" inputmode="numeric" min="1" max="500" value=${about.places ?? (about.id ? "" : 20)} /></div>
      </div>
      ${this.where()}
      <div class="check"><input type="checkbox" id="plan-invited" name="byInvitation" ?checked=${about.invitation} .checked=${Boolean(about.invitation)} /><label for="plan-invited">${t("plannedWalk.byInvitation")}</label></div>
      ${about.invitation ? html`<div class="check"><input type="checkbox" id="plan-new" name="newInvitation" /><label for="plan-new">${t("plannedWalk.newInvitation")}</label></div>` : nothing}
      <p class="quiet">${t("plannedWalk.namesHint")}</p>`;
  }

  where() {
    return html`<fieldset class="section stack"><legend>${t("plannedWalk.where")}</legend>
      <p class="hint" id="plan-map-hint">${t("plannedWalk.mapHint")}</p>
      <div class="row" role="radiogroup" aria-label=${t("plannedWalk.taps")}>
        ${["meet", "route"].map((one) => html`<div class="check"><input type="radio" id="plan-sets-${one}" name="sets" value=${one} ?checked=${this.sets === one} .checked=${this.sets === one}
            @change=${() => (this.sets = /** @type {any} */ (one))} /><label for="plan-sets-${one}">${t(one === "meet" ? "plannedWalk.setMeet" : "plannedWalk.setRoute")}</label></div>`)}
      </div>
      ${this.shown
        ? html`<copse-plan-map .label=${t("plannedWalk.where")} .beats=${this.about.shapes ?? []} .meet=${this.meet} .route=${this.route}
            @tapped=${(/** @type {CustomEvent} */ event) => this.tapped(event.detail)}></copse-plan-map>`
        : html`<div class="plan-map-room"></div>`}
      <div class="row"><button type="button" @click=${this.middle}>${t("plannedWalk.middle")}</button>
        <button type="button" ?disabled=${!this.route.length} @click=${() => (this.route = this.route.slice(0, -1))}>${t("plannedWalk.lastCorner")}</button></div>
      <p role="status">${t(this.meet ? "plannedWalk.hasMeet" : "plannedWalk.noMeet")} ${t("plannedWalk.corners", { n: number(this.route.length) })}</p>
    </fieldset>`;
  }

  middle() {
    this.tapped(this.map.middle());
  }

  /** @param {Corner} at */
  tapped(at) {
    const exact = /** @type {Corner} */ (at.map((degrees) => Math.round(degrees * 1e6) / 1e6));
    if (this.sets === "meet") {
      this.meet = exact;
      this.sets = "route";
    } else this.route = [...this.route, exact];
  }

  /** @param {FormData} form */
  async send(form) {
    if (!this.meet) throw new BadRequest(400, { detail: t("plannedWalk.meetMissing") });
    if (this.route.length === 1) throw new BadRequest(400, { detail: t("plannedWalk.oneCorner") });
    const places = given(form, "places");
    const walk = {
      beat: given(form, "beat"),
      route: this.route.length ? this.route : null,
      title: given(form, "title"),
      why: given(form, "why"),
      language: form.get("language"),
      starts: given(form, "starts"),
      ends: given(form, "ends"),
      light: form.get("light"),
      place: given(form, "place"),
      lon: this.meet[0],
      lat: this.meet[1],
      languages: (given(form, "languages") ?? "").split(/[\s,;]+/).filter(Boolean),
      places: places === null ? null : Number(places),
      byInvitation: form.has("byInvitation"),
      newInvitation: form.has("newInvitation"),
    };
    return this.about.id ? put(`/planned-walks/${this.about.id}`, walk) : post("/planned-walks", walk);
  }
}

/** Says that a walk does not take place, and why. */
class CancelWalkDialog extends FormDialog {
  heading() {
    return t("plannedWalk.cancel");
  }

  action() {
    return t("plannedWalk.cancel");
  }

  fields() {
    return html`<p><strong><bdi>${this.about.title}</bdi></strong></p>
      <p>${t("plannedWalk.cancelLead")}</p>
      ${this.long("reason", t("plannedWalk.reason"), "", 1000, { required: true })}`;
  }

  /** @param {FormData} form */
  send(form) {
    return post(`/planned-walks/${this.about.id}/cancellation`, { reason: given(form, "reason") });
  }
}

customElements.define("copse-plan-walk-dialog", PlanDialog);
customElements.define("copse-cancel-walk-dialog", CancelWalkDialog);
