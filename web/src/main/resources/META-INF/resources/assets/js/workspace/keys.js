// @ts-check
/** The workspace by keyboard. What each key does is said once, for the page's help and for the hand. */

import { knows, t } from "../i18n.js";

/** Keys in the order of the help, each with the message that explains it. @type {[string[], string][]} */
export const KEYS = [
  [["↑ ↓ ← →"], "keys.arrows"],
  [["Enter"], "keys.enter"],
  [["Shift ↑ ↓ ← →"], "keys.extend"],
  [["1–9"], "keys.digits"],
  [["M"], "keys.best"],
  [["Delete"], "keys.delete"],
  [["L"], "keys.lock"],
  [["Z"], "keys.problem"],
  [["P"], "keys.paint"],
  [["V", "C", "B", "O", "R", "N", "D"], "keys.tools"],
  [["[", "]"], "keys.size"],
  [["Space"], "keys.space"],
  [["+", "−"], "keys.zoom"],
  [["Ctrl Z", "Ctrl Y"], "keys.undo"],
  [["Ctrl S"], "keys.save"],
  [["Esc"], "keys.escape"],
  [["?"], "keys.help"],
];

/** A key as it is called on the reader's keyboard. @param {string} key such as `Shift ↑` */
export const keyWords = (key) => key.split(" ").map((part) => (knows(`key.${part}`) ? t(`key.${part}`) : part)).join(" ");

/** @type {Record<string, string>} */
const TOOL_OF = { v: "look", c: "click", b: "brush", o: "lasso", r: "rectangle", n: "neighbourhood", d: "measure" };

/** @type {Record<string, [number, number]>} */
const ARROWS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };

/** Where keys belong to what one writes or answers. */
const WRITTEN_IN = "textarea, dialog, input:not([type=range], [type=checkbox], [type=radio])";

/** How long the next digit of a beat's number may take. */
const DIGITS_WITHIN_MILLISECONDS = 900;

export class Keys {
  /** @param {Record<string, (value?: any) => void>} acts what is done, by name */
  constructor(acts) {
    this.acts = acts;
    this.digits = "";
    this.lastDigit = 0;
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    const act = this.find(event);
    if (!act) return;
    event.preventDefault();
    act();
  }

  /** @param {KeyboardEvent} event @returns {(() => void) | null} */
  find(event) {
    const { key } = event;
    const { acts } = this;
    if (event.altKey) return null;
    const on = /** @type {Element} */ (event.target);
    if (event.ctrlKey || event.metaKey) {
      const letter = key.toLowerCase();
      if (on.closest(WRITTEN_IN)) return letter === "s" && !on.closest("dialog") ? acts.save : null; // undo is the field's own there
      if (letter === "z") return event.shiftKey ? acts.redo : acts.undo;
      if (letter === "y") return acts.redo;
      if (letter === "s") return acts.save;
      return null;
    }
    if (on.closest("input, select, textarea, dialog")) return null;
    if (key === "?") return acts.help;
    if (key === "Escape") return acts.escape;
    if ((key === "Enter" || key === " ") && on.closest("a, button")) return null; // such as those that zoom
    const onMap = on.closest(".map, body:not(:has(:focus))") !== null;
    return onMap || event.target === document.body ? this.onMap(event) : null;
  }

  /** @param {KeyboardEvent} event @returns {(() => void) | null} */
  onMap({ key, shiftKey, timeStamp }) {
    const { acts } = this;
    if (key in ARROWS) return () => acts.step({ direction: ARROWS[key], extend: shiftKey });
    if (/^\d$/.test(key)) return () => this.digit(key, timeStamp);
    switch (key) {
      case "Enter":
        return acts.apply;
      case " ":
        return () => acts.space(true);
      case "[":
        return () => acts.size(-1);
      case "]":
        return () => acts.size(1);
      case "+":
      case "=":
        return () => acts.zoom(1);
      case "-":
        return () => acts.zoom(-1);
      case "Delete":
      case "Backspace":
        return acts.unassign;
    }
    const letter = key.toLowerCase();
    if (letter in TOOL_OF) return () => acts.tool(TOOL_OF[letter]);
    /** @type {Record<string, () => void>} */
    const letters = { l: acts.lock, z: acts.problem, p: acts.paint, m: acts.best };
    return letters[letter] ?? null;
  }

  /** Digits that follow each other quickly are one number. @param {string} digit @param {number} at */
  digit(digit, at) {
    this.digits = at - this.lastDigit < DIGITS_WITHIN_MILLISECONDS ? this.digits + digit : digit;
    this.lastDigit = at;
    this.acts.beat(Number(this.digits));
  }
}
