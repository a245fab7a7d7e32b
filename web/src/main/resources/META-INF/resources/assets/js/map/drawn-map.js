// @ts-check
import * as L from "leaflet";
import { CopseElement } from "../element.js";
import { onTheme } from "../palette.js";
import { drawBackdrop, makeMap } from "./base.js";

/** A map whose content is drawn anew when it or the theme changes; subclasses say what they draw. */
export class DrawnMap extends CopseElement {
  constructor() {
    super();
    this.label = "";
    /** @type {L.Map | null} */
    this.map = null;
    this.drawn = L.layerGroup();
  }

  createRenderRoot() {
    return this;
  }

  firstUpdated() {
    this.role = "region";
    const map = (this.map = makeMap(this));
    this.drawn.addTo(map);
    drawBackdrop(map).then((bounds) => bounds && !this.isPlaced() && map.fitBounds(bounds));
    this.forget = onTheme(() => this.draw());
    this.sizes = new ResizeObserver(() => map.invalidateSize({ animate: false }));
    this.sizes.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.forget?.();
    this.sizes?.disconnect();
    this.map?.remove();
    this.map = null;
  }

  /** @param {import("lit").PropertyValues} _changed */
  updated(_changed) {
    this.ariaLabel = this.label;
    this.draw();
  }

  draw() {
    if (!this.map) return;
    this.drawn.clearLayers();
    this.content();
  }

  /** Adds what is shown to the group that is drawn. */
  content() {}

  /** Whether the map already shows its content, and so stays where it is when the land has come. */
  isPlaced() {
    return false;
  }
}
