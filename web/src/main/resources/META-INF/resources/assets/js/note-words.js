// @ts-check
/** Notes of the server, each a code with values, in the reader's language; in the server's words where a code is new. */
import { html } from "lit";
import { knows, number, percent, t } from "./i18n.js";

/** Longer lists than this are cut. */
const MOST = 8;

/** @param {import("./types.js").Note | string} note a sentence in a proposal of before notes had codes */
export function noteWords(note) {
  const { code, values, words } = typeof note === "string" ? { code: "", values: {}, words: note } : note;
  const key = `note.${code}`;
  if (!knows(key)) return html`<span lang="en" dir="ltr">${words}</span>`;
  return t(key, Object.fromEntries(Object.entries(values).map(([name, value]) => [name, written(name, value)])));
}

/** @param {string} name @param {unknown} value @returns {string} */
function written(name, value) {
  if (name === "criterion") return t(`criterion.${value}`);
  if (Array.isArray(value)) return value.length === 0 ? "–" : value.slice(0, MOST).map((one) => written(name, one)).join(t("list.comma")) + (value.length > MOST ? " …" : "");
  if (typeof value === "number") return /share$/i.test(name) ? percent(value) : number(value, { maximumFractionDigits: 2 });
  return `\u2068${value}\u2069`; // keeps its direction within a sentence of another
}
