// @ts-check
import { html, nothing } from "lit";
import { CopseElement } from "../element.js";
import { number, t } from "../i18n.js";
import { errorNotice } from "../notice.js";
import { get, post } from "../request.js";

/**
 * @typedef {{assignment: string, officer: string, dutyName: string, number: string, rank: string, from: string, to: string | null,
 *   before: {id: string, name: string, residents: number}, beat: string | null, sharedResidents: number,
 *   overlaps: {beat: string, residents: number}[]}} Item
 * @typedef {{basis: string, assignments: Item[], beats: {id: string, name: string, sector: string, residents: number}[]}} CarryOver
 */

/** Which officer goes on where: proposed by the residents that beats share, decided by the planner, officer by officer. */
class CopseCarryOver extends CopseElement {
  static properties = {
    plan: { attribute: false },
    proposed: { state: true },
    chosen: { state: true },
    streets: { state: true },
    busy: { state: true },
    error: { state: true },
  };

  constructor() {
    super();
    this.plan = "";
    /** @type {CarryOver | null} */
    this.proposed = null;
    /** @type {Map<string, string>} the new beat by assignment; blank to end it */
    this.chosen = new Map();
    /** @type {any} */
    this.streets = null;
    this.busy = false;
    /** @type {unknown} */
    this.error = null;
  }

  async load() {
    Object.assign(this, { proposed: null, streets: null, error: null, chosen: new Map() });
    try {
      const proposed = await get(`/plans/${this.plan}/carry-over`);
      this.proposed = proposed;
      this.tell("carry-over-known", proposed.assignments.length);
      this.chosen = new Map(proposed.assignments.map((/** @type {Item} */ item) => [item.assignment, item.beat ?? ""]));
    } catch (error) {
      this.error = error;
    }
  }

  /** Returns what to publish with; null when there is nobody to decide on. */
  decision() {
    if (!this.proposed?.assignments.length) return null;
    return { basis: this.proposed.basis, assignments: this.choices() };
  }

  choices() {
    return [...this.chosen].map(([assignment, beat]) => ({ assignment, beat: beat || null }));
  }

  /** New beats that two resident officers would have. */
  doubled() {
    const mains = (this.proposed?.assignments ?? []).filter((item) => item.rank === "main" && !item.to);
    const beats = mains.map((item) => this.chosen.get(item.assignment)).filter(Boolean);
    return [...new Set(beats.filter((beat, i) => beats.indexOf(beat) !== i))];
  }

  /** New beats that nobody would have. */
  vacant() {
    const taken = new Set((this.proposed?.assignments ?? []).filter((i) => i.rank === "main").map((i) => this.chosen.get(i.assignment)));
    return (this.proposed?.beats ?? []).filter((beat) => !taken.has(beat.id));
  }

  render() {
    if (this.error) return errorNotice(this.error);
    if (!this.proposed) return html`<p class="quiet">${t("carryOver.loading")}</p>`;
    const { assignments } = this.proposed;
    if (!assignments.length) return html`<p class="quiet">${t("carryOver.nobody")}</p>`;
    const [doubled, vacant, left] = [this.doubled(), this.vacant(), this.leftOver()];
    return html`<section class="section">
      <h3>${t("carryOver.title")}</h3>
      ${doubled.length ? html`<p class="error-text" role="alert">${t("carryOver.doubled", { beats: doubled.join(t("list.comma")) })}</p>` : nothing}
      ${vacant.length
        ? html`<p class="notice warn"><span>${t("carryOver.vacant", { n: number(vacant.length), beats: vacant.map((b) => b.name).join(t("list.comma")) })}</span></p>`
        : nothing}
      ${left.length ? html`<p class="notice warn"><span>${t("carryOver.leftOver", { n: number(left.length), names: left.join(t("list.comma")) })}</span></p>` : nothing}
      <p>${t("carryOver.lead", { n: number(assignments.length) })}</p>
      <div class="table-scroll carry-over" tabindex="0" role="region" aria-label=${t("carryOver.title")}>
        <table>
          <thead><tr>
            <th scope="col">${t("people.officer")}</th><th scope="col">${t("carryOver.before")}</th>
            <th scope="col">${t("carryOver.after")}</th><th scope="col" class="num">${t("carryOver.shared")}</th>
          </tr></thead>
          <tbody>${assignments.map((item) => this.row(item))}</tbody>
        </table>
      </div>
      ${this.perStreet()}
    </section>`;
  }

  /** Resident officers who have no beat as things are chosen now. */
  leftOver() {
    return (this.proposed?.assignments ?? []).filter((item) => item.rank !== "second" && !this.chosen.get(item.assignment)).map((item) => item.dutyName);
  }

  /** @param {Item} item */
  row(item) {
    const chosen = this.chosen.get(item.assignment) ?? "";
    const shares = new Map(item.overlaps.map((overlap) => [overlap.beat, overlap.residents]));
    const beats = [...(this.proposed?.beats ?? [])].sort((a, b) => (shares.get(b.id) ?? 0) - (shares.get(a.id) ?? 0));
    const who = item.dutyName === item.number ? item.number : `${item.dutyName} · ${item.number}`;
    return html`<tr>
      <th scope="row"><bdi>${who}</bdi>${item.rank === "second" ? html` <span class="quiet">${t("rank.second")}</span>` : nothing}</th>
      <td><bdi>${item.before.name}</bdi></td>
      <td>
        <select aria-label=${t("carryOver.choose", { officer: who })}
            @change=${(/** @type {Event} */ e) => this.choose(item, /** @type {HTMLSelectElement} */ (e.target).value)}>
          <option value="" ?selected=${chosen === ""}>${t("carryOver.ends")}</option>
          ${beats.map((beat) => html`<option value=${beat.id} ?selected=${beat.id === chosen}>
            ${shares.has(beat.id)
              ? t("carryOver.option", { beat: beat.name, n: number(shares.get(beat.id)) })
              : t("carryOver.optionElsewhere", { beat: beat.name })}
          </option>`)}
        </select>
      </td>
      <td class="num">${chosen ? number(shares.get(chosen) ?? 0) : "–"}</td>
    </tr>`;
  }

  /** @param {Item} item @param {string} beat */
  choose(item, beat) {
    this.chosen = new Map(this.chosen).set(item.assignment, beat);
    this.streets = null;
  }

  perStreet() {
    if (!this.streets) {
      return html`<button type="button" ?disabled=${this.busy} @click=${this.count}>${t(this.busy ? "carryOver.counting" : "carryOver.count")}</button>`;
    }
    const { source, layer, asOf, features, residents, changing, withoutStreet, rows } = this.streets;
    const concerned = rows.filter((/** @type {any} */ row) => row.changing >= 0.5);
    return html`<div class="stack streets">
      <p role="status"><strong>${t("carryOver.changing", { n: number(changing), of: number(residents) })}</strong></p>
      <p class="small quiet">${source === "units"
        ? t("carryOver.fromUnits")
        : t(`carryOver.from.${source}`, { layer, date: asOf ?? "–", n: number(features) })}
        ${withoutStreet >= 0.5 ? t("carryOver.withoutStreet", { n: number(withoutStreet) }) : nothing}</p>
      ${concerned.length
        ? html`<div class="table-scroll streets-list" tabindex="0" role="region" aria-label=${t("carryOver.perStreet")}>
            <table>
              <caption>${t(source === "units" ? "carryOver.perUnit" : "carryOver.perStreet")} <span class="quiet">(${number(concerned.length)})</span></caption>
              <thead><tr><th scope="col">${t(source === "units" ? "carryOver.unit" : "carryOver.street")}</th>
                <th scope="col" class="num">${t("carryOver.concerned")}</th><th scope="col" class="num">${t("carryOver.ofResidents")}</th></tr></thead>
              <tbody>${concerned.map((/** @type {any} */ row) => html`<tr><th scope="row"><bdi>${row.name}</bdi></th>
                <td class="num">${source === "units" ? "" : "≈ "}${number(row.changing)}</td><td class="num">${number(row.residents)}</td></tr>`)}</tbody>
            </table>
          </div>`
        : nothing}
    </div>`;
  }

  async count() {
    this.busy = true;
    try {
      this.streets = await post(`/plans/${this.plan}/carry-over/streets`, { assignments: this.choices() });
    } catch (error) {
      this.error = error;
    } finally {
      this.busy = false;
    }
  }
}

customElements.define("copse-carry-over", CopseCarryOver);
