// @ts-check
import { html, nothing } from "lit";
import { moment } from "../adoption/words.js";
import { AskingElement } from "../asking.js";
import { beforeAfter, photos, places, tone } from "../findings/card.js";
import { chip, whose } from "../findings/words.js";
import { distance, language, locale, number, t } from "../i18n.js";
import { icon } from "../icons.js";
import "../map/place-map.js";
import { errorNotice } from "../notice.js";
import { get } from "../request.js";
import { session } from "../session.js";
import { category, dots } from "../walk/words.js";
import { beside } from "./beside.js";
import { felt, summary } from "./summary.js";

/** One walk: where it went, what it found, in order of time, and what came of it. */
class CopseWalkPage extends AskingElement {
  static properties = { walk: { attribute: false }, view: { state: true }, picked: { state: true } };

  constructor() {
    super();
    this.walk = "";
    /** @type {any} */
    this.view = null;
    /** Findings in order of time, with how each problem stands. @type {any[]} */
    this.found = [];
    /** @type {any[]} */
    this.places = [];
    /** @type {[number, number][][]} */
    this.lines = [];
    /** The planned walk that it is, if that is known. @type {any} */
    this.plan = null;
    this.picked = "";
  }

  async firstUpdated() {
    await session();
    const id = encodeURIComponent(this.walk);
    await this.attempt(async () => {
      const [view, findings, followed] = await Promise.all([get(`/walks/${id}`), get(`/walks/${id}/findings`), get(`/findings?walk=${id}`)]);
      const standings = new Map(followed.findings.map((/** @type {any} */ one) => [one.id, one]));
      this.found = findings.map((/** @type {any} */ one) => ({ ...standings.get(one.id), ...one }));
      await Promise.all(this.found.map(async (one) => (one.earlier = one.finding.again ? (await get(`/findings/${one.finding.again}`).catch(() => null))?.finding : null)));
      this.places = places(this.found);
      this.lines = view.track.lines.flat().map((/** @type {any} */ segment) => segment.points.map((/** @type {any} */ at) => [at.lon, at.lat]));
      this.plan = view.walk.planned ? await get(`/planned-walks/${view.walk.planned}`).catch(() => null) : null;
      if (this.plan) this.places = [...this.places, { id: "meet", lon: this.plan.lon, lat: this.plan.lat, label: t("plannedWalk.letter"), title: t("plannedWalk.meet"), tone: "quiet" }];
      this.view = view;
    });
  }

  render() {
    const { view } = this;
    if (!view) {
      return html`<div class="page wide"><h1>${t("walks.walk")}</h1>${errorNotice(this.error)}
        ${this.error ? html`<p><a href="/walks">${t("walks.all")}</a></p>` : html`<p class="quiet">${t("people.loading")}</p>`}</div>`;
    }
    document.title = `${view.walk.title} · Copse`;
    const first = this.found.filter(({ finding }) => !finding.again);
    return html`<article class="page wide walk-page">
      <p class="no-print"><a href="/walks">${t("walks.all")}</a></p>
      <div class="row spread"><h1><bdi>${view.walk.title}</bdi></h1>${this.files()}</div>
      ${errorNotice(this.error)}
      ${this.particulars()} ${this.plan ? beside(this.plan, view.walk) : nothing}
      <div class="with-map">
        <div class="map-side">
          <copse-place-map .label=${t("walks.map")} .places=${this.places} .lines=${this.lines} .planned=${this.plan?.route ?? []} .picked=${this.picked}
            @picked=${(/** @type {CustomEvent} */ e) => this.pick(e.detail)}></copse-place-map>
          <p class="small quiet">${t(this.lines.length ? (view.trimmed ? "walks.trimmed" : "walks.map") : "walks.noTrack")} ${this.plan ? t(this.plan.route ? "plannedWalk.dashed" : "plannedWalk.marked") : nothing}</p>
        </div>
        <div>
          ${this.found.length ? html`${first.length ? summary(first) : nothing} ${this.timeline()}` : html`<p class="empty">${t("walks.nothingFound")}</p>`}
        </div>
      </div>
    </article>`;
  }

  files() {
    const path = `/api/v1/walks/${encodeURIComponent(this.walk)}/walk`;
    return html`<div class="row no-print">
      <a class="button" href="${path}.gpx?language=${language()}">GPX</a><a class="button" href="${path}.geojson">GeoJSON</a>
      <button type="button" @click=${() => window.print()}>${icon("report")}${t("walks.print")}</button>
    </div>`;
  }

  particulars() {
    const { walk, knownMetres } = this.view;
    const groups = walk.participants ?? [];
    const from = moment(walk.startedAt);
    const span = new Intl.DateTimeFormat(locale(), { dateStyle: "medium", timeStyle: "short" });
    return html`<dl class="particulars wide">
        <div><dt>${t("walks.when")}</dt><dd>${walk.endedAt ? span.formatRange(new Date(walk.startedAt), new Date(walk.endedAt)) : t("walks.going", { from })}</dd></div>
        <div><dt>${t("walks.length")}</dt><dd>${knownMetres ? distance(knownMetres) : "–"}</dd></div>
        <div><dt>${t("walks.who")}</dt><dd>${groups.length
          ? groups.map((/** @type {any} */ one) => t("walks.group", { n: number(one.count), role: t(`walk.role.${one.role}`), ages: t(`walk.ages.${one.ages}`) })).join(t("walks.between"))
          : t("walks.nobodyCounted")}</dd></div>
        ${felt(this.found)}
      </dl>
      ${walk.note ? html`<h2>${t("walks.note")}</h2><p class="written"><bdi>${walk.note}</bdi></p>` : nothing}`;
  }

  timeline() {
    const problems = this.found.some((one) => one.standing);
    return html`<section class="section" aria-labelledby="timeline-title">
      <div class="row spread"><h2 id="timeline-title">${t("walks.timeline")}</h2>
        ${problems ? html`<a class="button no-print" href="/findings?walk=${this.walk}">${t("walks.follow")}</a>` : nothing}</div>
      <ol class="finding-list timeline">
        <li class="quiet">${this.time(this.view.walk.startedAt)} ${t("walks.began")}</li>
        ${this.found.map((one, i) => this.entry(one, i + 1))}
        ${this.view.walk.endedAt ? html`<li class="quiet">${this.time(this.view.walk.endedAt)} ${t("walks.ended")}</li>` : nothing}
      </ol>
    </section>`;
  }

  /** @param {any} one @param {number} n */
  entry(one, n) {
    const { finding, standing } = one;
    const shape = `place-mark ${tone(one)}`;
    return html`<li class="card stack ${one.id === this.picked ? "picked" : ""}" id="finding-${one.id}" tabindex="-1">
      <h3>${finding.place
          ? html`<button type="button" class=${shape} aria-label=${t("finding.onMap", { n: number(n) })} @click=${() => (this.picked = one.id)}>${number(n)}</button>`
          : html`<span class=${shape}>${number(n)}</span>`}
        ${this.time(finding.at)} ${category(finding.category)} ${standing ? html`${dots(finding.severity)} ${chip(standing.state)}` : finding.again ? again(finding) : html`<span class="state checked">${t("walks.good")}</span>`}</h3>
      ${finding.words ? html`<p class="written"><bdi>${finding.words}</bdi></p>` : nothing}
      ${finding.rating ? html`<p class="small">${t("walks.rating", { rating: t(`walk.rating.${finding.rating}`) })}</p>` : nothing}
      ${standing ? whose(standing, one.overdue) : nothing}
      ${one.earlier ? beforeAfter({ walk: one.earlier.walk.id, finding: one.earlier.finding }, { walk: this.walk, finding }) : photos(this.walk, finding)}
    </li>`;
  }

  /** @param {string} iso */
  time(iso) {
    return html`<time datetime=${iso}>${new Intl.DateTimeFormat(locale(), { timeStyle: "short" }).format(new Date(iso))}</time>`;
  }

  /** @param {string} id */
  async pick(id) {
    this.picked = id;
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.querySelector(`#finding-${id}`))?.focus();
  }
}

/** How an earlier problem is now. @param {any} finding */
const again = (finding) => html`${dots(finding.severity)} <span class="state ${finding.gone ? "checked" : "open"}">${t(finding.gone ? "walk.again.gone" : "walk.again.there")}</span>`;

customElements.define("copse-walk-page", CopseWalkPage);
