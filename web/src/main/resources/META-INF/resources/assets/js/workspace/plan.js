// @ts-check
/**
 * The working plan in the browser: who has which unit, and the figures that follow from it at once. Sums, bounds and pieces are counted here, so
 * that a stroke of the brush shows what it does before the server has answered; what the server answers stands.
 */
import { TERMS } from "./ground.js";

/**
 * @typedef {{number: number, name: string, colour: number, sector: number, locked: boolean, hours: number, deviation: number, residents: number, units: number,
 *   pieces: number, hoursByTerm: Record<string, number>, withinBounds: boolean, areaSquareKilometres: number, polsbyPopper?: number,
 *   communitiesSplit?: number, residentsChanging?: number}} Beat
 * @typedef {{units: number[], locked: number, filtered: number}} Moved which units moved, and how many stayed because of a lock or the filter
 * @typedef {{onlyFrom?: number | null, onlyUnassigned?: boolean}} Filter
 */

/** No beat. */
export const NONE = 0;

export class Plan {
  /** @param {import("./ground.js").Ground} ground @param {any} plan PLAN of the server @param {any} figures FIGURES of the server */
  constructor(ground, plan, figures) {
    this.ground = ground;
    /** The beat of each unit; 0 for none. */
    this.beatOf = Int32Array.from(plan.units, (/** @type {number | null} */ beat) => beat ?? NONE);
    const figuresOf = new Map(figures.beats.map((/** @type {any} */ beat) => [beat.number, beat]));
    /** @type {Map<number, Beat>} */
    this.beats = new Map(plan.beats.map((/** @type {any} */ beat) => [beat.number, { ...figuresOf.get(beat.number), ...beat }]));
    const sectorFigures = new Map(figures.sectors.map((/** @type {any} */ sector) => [sector.number, sector]));
    /** @type {Map<number, any>} */
    this.sectors = new Map(plan.sectors.map((/** @type {any} */ sector) => [sector.number, { ...sectorFigures.get(sector.number), ...sector }]));
    /** @type {any} */
    this.figures = { ...figures.plan };
    this.lockedUnits = new Set(plan.lockedUnits.map((/** @type {string} */ id) => ground.numberOf.get(id)));
    this.locked = Boolean(plan.locked);
    /** Another plan that is drawn in this one's place, such as the engine's best so far. @type {Int32Array | null} */
    this.preview = null;
  }

  /** The beat that a unit is drawn in. @param {number} unit */
  drawnIn(unit) {
    return (this.preview ?? this.beatOf)[unit];
  }

  /** @param {number} unit */
  colourOf(unit) {
    const beat = this.drawnIn(unit);
    return beat === NONE ? -1 : (this.beats.get(beat)?.colour ?? beat % 6);
  }

  /** The sector that a unit is drawn in. @param {number} unit */
  sectorOf(unit) {
    return this.beats.get(this.drawnIn(unit))?.sector ?? NONE;
  }

  /** Whether a unit must stay where it is. @param {number} unit */
  isLocked(unit) {
    return this.locked || this.lockedUnits.has(unit) || this.isBeatLocked(this.beatOf[unit]);
  }

  /** Whether a beat neither loses nor gains. @param {number} number */
  isBeatLocked(number) {
    const beat = this.beats.get(number);
    return this.locked || Boolean(beat && (beat.locked || this.sectors.get(beat.sector)?.locked));
  }

  /** The units of a beat, by number. @param {number} number */
  unitsOf(number) {
    const units = [];
    for (let i = 0; i < this.beatOf.length; i++) if (this.beatOf[i] === number) units.push(i);
    return units;
  }

  /** Which of some units would move to a beat. @param {Iterable<number>} units @param {number} to @param {Filter} [filter] @returns {Moved} */
  movable(units, to, { onlyFrom, onlyUnassigned } = {}) {
    const moved = { units: /** @type {number[]} */ ([]), locked: 0, filtered: 0 };
    const closed = to !== NONE && this.isBeatLocked(to);
    for (const unit of units) {
      const from = this.beatOf[unit];
      if (from === to) continue;
      if ((onlyUnassigned && from !== NONE) || (onlyFrom && from !== onlyFrom)) moved.filtered++;
      else if (closed || this.isLocked(unit)) moved.locked++;
      else moved.units.push(unit);
    }
    return moved;
  }

  /** Gives units another beat, and counts anew what that changes. @param {number[]} units @param {number} to */
  move(units, to) {
    /** @type {Set<number>} */
    const touched = new Set([to]);
    for (const unit of units) {
      const from = this.beatOf[unit];
      if (from === to) continue;
      touched.add(from);
      this.count(this.beats.get(from), unit, -1);
      this.count(this.beats.get(to), unit, 1);
      this.beatOf[unit] = to;
    }
    touched.delete(NONE);
    this.weigh(touched);
  }

  /** @param {Beat | undefined} beat @param {number} unit @param {1 | -1} sign */
  count(beat, unit, sign) {
    const { ground, figures } = this;
    if (!beat) {
      figures.unassignedUnits += sign;
      figures.unassignedResidents += sign * ground.residents[unit];
      return;
    }
    const sector = this.sectors.get(beat.sector);
    for (const one of [beat, sector]) {
      if (!one) continue;
      one.hours += sign * ground.hours[unit];
      one.residents += sign * ground.residents[unit];
      one.areaSquareKilometres += sign * ground.areas[unit];
    }
    beat.units += sign;
    const terms = ground.units[unit].hoursByTerm ?? {};
    beat.hoursByTerm = { ...beat.hoursByTerm };
    for (const term of TERMS) if (term in terms) beat.hoursByTerm[term] = (beat.hoursByTerm[term] ?? 0) + sign * terms[term];
  }

  /** Deviations, bounds and pieces of beats that changed. @param {Iterable<number>} numbers */
  weigh(numbers) {
    const { targetHours, lowerHours, upperHours } = this.figures;
    for (const number of numbers) {
      const beat = this.beats.get(number);
      if (!beat) continue;
      beat.deviation = beat.hours / targetHours - 1;
      beat.withinBounds = beat.hours >= lowerHours - 1e-9 && beat.hours <= upperHours + 1e-9;
      beat.pieces = this.piecesOf(number).length;
      const sector = this.sectors.get(beat.sector);
      if (sector?.targetHours) sector.deviation = sector.hours / sector.targetHours - 1;
    }
    const all = [...this.beats.values()];
    Object.assign(this.figures, {
      maxDeviation: all.reduce((most, beat) => Math.max(most, Math.abs(beat.deviation)), 0),
      meanDeviation: all.reduce((sum, beat) => sum + Math.abs(beat.deviation), 0) / (all.length || 1),
      beatsInPieces: all.filter((beat) => beat.pieces > 1).length,
      beatsOutOfBounds: all.filter((beat) => !beat.withinBounds).length,
      emptyBeats: all.filter((beat) => beat.units === 0).length,
    });
  }

  /** The connected pieces of a beat, the largest first. @param {number} number @returns {number[][]} */
  piecesOf(number) {
    const { neighbours } = this.ground;
    const open = new Set(this.unitsOf(number));
    const pieces = [];
    for (const start of open) {
      open.delete(start);
      const piece = [start];
      for (let next = 0; next < piece.length; next++) {
        for (const other of neighbours[piece[next]]) if (open.delete(other)) piece.push(other);
      }
      pieces.push(piece);
    }
    return pieces.sort((a, b) => b.length - a.length);
  }

  /** Takes what the server answered to an edit. Returns the units whose beat or look changed; all where it cannot say. @param {any} answer @returns {number[]} */
  apply(answer) {
    /** @type {Set<number>} */
    const changed = new Set();
    const numberOf = (/** @type {string} */ id) => /** @type {number} */ (this.ground.numberOf.get(id));
    for (const { unit, beat } of answer.units) {
      this.beatOf[numberOf(unit)] = beat ?? NONE;
      changed.add(numberOf(unit));
    }
    for (const number of answer.removedBeats) this.beats.delete(number);
    const looks = new Set(answer.beats.filter((/** @type {Beat} */ beat) => this.looksOther(beat)).map((/** @type {Beat} */ beat) => beat.number));
    const turned = new Set(answer.sectors.filter((/** @type {any} */ sector) => Boolean(this.sectors.get(sector.number)?.locked) !== sector.locked).map((/** @type {any} */ sector) => sector.number));
    for (const beat of answer.beats.map(withFigures)) this.beats.set(beat.number, { ...this.beats.get(beat.number), ...beat });
    this.sectors = new Map(answer.sectors.map((/** @type {any} */ sector) => [sector.number, withFigures(sector)]));
    this.figures = { ...this.figures, ...answer.plan };
    for (const id of answer.lockedUnits.on) this.lockedUnits.add(numberOf(id));
    for (const id of answer.lockedUnits.off) this.lockedUnits.delete(numberOf(id));
    for (const id of [...answer.lockedUnits.on, ...answer.lockedUnits.off]) changed.add(numberOf(id));
    if (this.locked !== answer.locked) this.beatOf.forEach((_, unit) => changed.add(unit));
    this.locked = answer.locked;
    for (const beat of this.beats.values()) if (turned.has(beat.sector)) looks.add(beat.number);
    if (looks.size) this.beatOf.forEach((beat, unit) => looks.has(beat) && changed.add(unit));
    return [...changed];
  }

  /** Whether a beat that the server sent is called otherwise than before. @param {Beat} beat */
  isCalledOtherwise(beat) {
    const before = this.beats.get(beat.number);
    return !before || before.name !== beat.name || before.colour !== beat.colour;
  }

  /** Whether a beat that the server sent is drawn otherwise than before. @param {Beat} beat */
  looksOther(beat) {
    const before = this.beats.get(beat.number);
    return !before || before.colour !== beat.colour || before.sector !== beat.sector || before.locked !== beat.locked;
  }
}

/** A beat or sector of an answer, with its figures beside its name. @param {any} area */
const withFigures = ({ figures, ...area }) => ({ ...area, ...figures });

/** Beats in the order of their numbers. @param {Plan} plan */
export const beatsInOrder = (plan) => [...plan.beats.values()].sort((a, b) => a.number - b.number);
