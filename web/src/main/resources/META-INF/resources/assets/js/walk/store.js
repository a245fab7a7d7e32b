// @ts-check
/**
 * What is on the phone. Everything that an officer records is here before the screen says so, and stays until the server's manifest has confirmed it. An
 * item's body is kept as the very text that is sent, so that each try sends the same bytes.
 */
import { database, NAME } from "./database.js";

/**
 * @typedef {"waiting" | "sent" | "confirmed" | "conflict" | "refused"} State
 *   waiting: to be sent; sent: answered, not yet in the manifest; confirmed: in the manifest; conflict, refused: an officer has to decide
 * @typedef {"walk" | "finding" | "track"} Kind
 * @typedef {{key: string, walk: string, kind: Kind, id: string, version: number, body: string, state: State, at: number, current?: any, why?: string}} Item
 * @typedef {{key: string, walk: string, sha256: string, bytes: number, state: State, at: number, why?: string}} Photo
 * @typedef {{id: string, account: string, recorder: string, base: number, pieces: number, segment: number, mode: "recording" | "paused" | "finished", begun: number, confirmedAt?: number, along?: import("./luggage.js").Along}} Walk along: what was taken along of the planned walk that it is
 */

/** So that other pages know, without opening a database, that something is kept here. */
export const MARK = "copse.walk.kept";
/** Points to a piece of the track. */
const PIECE = 120;
const KEEP_CONFIRMED_MILLIS = 7 * 24 * 3_600_000;

const told = new BroadcastChannel(NAME);
const heard = new EventTarget();
told.addEventListener("message", () => heard.dispatchEvent(new Event("change")));

function tell() {
  heard.dispatchEvent(new Event("change"));
  told.postMessage("");
}

/** @param {() => void} listener */
export const onChange = (listener) => {
  heard.addEventListener("change", listener);
  return () => heard.removeEventListener("change", listener);
};

/** Whether something is kept here; the database is not made for the question. */
export function keepsSomething() {
  try {
    return localStorage.getItem(MARK) !== null;
  } catch {
    return false;
  }
}

/** @param {Walk} walk @param {Record<string, unknown>} fields */
export async function begin(walk, fields) {
  const tx = (await database()).transaction(["walks", "items"], "readwrite");
  tx.objectStore("walks").put(walk);
  tx.objectStore("items").put(item(walk.id, "walk", walk.id, 1, fields));
  await tx.done;
  localStorage.setItem(MARK, "1");
  tell();
}

/** @param {string} walk @param {Kind} kind @param {string} id @param {number} version @param {Record<string, unknown>} fields @returns {Item} */
function item(walk, kind, id, version, fields) {
  return { key: `${walk}/${kind}/${id}`, walk, kind, id, version, body: JSON.stringify({ ...fields, version }), state: "waiting", at: Date.now() };
}

/**
 * Stores an item, or its next version.
 * @param {string} walk @param {Kind} kind @param {string} id @param {Record<string, unknown>} fields
 * @param {number} [above] a version that is elsewhere already
 */
export async function record(walk, kind, id, fields, above = 0) {
  const tx = (await database()).transaction("items", "readwrite");
  /** @type {Item | undefined} */
  const known = await tx.store.get(`${walk}/${kind}/${id}`);
  await tx.store.put(item(walk, kind, id, Math.max(known?.version ?? 0, above) + 1, fields));
  await tx.done;
  tell();
}

/**
 * Changes an item or a photo that is still the one that the caller saw.
 * @param {"items" | "photos"} store @param {string} key @param {number | null} version @param {Record<string, unknown>} change
 */
export async function mark(store, key, version, change) {
  const tx = (await database()).transaction(store, "readwrite");
  const known = await tx.store.get(key);
  if (known && (version === null || known.version === version)) await tx.store.put({ ...known, ...change });
  await tx.done;
  tell();
}

/** @returns {Promise<Walk[]>} the latest first */
export async function walks() {
  const all = await (await database()).getAll("walks");
  return all.sort((a, b) => b.begun - a.begun);
}

/** @param {string} id @returns {Promise<Walk | undefined>} */
export const walk = async (id) => (await database()).get("walks", id);

/** @param {string} id @param {Partial<Walk>} change */
export async function changeWalk(id, change) {
  const tx = (await database()).transaction("walks", "readwrite");
  const known = await tx.store.get(id);
  if (known) await tx.store.put({ ...known, ...change });
  await tx.done;
  tell();
}

/** @param {string} walk @returns {Promise<Item[]>} in the order in which they have to be sent */
export async function items(walk) {
  const order = { walk: 0, finding: 1, track: 2 };
  const all = /** @type {Item[]} */ (await (await database()).getAllFromIndex("items", "walk", walk));
  return all.sort((a, b) => order[a.kind] - order[b.kind] || a.at - b.at);
}

/** What of a walk's photos is known, without their bytes. @param {string} walk @returns {Promise<Photo[]>} */
export const photos = async (walk) => (await database()).getAllFromIndex("photos", "walk", walk);

/** @param {string} walk @param {string} sha256 @returns {Promise<ArrayBuffer | undefined>} a photo's bytes, as long as they are here */
export const photoBytes = async (walk, sha256) => (await database()).get("bytes", `${walk}/${sha256}`);

/** @param {string} walk @param {string} sha256 @param {ArrayBuffer} data */
export async function addPhoto(walk, sha256, data) {
  const key = `${walk}/${sha256}`;
  const tx = (await database()).transaction(["photos", "bytes"], "readwrite");
  if (!(await tx.objectStore("photos").get(key))) {
    tx.objectStore("photos").put({ key, walk, sha256, bytes: data.byteLength, state: "waiting", at: Date.now() });
    tx.objectStore("bytes").put(data, key);
  }
  await tx.done;
  tell();
}

/** The server has a photo: its bytes go. @param {string} key */
export async function confirmPhoto(key) {
  await mark("photos", key, null, { state: "confirmed" });
  await (await database()).delete("bytes", key);
}

/** Takes a photo off the phone that no finding names any more, unless the server has it: it is not sent. @param {string} walk @param {string} sha256 */
export async function dropPhoto(walk, sha256) {
  const key = `${walk}/${sha256}`;
  const named = (await items(walk)).some(({ kind, body }) => {
    const { removed, photos: own } = kind === "finding" ? JSON.parse(body) : {};
    return !removed && own?.includes(sha256);
  });
  if (named) return;
  const tx = (await database()).transaction(["photos", "bytes"], "readwrite");
  const known = await tx.objectStore("photos").get(key);
  if (known && known.state !== "confirmed") {
    tx.objectStore("photos").delete(key);
    tx.objectStore("bytes").delete(key);
  }
  await tx.done;
  tell();
}

/** @param {string} walk @param {number} segment @param {number[]} point longitude, latitude, accuracy, time */
export async function addPoint(walk, segment, point) {
  await (await database()).add("points", { walk, segment, point });
}

/** The track so far, packed and unpacked, by segment. @param {string} walk @returns {Promise<Map<number, number[][]>>} */
export async function track(walk) {
  const segments = new Map();
  const add = (/** @type {number} */ segment, /** @type {number[][]} */ points) => segments.set(segment, [...(segments.get(segment) ?? []), ...points]);
  for (const { kind, body } of await items(walk)) {
    if (kind !== "track") continue;
    const piece = JSON.parse(body);
    add(piece.segment, piece.points);
  }
  for (const { segment, point } of await (await database()).getAllFromIndex("points", "walk", walk)) add(segment, [point]);
  return segments;
}

/**
 * Makes pieces of the points that have come: full ones, or all at the end of a segment. In one transaction: no point is lost or doubled when the page dies.
 * @param {string} id @param {boolean} all
 */
export async function pack(id, all) {
  const tx = (await database()).transaction(["walks", "items", "points"], "readwrite");
  /** @type {Walk | undefined} */
  const own = await tx.objectStore("walks").get(id);
  if (!own) return;
  const points = tx.objectStore("points");
  const keys = await points.index("walk").getAllKeys(id);
  const values = await points.index("walk").getAll(id);
  let pieces = own.pieces;
  for (let from = 0; from < values.length; ) {
    let to = from;
    while (to < values.length && to - from < PIECE && values[to].segment === values[from].segment) to++;
    const whole = to - from === PIECE || to < values.length;
    if (!whole && !all) break;
    const number = own.base * 100_000 + pieces++;
    const fields = { recorder: own.recorder, segment: values[from].segment, points: values.slice(from, to).map((one) => one.point) };
    tx.objectStore("items").put(item(id, "track", String(number), 1, fields));
    keys.slice(from, to).forEach((key) => points.delete(key));
    from = to;
  }
  if (pieces !== own.pieces) tx.objectStore("walks").put({ ...own, pieces });
  await tx.done;
  if (pieces !== own.pieces) tell();
}

/** @typedef {{items: number, photos: number, newest: number}} Unsent what the server has not confirmed, and since when the newest of it is here */

/** @returns {Promise<Unsent>} of all walks */
export async function unsent() {
  const all = { items: 0, photos: 0, newest: 0 };
  for (const { id } of await walks()) {
    const own = await unsentOf(id);
    all.items += own.items;
    all.photos += own.photos;
    all.newest = Math.max(all.newest, own.newest);
  }
  return all;
}

/** @param {string} walk @returns {Promise<Unsent>} */
async function unsentOf(walk) {
  const waiting = (/** @type {{state: State}} */ one) => one.state !== "confirmed";
  const rows = (await items(walk)).filter(waiting);
  const pictures = (await photos(walk)).filter(waiting);
  const loose = (await (await database()).countFromIndex("points", "walk", walk)) > 0 ? 1 : 0;
  return { items: rows.length + loose, photos: pictures.length, newest: Math.max(0, ...[...rows, ...pictures].map(({ at }) => at)) };
}

/** Puts items and photos here as they are: from a file. @param {Walk} walk @param {Item[]} rows @param {(Photo & {data: ArrayBuffer})[]} pictures */
export async function restore(walk, rows, pictures) {
  const tx = (await database()).transaction(["walks", "items", "photos", "bytes"], "readwrite");
  if (!(await tx.objectStore("walks").get(walk.id))) tx.objectStore("walks").put(walk);
  for (const row of rows) {
    const known = await tx.objectStore("items").get(row.key);
    if (!known || row.version > known.version) tx.objectStore("items").put(row);
  }
  for (const { data, ...picture } of pictures) {
    if (await tx.objectStore("photos").get(picture.key)) continue;
    tx.objectStore("photos").put(picture);
    tx.objectStore("bytes").put(data, picture.key);
  }
  await tx.done;
  localStorage.setItem(MARK, "1");
  tell();
}

/** Takes a walk off the phone. @param {string} id */
export async function forget(id) {
  const tx = (await database()).transaction(["walks", "items", "photos", "bytes", "points"], "readwrite");
  for (const key of await tx.objectStore("photos").index("walk").getAllKeys(id)) tx.objectStore("bytes").delete(key);
  for (const name of ["items", "photos", "points"]) {
    for (const key of await tx.objectStore(name).index("walk").getAllKeys(id)) tx.objectStore(name).delete(key);
  }
  tx.objectStore("walks").delete(id);
  await tx.done;
  tell();
}

/** Takes finished walks off the phone that the server confirmed whole a week ago. */
export async function forgetOld() {
  for (const { id, confirmedAt } of await walks()) {
    if (!confirmedAt || Date.now() - confirmedAt <= KEEP_CONFIRMED_MILLIS) continue;
    const open = await unsentOf(id); // changed since, perhaps
    if (open.items + open.photos === 0) await forget(id);
  }
}

/** Takes everything off the phone. */
export async function wipe() {
  const open = await database();
  const names = /** @type {string[]} */ ([...open.objectStoreNames]);
  const tx = open.transaction(names, "readwrite");
  names.forEach((name) => tx.objectStore(name).clear());
  await tx.done;
  localStorage.removeItem(MARK);
  if ("caches" in self) await caches.delete("copse-walk-ground");
  tell();
}
