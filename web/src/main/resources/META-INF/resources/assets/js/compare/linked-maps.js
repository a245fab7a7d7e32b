// @ts-check
/** Maps of compared plans that move together, side by side or one under the other's edge. */
import { html, nothing } from "lit";
import * as L from "leaflet";
import { CopseElement } from "../element.js";
import { number, t } from "../i18n.js";
import { drawBackdrop, makeMap } from "../map/base.js";
import { Labels } from "../map/labels.js";
import { beatColour, colour, onTheme } from "../palette.js";
import { planName } from "./words.js";

class CopseLinkedMaps extends CopseElement {
  static properties = {
    plans: { attribute: false },
    ground: { attribute: false },
    mode: { state: true },
    difference: { state: true },
    other: { state: true },
    edge: { state: true },
  };

  constructor() {
    super();
    /** @type {import("./words.js").Plan[]} */
    this.plans = [];
    /** @type {any} GeoJSON of beats and changed units */
    this.ground = null;
    this.mode = "side";
    this.difference = true;
    /** The plan that is laid over the first. */
    this.other = 1;
    /** Where the edge between two plans is, in per cent. */
    this.edge = 50;
    /** @type {{map: L.Map, layers: {layer: L.GeoJSON, style: (feature: any) => L.PathOptions}[]}[]} */
    this.shown = [];
  }

  render() {
    const swipe = this.mode === "swipe";
    return html`<div class="row map-choices">
        <div class="row" role="group" aria-label=${t("compare.maps")}>
          ${["side", "swipe"].map((mode) => html`<button type="button" aria-pressed=${this.mode === mode} @click=${() => (this.mode = mode)}>${t(`compare.maps.${mode}`)}</button>`)}
        </div>
        <span class="check"><input type="checkbox" id="difference" .checked=${this.difference} @change=${(/** @type {any} */ e) => (this.difference = e.target.checked)} />
          <label for="difference">${t("compare.maps.difference")}</label></span>
        ${swipe && this.plans.length > 2
          ? html`<label class="row">${t("compare.maps.with")}
              <select @change=${(/** @type {any} */ e) => (this.other = Number(e.target.value))}>
                ${this.plans.slice(1).map((plan, i) => html`<option value=${i + 1} ?selected=${this.other === i + 1}>${planName(plan)}</option>`)}
              </select></label>`
          : nothing}
      </div>
      ${swipe ? this.swipe() : html`<div class="linked-maps">${this.plans.map((plan, i) => html`<figure>
        <figcaption><bdi>${planName(plan)}</bdi></figcaption>
        <div class="map" data-plan=${i} role="region" aria-label=${t("compare.map.of", { name: planName(plan) })}></div>
      </figure>`)}</div>`}
      <p class="small quiet">${this.difference ? html`<span class="swatch changed" aria-hidden="true"></span> ${t("compare.map.changed")}. ` : nothing}${t("compare.maps.linked")}</p>`;
  }

  swipe() {
    const [first, other] = [planName(this.plans[0]), planName(this.plans[this.other])];
    return html`<figure class="swipe">
      <figcaption><bdi>${first}</bdi><bdi>${other}</bdi></figcaption>
      <div class="map" data-plan="0" role="region" aria-label=${t("compare.map.of", { name: `${first}, ${other}` })}></div>
      <input type="range" min="0" max="100" .value=${String(this.edge)} aria-label=${t("compare.maps.slider", { name: first })}
        @input=${(/** @type {any} */ e) => (this.edge = Number(e.target.value))} />
    </figure>`;
  }

  connectedCallback() {
    super.connectedCallback();
    this.forgetTheme = onTheme(() => this.restyle());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.forgetTheme?.();
    this.clear();
  }

  clear() {
    this.sizes?.disconnect();
    this.shown.forEach(({ map }) => map.remove());
    this.shown = [];
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (["plans", "ground", "mode", "other", "difference"].some((name) => changed.has(name))) {
      this.view = this.shown[0] && !changed.has("ground") ? { center: this.shown[0].map.getCenter(), zoom: this.shown[0].map.getZoom() } : null;
      this.clear();
      this.stale = true;
    }
  }

  updated() {
    if (this.stale && this.ground) this.draw();
    this.stale = false;
    this.cut();
  }

  draw() {
    const bounds = L.geoJSON(this.ground).getBounds();
    this.sizes = new ResizeObserver(() => this.shown.forEach(({ map }) => map.invalidateSize({ animate: false })));
    for (const element of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll(".map"))) {
      const map = makeMap(element);
      const labels = new Labels(map);
      const one = { map, layers: /** @type {any[]} */ ([]) };
      this.shown.push(one);
      this.sizes.observe(element);
      drawBackdrop(map, labels).catch(() => {});
      const plan = Number(element.dataset.plan);
      if (this.mode === "swipe") {
        this.addPlan(one, 0, "swipe-first");
        this.addPlan(one, this.other, "swipe-other");
        map.on("move zoomend", () => this.cut());
      } else {
        this.addPlan(one, plan, "areas");
        labels.show(this.beats(plan), (feature) => feature.properties.label);
      }
      map.on("move", () => this.follow(map));
      if (this.view) map.setView(this.view.center, this.view.zoom, { animate: false });
      else if (bounds.isValid()) map.fitBounds(bounds, { padding: [8, 8], animate: false });
    }
    this.restyle();
  }

  /** @param {number} plan */
  beats(plan) {
    return this.ground.features.filter((/** @type {any} */ { properties }) => properties.layer === "beats" && properties.plan === plan);
  }

  /** @param {any} one @param {number} plan @param {string} name of its pane */
  addPlan(one, plan, name) {
    const pane = one.map.getPane(name) ?? one.map.createPane(name);
    pane.style.zIndex = "405";
    const renderer = L.canvas({ pane: name, padding: 0.3 });
    const beats = this.layer(this.beats(plan), name, renderer, (/** @type {any} */ f) => `${f.properties.label} · ${f.properties.name}`);
    one.layers.push({ layer: beats.addTo(one.map), style: (/** @type {any} */ f) => this.beatStyle(f) });
    if (!this.difference || plan === 0) return;
    const changed = this.ground.features.filter((/** @type {any} */ f) => f.properties.layer === "difference" && f.properties.plan === plan);
    const units = this.layer(changed, name, renderer, (/** @type {any} */ { properties: p }) =>
      t("compare.map.unit", { unit: p.unit, from: p.from, to: p.to, residents: number(p.residents) }));
    one.layers.push({ layer: units.addTo(one.map), style: () => this.changedStyle() });
  }

  /** @param {any[]} features @param {string} pane @param {L.Renderer} renderer @param {(feature: any) => string} words */
  layer(features, pane, renderer, words) {
    return L.geoJSON(/** @type {any} */ ({ type: "FeatureCollection", features }), /** @type {any} */ ({
      pane,
      renderer,
      onEachFeature: (/** @type {any} */ feature, /** @type {L.Path} */ path) =>
        path.bindTooltip(() => Object.assign(document.createElement("span"), { textContent: words(feature) }), { sticky: true }),
    }));
  }

  restyle() {
    for (const { layers } of this.shown) for (const { layer, style } of layers) layer.setStyle(style);
  }

  /** @param {any} feature @returns {L.PathOptions} */
  beatStyle(feature) {
    return { color: colour("map-ink"), opacity: 0.7, weight: 1.2, fillColor: beatColour(feature.properties.colour), fillOpacity: 0.5 };
  }

  /** @returns {L.PathOptions} */
  changedStyle() {
    return { color: colour("map-pick"), opacity: 0.9, weight: 1.5, dashArray: "4 3", fillColor: colour("map-pick"), fillOpacity: 0.28 };
  }

  /** The other maps look where one looks. @param {L.Map} moved */
  follow(moved) {
    if (this.following) return;
    this.following = true;
    for (const { map } of this.shown) if (map !== moved) map.setView(moved.getCenter(), moved.getZoom(), { animate: false });
    this.following = false;
  }

  /** Shows the first plan on one side of the edge and the other on the other. */
  cut() {
    const map = this.mode === "swipe" ? this.shown[0]?.map : null;
    if (!map) return;
    const size = map.getSize();
    const [top, bottom] = [map.containerPointToLayerPoint([0, 0]), map.containerPointToLayerPoint(size)];
    const share = document.documentElement.dir === "rtl" ? 100 - this.edge : this.edge;
    const edge = top.x + (size.x * share) / 100;
    const box = (/** @type {number} */ left, /** @type {number} */ right) =>
      `polygon(${left}px ${top.y}px, ${right}px ${top.y}px, ${right}px ${bottom.y}px, ${left}px ${bottom.y}px)`;
    const sides = document.documentElement.dir === "rtl" ? ["swipe-other", "swipe-first"] : ["swipe-first", "swipe-other"];
    const [before, after] = sides.map((name) => map.getPane(name));
    if (before) before.style.clipPath = box(top.x, edge);
    if (after) after.style.clipPath = box(edge, bottom.x);
    map.getContainer().style.setProperty("--edge", `${share}%`);
  }
}

customElements.define("copse-linked-maps", CopseLinkedMaps);
