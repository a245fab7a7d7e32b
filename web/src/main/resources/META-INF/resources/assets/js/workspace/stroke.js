// @ts-check
/** One movement of the hand: units that go to one beat, shown as it goes and sent when it ends. */
import { NONE } from "./plan.js";

export class Stroke {
  /** @param {import("./draft.js").Draft} draft @param {number} to the beat; 0 for none @param {import("./plan.js").Filter} [filter] */
  constructor(draft, to, filter = {}) {
    this.draft = draft;
    this.to = to;
    this.filter = filter;
    /** @type {Set<number>} */
    this.asked = new Set();
    /** What moved, with the beats that it came from, and what stayed. */
    this.moved = { units: /** @type {number[]} */ ([]), from: /** @type {number[]} */ ([]), locked: 0, filtered: 0 };
    draft.shown.push(this);
  }

  /** @param {Iterable<number>} units */
  add(units) {
    const plan = /** @type {import("./plan.js").Plan} */ (this.draft.plan);
    const fresh = [...units].filter((unit) => !this.asked.has(unit));
    fresh.forEach((unit) => this.asked.add(unit));
    const { units: moving, locked, filtered } = plan.movable(fresh, this.to, this.filter);
    this.moved.locked += locked;
    this.moved.filtered += filtered;
    if (moving.length === 0) return;
    for (const unit of moving) {
      this.moved.units.push(unit);
      this.moved.from.push(plan.beatOf[unit]);
    }
    plan.move(moving, this.to);
    this.draft.changed(moving);
  }

  /** Sends the stroke as one edit. Returns what moved. */
  end() {
    const { draft, filter, moved } = this;
    if (moved.units.length === 0) {
      draft.shown = draft.shown.filter((stroke) => stroke !== this);
      return { ...moved, done: Promise.resolve() };
    }
    const ids = [...this.asked].map((unit) => /** @type {import("./ground.js").Ground} */ (draft.ground).ids[unit]);
    const edit = { kind: "move", units: ids, to: this.to === NONE ? null : this.to };
    if (filter.onlyFrom) Object.assign(edit, { onlyFrom: filter.onlyFrom });
    if (filter.onlyUnassigned) Object.assign(edit, { onlyUnassigned: true });
    return { ...moved, done: draft.edit(edit, this) };
  }

  /** Puts the units back where they came from. @param {import("./plan.js").Plan} plan */
  takeBack(plan) {
    const { units, from } = this.moved;
    for (let i = units.length - 1; i >= 0; i--) plan.move([units[i]], from[i]);
  }

  /** Moves anew what was asked for, over a plan that has become another. @param {import("./plan.js").Plan} plan */
  showAgain(plan) {
    const { units } = plan.movable(this.asked, this.to, this.filter);
    Object.assign(this.moved, { units, from: units.map((unit) => plan.beatOf[unit]) });
    plan.move(units, this.to);
  }
}
