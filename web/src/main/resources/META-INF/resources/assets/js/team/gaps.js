// @ts-check
import { html, nothing } from "lit";
import { overdueList } from "../findings/overdue.js";
import { number, t } from "../i18n.js";
import { coverWords, day, days, lastDay, person, sector } from "../people/words.js";

/** @typedef {import("./main.js").CopseTeam} Team */

/** What a supervisor sees first: beats without an officer, handovers not closed, who is away. @param {Team} team */
export function overview(team) {
  const { beats } = team;
  if (!beats) return nothing;
  const gaps = beats.beats.flatMap((/** @type {any} */ beat) => beat.openDays.map((/** @type {any} */ gap) => ({ beat, gap })));
  const now = gaps.filter((/** @type {any} */ one) => one.gap.from <= beats.today);
  const later = gaps.filter((/** @type {any} */ one) => one.gap.from > beats.today);
  later.sort((/** @type {any} */ a, /** @type {any} */ b) => a.gap.from.localeCompare(b.gap.from));
  return html`<section class="section" aria-labelledby="gaps-title">
      <h2 id="gaps-title">${t("gaps.title")}</h2>
      ${now.length
        ? html`<p class="notice warn"><span>${t("gaps.now", { n: number(now.length) })}</span></p>${gapTable(team, now, t("gaps.today"))}`
        : html`<p class="notice"><span>${t("gaps.none")}</span></p>`}
      ${later.length ? gapTable(team, later, t("gaps.later", { until: day(beats.until) })) : nothing}
    </section>
    ${concernCount(team.waiting)} ${overdueList(team.overdue, team.undecided, team.unsent)} ${handoverList(team)} ${leaveList(team)}`;
}

/** @param {number} waiting concerns that nobody has looked at */
const concernCount = (waiting) =>
  waiting ? html`<p class="notice warn"><a href="/concerns?state=received">${t("concern.waiting", { n: number(waiting) })}</a></p>` : nothing;

/** @param {Team} team @param {any[]} rows @param {string} title */
function gapTable(team, rows, title) {
  return html`<div class="table-scroll" tabindex="0" role="group" aria-label=${title}>
    <table class="cards">
      <caption>${title} <span class="quiet">(${number(rows.length)})</span></caption>
      <thead><tr><th scope="col">${t("people.beat")}</th><th scope="col">${t("people.days.head")}</th><th scope="col">${t("gaps.answers")}</th>
        <th scope="col" class="num">${t("table.residents")}</th><th scope="col"><span class="visually-hidden">${t("people.actions")}</span></th></tr></thead>
      <tbody>${rows.map(({ beat, gap }) => html`<tr>
        <th scope="row"><bdi>${beat.name}</bdi> <span class="quiet">${sector(beat.sectorName)}</span></th>
        <td data-head=${t("people.days.head")}>${gap.to ? days(gap.from, gap.to) : t("people.daysOpen", { from: day(gap.from) })}</td>
        <td data-head=${t("gaps.answers")}><bdi>${coverWords(gap.cover)}</bdi></td>
        <td data-head=${t("table.residents")} class="num">${number(beat.residents)}</td>
        <td class="actions">
          ${gap.cover.resident
            ? html`<button type="button" @click=${() => team.openSubstitute(gap.cover.resident.id, gap.from)}>${t("gaps.standIn")}</button>`
            : html`<button type="button" @click=${() => team.openAssign(beat)}>${t("gaps.assign")}</button>`}
        </td>
      </tr>`)}</tbody>
    </table>
  </div>`;
}

/** @param {Team} team */
function handoverList(team) {
  const open = (team.handovers ?? []).filter((/** @type {any} */ h) => h.state === "open");
  return html`<section class="section" aria-labelledby="handovers-title">
    <h2 id="handovers-title">${t("handover.open", { n: number(open.length) })}</h2>
    ${open.length ? handoverTable(open) : html`<p class="quiet">${t("handover.noneOpen")}</p>`}
  </section>`;
}

/** @param {any[]} rows */
export const handoverTable = (rows) => html`<div class="table-scroll" tabindex="0" role="group" aria-label=${t("handover.list")}>
  <table class="cards">
    <thead><tr><th scope="col">${t("people.beat")}</th><th scope="col">${t("handover.fromTo")}</th><th scope="col">${t("handover.due")}</th>
      <th scope="col">${t("handover.state")}</th></tr></thead>
    <tbody>${rows.map((h) => html`<tr>
      <th scope="row"><a href="/handover?id=${h.id}"><bdi>${h.beatName}</bdi></a> <span class="quiet">${sector(h.sectorName)}</span></th>
      <td data-head=${t("handover.fromTo")}>${h.from ? person(h.from) : t("handover.nobody")} → ${person(h.to)}</td>
      <td data-head=${t("handover.due")}>${h.overdue ? html`<span class="warn-text">${t("handover.overdue", { date: day(h.dueOn) })}</span>` : day(h.dueOn)}</td>
      <td data-head=${t("handover.state")}>${h.state === "open"
        ? t("handover.left", { n: number(h.tasksOpen), given: h.given ? "✓" : "–", taken: h.taken ? "✓" : "–" })
        : t(`handover.is.${h.state}`)}</td>
    </tr>`)}</tbody>
  </table>
</div>`;

/** @param {Team} team */
function leaveList(team) {
  const leaves = team.leaves ?? [];
  return html`<section class="section" aria-labelledby="leaves-title">
    <div class="row spread"><h2 id="leaves-title">${t("leave.list")}</h2>
      <button type="button" @click=${() => team.openLeave("")}>${t("leave.title")}</button></div>
    ${leaves.length
      ? html`<div class="table-scroll" tabindex="0" role="group" aria-label=${t("leave.list")}>
          <table class="cards">
            <thead><tr><th scope="col">${t("people.officer")}</th><th scope="col">${t("people.days.head")}</th><th scope="col">${t("leave.substitute")}</th>
              <th scope="col"><span class="visually-hidden">${t("people.actions")}</span></th></tr></thead>
            <tbody>${leaves.map((/** @type {any} */ leave) => html`<tr>
              <th scope="row">${person(leave.officer)}</th>
              <td data-head=${t("people.days.head")}>${t("people.days", { from: day(leave.from), to: day(lastDay(leave.to)) })}</td>
              <td data-head=${t("leave.substitute")}>${leave.substitute ? person(leave.substitute) : t("leave.team")}</td>
              <td class="actions"><button type="button" class="plain" @click=${() => team.openSubstitute(leave.officer.id, leave.from)}>${t("gaps.standIn")}<span class="visually-hidden"> ${leave.officer.dutyName}</span></button>
                <button type="button" class="plain" @click=${() => team.endLeave(leave)}>${t(leave.from > team.today ? "leave.remove" : "leave.end")}</button></td>
            </tr>`)}</tbody>
          </table>
        </div>`
      : html`<p class="quiet">${t("leave.none")}</p>`}
  </section>`;
}
