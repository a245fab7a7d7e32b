// @ts-check
/** The layers that the page knows: which are on the map, and their features once they were asked for. */
import { get, post, TooLarge } from "../request.js";
import { asksReason, isDrawable, keptApart } from "./layer-kinds.js";
import { keepLooks, PLAIN, readLooks } from "./layer-look.js";

/** @typedef {import("../types.js").Layer} Layer */

/** The server hands out no more features at once; of larger layers only what lies in view is drawn. */
export const MOST_FEATURES = 20_000;

export class LayerShelf {
  /** @param {() => void} changed called after every change */
  constructor(changed) {
    this.changed = changed;
    /** @type {Layer[] | null} null while they are asked for */
    this.layers = null;
    /** @type {Set<string>} */
    this.shown = new Set();
    /** Ids of the layers on their way. @type {Set<string>} */
    this.busy = new Set();
    /** @type {Map<string, any>} GeoJSON by the layer's id */
    this.data = new Map();
    /** How layers are drawn that are not as their kind is, by their ids. */
    this.looks = readLooks();
    /** What the map draws, in the layers' order; the same array while nothing changed. @type {import("../map/layer-drawing.js").Entry[]} */
    this.drawn = [];
    /** Why points are looked at, by the layer's id: asked once while the page is open. @type {Map<string, string>} */
    this.reasons = new Map();
    /** What the map shows: west, south, east, north. @type {number[] | null} */
    this.view = null;
  }

  /** Asks anew for the parts of large layers that came into view. @param {number[]} bbox */
  async look(bbox) {
    this.view = bbox;
    const large = (this.layers ?? []).filter((layer) => this.shown.has(layer.id) && layer.features > MOST_FEATURES);
    await Promise.all(large.map((layer) => this.fetch(layer)));
  }

  async load() {
    this.layers = await get("/layers");
    this.update();
  }

  /** @param {string} kind */
  first(kind) {
    return this.layers?.find((layer) => layer.kind === kind);
  }

  /** @param {Layer} layer */
  add(layer) {
    this.layers = [...(this.layers ?? []), layer];
    this.update();
  }

  /** @param {Layer} layer */
  drop(layer) {
    this.layers = (this.layers ?? []).filter((other) => other.id !== layer.id);
    this.shown = without(this.shown, layer.id);
    this.update();
  }

  /** Draws a layer over all others. @param {Layer} layer */
  raise(layer) {
    this.layers = [...(this.layers ?? []).filter((other) => other.id !== layer.id), layer];
    this.update();
  }

  /** Draws a layer as told. @param {Layer} layer @param {import("./layer-look.js").Look} look */
  style(layer, look) {
    this.looks = new Map(this.looks).set(layer.id, look);
    keepLooks(this.looks);
    this.update();
  }

  /**
   * Puts a layer on the map or takes it off. Returns the layers that had to leave because the two are never shown together.
   * @param {Layer} layer
   * @param {boolean} on
   */
  async toggle(layer, on) {
    const leaving = on ? (this.layers ?? []).filter((other) => this.shown.has(other.id) && keptApart(layer.kind, other.kind)) : [];
    for (const other of leaving) this.shown = without(this.shown, other.id);
    this.shown = on ? new Set(this.shown).add(layer.id) : without(this.shown, layer.id);
    this.update();
    if (on && isDrawable(layer, true) && !this.data.has(layer.id)) await this.fetch(layer);
    return leaving;
  }

  /** @param {Layer} layer */
  async fetch(layer) {
    this.busy = new Set(this.busy).add(layer.id);
    this.changed();
    try {
      const bbox = layer.features > MOST_FEATURES && this.view ? this.view.join(",") : null;
      const [details, data] = await Promise.all([get(`/layers/${layer.id}`), this.features(layer, bbox)]);
      layer.roles = details.roles;
      this.data.set(layer.id, data);
    } catch (error) {
      this.data.delete(layer.id);
      if (!(error instanceof TooLarge)) this.shown = without(this.shown, layer.id); // else it comes when one zooms in
      throw error;
    } finally {
      this.busy = without(this.busy, layer.id);
      this.update();
    }
  }

  /** Incidents come for a reason, which is recorded. @param {Layer} layer @param {string | null} bbox */
  features(layer, bbox) {
    const at = `/layers/${layer.id}`;
    return asksReason(layer) ? post(`${at}/points`, { reason: this.reasons.get(layer.id), bbox }) : get(`${at}/features${bbox ? `?bbox=${bbox}` : ""}`);
  }

  /** The columns of numbers that a layer's features have. @param {string} layer */
  columnNames(layer) {
    return Object.keys(this.data.get(layer)?.features[0]?.properties ?? {}).filter((name) => this.data.get(layer).features.some((/** @type {any} */ feature) => typeof feature.properties[name] === "number"));
  }

  /** Those columns, in the order of some features' ids. @param {string} layer @param {string[]} ids */
  columns(layer, ids) {
    const features = new Map((this.data.get(layer)?.features ?? []).map((/** @type {any} */ feature) => [String(feature.id), feature.properties]));
    return new Map(this.columnNames(layer).map((name) => [name, Float64Array.from(ids, (id) => features.get(id)?.[name] ?? Number.NaN)]));
  }

  update() {
    const drawn = (this.layers ?? [])
      .filter((layer) => this.shown.has(layer.id) && this.data.has(layer.id))
      .map((layer) => ({ layer, data: this.data.get(layer.id), look: this.looks.get(layer.id) ?? PLAIN }));
    const same = drawn.length === this.drawn.length && drawn.every((entry, i) => entry.data === this.drawn[i].data && entry.look === this.drawn[i].look);
    if (!same) this.drawn = drawn;
    this.changed();
  }
}

/** @param {Set<string>} ids @param {string} id */
const without = (ids, id) => new Set([...ids].filter((other) => other !== id));
