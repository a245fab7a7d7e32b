// @ts-check
/** What script adds to the form: addresses as one types, one's own position, a pin on the map. All of it fills fields that the server reads. */
import { Suggestions } from "../finder/suggestions.js";

/** @param {string} id */
const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** A field of the form; what is not there takes nothing. @param {string} id @param {string} value */
function fill(id, value) {
  const field = /** @type {HTMLInputElement | null} */ (document.getElementById(id));
  if (field) field.value = value;
}

const form = /** @type {HTMLFormElement} */ (byId("concern"));
const address = /** @type {HTMLInputElement} */ (byId("address"));
const mine = byId("mine");
/** @type {any} */
let map = null;

/** @param {string} words */
const say = (words) => (byId("complaint").textContent = words);

/** A pin counts before an address: whoever sets one writes none. @param {number} lon @param {number} lat */
function pin(lon, lat) {
  fill("lon", String(lon));
  fill("lat", String(lat));
  address.value = "";
  if (map) map.at = { lon, lat };
  say(form.dataset.pinSet ?? "");
  document.getElementById("which")?.remove();
}

new Suggestions(address, (id, typed) => {
  fill("id", id);
  fill("meant", typed);
  address.value = typed;
});

address.addEventListener("input", () => {
  fill("lon", "");
  fill("lat", "");
  fill("id", "");
  say("");
  if (map) map.at = null;
});

mine.hidden = false;
mine.addEventListener("click", () => {
  if (!("geolocation" in navigator) || !window.isSecureContext) {
    say(form.dataset.noPosition ?? "");
    return;
  }
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => pin(coords.longitude, coords.latitude),
    (failure) => say((failure.code === failure.PERMISSION_DENIED ? form.dataset.denied : form.dataset.noPosition) ?? ""),
    { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 },
  );
});

/** The map comes when the page is idle, and may fail. */
async function addMap() {
  byId("where").hidden = false;
  for (const href of ["/webjars/leaflet/1.9.4/dist/leaflet.css", "/assets/css/map.css"]) {
    document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href }));
  }
  try {
    await import("../finder/resident-map.js");
  } catch {
    byId("map-coming").hidden = true;
    byId("map-failed").hidden = false;
    return;
  }
  map = document.createElement("copse-resident-map");
  const [lon, lat] = ["lon", "lat"].map((id) => /** @type {HTMLInputElement} */ (byId(id)).value);
  if (lon && lat) map.at = { lon: Number(lon), lat: Number(lat) };
  map.addEventListener("place-picked", (/** @type {CustomEvent} */ event) => pin(event.detail.lon, event.detail.lat));
  map.addEventListener("nothing-to-draw", () => (byId("where").hidden = true));
  byId("map-coming").replaceWith(map);
  byId("map-hint").hidden = false;
}

(window.requestIdleCallback ?? ((/** @type {() => void} */ run) => setTimeout(run, 200)))(() => void addMap());
