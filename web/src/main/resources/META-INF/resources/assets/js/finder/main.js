// @ts-check
/**
 * The finder's form, sent and answered in place, with suggestions, the reader's position and a map. Without this script the form works as it
 * stands: what is shown is always what the server wrote. Address and position travel in the body, in no URL.
 */
import { Suggestions } from "./suggestions.js";

/** @param {string} id */
const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

const form = /** @type {HTMLFormElement} */ (byId("ask"));
const field = /** @type {HTMLInputElement} */ (byId("address"));
const mine = byId("mine");
let asks = 0;

/** What was answered before is no answer to what is asked now. */
function forget() {
  byId("answer").replaceChildren();
  byId("complaint").replaceChildren();
  field.setAttribute("aria-invalid", "false");
  return ++asks;
}

/** @param {string} words */
function complain(words) {
  const told = document.createElement("p");
  told.className = "error-text";
  told.setAttribute("role", "alert");
  told.textContent = words;
  byId("complaint").replaceChildren(told);
  byId("told").textContent = "";
}

/** @param {Record<string, string>} question */
async function ask(question) {
  const focused = byId("answer").contains(document.activeElement);
  const mine = forget();
  byId("told").textContent = form.dataset.asking ?? "";
  let page;
  try {
    const response = await fetch(form.dataset.alone ?? form.action, { method: "POST", body: new URLSearchParams(question), headers: { Accept: "text/html" } });
    if (!response.ok) throw new Error(`finder: ${response.status}`);
    page = new DOMParser().parseFromString(await response.text(), "text/html");
  } catch {
    if (mine !== asks) return;
    complain(form.dataset.failed ?? "");
    if (focused) field.focus();
    return;
  }
  if (mine === asks) show(page, focused);
}

/** @param {Document} page as the server answered @param {boolean} focused whether something within the answer before had the focus */
function show(page, focused) {
  for (const id of ["answer", "complaint"]) {
    const written = page.getElementById(id);
    if (written) byId(id).replaceWith(document.adoptNode(written));
  }
  const answer = byId("answer");
  field.value = /** @type {HTMLInputElement} */ (page.getElementById("address"))?.value ?? field.value;
  byId("told").textContent = answer.dataset.summary ?? "";
  const wrong = byId("complaint").hasChildNodes() && byId("complaint").textContent?.trim();
  field.setAttribute("aria-invalid", wrong ? "true" : "false");
  if (wrong) {
    field.focus();
  } else {
    if (focused) answer.focus({ preventScroll: true });
    // On a phone the answer may come below the fold: bring its beginning into view, and else move nothing.
    if (answer.getBoundingClientRect().top > window.innerHeight - 160) answer.scrollIntoView({ block: "start" });
  }
  document.dispatchEvent(new Event("answered"));
}

/** Where the last answer is for, and which beats it names. */
function answered() {
  const { lon, lat, beats } = byId("answer").dataset;
  return { at: lon && lat ? { lon: Number(lon), lat: Number(lat) } : null, found: beats ? beats.split("\n") : [] };
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  suggestions.close();
  const button = /** @type {HTMLButtonElement | null} */ (event.submitter);
  ask({ address: field.value, ...(button?.name ? { [button.name]: button.value } : {}) });
});

const suggestions = new Suggestions(field, (id, typed) => ask({ address: typed, id }));
field.addEventListener("input", () => byId("complaint").replaceChildren());

mine.hidden = false;
mine.addEventListener("click", () => {
  const now = forget();
  field.value = "";
  if (!("geolocation" in navigator) || !window.isSecureContext) {
    complain(form.dataset.noPosition ?? "");
    return;
  }
  byId("told").textContent = form.dataset.asking ?? "";
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => now === asks && ask({ lon: String(coords.longitude), lat: String(coords.latitude) }),
    (failure) => now === asks && complain((failure.code === failure.PERMISSION_DENIED ? form.dataset.denied : form.dataset.noPosition) ?? ""),
    { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 },
  );
});

/** The map comes when the page is idle, and may fail. */
async function addMap() {
  const where = document.getElementById("where");
  if (!where) return;
  where.hidden = false;
  for (const href of ["/webjars/leaflet/1.9.4/dist/leaflet.css", "/assets/css/map.css", "/assets/css/recorded.css"]) {
    document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href }));
  }
  try {
    await import("./resident-map.js");
  } catch {
    byId("map-coming").hidden = true;
    byId("map-failed").hidden = false;
    return;
  }
  const map = Object.assign(document.createElement("copse-resident-map"), answered());
  map.addEventListener("place-picked", (event) => {
    const { lon, lat } = /** @type {CustomEvent} */ (event).detail;
    field.value = "";
    ask({ lon: String(lon), lat: String(lat) });
  });
  map.addEventListener("nothing-to-draw", () => {
    map.remove();
    byId("map-hint").hidden = true;
    byId("map-empty").hidden = false;
  });
  document.addEventListener("answered", () => Object.assign(map, answered()));
  byId("map-coming").replaceWith(map);
  byId("map-hint").hidden = false;
}

(window.requestIdleCallback ?? ((/** @type {() => void} */ run) => setTimeout(run, 200)))(() => void addMap());
