// @ts-check
/** The page's language: messages, numbers, dates and direction of writing. */

/** Languages in their own words, in the order of the picker. */
export const LANGUAGES = /** @type {const} */ ({
  en: "English",
  nl: "Nederlands",
  fr: "Français",
  de: "Deutsch",
  ar: "العربية",
});

/** @typedef {keyof typeof LANGUAGES} Language */

const RIGHT_TO_LEFT = new Set(["ar"]);
const STORED = "copse.language";
const changes = new EventTarget();

/** @type {Record<string, string>} */
let messages = {};
/** @type {Language} */
let current = "en";

/** A page that the server wrote has its language in its address, and nothing is remembered. */
const addressed = document.documentElement.dataset.language;
const written = addressed && addressed in LANGUAGES ? addressed : null;

/** Returns the reader's choice, else the first language of the browser that we speak, else English. */
function preferred() {
  if (written) return /** @type {Language} */ (written);
  const wanted = [storedLanguage(), ...navigator.languages.map((l) => l.slice(0, 2).toLowerCase())];
  return /** @type {Language} */ (wanted.find((l) => l && l in LANGUAGES) ?? "en");
}

function storedLanguage() {
  try {
    return localStorage.getItem(STORED);
  } catch {
    return null; // storage may be forbidden; the browser's language then decides
  }
}

/** @param {Language} language */
async function load(language) {
  const response = await fetch(`/assets/messages/${language}.json`);
  if (!response.ok) throw new Error(`messages ${language}: ${response.status}`);
  return /** @type {Promise<Record<string, string>>} */ (response.json());
}

/**
 * Switches the page to a language and tells every component.
 * @param {Language} language
 */
export async function speak(language) {
  messages = await load(language);
  current = language;
  document.documentElement.lang = language;
  document.documentElement.dir = RIGHT_TO_LEFT.has(language) ? "rtl" : "ltr";
  try {
    if (!written) localStorage.setItem(STORED, language);
  } catch {
    // not remembered, still spoken
  }
  changes.dispatchEvent(new Event("change"));
}

/** @param {() => void} listener */
export function onLanguage(listener) {
  changes.addEventListener("change", listener);
  return () => changes.removeEventListener("change", listener);
}

export const language = () => current;

/** Where the language's own conventions are those of Europe, not of where the browser would put it. @type {Partial<Record<Language, string>>} */
const CONVENTIONS = { en: "en-GB" };

/** The language with its conventions, for Intl. */
export const locale = () => CONVENTIONS[current] ?? current;

/**
 * Returns the message of a key with its {placeholders} filled in; the key itself where it is missing.
 * @param {string} key
 * @param {Record<string, string | number>} [values]
 */
export function t(key, values) {
  const message = messages[key] ?? key;
  return values ? message.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? `{${name}}`)) : message;
}

/** Whether a key has a message: for codes that the server may add to. @param {string} key */
export const knows = (key) => key in messages;

/** @type {Map<string, Intl.NumberFormat>} */
const formats = new Map();

/**
 * Returns a number as the reader writes it; a dash for none.
 * @param {number | null | undefined} value
 * @param {Intl.NumberFormatOptions} [options]
 */
export function number(value, options = { maximumFractionDigits: 0 }) {
  if (value === null || value === undefined || !Number.isFinite(value)) return "–";
  const key = current + JSON.stringify(options);
  let format = formats.get(key);
  if (!format) formats.set(key, (format = new Intl.NumberFormat(locale(), options)));
  return format.format(value);
}

/** A share 0..1 as per cent. @param {number | null | undefined} share @param {number} [digits] */
export const percent = (share, digits = 0) => number(share, { style: "percent", maximumFractionDigits: digits });

/** A signed share around nought, such as a deviation from target. @param {number | null | undefined} share */
export const deviation = (share) =>
  number(share, { style: "percent", maximumFractionDigits: 0, signDisplay: "exceptZero" });

/** @param {number | null | undefined} squareKilometres */
export const area = (squareKilometres) =>
  t("unit.squareKilometres", { n: number(squareKilometres, { maximumSignificantDigits: 3 }) });

/** A walking distance: metres under a kilometre, else kilometres. @param {number} metres */
export const distance = (metres) =>
  metres < 995
    ? t("unit.metres", { n: number(Math.round(metres / 10) * 10) })
    : t("unit.kilometres", { n: number(metres / 1000, { maximumFractionDigits: 1 }) });

/** @param {string | null | undefined} iso */
export function date(iso) {
  const at = iso ? new Date(iso) : null;
  return at && !Number.isNaN(at.getTime())
    ? new Intl.DateTimeFormat(locale(), { dateStyle: "medium" }).format(at)
    : (iso ?? "–");
}

/** A moment in UTC, to the second. @param {string} iso */
export function instant(iso) {
  const at = new Date(iso);
  return Number.isNaN(at.getTime())
    ? iso
    : new Intl.DateTimeFormat(locale(), { dateStyle: "medium", timeStyle: "medium", timeZone: "UTC" }).format(at);
}

/** The name of a language given by its code, in the reader's language. @param {string} code */
export function languageName(code) {
  if (knows(`language.${code}`)) return t(`language.${code}`); // those that browsers do not name
  try {
    return new Intl.DisplayNames([current], { type: "language" }).of(code) ?? code;
  } catch {
    return code; // not a language code: said as it stands
  }
}

// A page in English is better than none, and one of bare keys still shows its numbers and links.
await speak(preferred())
  .catch(() => speak("en"))
  .catch(() => {});
