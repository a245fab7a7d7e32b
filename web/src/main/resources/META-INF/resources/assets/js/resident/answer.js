// @ts-check
import { html, nothing } from "lit";
import { CopseElement } from "../element.js";
import { date, distance, language, languageName, number, t } from "../i18n.js";
import { moment } from "../adoption/words.js";
import { icon } from "../icons.js";
import { beatName, sectorName } from "../names.js";
import { errorNotice } from "../notice.js";
import { openingHours } from "../opening-hours.js";
import { day, lastDay } from "../people/words.js";

/** From which age on an answer says how old it is. */
const OLD_SECONDS = 60;

/** Farther than this from the nearest beat, the position is more likely wrong than meant. */
const FAR_METRES = 50_000;

/** Of more beats than these, as of a whole town, each has a line and no card. */
const MOST_CARDS = 3;

/** Whether a place lies so far away that no beat has to do with it. @param {import("../types.js").LookupAnswer} answer */
export const isFar = ({ match, nearestBeat }) => match === "outside" && (nearestBeat?.metres ?? 0) > FAR_METRES;

/** Who is responsible at the place asked about, in text that reads well aloud. */
class CopseAnswer extends CopseElement {
  static properties = { answer: { attribute: false }, error: { attribute: false }, busy: { attribute: false } };

  constructor() {
    super();
    /** @type {import("../types.js").LookupAnswer | null} */
    this.answer = null;
    /** @type {unknown} */
    this.error = null;
    this.busy = false;
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (!changed.has("answer") || !this.answer) return;
    // On a phone the answer may come below the fold: bring its beginning into view, and else move nothing.
    if (this.getBoundingClientRect().top > window.innerHeight - 160) this.scrollIntoView({ block: "start" });
  }

  render() {
    const { answer } = this;
    return html`<p class="visually-hidden" role="status" aria-live="polite">${this.busy ? t("resident.asking") : this.summary()}</p>
      ${errorNotice(this.error)}
      ${this.busy ? html`<p class="quiet">${t("resident.asking")}</p>` : nothing}
      ${!answer || this.busy ? nothing : this.found(answer)}`;
  }

  /** One sentence for the ear. */
  summary() {
    const { answer } = this;
    if (!answer) return "";
    if (answer.match === "outside") return this.outsideWords(answer);
    const [beat] = answer.beats;
    if (answer.match === "border") return t("answer.border");
    if (answer.match === "several") return t("answer.several");
    if (beat?.standsInFor) return this.awayWords(beat);
    return beat?.officer
      ? t("answer.summary", { officer: beat.officer.dutyName, beat: beatName(beat) })
      : t("answer.summaryTeam", { beat: beatName(beat), sector: sectorName(beat) });
  }

  /** @param {import("../types.js").LookupAnswer} answer */
  found(answer) {
    return html`${this.old(answer)} ${this.place(answer)} ${this.lastResort(answer)}`;
  }

  /** How to reach the authority, wherever an answer names nobody who can be reached. @param {import("../types.js").LookupAnswer} answer */
  lastResort(answer) {
    const { beats, nearestBeat, authority } = answer;
    const named = beats.length ? beats : nearestBeat && !isFar(answer) ? [nearestBeat] : [];
    const reached = named.length > 0 && named.every(({ officer, team }) => officer?.phone || officer?.email || team?.phone || team?.email);
    if (reached || !(authority?.phone || authority?.email)) return nothing;
    return html`<div class="card stack"><p>${t("answer.authority")}</p>${this.contact({ dutyName: "", ...authority })}</div>`;
  }

  /** While the server cannot reach its database it answers from memory, and says from when. @param {import("../types.js").LookupAnswer} answer */
  old({ ageSeconds = 0 }) {
    if (ageSeconds < OLD_SECONDS) return nothing;
    const minutes = number(Math.round(ageSeconds / 60));
    return html`<p class="notice warn">${icon("warning")}<span>${t("answer.old", { minutes })}</span></p>`;
  }

  /** @param {import("../types.js").LookupAnswer} answer */
  place(answer) {
    if (answer.match === "outside") {
      return html`<div class="notice warn"><div>${this.outsideWords(answer)}</div></div>
        ${answer.nearestBeat && !isFar(answer) ? this.card(answer.nearestBeat) : nothing}`;
    }
    const words = { border: "answer.border", several: "answer.several" }[String(answer.match)];
    // Near a border both beats have the same contact points: they are listed once.
    const [first, ...others] = answer.beats;
    const together = others.length ? (first.contactPoints ?? []) : [];
    return html`${words ? html`<p class="notice"><span>${t(words)}</span></p>` : nothing}
      ${answer.beats.length > MOST_CARDS
        ? html`<ul class="card points">${answer.beats.map((beat) => this.line(beat))}</ul>`
        : answer.beats.map((beat) => this.card(together.length ? { ...beat, contactPoints: [] } : beat))}
      ${together.length ? html`<div class="card">${this.meet(together, html`<h2>${t("answer.meet")}</h2>`)}</div>` : nothing}
      ${this.ahead(answer)}
      ${answer.plan
        ? html`<p class="small quiet">${t("answer.plan", { plan: answer.plan.name, date: date(answer.plan.validFrom) })}</p>`
        : nothing}`;
  }

  /** What another plan that is to come will change here. @param {import("../types.js").LookupAnswer} answer */
  ahead({ change }) {
    if (!change) return nothing;
    const values = { from: moment(change.from), beat: beatName({ id: change.beat, name: change.beatName }), officer: change.officer?.dutyName ?? "" };
    const key = change.sameOfficer && change.officer ? "answer.aheadSame" : change.officer ? "answer.aheadOther" : "answer.aheadTeam";
    return html`<p class="notice"><span>${t(key, values)}</span></p>`;
  }

  /** @param {import("../types.js").LookupAnswer} answer */
  outsideWords(answer) {
    const near = answer.nearestBeat;
    if (isFar(answer)) return t("answer.outsideFar", { distance: distance(near?.metres ?? 0) });
    return near
      ? t("answer.outsideNearest", { beat: beatName(near), distance: distance(near.metres ?? 0) })
      : t("answer.outside");
  }

  /** One of many beats, short: the one that is meant is asked for with a house number. @param {import("../types.js").FoundBeat} beat */
  line(beat) {
    const { officer, team } = beat;
    const phone = officer?.phone ?? team?.phone;
    return html`<li>${icon("people")}<div>
      <strong>${officer ? html`<bdi>${officer.dutyName}</bdi>` : t("answer.team", { sector: sectorName(beat) })}</strong>
      <div class="quiet">${t("answer.area", { beat: beatName(beat), sector: sectorName(beat) })}</div>
      ${phone ? html`<a href="tel:${phone.replace(/[^+\d]/g, "")}"><bdi dir="ltr">${phone}</bdi></a>` : nothing}
    </div></li>`;
  }

  /** @param {import("../types.js").FoundBeat} beat */
  card(beat) {
    return html`<article class="card officer stack">
      <header>
        ${beat.officer?.photo ? html`<img class="portrait" src=${beat.officer.photo} alt="" width="72" height="72" />` : nothing}
        <div>
          <h2>${beat.officer ? html`<bdi>${beat.officer.dutyName}</bdi>` : t("answer.team", { sector: sectorName(beat) })}</h2>
          ${beat.officer?.fullName ? html`<p><bdi>${beat.officer.fullName}</bdi></p>` : nothing}
          <p class="quiet">${t("answer.area", { beat: beatName(beat), sector: sectorName(beat) })}</p>
        </div>
      </header>
      ${this.change(beat)} ${this.away(beat)}
      ${beat.officer ? this.contact(beat.officer) : this.team(beat)}
      ${beat.officer?.bio ? html`<p class="bio"><bdi>${beat.officer.bio}</bdi></p>` : nothing}
      ${beat.contactPoints?.length ? this.meet(beat.contactPoints) : nothing}
    </article>`;
  }

  /** What residents are told about a change of officer, in their language where it was written. @param {import("../types.js").FoundBeat} beat */
  change({ notice }) {
    const spoken = [language(), "en", ...Object.keys(notice ?? {})].find((code) => notice?.[code]);
    return spoken ? html`<p class="notice" lang=${spoken} dir=${spoken === "ar" ? "rtl" : "ltr"}><span>${notice?.[spoken]}</span></p>` : nothing;
  }

  /** Who is away and until when; why is nobody's business. @param {import("../types.js").FoundBeat} beat */
  away(beat) {
    return beat.standsInFor ? html`<p class="notice"><span>${this.awayWords(beat)}</span></p>` : nothing;
  }

  /** @param {import("../types.js").FoundBeat} beat */
  awayWords({ standsInFor, officer, until }) {
    const values = { away: standsInFor ?? "", officer: officer?.dutyName ?? "", until: day(lastDay(until ?? null)) };
    return t(officer ? "answer.standsIn" : "answer.awayTeam", values);
  }

  /** @param {import("../types.js").FoundBeat} beat */
  team({ team, standsInFor }) {
    return html`${standsInFor ? nothing : html`<p>${t("answer.noOfficer")}</p>`}
      ${team?.phone || team?.email ? this.contact({ dutyName: "", ...team }) : nothing}`;
  }

  /** @param {import("../types.js").Officer} officer */
  contact(officer) {
    const { phone, email, hours, languages } = officer;
    return html`<ul class="contact">
      ${phone
        ? html`<li>${icon("phone")}<span class="visually-hidden">${t("answer.phone")}</span>
            <a href="tel:${phone.replace(/[^+\d]/g, "")}"><bdi dir="ltr">${phone}</bdi></a></li>`
        : nothing}
      ${email
        ? html`<li>${icon("mail")}<span class="visually-hidden">${t("answer.email")}</span>
            <a href="mailto:${email}"><bdi dir="ltr">${email.split("@").map((part, i) => (i ? html`@<wbr />${part}` : part))}</bdi></a></li>`
        : nothing}
      ${hours
        ? html`<li>${icon("clock")}<span class="visually-hidden">${t("answer.hours")}</span><bdi>${openingHours(hours)}</bdi></li>`
        : nothing}
      ${languages?.length
        ? html`<li>${icon("speech")}<span>${t("answer.speaks", { languages: languages.map(languageName).join(t("list.comma")) })}</span></li>`
        : nothing}
    </ul>`;
  }

  /** @param {import("../types.js").ContactPoint[]} points @param {unknown} heading of the level that comes next where they stand */
  meet(points, heading = html`<h3>${t("answer.meet")}</h3>`) {
    return html`<div>
      ${heading}
      <ul class="points">
        ${points.map(
          (point) => html`<li>
            ${icon("pin")}
            <div>
              <strong><bdi>${point.name}</bdi></strong> <span class="quiet">${t("answer.away", { distance: distance(point.metres) })}</span>
              ${point.address ? html`<div><bdi>${point.address}</bdi></div>` : nothing}
              ${typeof point.open === "boolean" ? html`<div class=${point.open ? "open" : "quiet"}>${t(point.open ? "answer.openNow" : "answer.closedNow")}</div>` : nothing}
              ${point.hours ? html`<div class="quiet"><bdi>${openingHours(point.hours)}</bdi></div>` : nothing}
            </div>
          </li>`,
        )}
      </ul>
    </div>`;
  }
}

customElements.define("copse-answer", CopseAnswer);
