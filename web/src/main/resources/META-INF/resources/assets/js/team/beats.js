// @ts-check
import { html, nothing } from "lit";
import { number, percent, t } from "../i18n.js";
import { coverWords, day, days, languages, needWords, person, personWords, sector, span } from "../people/words.js";
import { languageName } from "../i18n.js";

/** @typedef {import("./main.js").CopseTeam} Team */

/** All beats in force and whose they are. @param {Team} team */
export function allBeats(team) {
  const { beats } = team;
  if (!beats) return nothing;
  return html`<section class="section" aria-labelledby="beats-title">
    <h2 id="beats-title">${t("beats.title", { plan: beats.planName })}</h2>
    <div class="table-scroll" tabindex="0" role="group" aria-label=${t("beats.title", { plan: beats.planName })}>
      <table class="cards">
        <thead><tr><th scope="col">${t("people.beat")}</th><th scope="col">${t("gaps.answers")}</th><th scope="col">${t("beats.assigned")}</th>
          <th scope="col" class="num">${t("table.residents")}</th><th scope="col"><span class="visually-hidden">${t("people.actions")}</span></th></tr></thead>
        <tbody>${beats.beats.map((/** @type {any} */ beat) => html`<tr>
          <th scope="row"><bdi>${beat.name}</bdi> <span class="quiet">${sector(beat.sectorName)}</span></th>
          <td data-head=${t("gaps.answers")} class=${beat.cover.present ? "" : "warn-text"}><bdi>${coverWords(beat.cover)}</bdi></td>
          <td data-head=${t("beats.assigned")}>${beat.assignments.length
            ? html`<ul class="plain-list">${beat.assignments.map((/** @type {any} */ one) => html`<li>${person(one.officer)}
                ${one.rank === "second" ? html`<span class="quiet">${t("rank.second")}</span>` : nothing}
                <span class="quiet">${days(one.from, one.to)}</span>
                <button type="button" class="plain" @click=${() => team.openEnd(one)}>${t("end.short")}<span class="visually-hidden"> ${personWords(one.officer)}</span></button></li>`)}</ul>`
            : "–"}</td>
          <td data-head=${t("table.residents")} class="num">${number(beat.residents)}</td>
          <td class="actions"><button type="button" @click=${() => team.openAssign(beat)}>${t("gaps.assign")}<span class="visually-hidden"> ${beat.name}</span></button></td>
        </tr>`)}</tbody>
      </table>
    </div>
  </section>`;
}

/** Who is due when: a calendar by date, and what if somebody leaves. @param {Team} team */
export function tenure(team) {
  const calendar = team.tenure;
  if (!calendar) return nothing;
  return html`<section class="section" aria-labelledby="tenure-title">
      <div class="row spread"><h2 id="tenure-title">${t("tenure.title")}</h2>
        ${team.may("tenure:edit") ? html`<button type="button" @click=${() => team.open("copse-tenure-dialog", calendar)}>${t("tenure.change")}</button>` : nothing}</div>
      <p>${t("tenure.lead", { minimum: span(calendar.minimumMonths), maximum: span(calendar.maximumMonths) })}</p>
      <div class="table-scroll" tabindex="0" role="group" aria-label=${t("tenure.title")}>
        <table class="cards">
          <thead><tr><th scope="col">${t("tenure.maximumOn")}</th><th scope="col">${t("people.officer")}</th><th scope="col">${t("people.beat")}</th>
            <th scope="col">${t("tenure.since")}</th><th scope="col">${t("tenure.minimumOn")}</th><th scope="col">${t("tenure.stage")}</th></tr></thead>
          <tbody>${calendar.due.map((/** @type {any} */ due) => html`<tr>
            <th scope="row">${day(due.maximumOn)}</th>
            <td data-head=${t("people.officer")}>${person(due.post.officer)}</td>
            <td data-head=${t("people.beat")}><bdi>${due.post.beatName}</bdi></td>
            <td data-head=${t("tenure.since")}>${day(due.since)}</td>
            <td data-head=${t("tenure.minimumOn")}>${day(due.minimumOn)}</td>
            <td data-head=${t("tenure.stage")} class=${due.stage === "between" ? "" : "warn-text"}>${t(`stage.${due.stage}`)}</td>
          </tr>`)}</tbody>
        </table>
      </div>
    </section>
    <section class="section" aria-labelledby="what-if-title">
      <h2 id="what-if-title">${t("departure.whatIf")}</h2>
      <form class="fields" @submit=${(/** @type {Event} */ e) => e.preventDefault()}>
        <div class="field"><label for="what-if-officer">${t("people.officer")}</label>
          <select id="what-if-officer" @change=${(/** @type {any} */ e) => (team.leaver = e.target.value)}>
            <option value="">${t("departure.choose")}</option>
            ${team.serving().map((/** @type {any} */ o) => html`<option value=${o.id}>${personWords(o)}</option>`)}</select></div>
        <div class="field"><label for="what-if-on">${t("departure.on")}</label>
          <input id="what-if-on" type="date" min=${team.today} .value=${team.leavesOn || team.today}
            @change=${(/** @type {any} */ e) => (team.leavesOn = e.target.value)} /></div>
      </form>
      <copse-consequences .officer=${team.leaver} .on=${team.leavesOn || team.today}></copse-consequences>
    </section>`;
}

/** The teams: how they are reached, and the languages they speak beside those of their sector. @param {Team} team */
export function teams(team) {
  const balance = team.languages;
  return html`<section class="section" aria-labelledby="teams-title">
      <h2 id="teams-title">${t("teams.title")}</h2>
      <p>${t("teams.lead")}</p>
      <div class="table-scroll" tabindex="0" role="group" aria-label=${t("teams.title")}>
        <table class="cards">
          <thead><tr><th scope="col">${t("people.sector")}</th><th scope="col">${t("people.phone")}</th><th scope="col">${t("people.email")}</th>
            <th scope="col"><span class="visually-hidden">${t("people.actions")}</span></th></tr></thead>
          <tbody>${(team.teams ?? []).map((/** @type {any} */ one) => html`<tr>
            <th scope="row">${sector(one.name)}</th>
            <td data-head=${t("people.phone")}><bdi dir="ltr">${one.phone ?? "–"}</bdi></td>
            <td data-head=${t("people.email")}><bdi dir="ltr">${one.email ?? "–"}</bdi></td>
            <td class="actions"><button type="button" @click=${() => team.open("copse-contact-dialog", one)}>${t("people.edit")}<span class="visually-hidden"> ${one.name}</span></button></td>
          </tr>`)}</tbody>
        </table>
      </div>
      <p class="small">${t("publish.authority")} <a href="/contact">${t("contact.title")}</a></p>
    </section>
    ${balance
      ? html`<section class="section" aria-labelledby="languages-title">
          <h2 id="languages-title">${t("teams.languages")}</h2>
          <p>${t("teams.languagesLead")}</p>
          <p class="small quiet">${balance.layer ? t("teams.languagesFrom", { layer: balance.layer, date: balance.asOf ?? "–" }) : t("teams.noLayer")}</p>
          <div class="table-scroll" tabindex="0" role="group" aria-label=${t("teams.languages")}>
            <table class="cards">
              <thead><tr><th scope="col">${t("people.sector")}</th><th scope="col">${t("teams.spoken")}</th>
                ${balance.layer ? html`<th scope="col">${t("teams.residentsSpeak")}</th>` : nothing}</tr></thead>
              <tbody>${balance.teams.map((/** @type {any} */ one) => html`<tr>
                <th scope="row">${sector(one.name)} <span class="quiet">${t("teams.officers", { n: number(one.officers) })}</span></th>
                <td data-head=${t("teams.spoken")}>${Object.entries(one.speakers).map(([code, n]) => `${languageName(code)} ${number(/** @type {number} */ (n))}`).join(t("list.comma")) || "–"}</td>
                ${balance.layer ? html`<td data-head=${t("teams.residentsSpeak")}>${one.residents.map(spoken)}</td>` : nothing}
              </tr>`)}</tbody>
            </table>
          </div>
        </section>`
      : nothing}`;
}

/** @param {{language: string, share: number | null, speakers: number}} one */
const spoken = ({ language, share, speakers }) => html`<span class="pair">${languageName(language)}
  ${share === null ? t("teams.few") : percent(share)}${share !== null && share >= 0.05 && speakers === 0
    ? html` <span class="warn-text">${t("teams.nobodySpeaks")}</span>`
    : nothing}</span>`;

/** Officers for a community or a need. @param {Team} team */
export function liaisons(team) {
  const all = team.liaisons ?? [];
  return html`<section class="section" aria-labelledby="liaisons-title">
    <div class="row spread"><h2 id="liaisons-title">${t("liaison.title")}</h2>
      <button type="button" @click=${() => team.open("copse-liaison-dialog", { officers: team.serving(), today: team.today })}>${t("liaison.add")}</button></div>
    <p>${t("liaison.lead")}</p>
    ${all.length
      ? html`<div class="table-scroll" tabindex="0" role="group" aria-label=${t("liaison.title")}>
          <table class="cards">
            <thead><tr><th scope="col">${t("liaison.need")}</th><th scope="col">${t("people.officer")}</th><th scope="col">${t("people.days.head")}</th>
              <th scope="col"><span class="visually-hidden">${t("people.actions")}</span></th></tr></thead>
            <tbody>${all.map((/** @type {any} */ one) => html`<tr>
              <th scope="row"><bdi>${needWords(one)}</bdi></th>
              <td data-head=${t("people.officer")}>${person(one.officer)} <span class="quiet">${languages(one.officer.languages)}</span></td>
              <td data-head=${t("people.days.head")}>${days(one.from, one.to)}</td>
              <td class="actions">${!one.to || one.to > team.today
                ? html`<button type="button" class="plain" @click=${() => team.open("copse-end-dialog", { ...one, today: team.today, path: `/liaisons/${one.id}/end` })}>${t("end.short")}</button>`
                : html`<span class="quiet">${t("liaison.over")}</span>`}</td>
            </tr>`)}</tbody>
          </table>
        </div>`
      : html`<p class="empty">${t("liaison.none")}</p>`}
  </section>`;
}
