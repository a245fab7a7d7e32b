// @ts-check
/** The scenario that is open on the planner's page: its job while one runs, its proposal, and the alternative that is looked at. */
import { get, NotFound, post } from "../request.js";
import { failureOf, figuresOf, isRunning, reasonOf, Scenarios } from "./scenarios.js";

/** @typedef {import("../types.js").Scenario} Scenario */

export class OpenScenario {
  /** @param {() => void} changed called after every change */
  constructor(changed) {
    this.changed = changed;
    this.known = new Scenarios();
    /** All scenarios, newest first. @type {Scenario[]} */
    this.all = [];
    /** The one that is open. @type {Scenario | null} */
    this.scenario = null;
    /** The id of the job that runs; empty when none does. */
    this.job = "";
    /** @type {import("../types.js").Proposal | null} */
    this.proposal = null;
    this.favour = "";
    /** Whether it is still asked for. */
    this.loading = true;
    /** Territories of the alternative shown. @type {{beats: any, sectors: any} | null} */
    this.maps = null;
  }

  /** The alternative shown. */
  get alternative() {
    return this.proposal?.alternatives.find((a) => a.favour === this.favour);
  }

  /** Figures of the alternative shown, by beat. */
  get figures() {
    return figuresOf(this.alternative);
  }

  /** Whether there is a proposal to put in force. */
  get publishable() {
    return Boolean(this.proposal) && !this.job;
  }

  /** Looks anew which scenarios there are, and what the open one is called. */
  async list() {
    const all = await this.known.list();
    const now = all.find(({ id }) => id === this.scenario?.id);
    this.update({ all, scenario: now && this.scenario ? Object.assign(this.scenario, { name: now.name }) : this.scenario });
  }

  /** Leaves a scenario that was deleted for the newest that there is. @param {string} id */
  async leave(id) {
    if (id !== this.scenario?.id) return;
    this.update({ scenario: null, job: "", proposal: null, maps: null });
    await this.openNewest();
  }

  /** Opens the newest scenario, if there is any. */
  async openNewest() {
    try {
      this.update({ all: await this.known.list() });
      if (this.all.length) await this.open(this.all[0].id);
    } finally {
      this.update({ loading: false });
    }
  }

  /** Opens a scenario, and fails with why its last job failed, if it did. @param {string} id */
  async open(id) {
    /** @type {Scenario} */
    const scenario = await get(`/scenarios/${id}`);
    const job = isRunning(scenario) ? scenario.job : "";
    this.update({ scenario, job, proposal: null, maps: null, loading: !job && scenario.hasProposal });
    if (this.loading) await this.showProposal().finally(() => this.update({ loading: false }));
    const failure = await failureOf(scenario);
    if (failure && scenario === this.scenario) throw failure;
  }

  async showProposal() {
    const id = this.scenario?.id ?? "";
    const loaded = await this.known.proposal(id).catch((error) => {
      if (error instanceof NotFound || error.slug === "scenario-not-ready") return null;
      throw error;
    });
    if (!loaded || id !== this.scenario?.id) return;
    this.update({ proposal: loaded.proposal });
    await this.choose(loaded.proposal.alternatives[0]?.favour ?? "");
  }

  /** Looks at one of the alternatives. @param {string} favour */
  async choose(favour) {
    const id = this.scenario?.id ?? "";
    this.update({ favour });
    const maps = await this.known.maps(id, favour);
    if (id === this.scenario?.id && favour === this.favour) this.update({ maps });
  }

  /** @param {Scenario} scenario */
  add(scenario) {
    this.update({ all: [scenario, ...this.all] });
  }

  async run() {
    const job = await post(`/scenarios/${this.scenario?.id}/jobs`);
    this.started(this.scenario, job.id);
  }

  /** @param {Scenario | null} scenario @param {string} job */
  started(scenario, job) {
    this.update({ scenario, job, proposal: null, maps: null });
  }

  /** Shows what the job made, and fails with why it made nothing. @param {import("../types.js").Job} job */
  async ended(job) {
    this.known.forget(job.scenario);
    this.update({ job: "" });
    if (job.state === "failed") throw reasonOf(job);
    await this.showProposal();
  }

  /** @param {object} values */
  update(values) {
    Object.assign(this, values);
    this.changed();
  }
}
