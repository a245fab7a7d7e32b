// @ts-check
/**
 * Sends what waits. An answer moves nothing off the phone: only the manifest does, row by row and photo by photo. An answer that is not ours, such as the page of
 * a network that wants a sign-in, counts as none.
 */
import * as store from "./store.js";

const PIECE_BYTES = 256 * 1024;
const PATIENCE_MILLIS = 60_000;

/**
 * @typedef {"idle" | "sending" | "done" | "offline" | "sign-in" | "not-allowed" | "waiting"} Progress
 *   waiting: something could not be sent now, and will be tried again
 */

const heard = new EventTarget();
/** @type {Progress} */
let progress = "idle";
let again = false;

export const state = () => progress;

/** @param {() => void} listener */
export const onProgress = (listener) => {
  heard.addEventListener("change", listener);
  return () => heard.removeEventListener("change", listener);
};

/** @param {Progress} next */
function say(next) {
  progress = next;
  heard.dispatchEvent(new Event("change"));
}

/** No answer of ours: nothing is known of what became of the request. */
class NoAnswer extends Error {}
/** Who is signed in has to do something first. */
class Blocked extends Error {
  /** @param {"sign-in" | "not-allowed"} what */
  constructor(what) {
    super(what);
    this.what = what;
  }
}

/** @param {string} hex @param {ArrayBuffer} bytes */
export async function sha256(bytes, hex = "") {
  for (const byte of new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))) hex += byte.toString(16).padStart(2, "0");
  return hex;
}

/** @param {string} text */
const hashOf = (text) => sha256(/** @type {ArrayBuffer} */ (new TextEncoder().encode(text).buffer));

/**
 * @param {string} path @param {RequestInit} options
 * @returns {Promise<{status: number, body: any}>} an answer that is JSON
 */
async function ask(path, options = {}) {
  let response, body;
  try {
    response = await fetch(`/api/v1${path}`, { ...options, credentials: "same-origin", cache: "no-store", signal: AbortSignal.timeout(PATIENCE_MILLIS) });
    body = JSON.parse(await response.text());
  } catch {
    throw new NoAnswer();
  }
  if (body === null || typeof body !== "object") throw new NoAnswer();
  if (response.status === 401 && String(body.type).startsWith("/problems/")) throw new Blocked("sign-in");
  if (response.status === 403 && String(body.type).startsWith("/problems/")) throw new Blocked("not-allowed");
  const ours = response.ok || String(body.type).startsWith("/problems/"); // what stands between may refuse too, in words of its own
  if (!ours || response.status >= 500 || response.status === 429) throw new NoAnswer();
  return { status: response.status, body };
}

/** @returns {Promise<{name: string, header: string, token: string}>} who sends */
async function whoSends() {
  const { body } = await ask("/session");
  if (typeof body.signedIn !== "boolean" || !body.csrf?.token) throw new NoAnswer();
  if (!body.signedIn) throw new Blocked("sign-in");
  if (!body.permissions.includes("walk:record")) throw new Blocked("not-allowed");
  return { name: body.name, header: body.csrf.header, token: body.csrf.token };
}

/** Sends all that waits; a call while another runs has it go once more. One page at a time does it. */
export async function send() {
  if (progress === "sending") {
    again = true;
    return;
  }
  if (!store.keepsSomething()) return;
  say("sending");
  let end = /** @type {Progress} */ ("waiting"); // unless all goes well
  try {
    await navigator.locks.request("copse-walk-send", async () => {
      do {
        again = false;
        end = (await sendAll()) ? "done" : "waiting";
      } while (again);
    });
  } catch (error) {
    if (error instanceof Blocked) end = error.what;
    else if (error instanceof NoAnswer) end = navigator.onLine ? "waiting" : "offline";
    else throw error;
  } finally {
    say(end);
  }
}

/** @returns {Promise<boolean>} whether everything of this account is confirmed */
async function sendAll() {
  const who = await whoSends();
  let whole = true;
  for (const { id, account } of await store.walks()) {
    if (account !== who.name) continue; // another officer's, on a shared phone: theirs to send
    whole = (await sendWalk(id, who)) && whole;
  }
  return whole;
}

/** @param {string} walk @param {{header: string, token: string}} who */
async function sendWalk(walk, who) {
  const rows = await store.items(walk);
  const pictures = await store.photos(walk);
  const waiting = (/** @type {{state: string}} */ one) => one.state === "waiting";
  const open = (/** @type {{state: string}} */ one) => one.state !== "confirmed";
  if (!rows.some(open) && !pictures.some(open)) return true;
  for (const row of rows.filter(waiting)) await sendRow(row, who);
  for (const picture of pictures.filter(waiting)) await sendPhoto(picture, who);
  return confirm(walk);
}

/** @param {import("./store.js").Item} row @param {{header: string, token: string}} who */
async function sendRow(row, who) {
  const path = row.kind === "walk" ? "" : row.kind === "finding" ? `/findings/${row.id}` : `/track/${row.id}`;
  const { status, body } = await ask(`/walks/${row.walk}${path}`, {
    method: "PUT",
    headers: { "Content-Type": "application/json", Accept: "application/json, application/problem+json", [who.header]: who.token },
    body: row.body,
  });
  if (status === 200 && body.sha256 === (await hashOf(row.body))) await store.mark("items", row.key, row.version, { state: "sent", why: undefined, current: undefined });
  else if (status === 409 && body.current) await store.mark("items", row.key, row.version, { state: "conflict", current: body.current });
  else if (status === 200) throw new NoAnswer(); // ours, but about something else: a proxy's memory
  else if (status !== 404 || row.kind === "walk") await store.mark("items", row.key, row.version, { state: "refused", why: why(body) });
}

/** Why something was refused, as a page says it in any language: the problem's name. @param {any} body */
const why = (body) => String(body.type ?? "").replace("/problems/", "");

/** @param {import("./store.js").Photo} picture @param {{header: string, token: string}} who */
async function sendPhoto(picture, who) {
  const { walk, sha256: hash } = picture;
  const data = await store.photoBytes(walk, hash);
  if (!data) return;
  let from = 0;
  for (let tries = 0; from < picture.bytes && tries < 4; ) {
    const to = Math.min(from + PIECE_BYTES, picture.bytes);
    const { status, body } = await ask(`/walks/${walk}/photos/${hash}`, {
      method: "PUT",
      headers: {
        "Content-Type": "application/octet-stream",
        Accept: "application/json, application/problem+json",
        "Content-Range": `bytes ${from}-${to - 1}/${picture.bytes}`,
        [who.header]: who.token,
      },
      body: data.slice(from, to),
    });
    if (status === 200 && body.sha256 === hash) from = body.stored ? picture.bytes : Math.max(to, body.received);
    else if (status === 409 && Number.isInteger(body.received)) [from, tries] = [body.received, tries + 1];
    else if (status === 200) throw new NoAnswer();
    else if (status === 404) return; // its walk has not come
    else return store.mark("photos", picture.key, null, { state: "refused", why: why(body) });
  }
  if (from >= picture.bytes) await store.mark("photos", picture.key, null, { state: "sent" });
}

/** Asks what the server has, and believes that alone. @param {string} walk @returns {Promise<boolean>} whether everything is confirmed */
async function confirm(walk) {
  const { status, body } = await ask(`/walks/${walk}/manifest`);
  if (status === 404) return false;
  if (status !== 200 || body.walk?.id !== walk) throw new NoAnswer();
  const stored = new Map([body.walk, ...body.findings, ...body.track].map((row) => [row.id, row]));
  let open = 0;
  for (const row of await store.items(walk)) {
    const there = stored.get(row.id);
    const same = there?.version === row.version && there.sha256 === (await hashOf(row.body));
    const answered = row.state === "sent" || row.state === "confirmed";
    const followed = answered && there?.version > row.version; // another phone went on from it
    if (same || followed) await changeTo(row, "items", row.version, "confirmed");
    else if (answered) await changeTo(row, "items", row.version, "waiting");
    if (!same && !followed) open++;
  }
  const pictures = new Map(body.photos.map((/** @type {{sha256: string}} */ one) => [one.sha256, one]));
  for (const picture of await store.photos(walk)) {
    const there = pictures.get(picture.sha256);
    if (there?.stored && there.bytes === picture.bytes) {
      if (picture.state !== "confirmed") await store.confirmPhoto(picture.key);
    } else if (picture.state !== "confirmed") {
      open++;
      if (picture.state === "sent") await changeTo(picture, "photos", null, "waiting");
    }
  }
  const own = await store.walk(walk);
  if (open === 0 && own?.mode === "finished" && !own.confirmedAt) await store.changeWalk(walk, { confirmedAt: Date.now() });
  return open === 0;
}

/** @param {{key: string, state: string}} one @param {"items" | "photos"} kind @param {number | null} version @param {import("./store.js").State} next */
async function changeTo(one, kind, version, next) {
  if (one.state !== next) await store.mark(kind, one.key, version, { state: next });
}

/** Sends on opening, when the network is back, when something is recorded, and every minute while something waits. */
export function keepSending() {
  let timer = 0;
  const soon = () => {
    clearTimeout(timer);
    timer = window.setTimeout(send, 1500);
  };
  let known = { items: 0, photos: 0, newest: 0 };
  store.onChange(async () => {
    const waiting = await store.unsent();
    const more = waiting.items > known.items || waiting.photos > known.photos || waiting.newest > known.newest;
    if (more && navigator.onLine) soon(); // also while something is sent: its round may have passed this walk
    known = waiting;
  });
  addEventListener("online", () => send());
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && send());
  setInterval(() => navigator.onLine && progress !== "done" && send(), 60_000);
  return send();
}
