// @ts-check
import { knows, number, t } from "../i18n.js";

/** What officers there are, what the norm would give, and whether that many beats can be balanced. @param {any} advice @param {boolean} asked whether it is being asked for */
export function officersHint(advice, asked) {
  if (!advice) return t(asked ? "scenario.officersAsked" : "scenario.officersHint");
  const { suggested, from, norm, residents } = advice;
  const one = { maximumFractionDigits: 1 };
  return [
    t(`scenario.officersFrom.${from}`, { n: number(suggested) }),
    t("scenario.normGives", { n: number(norm.officers), each: number(norm.residentsPerOfficer), residents: number(residents) }),
    norm.balanced ? t("scenario.fewUnits", { units: number(norm.unitsPerBeat, one), n: number(norm.balanced) }) : "",
    norm.searched && !norm.balanced ? t("scenario.fewUnitsNone", { units: number(norm.unitsPerBeat, one) }) : "",
  ].filter(Boolean).join(" ");
}

/** Whether beats after the norm would have so few units that they are hard to balance. @param {any} advice */
export const mayBeFew = (advice) => advice?.norm.unitsPerBeat < 4;

/** Where a norm comes from: in the reader's language where it is one that ships. @param {number} residentsPerOfficer @param {string} source */
export function normSource(residentsPerOfficer, source) {
  const key = `scenario.norm.${residentsPerOfficer}`;
  return knows(key) ? t(key) : source;
}
