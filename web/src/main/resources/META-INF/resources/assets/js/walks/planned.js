// @ts-check
import { html, nothing } from "lit";
import { AskingElement } from "../asking.js";
import { language, locale, number, t } from "../i18n.js";
import { icon } from "../icons.js";
import { beatName } from "../names.js";
import { errorNotice } from "../notice.js";
import { languages } from "../people/words.js";
import { get } from "../request.js";
import { session } from "../session.js";
import "./plan-dialogs.js";

/** Walks that are to take place: what they are, who may know of them, how many will come. */
class CopsePlannedWalks extends AskingElement {
  static properties = { walks: { state: true } };

  constructor() {
    super();
    /** @type {any[] | null} */
    this.walks = null;
    /** Beats of the plan in force, as GeoJSON. @type {any[]} */
    this.beats = [];
    this.plans = false;
    this.addEventListener("people-changed", () => this.load(t("people.saved")));
  }

  async firstUpdated() {
    this.plans = (await session()).permissions.includes("walk:plan");
    await this.load("");
  }

  /** @param {string} said */
  async load(said) {
    await this.attempt(async () => {
      const [walks, beats] = await Promise.all([get("/planned-walks"), get("/plans/current/beats").catch(() => ({ features: [] }))]);
      this.beats = beats.features;
      this.walks = walks;
    }, said);
  }

  render() {
    return html`<section class="stack">
      <div class="row spread"><h2>${t("plannedWalk.planned")}</h2>
        ${this.plans && this.walks ? html`<button type="button" class="primary" @click=${() => this.open("copse-plan-walk-dialog", {})}>${icon("plus")}${t("plannedWalk.plan")}</button>` : nothing}</div>
      ${errorNotice(this.error)}
      <p class="visually-hidden" role="status">${this.said}</p>
      ${!this.walks ? nothing : this.walks.length ? html`<ul class="officer-list">${this.walks.map((walk) => this.card(walk))}</ul>` : html`<p class="empty">${t("plannedWalk.none")}</p>`}
      <copse-plan-walk-dialog></copse-plan-walk-dialog><copse-cancel-walk-dialog></copse-cancel-walk-dialog>
    </section>`;
  }

  /** @param {any} walk */
  card(walk) {
    return html`<li class="card stack" id="planned-${walk.id}">
      <h3><bdi>${walk.title}</bdi></h3>
      <p>${times(walk)}</p>
      ${walk.cancelled ? html`<p class="warn-text">${t("plannedWalk.cancelled")} <bdi>${walk.cancelled}</bdi></p>` : nothing}
      <p><bdi>${walk.place}</bdi></p>
      <p class="quiet">${this.where(walk)} · ${languages(walk.languages)} · ${t(walk.invitation ? "plannedWalk.invitedOnly" : "plannedWalk.public")}</p>
      <p>${signUps(walk)}</p>
      ${walk.invitation
        ? html`<p class="small"><bdi>${t("plannedWalk.tellCode", { code: walk.invitation, address: `${location.origin}/${language()}/walks/invited` })}</bdi></p>`
        : html`<p class="small"><a href="/${language()}/walks/${walk.id}">${t("plannedWalk.page")}<span class="visually-hidden"> ${walk.title}</span></a></p>`}
      ${walk.recorded.map((/** @type {string} */ id) => html`<p><a href="/walks?id=${id}">${t("plannedWalk.record")}<span class="visually-hidden"> ${walk.title}</span></a></p>`)}
      ${this.plans && !walk.cancelled && Date.parse(walk.ends) > Date.now()
        ? html`<div class="row"><button type="button" @click=${() => this.open("copse-plan-walk-dialog", walk)}>${t("people.edit")}<span class="visually-hidden"> ${walk.title}</span></button>
            <button type="button" class="plain" @click=${() => this.open("copse-cancel-walk-dialog", walk)}>${t("plannedWalk.cancel")}<span class="visually-hidden"> ${walk.title}</span></button></div>`
        : nothing}
    </li>`;
  }

  /** @param {any} walk */
  where(walk) {
    const known = this.beats.find(({ properties }) => properties.id === walk.beat);
    return walk.beat ? t("area.beat", { beat: known ? beatName(known.properties) : walk.beat }) : t("plannedWalk.asRoute");
  }

  /** @param {string} dialog @param {any} about */
  open(dialog, about) {
    const beats = this.beats.map(({ properties }) => ({ id: properties.id, name: properties.name }));
    /** @type {any} */ (this.querySelector(dialog)).open({ ...about, beats, shapes: this.beats });
  }
}

/** When a walk is to be. @param {any} walk */
export function times(walk) {
  const span = new Intl.DateTimeFormat(locale(), { dateStyle: "medium", timeStyle: "short" });
  return html`<bdi>${span.formatRange(new Date(walk.starts), new Date(walk.ends))}</bdi> · ${t(`plannedWalk.light.${walk.light}`)}`;
}

/** @param {any} walk */
const signUps = (walk) => (walk.places === null ? t("plannedWalk.withoutSignUp") : t("plannedWalk.signUps", { n: number(walk.signedUp), places: number(walk.places) }));

customElements.define("copse-planned-walks", CopsePlannedWalks);
