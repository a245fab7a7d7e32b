// @ts-check
import { number, t } from "../i18n.js";

/** @typedef {import("../types.js").Layer} Layer */

/**
 * Whether a layer would be taken if nobody chose: it lies where the units lie, and tells what they do not.
 * @param {Layer} layer @param {Layer | undefined} units @param {boolean} unitsHavePopulation
 */
export function suits(layer, units, unitsHavePopulation) {
  if (layer.kind === "UNITS" || !units?.bbox) return layer === (units ?? layer);
  if (!layer.bbox) return layer.kind !== "POPULATION" || !unitsHavePopulation;
  const [[w, s, e, n], [west, south, east, north]] = [units.bbox, layer.bbox];
  return west <= e && east >= w && south <= n && north >= s;
}

/** A layer's name; with its version where another bears the same. @param {Layer} layer @param {Layer[]} among */
export function nameAmong(layer, among) {
  const alike = among.filter((other) => other.name === layer.name).length > 1;
  return alike ? `${layer.name} ${t("layers.version", { n: number(layer.version) })}` : layer.name;
}
