// @ts-check
/** What a map of hotspots rests on, what was left out of it, and what it does not say. */
import { html, nothing } from "lit";
import { date, distance, number, percent, t } from "../i18n.js";

/** @typedef {any} About what the server says about a map */

/** @param {About} about */
export function restsOn({ n, read, period, source, leftOut, policeInitiatedCount, cell, compared, withheld }) {
  const facts = [source.source, source.licence, source.asOf && t("hotspots.asOf", { date: date(source.asOf) })].filter(Boolean);
  return html`<p>${t(withheld ? "hotspots.aboutN" : "hotspots.n", { n: number(n), read: number(read) })}
      ${period.from ? t("hotspots.period", { from: date(period.from), to: date(period.to) }) : t("hotspots.noPeriod")}</p>
    <p class="quiet"><bdi>${source.name}</bdi>${source.version > 1 ? html` ${t("layers.version", { n: source.version })}` : nothing}${facts.map((fact) => html` · <bdi>${fact}</bdi>`)}</p>
    <p>${t("hotspots.cells", { n: number(cell.all), size: distance(cell.metres) })} ${t(`hotspots.size.${cell.reason}`)}</p>
    <p>${t("hotspots.compared")} <bdi class="quiet">${compared.source}</bdi></p>
    ${leftOut.length ? html`<p>${t("hotspots.leftOut")}</p>
      <ul>${leftOut.map((/** @type {any} */ left) => html`<li>${t(`hotspots.left.${left.code}`)}: ${number(left.count)} (${percent(left.share, 1)})</li>`)}</ul>` : nothing}
    ${policeInitiatedCount ? html`<p class="warn-text">${t("hotspots.policeCount")}</p>` : nothing}`;
}

/** What was left out, where too few remain for a map. @param {any} problem */
export const whyFew = ({ leftOut }) =>
  leftOut ? html`<p class="small">${t("hotspots.leftOut")}</p><ul class="small">${Object.entries(leftOut).map(([code, count]) => html`<li>${t(`hotspots.left.${code}`)}: ${number(/** @type {number} */ (count))}</li>`)}</ul>` : nothing;

/** @param {About} about */
export function notes(about) {
  const { n, period, compared, snaps, unsureWhoBegan, withheld, method, cell } = about;
  const said = [t("hotspots.note.recorded"), t("hotspots.note.question"), t("hotspots.note.staff"), t("hotspots.note.present")];
  if (withheld) said.push(t("hotspots.note.withheld"));
  said.push(t(method === "kde" ? "hotspots.note.density" : "hotspots.note.clusters"));
  if (period.monthsOnly) said.push(t("hotspots.note.months", { n: number(period.monthsOnly) }));
  if (period.undated) said.push(t("hotspots.note.undated", { n: number(period.undated) }));
  if (period.yearless) said.push(t("hotspots.note.yearless", { n: number(period.yearless) }));
  if (unsureWhoBegan > 0.05 * n) said.push(t("hotspots.note.unsure", { n: number(unsureWhoBegan) }));
  if (snaps.recognised) said.push(t("hotspots.note.snaps", { share: percent(snaps.share), positions: number(snaps.positions), metres: distance(snaps.spacingMetres) }));
  if (snaps.recognised && cell.metres < snaps.spacingMetres) said.push(t("hotspots.note.smaller"));
  if (compared.withoutResidents) said.push(t("hotspots.note.without", { n: number(compared.withoutResidents) }));
  if (compared.estimatedShare > 0) said.push(t("hotspots.note.estimated", { share: percent(compared.estimatedShare, 1) }));
  return html`<ul>${said.map((note) => html`<li>${note}</li>`)}</ul>`;
}

/** Whether the map foretold months that it had not seen. @param {About} about */
export function scores({ method, scores: held }) {
  if (!held) return method === "moran" ? nothing : html`<p>${t("hotspots.unscored")}</p>`;
  const shares = [...new Set(held.rows.map((/** @type {any} */ row) => row.share))];
  const maps = [...new Set(held.rows.map((/** @type {any} */ row) => row.map))];
  const pai = (/** @type {unknown} */ map, /** @type {unknown} */ share) => held.rows.find((/** @type {any} */ row) => row.map === map && row.share === share)?.pai;
  return html`<p class=${held.beatsBaselines ? "" : "warn-text"}>${t(held.beatsBaselines ? "hotspots.beats" : "hotspots.beatsNot")}</p>
    <table>
      <caption class="visually-hidden">${t("hotspots.scores")}</caption>
      <thead><tr><td></td>${shares.map((share) => html`<th scope="col" class="num">${percent(/** @type {number} */ (share))}</th>`)}</tr></thead>
      <tbody>${maps.map((map) => html`<tr><th scope="row">${t(`hotspots.map.${map}`)}</th>
        ${shares.map((share) => html`<td class="num">${number(pai(map, share), { maximumFractionDigits: 1 })}</td>`)}</tr>`)}</tbody>
    </table>
    <p class="quiet">${t("hotspots.scoresHow", { months: number(held.rows[0].months) })}</p>`;
}
