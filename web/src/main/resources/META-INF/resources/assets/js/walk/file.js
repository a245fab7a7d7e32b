// @ts-check
/** A walk as a file: for when nothing else helps. What it holds can be read back on any phone of the same officer, and is then sent as usual. */
import { saveFile } from "../request.js";
import { sha256 } from "./outbox.js";
import * as store from "./store.js";

const FORMAT = 1;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** What an item's id looks like: it becomes part of an address. @type {Record<string, RegExp>} */
const IDS = { walk: UUID, finding: UUID, track: /^\d{1,16}$/ };

/** Hands a walk to whoever holds the phone, as a file. @param {string} id */
export async function save(id) {
  saveFile(await toFile(id), `copse-walk-${id.slice(0, 8)}.json`);
}

/** @param {string} id @returns {Promise<Blob>} the photos one after the other, so that not all are in memory as text at once */
async function toFile(id) {
  await store.pack(id, true);
  const parts = [`{"copseWalk":${FORMAT},"walk":${JSON.stringify(await store.walk(id))},"items":${JSON.stringify(await store.items(id))},"photos":[`];
  let comma = "";
  for (const picture of await store.photos(id)) {
    const data = await store.photoBytes(id, picture.sha256);
    if (!data) continue; // the server has it
    parts.push(comma, JSON.stringify({ ...picture, data: base64(data) }));
    comma = ",";
  }
  parts.push("]}");
  return new Blob(parts, { type: "application/json" });
}

/**
 * Reads such a file back. What is here already stays unless the file has a later version.
 * @param {Blob} file
 * @throws when it is none
 */
export async function fromFile(file) {
  const read = JSON.parse(await file.text());
  if (read?.copseWalk !== FORMAT || !UUID.test(read.walk?.id)) throw new TypeError("not a walk");
  const rows = read.items.map((/** @type {import("./store.js").Item} */ one) => {
    if (one.walk !== read.walk.id || !Object.hasOwn(IDS, one.kind) || !IDS[one.kind].test(one.id) || (one.kind === "walk" && one.id !== one.walk) || typeof one.body !== "string" || JSON.parse(one.body).version !== one.version) throw new TypeError("not a walk");
    return { ...one, key: `${one.walk}/${one.kind}/${one.id}`, state: "waiting" };
  });
  const pictures = [];
  for (const one of read.photos) {
    const data = bytes(one.data);
    if (one.walk !== read.walk.id || (await sha256(data)) !== one.sha256) throw new TypeError("not a walk");
    pictures.push({ ...one, key: `${one.walk}/${one.sha256}`, data, bytes: data.byteLength, state: "waiting" });
  }
  const base = Math.floor(Math.random() * 2 ** 31); // if both phones go on, their pieces do not meet
  const mode = read.walk.mode === "recording" ? "paused" : read.walk.mode;
  await store.restore({ ...read.walk, base, pieces: 0, recorder: crypto.randomUUID(), mode, confirmedAt: undefined }, rows, pictures);
}

/** @param {ArrayBuffer} data */
function base64(data) {
  const all = new Uint8Array(data);
  let text = "";
  for (let i = 0; i < all.length; i += 0x8000) text += String.fromCharCode(...all.subarray(i, i + 0x8000));
  return btoa(text);
}

/** @param {string} text @returns {ArrayBuffer} */
const bytes = (text) => /** @type {ArrayBuffer} */ (Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0)).buffer);
