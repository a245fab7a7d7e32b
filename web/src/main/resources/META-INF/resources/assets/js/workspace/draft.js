// @ts-check
/**
 * One planner's draft of a scenario's working plan: every edit goes to the server, one after the other, and shows here at once. A draft lives on the
 * server, so that closing the page, a crash or another server loses nothing.
 */
import { get, NotFound, post, ProblemError, remove } from "../request.js";
import { Ground } from "./ground.js";
import { Plan } from "./plan.js";
import { Stroke } from "./stroke.js";

/** @typedef {{kind: string, [field: string]: unknown}} Edit */
/** @typedef {{code: string, values: Record<string, any>}} Name what an edit did */

export class Draft {
  /** @param {(units?: Iterable<number> | "all") => void} changed called after every change, with the units that look otherwise */
  constructor(changed) {
    this.changed = changed;
    this.scenario = "";
    /** @type {Ground | null} */
    this.ground = null;
    /** @type {Plan | null} */
    this.plan = null;
    /** What is saved, to count against. @type {any} */
    this.saved = null;
    this.version = 0;
    /** Goes up when beats or sectors come, go, or are called otherwise; not with each move of a unit. */
    this.structure = 0;
    /** The saved plan that this draft began from, and the newest. @type {any} */
    this.base = null;
    /** @type {any} */
    this.latest = null;
    /** @type {{units: number, residents: number, changed: boolean}} */
    this.pending = { units: 0, residents: 0, changed: false };
    /** @type {Name | null} */
    this.undoes = null;
    /** @type {Name | null} */
    this.redoes = null;
    /** Units that stayed though the last edit asked for them. */
    this.left = { locked: 0, filtered: 0 };
    /** Strokes that are shown already, and whose answers are on their way. @type {Stroke[]} */
    this.shown = [];
    /** Ends when the server has answered every edit. @type {Promise<unknown>} */
    this.answered = Promise.resolve();
  }

  /** @param {string} path @param {string} [scenario] */
  at(path, scenario = this.scenario) {
    return `/scenarios/${scenario}${path}`;
  }

  /** Opens a scenario's draft. Returns whether its working plan was begun. @param {string} scenario */
  async open(scenario) {
    if (scenario !== this.scenario) Object.assign(this, { scenario, ground: null, plan: null, shown: [] });
    try {
      const whole = this.answered.then(() => get(this.at("/draft", scenario))); // with the edits that are still on their way
      const [units, draft] = await Promise.all([this.ground ? null : get(this.at("/units", scenario)), whole]);
      if (scenario !== this.scenario) return false;
      if (units) this.ground = new Ground(units.features);
      this.take(draft);
      return true;
    } catch (error) {
      if (error instanceof NotFound && error.problem.code === "not-begun") return false;
      throw error;
    }
  }

  /** Begins a scenario's working plan. @param {string} scenario @param {object} source such as an alternative of the proposal */
  async begin(scenario, source) {
    await post(this.at("/plan", scenario), source);
    return scenario === this.scenario && this.open(scenario);
  }

  /** @param {any} draft as the server gives it whole */
  take(draft) {
    const { plan, figures, saved, undo, redo, version, base, latest, pending } = draft;
    this.plan = new Plan(/** @type {Ground} */ (this.ground), plan, figures);
    for (const stroke of this.shown) stroke.showAgain(this.plan); // whose answers are still to come
    this.structure++;
    Object.assign(this, { saved, version, base, latest, pending, undoes: undo, redoes: redo });
    this.changed("all");
  }

  async reload() {
    const { scenario } = this;
    const draft = await get(this.at("/draft"));
    if (scenario === this.scenario) this.take(draft);
  }

  /** Moves units to a beat, or out of all. @param {Iterable<number>} units @param {number} to @param {import("./plan.js").Filter} [filter] */
  move(units, to, filter = {}) {
    const stroke = new Stroke(this, to, filter);
    stroke.add(units);
    return stroke.end();
  }

  /** Sends an edit after those before it. @param {Edit} edit @param {Stroke} [shown] what the page shows of it already */
  edit(edit, shown) {
    return this.send("/draft/edits", edit, shown);
  }

  undo() {
    return this.send("/draft/undo");
  }

  redo() {
    return this.send("/draft/redo");
  }

  revert() {
    return this.send("/draft/revert");
  }

  /**
   * Does something of this scenario after all that was asked before, also when another scenario is opened meanwhile.
   * @param {(at: (path: string) => string) => Promise<any>} ask
   * @param {(answer: any) => any} hear what to do with the answer while the scenario is still open
   */
  next(ask, hear) {
    const { scenario } = this;
    const done = this.answered.then(async () => {
      const answer = await ask((path) => this.at(path, scenario));
      if (scenario === this.scenario) return hear(answer);
    });
    this.answered = done.catch(() => {});
    return done;
  }

  /** @param {string} path @param {object} [body] @param {Stroke} [shown] */
  send(path, body, shown) {
    const { scenario } = this;
    const ask = async (/** @type {(path: string) => string} */ at) => {
      try {
        return await post(at(path), body);
      } catch (error) {
        if (scenario === this.scenario) await this.failed(shown);
        throw error;
      }
    };
    return this.next(ask, (answer) => this.heard(answer, shown));
  }

  /** @param {any} answer @param {Stroke} [shown] the stroke that it answers */
  async heard(answer, shown) {
    const plan = /** @type {Plan} */ (this.plan);
    if (answer.whole || answer.version !== this.version + 1) { // else another window of mine edits too
      this.settle(plan, shown);
      return this.reload();
    }
    if (answer.beats.some((/** @type {any} */ beat) => plan.isCalledOtherwise(beat)) || answer.removedBeats.length) this.structure++;
    const units = this.settle(plan, shown, () => plan.apply(answer));
    Object.assign(this, { version: answer.version, pending: answer.pending, undoes: answer.undo, redoes: answer.redo, left: answer.left ?? { locked: 0, filtered: 0 } });
    this.changed(units);
  }

  /** What was shown before its answer was not so. @param {Stroke} [shown] */
  async failed(shown) {
    if (this.plan) this.changed(this.settle(this.plan, shown));
    await this.reload().catch(() => {}); // without it, what was there before the edit stands
  }

  /**
   * Takes a stroke off what is only shown, and leaves those after it, which the server has not come to yet.
   * @param {Plan} plan @param {Stroke} [shown] @param {() => number[]} [apply] what the server made of it
   * @returns {number[]} units that look otherwise
   */
  settle(plan, shown, apply = () => []) {
    for (const stroke of [...this.shown].reverse()) stroke.takeBack(plan);
    this.shown = this.shown.filter((stroke) => stroke !== shown);
    const units = [...apply(), ...(shown?.moved.units ?? [])];
    for (const stroke of this.shown) stroke.showAgain(plan);
    return units;
  }

  /** Saves the draft as the scenario's working plan. Fails with status 412 when somebody saved since. @param {string} [note] */
  save(note) {
    const { revision } = this.base;
    return this.next((at) => post(at("/draft/save"), { note: note || null }, { "If-Match": `"${revision}"` }), (draft) => this.take(draft));
  }

  /** Stands on somebody else's save: with my plan, theirs, or theirs with my changes over it. @param {number} onto @param {"mine" | "theirs" | "both"} choice */
  rebase(onto, choice) {
    return this.next((at) => post(at("/draft/rebase"), { onto, choice }), (draft) => {
      this.take(draft);
      return draft.contested ?? [];
    });
  }

  /** Says that this planner is here, and hears who else is. */
  async meet() {
    const { scenario } = this;
    const { others, latest } = await post(this.at("/presence"), { pendingUnits: this.pending.units });
    if (scenario !== this.scenario) return [];
    if (latest && latest.revision >= (this.latest?.revision ?? 0)) this.latest = latest; // an answer may come late
    return others;
  }

  forget() {
    return remove(this.at("/draft"));
  }
}

/** Whether an error says that somebody saved since. @param {unknown} error */
export const isOutdated = (error) => error instanceof ProblemError && error.status === 412;
