// @ts-check
/** Edits in words, for undo, redo and the history. */
import { knows, number, t } from "../i18n.js";

/** More of a list would not be read. */
const MOST = 4;

/** @param {any} value */
function words(value) {
  if (!Array.isArray(value)) return typeof value === "number" ? number(value) : (value ?? t("workspace.none"));
  const named = value.slice(0, MOST).map((one) => one || t("workspace.none"));
  return named.join(", ") + (value.length > MOST ? "…" : "");
}

/** Returns what an edit did, such as "move 4 units from 12 to 15". @param {import("./draft.js").Name} name */
export function nameWords({ code, values = {} }) {
  const filled = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, words(value)]));
  const key = `redraw.edit.${code}`;
  const out = values.to === null || (Array.isArray(values.to) && values.to.length === 1 && !values.to[0]);
  const variants = [values.sector !== undefined && values.beat === undefined ? ".sector" : "", out ? ".out" : "", values.units === 1 ? ".one" : ""].filter(Boolean);
  const found = [variants.join(""), ...variants, ""].find((variant) => knows(key + variant)) ?? "";
  return t(key + found, filled);
}
