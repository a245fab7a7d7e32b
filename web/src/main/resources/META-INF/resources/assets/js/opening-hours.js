// @ts-check
/** Hours as they were noted, such as "Mon-Fri 09:00-17:00; Sat 10-14", in the reader's language and way of writing time. */
import { locale, t } from "./i18n.js";

/** Days from Monday, as the five languages and the notation of open data shorten them. The words do not contradict each other. */
const DAYS = [
  ["mo", "mon", "monday", "ma", "maandag", "lu", "lun", "lundi", "montag", "الاثنين"],
  ["tu", "tue", "tues", "tuesday", "di", "dinsdag", "mar", "mardi", "dienstag", "الثلاثاء"],
  ["we", "wed", "wednesday", "wo", "woensdag", "mer", "mercredi", "mi", "mittwoch", "الأربعاء"],
  ["th", "thu", "thur", "thurs", "thursday", "do", "donderdag", "jeu", "jeudi", "donnerstag", "الخميس"],
  ["fr", "fri", "friday", "vr", "vrijdag", "ven", "vendredi", "freitag", "الجمعة"],
  ["sa", "sat", "saturday", "za", "zaterdag", "sam", "samedi", "samstag", "السبت"],
  ["su", "sun", "sunday", "zo", "zondag", "dim", "dimanche", "so", "sonntag", "الأحد"],
];

const DASH = String.raw`\s*[-–—]\s*`;
const DAY = String.raw`\p{L}+\.?`;
const TIME = String.raw`\d{1,2}(?:[:.h]\d{2}|h)?`;
const SPAN = `${TIME}${DASH}${TIME}`;
const RULE = new RegExp(`^(${DAY}(?:(?:${DASH}|\\s*,\\s*)${DAY})*)[\\s:]+(${SPAN}(?:\\s*,\\s*${SPAN})*)$`, "u");

/** Returns hours in the reader's words; as they stand where they are not understood whole. @param {string} noted */
export function openingHours(noted) {
  const rules = noted.split(/;|\n/).map((rule) => rule.trim()).filter(Boolean).map(inWords);
  return rules.length && rules.every((rule) => rule !== null) ? rules.join(t("hours.and")) : noted;
}

/** @param {string} rule */
function inWords(rule) {
  const [, days, spans] = RULE.exec(rule) ?? [];
  if (!days) return null;
  const on = days.split(/(\s*[-–—]\s*|\s*,\s*)/).map((part, i) => (i % 2 ? (part.includes(",") ? t("list.comma") : "–") : weekday(part)));
  const at = spans.split(/\s*,\s*/).map((span) => span.split(/\s*[-–—]\s*/).map(time));
  if (on.includes(null) || at.flat().includes(null)) return null;
  return t("hours.rule", { days: on.join(""), times: at.map((span) => span.join("–")).join(t("list.comma")) });
}

/** @param {string} word */
function weekday(word) {
  const day = DAYS.findIndex((names) => names.includes(word.toLowerCase().replace(".", "")));
  // 1 January 2024 was a Monday.
  return day < 0 ? null : new Intl.DateTimeFormat(locale(), { weekday: "short", timeZone: "UTC" }).format(Date.UTC(2024, 0, 1 + day));
}

/** @param {string} text */
function time(text) {
  const [, hour, minute = "0"] = /^(\d{1,2})(?:[:.h](\d{2})?)?$/.exec(text) ?? [];
  if (!hour || Number(hour) > 24 || Number(minute) > 59) return null;
  return new Intl.DateTimeFormat(locale(), { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: "UTC" }).format(Date.UTC(2024, 0, 1, Number(hour), Number(minute)));
}
