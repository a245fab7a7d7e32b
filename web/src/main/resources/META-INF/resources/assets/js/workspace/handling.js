// @ts-check
/** What the workspace does when a part of it tells something, and when a key is pressed. */
import { distance, number, t } from "../i18n.js";
import { NONE } from "./plan.js";
import { print } from "./printing.js";
import { neighbourTowards } from "./touched.js";

/** Listens to the parts of a workspace. @param {any} workspace */
export function listen(workspace) {
  const on = (/** @type {string} */ name, /** @type {(detail: any, event: CustomEvent) => void} */ act) =>
    workspace.addEventListener(name, (event) => act.call(workspace, /** @type {CustomEvent} */ (event).detail, /** @type {CustomEvent} */ (event)));
  on("begin-wanted", (source) => workspace.attempt(async () => {
    const { id } = /** @type {any} */ (workspace.scenario);
    workspace.opened(id, await workspace.draft.begin(id, source));
  }));
  on("stroke-begun", (_, event) => workspace.begins() || event.preventDefault());
  on("stroke-touched", (units) => workspace.touch(units));
  on("stroke-ended", () => workspace.endStroke());
  on("unit-clicked", ({ unit, border }) => (border?.every(Boolean) ? workspace.why(border) : workspace.pickBeat(workspace.draft.plan?.beatOf[unit] ?? NONE)));
  on("why-wanted", (beats) => workspace.why(beats));
  on("plan-previewed", (other) => workspace.preview(other));
  on("mend-shown", (moves) => workspace.previewMoves(moves));
  on("line-measured", (metres) => (workspace.said = metres ? t("tools.measured", { distance: distance(metres) }) : ""));
  on("place-chosen", (place) => (workspace.cursor = workspace.map.showPlace(place)));
  on("tool-chosen", (tool) => (workspace.tool = tool));
  on("effect-chosen", (effect) => (workspace.effect = effect));
  on("size-chosen", (radius) => (workspace.radius = radius));
  on("beat-chosen", (beat) => (workspace.active = beat));
  on("filter-chosen", (value) => Object.assign(workspace, { onlyFrom: Number(value) || 0, onlyUnassigned: value === "none" }));
  on("beat-picked", (beat, event) => (event.stopPropagation(), workspace.pickBeat(Number(beat), true)));
  on("beat-pointed", (beat, event) => (event.stopPropagation(), (workspace.hovered = Number(beat))));
  on("units-wanted", (of) => Object.assign(workspace, { tab: "units", unitsOf: String(of) }));
  on("units-selected", (selection) => (workspace.selection = selection));
  on("unit-shown", (unit) => workspace.showUnit(unit));
  on("go-to-units", ({ units, beat }) => workspace.goTo(units, beat));
  on("move-wanted", ({ units, to }) => workspace.move(units, to));
  on("best-wanted", (units) => workspace.best(units));
  on("edit-wanted", (edit) => workspace.edit(edit));
  on("undo-wanted", () => workspace.run(workspace.draft.undo()));
  on("redo-wanted", () => workspace.run(workspace.draft.redo()));
  on("revert-wanted", () => workspace.run(workspace.draft.revert(), t("workspace.reverted")));
  on("save-wanted", () => workspace.save());
  on("conflict-wanted", () => workspace.save()); // which fails, and shows the difference
  on("conflict-settled", ({ choice, contested }) => (workspace.said = contested.length ? t("conflict.contested", { n: number(contested.length) }) : t(`conflict.done.${choice}`)));
  on("keys-wanted", () => workspace.part("copse-keys-dialog").open());
  on("print-wanted", () => print(workspace.map));
  on("mode-chosen", (mode) => workspace.colour(mode));
  on("in-force-shown", (shown) => (workspace.inForce = shown));
  on("opacity-chosen", (opacity) => (workspace.opacity = opacity));
  on("look", (bbox, event) => (event.stopPropagation(), workspace.map?.map?.fitBounds([[bbox[1], bbox[0]], [bbox[3], bbox[2]]])));
}

/** What keys do. @param {any} workspace @returns {Record<string, (value?: any) => void>} */
export function actsOf(workspace) {
  return {
    undo: () => workspace.draft.undoes && workspace.run(workspace.draft.undo()),
    redo: () => workspace.draft.redoes && workspace.run(workspace.draft.redo()),
    save: () => workspace.draft.pending.changed && workspace.save(),
    help: () => workspace.part("copse-keys-dialog").open(),
    escape: () => (workspace.selection.size ? (workspace.selection = new Set()) : (workspace.tool = "look")),
    step: ({ direction, extend }) => step(workspace, direction, extend),
    beat: (beat) => workspace.draft.plan?.beats.has(beat) && (workspace.active = beat),
    apply: () => workspace.cursor >= 0 && (workspace.tool === "measure" ? measureTo(workspace) : applyTo(workspace, [workspace.cursor])),
    space: (held) => workspace.map?.hand?.holdSpace(held),
    size: (sign) => (workspace.radius = Math.max(6, Math.min(120, workspace.radius + sign * 6))),
    zoom: (by) => workspace.map?.map?.setZoom(workspace.map.map.getZoom() + by),
    unassign: () => workspace.move(chosen(workspace), NONE),
    tool: (tool) => (workspace.tool = tool),
    lock: () => workspace.lock(chosen(workspace)),
    best: () => chosen(workspace).length && workspace.best(chosen(workspace)),
    paint: () => (workspace.effect = workspace.effect === "paint" ? "select" : "paint"),
    problem: () => {
      workspace.tab = "checks";
      workspace.part("copse-checks-panel")?.goToNext();
    },
  };
}

/** What keys act on: the selection, else the unit at the cursor. @param {any} workspace @returns {number[]} */
const chosen = ({ selection, cursor }) => (selection.size ? [...selection] : cursor >= 0 ? [cursor] : []);

/** @param {any} workspace @param {number[]} units */
function applyTo(workspace, units) {
  if (workspace.effect === "paint") workspace.move(units, workspace.active);
  else workspace.select(units);
}

/** Measures on to the middle of the unit at the cursor. @param {any} workspace */
function measureTo({ draft, cursor, map }) {
  const { west, north, east, south } = draft.ground.shapes.around([cursor]);
  map.hand.measure([(west + east) / 2, (north + south) / 2]);
}

/** Goes from unit to unit. @param {any} workspace @param {import("./touched.js").Pixel} direction @param {boolean} extend whether the selection takes them along */
function step(workspace, direction, extend) {
  const { ground, plan } = workspace.draft;
  const next = workspace.cursor < 0 ? nearestToMiddle(workspace) : neighbourTowards(ground, workspace.cursor, direction);
  if (next < 0) return;
  if (extend) workspace.selection = new Set([...workspace.selection, ...(workspace.cursor >= 0 ? [workspace.cursor] : []), next]);
  workspace.showUnit(next);
  workspace.said = t("workspace.at", { unit: ground.name(next), beat: plan.beatOf[next] || t("workspace.none"), hours: number(ground.hours[next], { maximumFractionDigits: 1 }) });
}

/** @param {any} workspace @returns {number} */
function nearestToMiddle({ map }) {
  const { left, top, width, height } = map.getBoundingClientRect();
  return map.hand.unitAt(map.hand.pixelOf({ clientX: left + width / 2, clientY: top + height / 2 }));
}
