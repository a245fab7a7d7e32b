// @ts-check
/** Stages, kinds and sources of problem cases in words. */
import { html } from "lit";
import { locale, number, t } from "../i18n.js";

export const STAGES = ["scan", "analyse", "respond", "assess"];

/** The triangle's parts and the kinds of each; of the first two one is chosen. */
export const KINDS = {
  place: ["street", "square", "park", "station", "school", "shops", "housing", "car-park", "nightlife", "building-site", "several", "other"],
  target: ["pedestrians", "cyclists", "drivers", "residents", "shops", "vehicles", "bicycles", "homes", "public-property", "young-people", "older-people", "passengers", "other"],
  doers: ["drivers", "guests", "neighbours", "customers", "young-groups", "adult-groups", "traders", "owners", "organised", "once-only", "unknown"],
  managers: ["municipality", "landlord", "shops", "school", "transport", "parks", "roads", "venue", "owners", "none"],
  guardians: ["residents", "shopkeepers", "caretaker", "wardens", "staff", "passers-by", "police", "owners", "none"],
  handlers: ["parents", "school", "employer", "youth-work", "care", "friends", "associations", "probation", "police", "none"],
};

export const PARTNERS = [
  "police", "municipality", "lighting", "parks", "roads", "transport", "landlord", "school", "youth-work", "care", "fire-service", "justice", "shops",
  "associations", "residents", "other",
];

export const RESPONSE_STATES = ["planned", "doing", "done", "dropped"];

export const OUTCOMES = ["solved", "smaller", "unchanged", "worse", "moved", "dropped"];

export const JUDGEMENTS = ["solved", "smaller", "unchanged", "worse", "moved", "too-early"];

/** What staff sum up by hand. */
export const WRITTEN_SOURCES = ["meeting", "answers", "record"];

/** @param {string} kind */
export const kindWords = (kind) => t(`case.kind.${kind}`);

/** @param {string[]} kinds */
export const kindList = (kinds) => kinds.map(kindWords).join(t("list.comma"));

/** @param {string} stage */
export const chip = (stage) => html`<span class="state stage-${stage}">${t(`case.stage.${stage}`)}</span>`;

/** What a source is. @param {any} source */
export function sourceTitle({ kind, topic, cells }) {
  if (kind === "finding") return t("case.source.finding", { topic: t(`walk.category.${topic}`) });
  if (kind === "concern") return t("case.source.concern", { topic: t(`concern.category.${topic}`) });
  if (kind === "hotspot") return t("case.source.hotspot", { layer: cells.layer });
  return t(`case.source.${kind}`);
}

/** How many sources of a type there are, and of findings on how many walks. @param {{type: string, sources: number, origins: number}} one */
export const basisCount = ({ type, sources, origins }) =>
  !sources
    ? t("case.sources.nothing")
    : type === "walk"
      ? t("case.sources.walks", { n: number(sources), walks: number(origins) })
      : t("case.sources.n", { n: number(sources) });

/** A day's month. @param {string} iso */
export const month = (iso) => new Intl.DateTimeFormat(locale(), { month: "long", year: "numeric" }).format(new Date(`${iso.slice(0, 7)}-15T12:00:00Z`));

/** Months from the first to the last, as the reader writes them. @param {string} from @param {string} to */
export const months = (from, to) => (from.slice(0, 7) === to.slice(0, 7) ? month(from) : t("people.days", { from: month(from), to: month(to) }));

/** What a step is called: on, or back. @param {string} from @param {string} to */
export const stepWords = (from, to) => {
  const back = to !== "closed" && (from === "closed" || STAGES.indexOf(to) < STAGES.indexOf(from));
  return t(back && to !== "scan" ? `case.back.${from === "closed" ? "assess" : to}` : `case.to.${to}`);
};
