// @ts-check
/** The planned walks of who holds the phone: asked for where there is a network, and as last known without one. */
import { html, nothing } from "lit";
import { moment } from "../adoption/words.js";
import { date, number, t } from "../i18n.js";
import { get } from "../request.js";
import { earlierLine, earlierOn } from "./luggage.js";
import { MARK } from "./store.js";

const KEPT = "copse.walk.planned";

/** @typedef {{id: string, title: string, starts: string, ends: string, light: string, place: string, why: string, signedUp: number, route: number[][] | null, lon: number, lat: number, earlier: import("./luggage.js").Earlier[] | null}} Planned no invitation: its code stays off the phone */
/** @typedef {{account: string, at: string, walks: Planned[]}} Known */

/** @param {string} account @returns {Promise<Known | null>} null where nothing is known */
export async function plannedWalks(account) {
  const answer = await get("/planned-walks/own").catch(() => null);
  if (!Array.isArray(answer)) return kept(account);
  const before = new Map(kept(account)?.walks.map((walk) => [walk.id, walk.earlier]));
  const walks = await Promise.all(
    answer
      .filter(({ recorded }) => recorded.length === 0)
      .map(async ({ id, title, starts, ends, light, place, why, signedUp, route, lon, lat }) => ({ id, title, starts, ends, light, place, why, signedUp, route, lon, lat, earlier: (await earlierOn(id)) ?? before.get(id) ?? null })),
  );
  const known = { account, at: new Date().toISOString(), walks };
  try {
    localStorage.setItem(KEPT, JSON.stringify(known));
    localStorage.setItem(MARK, "1"); // so that signing out takes it off the phone
  } catch {
    // no room: they are here as long as the page is
  }
  return known;
}

/** @param {string} account @returns {Known | null} */
function kept(account) {
  try {
    const known = JSON.parse(localStorage.getItem(KEPT) ?? "null");
    const over = Date.now() - 12 * 3_600_000;
    return known?.account === account ? { ...known, walks: known.walks.filter((/** @type {Planned} */ walk) => Date.parse(walk.ends) > over) } : null;
  } catch {
    return null;
  }
}

/** Takes them off the phone. */
export const forgetPlanned = () => localStorage.removeItem(KEPT);

/**
 * @param {Known | null} known @param {Set<string>} begun plans of walks that are on the phone
 * @param {boolean} busy @param {unknown} luggage what is taken along on any of them @param {(walk: Planned) => void} begin
 */
export function plannedList(known, begun, busy, luggage, begin) {
  const walks = known?.walks.filter(({ id }) => !begun.has(id)) ?? [];
  if (!known || walks.length === 0) return nothing;
  const old = Date.now() - Date.parse(known.at) > 3_600_000;
  return html`<section class="stack">
    <h2>${t("walk.plannedTitle")}</h2>
    ${luggage}
    ${walks.map(
      (walk) => html`<article class="card stack">
        <h3><bdi>${walk.title}</bdi></h3>
        <p>${moment(walk.starts)} · ${t(`plannedWalk.light.${walk.light}`)}</p>
        <p><bdi>${walk.place}</bdi> · ${t("walk.plannedSignedUp", { n: number(walk.signedUp) })}</p>
        ${earlierLine(walk.earlier)}
        <button type="button" class="primary big" ?disabled=${busy} @click=${() => begin(walk)}>${t("walk.plannedBegin")}<span class="visually-hidden"> ${walk.title}</span></button>
      </article>`,
    )}
    ${old ? html`<p class="quiet">${t("walk.plannedOld", { date: date(known.at) })}</p>` : nothing}
  </section>`;
}
