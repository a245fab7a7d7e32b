// @ts-check
/** What is taken along before leaving, so that a walk does without a network; and what of it is missing. */
import { html, nothing } from "lit";
import { number, t } from "../i18n.js";
import { get } from "../request.js";
import { session } from "../session.js";

/** Where the worker keeps land and streets. */
const GROUND = "copse-walk-ground";
const LONGEST_WORDS = 200;

/** @typedef {{id: string, category: string, severity: number, words: string, lon: number, lat: number}} Earlier a problem of an earlier walk that is to be looked at again */
/** @typedef {{route: number[][], meet: {lon: number, lat: number} | null, earlier: Earlier[]}} Along of a planned walk, on the one that is recorded */
/** @typedef {{ground: "here" | "missing" | "tiles", kept: boolean}} Luggage */

/** @param {string} plan @returns {Promise<Earlier[] | null>} null where it cannot be asked for */
export async function earlierOn(plan) {
  const found = await get(`/planned-walks/${encodeURIComponent(plan)}/findings`).catch(() => null);
  if (!Array.isArray(found)) return null;
  return found.map(({ id, finding: { category, severity, words, place } }) => ({ id, category, severity, words: words.slice(0, LONGEST_WORDS), lon: place.lon, lat: place.lat }));
}

/** @param {{route?: number[][] | null, lon: number, lat: number, earlier?: Earlier[] | null}} plan @returns {Along} */
export const alongOf = ({ route, lon, lat, earlier }) => ({ route: route ?? [], meet: { lon, lat }, earlier: earlier ?? [] });

/** What is on the phone; with a network, what is missing is fetched first. @param {boolean} [fetches] @returns {Promise<Luggage>} */
export async function luggage(fetches = true) {
  const kept = (await navigator.storage?.persisted?.()) ?? false;
  const { tileUrl } = await session().catch(() => ({ tileUrl: null }));
  if (tileUrl) return { ground: "tiles", kept };
  let here = await isGroundHere();
  if (!here && fetches && navigator.onLine) {
    await takeGround().catch(() => {}); // what is missing is said
    here = await isGroundHere();
  }
  return { ground: here ? "here" : "missing", kept };
}

/** Land and streets, put where the worker looks for them: it may not be there yet at a first visit. */
async function takeGround() {
  const cache = await caches.open(GROUND);
  const taken = async (/** @type {string} */ path) => {
    const response = await fetch(url(path));
    if (!response.ok || !response.headers.get("Content-Type")?.includes("json")) throw new Error(`${path} is not what the server has`);
    await cache.put(url(path), response.clone());
    return response.json();
  };
  const { layers } = await taken("");
  await Promise.all(layers.map((/** @type {{id: string}} */ { id }) => taken(`/${id}`)));
}

async function isGroundHere() {
  if (!("caches" in window)) return false;
  const cache = await caches.open(GROUND);
  const list = await cache.match(url(""));
  if (!list) return false;
  const { layers } = await list.json();
  const here = await Promise.all(layers.map((/** @type {{id: string}} */ { id }) => cache.match(url(`/${id}`))));
  return here.every(Boolean);
}

const url = (/** @type {string} */ path) => new URL(`/api/v1/backdrop${path}`, location.href).href;

/** Asks the browser to keep what is recorded, and fetches what is missing. */
export async function takeAlong() {
  await navigator.storage?.persist?.();
  return luggage();
}

/** @param {Luggage | null} has @param {boolean} ready whether the app is on the phone @param {() => void} take */
export function luggageList(has, ready, take) {
  if (!has) return nothing;
  const lines = [
    line(ready, "walk.along.app", "walk.notReady"),
    line(has.ground === "here", "walk.along.ground", has.ground === "tiles" ? "walk.along.groundTiles" : "walk.along.groundMissing"),
    line(has.kept, "walk.along.kept", "walk.along.keptNot"),
  ];
  const missing = has.ground === "missing" || !has.kept;
  return html`<div class="stack" role="group" aria-label=${t("walk.along.title")}>
    <h3>${t("walk.along.title")}</h3>
    <ul class="along">${lines}</ul>
    ${missing ? html`<button type="button" class="big" @click=${take}>${t("walk.along.take")}</button>` : nothing}
  </div>`;
}

/** @param {Earlier[] | null | undefined} earlier of one walk */
export const earlierLine = (earlier) =>
  html`<ul class="along">${earlier ? line(true, "walk.along.earlier", "", { n: number(earlier.length) }) : line(false, "", "walk.along.earlierMissing")}</ul>`;

/** @param {boolean} here @param {string} yes @param {string} no @param {Record<string, unknown>} [values] */
const line = (here, yes, no, values) => html`<li class=${here ? "here" : "missing warn-text"}><span aria-hidden="true">${here ? "✓" : "!"}</span> ${t(here ? yes : no, values)}</li>`;
