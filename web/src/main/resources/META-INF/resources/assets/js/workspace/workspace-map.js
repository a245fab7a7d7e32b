// @ts-check
import { html, nothing } from "lit";
import * as L from "leaflet";
import { CopseElement } from "../element.js";
import { t } from "../i18n.js";
import { drawBackdrop, makeMap, onView } from "../map/base.js";
import { Sketch } from "../map/canvas-layer.js";
import { CellDrawing } from "../hotspot/drawing.js";
import { LayerDrawing } from "../map/layer-drawing.js";
import { positionOf, worldPixel } from "../map/shapes.js";
import { UnitCanvas } from "../map/unit-canvas.js";
import { colour, onTheme } from "../palette.js";
import { dressed, faded } from "../planner/layer-look.js";
import { drawBeatLabels } from "./beat-labels.js";
import { Hand } from "./hand.js";
import { hoverCard, placeCard } from "./hover-card.js";
import { NONE } from "./plan.js";

/** How near a click on a border must be. */
const BORDER_PIXELS = 5;

const PANES = { units: 405, cells: 415, marks: 465, pointer: 470 };

/** The map that one redraws on: units in the colours of their beats, layers over them, and the hand above all. */
class CopseWorkspaceMap extends CopseElement {
  static properties = Object.fromEntries(
    ["draft", "version", "colouring", "layers", "hotspots", "tool", "radius", "active", "selection", "cursor", "inForce", "opacity", "hovered"].map((name) => [name, { attribute: false }]),
  );

  constructor() {
    super();
    /** @type {import("./draft.js").Draft | null} */
    this.draft = null;
    /** Goes up with every change of the draft. */
    this.version = 0;
    /** @type {import("./colouring.js").Colouring | null} */
    this.colouring = null;
    /** @type {import("../map/layer-drawing.js").Entry[]} */
    this.layers = [];
    /** Cells as GeoJSON, or null. @type {any} */
    this.hotspots = null;
    /** @type {import("./hand.js").Hand["tool"]} */
    this.tool = "look";
    this.radius = 20;
    /** The beat that is drawn into. */
    this.active = NONE;
    /** @type {Set<number>} */
    this.selection = new Set();
    /** The unit that the keyboard is at, or −1. */
    this.cursor = -1;
    /** Whether the areas in force are outlined. */
    this.inForce = false;
    this.opacity = 0.6;
    /** Where the numbers of beats stand, which names of streets keep clear of. */
    this.labels = { boxes: /** @type {{left: number, top: number, right: number, bottom: number}[]} */ ([]) };
    /** What was gone to last, and where the map looked then. @type {{box: import("../map/shapes.js").Box, centre: L.LatLng, zoom: number} | null} */
    this.went = null;
    /** @type {{unit: number, x: number, y: number} | null} */
    this.hovered = null;
  }

  render() {
    return html`<div class="map" role="application" aria-roledescription=${t("workspace.map")} aria-label=${t("workspace.mapLabel")} aria-describedby="workspace-keys-hint"></div>
      <p id="workspace-keys-hint" class="visually-hidden">${t("workspace.mapKeys")}</p>
      ${this.hovered && this.draft ? hoverCard(this.draft, this.hovered.unit) : nothing}`;
  }

  firstUpdated() {
    const container = /** @type {HTMLElement} */ (this.querySelector(".map"));
    const map = makeMap(container);
    map.keyboard.disable(); // arrows go from unit to unit
    map.options.zoomSnap = 0.25; // so that what is gone to fills the map beneath its tools
    this.map = map;
    for (const [name, zIndex] of Object.entries(PANES)) {
      const pane = map.createPane(name);
      pane.style.zIndex = String(zIndex);
      pane.style.pointerEvents = "none";
    }
    this.layerDrawing = new LayerDrawing(map, L.canvas({ pane: "points", padding: 0.3 }), ({ layer, look }) => faded(dressed(layer.kind, look), look.strength));
    this.cells = new CellDrawing(map, "cells", false);
    this.marks = new Sketch((c, sketch) => this.drawMarks(c, sketch), { pane: "marks" }).addTo(map);
    this.hand = new Hand(map, () => this.draft?.ground ?? null, {
      colours: () => ({ line: colour("map-ink"), fill: colour("accent"), halo: colour("map-halo") }),
      begins: () => this.ask("stroke-begun"),
      touches: (units) => this.tell("stroke-touched", units),
      ends: () => this.tell("stroke-ended"),
      measures: (metres) => this.tell("line-measured", metres),
      points: (unit, event) => this.point(unit, event),
      clicks: (unit, at) => this.tell("unit-clicked", { unit, border: this.borderAt(at) }),
    });
    onView(map, (bbox) => this.tell("view-moved", bbox));
    drawBackdrop(map, /** @type {any} */ (this.labels));
    this.forgetTheme = onTheme(() => this.restyle());
    this.sizes = new ResizeObserver(() => this.resized());
    this.sizes.observe(this);
    this.place();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.forgetTheme?.();
    this.sizes?.disconnect();
    this.map?.remove();
  }

  /** Tells, and returns whether nobody objected. @param {string} name */
  ask(name) {
    return this.dispatchEvent(new CustomEvent(name, { bubbles: true, cancelable: true }));
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    const card = /** @type {HTMLElement | null} */ (this.querySelector(".hover-card"));
    if (card && this.hovered) placeCard(card, this.hovered, this.getBoundingClientRect());
    if (!this.map || !this.hand) return;
    this.place();
    if (changed.has("layers")) this.layerDrawing?.show(this.layers.filter(({ layer }) => layer.kind !== "UNITS"));
    if (changed.has("hotspots")) this.cells?.show(this.hotspots);
    if (changed.has("tool")) this.hand.use(this.tool);
    if (changed.has("radius")) {
      this.hand.radius = this.radius;
      this.hand.sketch.later();
    }
    if (["colouring", "inForce", "opacity"].some((name) => changed.has(name))) this.restyle();
    if (["selection", "active", "cursor"].some((name) => changed.has(name))) this.marks?.later();
  }

  /** Puts the units of the draft on the map, and looks at them. */
  place() {
    const ground = this.draft?.ground ?? null;
    if (!this.map || ground === this.ground) return;
    this.canvas?.remove();
    this.ground = ground;
    if (!ground) return;
    this.look = this.makeLook();
    this.canvas = new UnitCanvas(ground.shapes, ground.edges, this.look, { pane: "units" });
    this.goTo(ground.shapes.around());
    this.canvas.addTo(this.map);
    this.marks?.later();
  }

  /** @returns {import("../map/unit-canvas.js").Look} */
  makeLook() {
    const plan = () => this.draft?.plan;
    return {
      fill: (unit) => this.colouring?.fill(unit) ?? null,
      opacity: this.opacity,
      hatched: (unit) => !plan()?.drawnIn(unit) || Boolean(plan()?.isLocked(unit)),
      border: (a, b) => this.rank(a, b),
      borders: [
        { colour: "", width: 0 },
        { colour: colour("map-ink"), width: 1.75 },
        { colour: colour("map-ink"), width: 3.5 },
        { colour: colour("error"), width: 2.5 },
      ],
      hairline: `color-mix(in srgb, ${colour("map-ink")} 30%, transparent)`,
      hatch: `color-mix(in srgb, ${colour("map-ink")} 45%, transparent)`,
    };
  }

  /** Which border two units have between them: 0 for none, then beat, sector. @param {number} a @param {number} b −1 beyond the rim */
  rank(a, b) {
    const plan = this.draft?.plan;
    if (!plan) return 0;
    if (b < 0) return 2;
    if (plan.drawnIn(a) === plan.drawnIn(b)) return 0;
    return plan.sectorOf(a) === plan.sectorOf(b) ? 1 : 2;
  }

  /** Draws units anew whose beat or look changed. @param {Iterable<number> | "all"} units */
  repaint(units) {
    this.canvas?.repaint(units === "all" ? undefined : units);
    this.marks?.later();
  }

  /** The two beats whose border lies at a place, where one does. @param {import("./touched.js").Pixel} at @returns {[number, number] | null} */
  borderAt([x, y]) {
    const { ground, plan } = /** @type {import("./draft.js").Draft} */ (this.draft);
    if (!ground || !plan || !this.map) return null;
    const { shapes: { xy }, edges } = ground;
    const reach = BORDER_PIXELS / 2 ** this.map.getZoom();
    for (const i of ground.shapes.meeting({ west: x - reach, north: y - reach, east: x + reach, south: y + reach })) {
      for (let edge = edges.ofShape[i]; edge < edges.ofShape[i + 1]; edge++) {
        const other = edges.second[edge];
        if (other < 0 || plan.beatOf[i] === plan.beatOf[other]) continue;
        const p = 2 * edges.from[edge];
        if (distance(x, y, xy[p], xy[p + 1], xy[p + 2], xy[p + 3]) <= reach) return [plan.beatOf[i], plan.beatOf[other]];
      }
    }
    return null;
  }

  restyle() {
    if (!this.canvas) return;
    this.colouring?.readColours();
    this.canvas.look = this.makeLook();
    this.canvas.repaint();
    this.layerDrawing?.restyle();
    this.cells?.restyle();
    this.marks?.later();
  }

  /** @param {number} unit @param {PointerEvent | null} event */
  point(unit, event) {
    if (this.hovered?.unit !== unit) this.marks?.later();
    this.hovered = unit >= 0 && event && !this.hand?.line ? { unit, x: event.clientX, y: event.clientY } : null;
  }

  /** Shows a place closely, and returns the unit that it lies in, or −1. @param {{lon: number, lat: number}} place */
  showPlace({ lon, lat }) {
    this.map?.setView([lat, lon], Math.max(16, this.map.getZoom()), { animate: false });
    return this.draft?.ground?.shapes.at(...worldPixel(lon, lat)) ?? -1;
  }

  /** @param {import("../map/shapes.js").Box} box */
  goTo({ west, north, east, south }) {
    if (!(west <= east)) return;
    const [one, other] = [positionOf(west, south), positionOf(east, north)];
    if (!this.map) return;
    this.map.fitBounds([[one[1], one[0]], [other[1], other[0]]], { animate: false, maxZoom: 16, paddingTopLeft: [24, 100], paddingBottomRight: [24, 24] });
    this.went = { box: { west, north, east, south }, centre: this.map.getCenter(), zoom: this.map.getZoom() };
  }

  /** What was gone to stays in view while nobody looks elsewhere. */
  resized() {
    const { map, went } = this;
    if (!map) return;
    const looksThere = went && map.getZoom() === went.zoom && map.getCenter().equals(went.centre);
    map.invalidateSize({ animate: false });
    if (looksThere) this.goTo(went.box);
  }

  /** Brings units into view, where they are not. @param {number[]} units @param {boolean} [closely] also where they are small in it */
  showUnits(units, closely = false) {
    const shapes = this.draft?.ground?.shapes;
    if (!shapes || !this.map || units.length === 0) return;
    const box = shapes.around(units);
    const [one, other] = [positionOf(box.west, box.south), positionOf(box.east, box.north)];
    if (closely || !this.map.getBounds().contains([[one[1], one[0]], [other[1], other[0]]])) this.goTo(box);
  }

  /** Labels, the selection, the unit at the cursor and the areas in force. @param {CanvasRenderingContext2D} c @param {Sketch} sketch */
  drawMarks(c, sketch) {
    const { draft } = this;
    const ground = draft?.ground;
    if (!draft || !ground || !this.canvas) return;
    if (this.inForce) this.drawAreasInForce(c, sketch);
    if (this.selection.size) this.outline(c, sketch, this.selection, { colour: colour("map-halo"), width: 5 }, { colour: colour("accent"), width: 2.5 });
    for (const unit of [this.cursor, this.hovered?.unit ?? -1]) {
      if (unit >= 0) this.outline(c, sketch, new Set([unit]), { colour: colour("map-halo"), width: 4 }, { colour: colour("map-pick"), width: 2 });
    }
    const taken = drawBeatLabels(c, sketch, draft, this.active);
    const corner = /** @type {L.Map} */ (this.map).layerPointToContainerPoint(sketch.corner());
    this.labels.boxes = taken.map(([left, top, right, bottom]) => ({ left: left + corner.x, top: top + corner.y, right: right + corner.x, bottom: bottom + corner.y }));
  }

  /** The rim of some units. @param {CanvasRenderingContext2D} c @param {Sketch} sketch @param {Set<number>} units @param {{colour: string, width: number}[]} strokes */
  outline(c, sketch, units, ...strokes) {
    this.strokeEdges(c, sketch, strokes, (a, b) => units.has(a) !== units.has(b));
  }

  /** @param {CanvasRenderingContext2D} c @param {Sketch} sketch */
  drawAreasInForce(c, sketch) {
    const units = /** @type {any} */ (this.draft?.ground).units;
    c.setLineDash([7, 5]);
    this.strokeEdges(c, sketch, [{ colour: colour("map-halo"), width: 3.5 }, { colour: colour("error"), width: 2 }], (a, b) => b >= 0 && units[a].inForce !== units[b].inForce);
    c.setLineDash([]);
  }

  /**
   * @param {CanvasRenderingContext2D} c @param {Sketch} sketch @param {{colour: string, width: number}[]} strokes one over the other
   * @param {(a: number, b: number) => boolean} wanted @param {number[] | null} [among]
   */
  strokeEdges(c, sketch, strokes, wanted, among) {
    const { edges, shapes } = /** @type {import("./ground.js").Ground} */ (this.draft?.ground);
    const path = new Path2D();
    for (const i of among ?? shapes.meeting(sketch.covered())) {
      for (let edge = edges.ofShape[i]; edge < edges.ofShape[i + 1]; edge++) {
        if (!wanted(i, edges.second[edge])) continue;
        const p = edges.from[edge];
        path.moveTo(...sketch.at(shapes.xy[2 * p], shapes.xy[2 * p + 1]));
        path.lineTo(...sketch.at(shapes.xy[2 * p + 2], shapes.xy[2 * p + 3]));
      }
    }
    c.lineCap = "round";
    for (const { colour: strokeStyle, width } of strokes) {
      Object.assign(c, { strokeStyle, lineWidth: width });
      c.stroke(path);
    }
  }
}

/** How far a place is from a line. @param {number} x @param {number} y @param {number} x1 @param {number} y1 @param {number} x2 @param {number} y2 */
function distance(x, y, x1, y1, x2, y2) {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const along = Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(x - x1 - along * dx, y - y1 - along * dy);
}

customElements.define("copse-workspace-map", CopseWorkspaceMap);
