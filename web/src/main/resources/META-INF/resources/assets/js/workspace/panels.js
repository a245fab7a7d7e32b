// @ts-check
/** What stands beside the map, one thing at a time. */
import { html, nothing } from "lit";
import { t } from "../i18n.js";
import "./beats-panel.js";
import "./checks-panel.js";
import "./engine-panel.js";
import "./history-panel.js";
import "./units-panel.js";
import "./weights-panel.js";

const TABS = ["beats", "units", "checks", "engine", "weights", "history"];

/** @param {any} workspace */
export function panels(workspace) {
  const { draft, version, mayChange } = workspace;
  const panels = {
    beats: html`<copse-beats-panel class="stack" .draft=${draft} .version=${version} .active=${workspace.active} .pointed=${workspace.hovered} .mayChange=${mayChange}></copse-beats-panel>`,
    units: html`<copse-units-panel class="stack" .draft=${draft} .version=${version} .of=${workspace.unitsOf} .selection=${workspace.selection} .cursor=${workspace.cursor} .mayChange=${mayChange}></copse-units-panel>`,
    checks: html`<copse-checks-panel class="stack" .draft=${draft} .version=${version} .mayChange=${mayChange}></copse-checks-panel>`,
    engine: html`<copse-engine-panel class="stack" .draft=${draft} .version=${version} .active=${workspace.active} .previewed=${workspace.previewed} .mayChange=${mayChange}></copse-engine-panel>`,
    weights: html`<copse-workspace-weights class="stack" .draft=${draft} .version=${version} .weights=${workspace.weights} .defaults=${workspace.defaults} .author=${workspace.who?.name ?? ""} .schema=${workspace.schema} .mayChange=${mayChange}></copse-workspace-weights>`,
    history: html`<copse-history-panel class="stack" .draft=${draft} .version=${version} .mayChange=${mayChange}></copse-history-panel>`,
  };
  return html`<div class="tabs" role="tablist" aria-label=${t("workspace.panel")} @keydown=${(/** @type {KeyboardEvent} */ e) => nextTab(workspace, e)}>
      ${TABS.map((tab) => html`<button type="button" role="tab" id="tab-${tab}" aria-controls="panel-${tab}" tabindex=${tab === workspace.tab ? 0 : -1} aria-selected=${tab === workspace.tab ? "true" : "false"} @click=${() => (workspace.tab = tab)}>${t(`workspace.tab.${tab}`)}</button>`)}
    </div>
    ${TABS.map((tab) => html`<div role="tabpanel" id="panel-${tab}" aria-labelledby="tab-${tab}" ?hidden=${tab !== workspace.tab}>${tab === workspace.tab ? panels[/** @type {keyof typeof panels} */ (tab)] : nothing}</div>`)}`;
}

/** @param {any} workspace @param {KeyboardEvent} event */
function nextTab(workspace, { key }) {
  const step = key === "ArrowRight" ? 1 : key === "ArrowLeft" ? -1 : 0;
  if (!step) return;
  const forward = document.documentElement.dir === "rtl" ? -step : step;
  workspace.tab = TABS[(TABS.indexOf(workspace.tab) + forward + TABS.length) % TABS.length];
  workspace.updateComplete.then(() => workspace.part(`#tab-${workspace.tab}`)?.focus());
}
