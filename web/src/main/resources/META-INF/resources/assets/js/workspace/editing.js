// @ts-check
import { AskingElement } from "../asking.js";
import { number, t } from "../i18n.js";
import { NotSignedIn } from "../request.js";
import { Draft, isOutdated } from "./draft.js";
import { NONE } from "./plan.js";
import { refusalWords } from "./refusal.js";
import { Stroke } from "./stroke.js";

const STATE = ["effect", "active", "onlyFrom", "onlyUnassigned", "selection", "tool", "tab", "unitsOf", "saving", "previewed"];

/** A draft under the hand: strokes, the selection, edits, saving; and what is said of each. */
export class Editing extends AskingElement {
  static properties = { ...AskingElement.properties, ...Object.fromEntries(STATE.map((name) => [name, { attribute: false }])) };

  constructor() {
    super();
    this.draft = new Draft((units) => this.changed(units));
    /** What the tool does with units: gives them to the active beat, or selects them. */
    this.effect = "paint";
    /** The beat that is drawn into. */
    this.active = NONE;
    this.onlyFrom = 0;
    this.onlyUnassigned = false;
    /** @type {Set<number>} */
    this.selection = new Set();
    this.tool = "look";
    this.tab = "beats";
    this.unitsOf = "chosen";
    this.saving = false;
    /** What is drawn in the plan's place, in words; empty when nothing is. */
    this.previewed = "";
    /** @type {Stroke | null} */
    this.stroke = null;
  }

  /** @param {string} tag @returns {any} */
  part(tag) {
    return this.querySelector(tag);
  }

  /** @param {Iterable<number> | "all"} [units] that look otherwise */
  changed(units) {
    void units;
  }

  get mayChange() {
    return false;
  }

  /** @param {unknown} error */
  failed(error) {
    if (error instanceof NotSignedIn) location.assign("/login");
    else if (refusalWords(error)) this.said = refusalWords(error);
    else super.failed(error);
  }

  /** Waits for an answer, and says what was done. @param {Promise<unknown>} work @param {string | (() => string)} [said] */
  run(work, said = "") {
    return this.attempt(async () => void (await work), said);
  }

  /** @param {any} edit */
  edit(edit) {
    return this.run(this.draft.edit(edit), () => leftWords(this.draft.left));
  }

  begins() {
    if (!this.mayChange || !this.draft.plan || this.previewed) return false;
    if (this.effect !== "paint") return true;
    if (this.draft.plan.isBeatLocked(this.active)) {
      this.said = t("redraw.refused.beat-locked", { beat: this.active });
      return false;
    }
    this.stroke = new Stroke(this.draft, this.active, { onlyFrom: this.onlyFrom, onlyUnassigned: this.onlyUnassigned });
    return true;
  }

  /** @param {Iterable<number>} units */
  touch(units) {
    if (this.stroke) this.stroke.add(units);
    else if (this.effect === "select") this.select(units);
  }

  /** @param {Iterable<number>} units */
  select(units) {
    const found = [...units].filter((unit) => this.passes(unit));
    const all = new Set(this.selection);
    if (this.tool === "click" && found.length === 1 && all.has(found[0])) all.delete(found[0]);
    else found.forEach((unit) => all.add(unit));
    this.selection = all;
  }

  /** @param {number} unit */
  passes(unit) {
    const beat = this.draft.plan?.beatOf[unit] ?? NONE;
    return (!this.onlyUnassigned || beat === NONE) && (!this.onlyFrom || beat === this.onlyFrom);
  }

  endStroke() {
    const { stroke } = this;
    this.stroke = null;
    if (stroke) this.sent(stroke.end());
    else if (this.selection.size) Object.assign(this, { tab: "units", unitsOf: "chosen" });
  }

  /** @param {{locked: number, filtered: number, done: Promise<unknown>}} moved */
  sent(moved) {
    this.run(moved.done, leftWords(moved));
  }

  /** @param {number[]} units @param {number} to */
  move(units, to) {
    if (units.length) this.sent(this.draft.move(units, to, { onlyFrom: this.onlyFrom, onlyUnassigned: this.onlyUnassigned }));
  }

  /** @param {number[]} units */
  best(units) {
    return this.edit({ kind: "best", units: units.map((unit) => this.draft.ground?.ids[unit]) });
  }

  /** @param {number[]} units */
  lock(units) {
    const { plan, ground } = this.draft;
    if (!units.length || !plan || !ground) return;
    const locked = units.every((unit) => plan.lockedUnits.has(unit));
    this.edit({ kind: locked ? "unlock" : "lock", units: units.map((unit) => ground.ids[unit]) });
  }

  async save() {
    if (this.saving) return;
    this.saving = true;
    const { scenario } = this.draft;
    const isOpen = () => scenario === this.draft.scenario; // what became of another scenario's plan is not said over this one's
    try {
      await this.draft.save();
      if (isOpen()) this.said = t("workspace.savedNow", { n: number(this.draft.base.revision) });
    } catch (error) {
      if (!isOpen()) return;
      if (isOutdated(error)) await this.part("copse-conflict-dialog").ask(/** @type {any} */ (error).problem.current, /** @type {any} */ (error).problem.difference);
      else this.failed(error);
    } finally {
      this.saving = false;
    }
  }
}

/** Which units stayed though they were asked for, and why; empty when none did. @param {{locked: number, filtered: number}} left */
const leftWords = ({ locked, filtered }) =>
  locked ? t("workspace.leftLocked", { n: number(locked) }) : filtered ? t("workspace.leftFiltered", { n: number(filtered) }) : "";
