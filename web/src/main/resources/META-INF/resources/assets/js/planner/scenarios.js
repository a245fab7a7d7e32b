// @ts-check
/** Scenarios as the planner's page holds them: asked for, and their proposals with their maps kept. */
import { get } from "../request.js";

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
