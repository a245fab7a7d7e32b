// @ts-check
/** The database on the phone, as this recorder wants it and as earlier ones left it. */
import { openDB } from "idb";

export const NAME = "copse-walk";

/** @type {Promise<import("idb").IDBPDatabase> | null} */
let opened = null;

/** Opens it, once. */
export function database() {
  opened ??= openDB(NAME, 2, {
    async upgrade(made, before, _, tx) {
      if (before < 1) {
        made.createObjectStore("walks", { keyPath: "id" });
        for (const name of ["items", "photos"]) made.createObjectStore(name, { keyPath: "key" }).createIndex("walk", "walk");
        made.createObjectStore("points", { autoIncrement: true }).createIndex("walk", "walk");
      }
      const bytes = made.createObjectStore("bytes"); // of photos, by the photo's key: whoever asks what waits reads no pictures
      for (let cursor = await tx.objectStore("photos").openCursor(); cursor; cursor = await cursor.continue()) {
        const { data, ...photo } = cursor.value; // they lay in the photo once
        if (data) bytes.put(data, photo.key);
        cursor.update(photo);
      }
    },
    blocking(_, __, event) {
      /** @type {IDBDatabase} */ (event.target).close(); // another window has a newer recorder
      opened = null;
    },
    terminated() {
      opened = null;
    },
  });
  return opened;
}
