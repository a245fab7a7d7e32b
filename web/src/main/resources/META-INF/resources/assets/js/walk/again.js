// @ts-check
/** Problems of earlier walks, to be looked at again on this one: the nearest first. */
import { html, nothing } from "lit";
import { distance, number, t } from "../i18n.js";
import { metresBetween } from "../map/globe.js";
import * as store from "./store.js";
import { category, dots } from "./words.js";

/** @typedef {import("./luggage.js").Earlier} Earlier */

/** Stores how an earlier problem is now, as a finding of this walk at the same place. @param {string} walk @param {Earlier} earlier @param {boolean} gone */
export const lookedAgain = (walk, earlier, gone) =>
  store.record(walk, "finding", crypto.randomUUID(), {
    at: new Date().toISOString(),
    category: earlier.category,
    kind: "problem",
    severity: gone ? 0 : earlier.severity,
    place: { lon: earlier.lon, lat: earlier.lat, accuracyMetres: null, how: "pin" },
    words: "",
    photos: [],
    again: earlier.id,
    gone,
  });

/**
 * @param {Earlier[]} earlier @param {{id: string, finding: any}[]} rows what this walk has found
 * @param {{lon: number, lat: number} | null} position
 * @param {string} walk @param {(one: Earlier, gone: boolean) => void} save
 */
export function againList(earlier, rows, position, walk, save) {
  if (earlier.length === 0) return nothing;
  const done = new Map(rows.filter(({ finding }) => finding.again).map((row) => [row.finding.again, row]));
  const away = (/** @type {Earlier} */ one) => (position ? metresBetween([position.lon, position.lat], [one.lon, one.lat]) : 0);
  const left = earlier.filter(({ id }) => !done.has(id)).sort((a, b) => away(a) - away(b));
  return html`<details class="again">
    <summary class="big">${t("walk.again.title", { n: number(left.length) })}</summary>
    <ul class="lines">
      ${left.map(
        (one) => html`<li class="stack">
          <p>${what(one)} ${position ? html`<span class="quiet">${distance(away(one))}</span>` : nothing}</p>
          <div class="choices two" role="group" aria-label=${one.words || category(one.category)}>
            <button type="button" class="big" @click=${() => save(one, false)}>${t("walk.again.there")}</button>
            <button type="button" class="big" @click=${() => save(one, true)}>${t("walk.again.gone")}</button>
          </div>
        </li>`,
      )}
      ${earlier.filter(({ id }) => done.has(id)).map((one) => {
        const { id, finding } = /** @type {{id: string, finding: any}} */ (done.get(one.id));
        return html`<li class="row spread"><span>${what(one)} <strong>${t(finding.gone ? "walk.again.gone" : "walk.again.there")}</strong></span>
          <a class="button big" href="#finding/${walk}/${id}">${t("walk.edit")}</a></li>`;
      })}
    </ul>
  </details>`;
}

/** @param {Earlier} one */
const what = ({ category: kind, severity, words }) => html`<strong>${category(kind)}</strong> ${dots(severity)} ${words ? html`<bdi>${words}</bdi>` : nothing}`;
