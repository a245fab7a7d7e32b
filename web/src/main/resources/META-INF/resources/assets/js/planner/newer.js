// @ts-check
/** Says that layers of a scenario have newer versions than the ones it uses, and what those change. */
import { html, nothing } from "lit";
import { number, t } from "../i18n.js";

/** @param {import("../types.js").Scenario | null} scenario */
export function newerNotice(scenario) {
  const newer = scenario?.newer ?? [];
  if (newer.length === 0) return nothing;
  return html`<div class="notice" role="status">
    <div>
      ${newer.map(
        ({ name, versions }) => html`<p>
          <strong>${t("newer.title", { layer: name })}</strong>
          (${versions.map((version, i) => html`${i ? "; " : ""}<a href="/import-report?layer=${version.id}">${words(version)}</a>`)})
        </p>`,
      )}
      <p class="small">${t("newer.hint")}</p>
    </div>
  </div>`;
}

/** @param {import("../types.js").NewerVersion} version */
function words({ version, change }) {
  if (!change) return t("newer.plain", { version: number(version) });
  const { added, removed, changed } = change;
  return t("newer.change", { version: number(version), added: number(added), removed: number(removed), changed: number(changed) });
}
