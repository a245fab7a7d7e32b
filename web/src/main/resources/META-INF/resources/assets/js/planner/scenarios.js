// @ts-check
/** Scenarios as the planner's page holds them: asked for, and their proposals with their maps kept. */
import { t } from "../i18n.js";
import { get, ProblemError } from "../request.js";

/** @typedef {{proposal: import("../types.js").Proposal, maps: Map<string, Promise<{beats: any, sectors: any}>>}} Loaded */

export class Scenarios {
  constructor() {
    /** @type {Map<string, Promise<Loaded>>} */
    this.loaded = new Map();
  }

  /** @returns {Promise<import("../types.js").Scenario[]>} newest first */
  async list() {
    /** @type {import("../types.js").Scenario[]} */
    const all = await get("/scenarios");
    return all.sort((a, b) => String(b.createdAt ?? "").localeCompare(String(a.createdAt ?? "")));
  }

  /** Returns the proposal of a scenario, asked for once. @param {string} id */
  proposal(id) {
    let loaded = this.loaded.get(id);
    if (!loaded) {
      loaded = get(`/scenarios/${id}/proposal`).then((proposal) => ({ proposal, maps: new Map() }));
      loaded.catch(() => this.loaded.delete(id));
      this.loaded.set(id, loaded);
    }
    return loaded;
  }

  /** Returns the territories of one alternative. @param {string} id @param {string} favour */
  async maps(id, favour) {
    const { maps } = await this.proposal(id);
    let asked = maps.get(favour);
    if (!asked) {
      const of = `?favour=${encodeURIComponent(favour)}`;
      asked = Promise.all([get(`/scenarios/${id}/beats${of}`), get(`/scenarios/${id}/sectors${of}`)]).then(
        ([beats, sectors]) => ({ beats, sectors }),
      );
      asked.catch(() => maps.delete(favour));
      maps.set(favour, asked);
    }
    return asked;
  }

  /** Forgets a proposal, because a job has made another. @param {string} id */
  forget(id) {
    this.loaded.delete(id);
  }
}

/** Whether a job of the scenario waits or runs. @param {import("../types.js").Scenario} scenario */
export const isRunning = ({ job, state }) => Boolean(job) && (state === "queued" || state === "running");

/** Why a job failed, as an error to show. @param {import("../types.js").Job} job */
export const reasonOf = ({ problem, message }) => new ProblemError(500, problem ?? { detail: message ?? t("job.failed") });

/** Returns why the scenario's latest job failed; null when it did not. @param {import("../types.js").Scenario} scenario */
export async function failureOf({ job, state }) {
  return job && state === "failed" ? reasonOf(await get(`/jobs/${job}`)) : null;
}

/** @type {WeakMap<import("../types.js").Alternative, Map<string, import("../types.js").Beat>>} */
const figures = new WeakMap();
const NO_FIGURES = new Map();

/** Figures of an alternative by beat; the same map for the same alternative. @param {import("../types.js").Alternative | undefined} alternative */
export function figuresOf(alternative) {
  if (!alternative) return NO_FIGURES;
  let found = figures.get(alternative);
  if (!found) figures.set(alternative, (found = new Map((alternative.beats ?? []).map((beat) => [beat.id, beat]))));
  return found;
}
