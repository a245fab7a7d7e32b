// @ts-check
/** The plan on paper: the map as large as the sheet, with title, legend, scale and source. */
import { html, nothing } from "lit";
import { date, number, t } from "../i18n.js";
import { beatsInOrder } from "./plan.js";

/** What stands over and under the map on paper alone. @param {any} workspace */
export function printHead({ scenario, draft, shelf }) {
  const { plan, base } = draft;
  if (!plan || !base) return nothing;
  const layers = Object.values(scenario.layers ?? {}).map((id) => shelf?.layers?.find((/** @type {any} */ layer) => layer.id === id));
  const sources = [...new Set(layers.filter(Boolean).map(({ name, source, asOf }) => [name, source, asOf && date(asOf)].filter(Boolean).join(", ")))];
  return html`<div class="on-paper"><p class="title"><strong>${scenario.name}</strong></p>
    <p class="small">${t("print.plan", { revision: number(base.revision), date: date(new Date().toISOString()), beats: number(beatsInOrder(plan).length) })} ${draft.pending.changed ? t("print.pending") : nothing}</p>
    <p class="small">${t("print.sources", { sources: sources.join("; ") || "–" })}</p></div>`;
}

/** Prints with the map drawn for the sheet, and gives the page back as it was. @param {any} map the workspace's map */
export async function print(map) {
  const { body } = document;
  const look = map.map.getBounds();
  body.classList.add("printing");
  map.map.invalidateSize({ animate: false, pan: false });
  map.map.fitBounds(look, { animate: false });
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  window.print();
  body.classList.remove("printing");
  map.map.invalidateSize({ animate: false, pan: false });
  map.map.fitBounds(look, { animate: false });
}
