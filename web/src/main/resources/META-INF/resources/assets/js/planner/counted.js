// @ts-check
/** What the layers brought into a plan: incidents by category, places by kind, and the neighbours that barriers parted. */
import { html, nothing } from "lit";
import { number, t } from "../i18n.js";

/** @param {import("../types.js").Counted | undefined} counted */
export function countedSection(counted) {
  if (!counted) return nothing;
  const { incidents, places, barrierLinksCut, crossingLinks, cutByBarrier = {} } = counted;
  return html`<section class="section">
    <h3>${t("counted.title")}</h3>
    <ul>
      ${incidents.recorded ? html`<li>${t("counted.incidents", { n: number(incidents.counted), of: number(incidents.recorded), months: number(incidents.months, { maximumFractionDigits: 1 }) })}</li>` : nothing}
      ${barrierLinksCut ? html`<li>${t("counted.barriers", { n: number(barrierLinksCut), crossings: number(crossingLinks) })} ${kinds(cutByBarrier)}</li>` : nothing}
      ${Object.keys(places).length ? html`<li>${t("counted.places")} ${kinds(places)}</li>` : nothing}
    </ul>
    ${incidents.categories.length ? categories(incidents.categories) : nothing}
  </section>`;
}

/** Categories as the layers name them, each with its number. @param {Record<string, number>} counts */
const kinds = (counts) =>
  Object.entries(counts).map(([kind, n], i) => html`${i ? t("list.comma") : ""}<bdi>${kind.replaceAll("_", " ") || t("counted.noKind")}</bdi> ${number(n)}`);

/** @param {import("../types.js").CategoryTotals[]} rows */
function categories(rows) {
  return html`<details>
    <summary>${t("counted.categories", { n: number(rows.length) })}</summary>
    <div class="table-scroll" tabindex="0" role="region" aria-label=${t("counted.title")}>
      <table>
        <thead>
          <tr><th scope="col">${t("counted.category")}</th><th scope="col" class="num">${t("counted.recorded")}</th><th scope="col" class="num">${t("counted.counts")}</th></tr>
        </thead>
        <tbody>
          ${rows.map((row) => html`<tr><th scope="row"><bdi>${row.category}</bdi></th>
            <td class="num">${number(row.byResidents + row.byPolice + row.byUnknown)}</td><td class="num">${number(row.counted)}</td></tr>`)}
        </tbody>
      </table>
    </div>
  </details>`;
}
