// @ts-check
/** Days and officers in words. */
import { html } from "lit";
import { languageName, locale, number, t } from "../i18n.js";
import { sectorName } from "../names.js";

/** A day without an hour, as the reader writes it; a dash for none. @param {string | null | undefined} iso such as 2026-05-01 */
export function day(iso) {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(iso ?? "") ?? [];
  if (!year) return iso ?? "–";
  return new Intl.DateTimeFormat(locale(), { dateStyle: "medium" }).format(new Date(+year, +month - 1, +date));
}

/** @param {string} iso @param {number} days */
export function plusDays(iso, days) {
  const at = new Date(`${iso}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/** A day so many days from today. @param {number} days */
export const inDays = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** The last of some days, given the first day after. @param {string | null} to */
export const lastDay = (to) => (to ? plusDays(to, -1) : null);

/** From a day until the day before another. @param {string} from @param {string | null} to the first day after */
export const days = (from, to) =>
  to ? t("people.days", { from: day(from), to: day(lastDay(to)) }) : t("people.daysOpen", { from: day(from) });

/** @typedef {{id: string, dutyName: string, number: string, languages: string[]}} Person */

/** @param {Person | null | undefined} person */
export const personWords = (person) =>
  !person ? "–" : person.dutyName === person.number ? person.number : `${person.dutyName} · ${person.number}`;

/** @param {Person | null | undefined} person */
export const person = (person) => html`<bdi>${personWords(person)}</bdi>`;

/** A sector by its name, with the word for it where the name is a number. @param {string} name */
export const sector = (name) => html`<bdi>${t("people.sectorOf", { sector: sectorName({ sector: name, sectorName: name }) })}</bdi>`;

/** @param {string[]} codes */
export const languages = (codes) => codes.map(languageName).join(t("list.comma"));

/** Months as years and months. @param {number} months */
export const span = (months) =>
  months % 12 === 0 ? t("people.years", { n: number(months / 12) }) : t("people.months", { n: number(months) });

/** What a liaison officer is there for. @param {{need: string, topic: string}} liaison */
export function needWords({ need, topic }) {
  if (need === "language") return t("need.languageOf", { language: languageName(topic) });
  return topic ? `${t(`need.${need}`)}: ${topic}` : t(`need.${need}`);
}

/** Who answers, in one sentence. @param {{how: string, resident: Person | null, present: Person | null, until: string | null}} cover */
export function coverWords(cover) {
  const values = {
    officer: personWords(cover.resident),
    present: personWords(cover.present),
    until: cover.until ? day(lastDay(cover.until)) : "",
  };
  if (cover.how === "officer") return values.officer;
  if (!cover.resident) return cover.present ? t("cover.secondOnly", values) : t("cover.vacant");
  return t(`cover.${cover.how}`, values);
}
