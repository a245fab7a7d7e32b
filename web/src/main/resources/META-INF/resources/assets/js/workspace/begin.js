// @ts-check
import { html, nothing } from "lit";
import { AskingElement } from "../asking.js";
import { t } from "../i18n.js";
import { errorNotice } from "../notice.js";
import { get } from "../request.js";

/** A scenario without a working plan: what to begin it from. */
class CopseBegin extends AskingElement {
  static properties = { ...AskingElement.properties, scenario: { attribute: false }, proposal: { attribute: false }, favour: { attribute: false }, mayChange: { attribute: false }, plans: { state: true } };

  constructor() {
    super();
    /** @type {import("../types.js").Scenario | null} */
    this.scenario = null;
    /** @type {import("../types.js").Proposal | null} */
    this.proposal = null;
    this.favour = "";
    this.mayChange = false;
    /** Published plans, the latest first, each once. @type {{id: string, name: string}[]} */
    this.plans = [];
  }

  connectedCallback() {
    super.connectedCallback();
    const each = (/** @type {{id: string, name: string}[]} */ plans) => plans.filter(({ id }, i) => plans.findIndex((plan) => plan.id === id) === i); // a plan can come back into force
    get("/plans").then((plans) => (this.plans = each(plans)), () => {}); // without them one begins from something else
  }

  render() {
    if (!this.mayChange) return html`<div class="empty"><strong>${t("begin.none")}</strong><p>${t("begin.noneHint")}</p></div>`;
    const alternatives = this.proposal?.alternatives ?? [];
    const begin = (/** @type {object} */ source) => this.tell("begin-wanted", source);
    return html`${errorNotice(this.error)}
      <section class="card stack begin" aria-labelledby="begin-title">
        <h2 id="begin-title">${t("begin.title")}</h2>
        <p>${t("begin.hint")}</p>
        ${alternatives.length
          ? html`<h3>${t("begin.alternative")}</h3><div class="row">${alternatives.map(({ favour }) => html`<button type="button" class=${favour === (this.favour || alternatives[0].favour) ? "primary" : ""} @click=${() => begin({ from: "alternative", favour })}>${t(`favour.${favour}`)}</button>`)}</div>`
          : nothing}
        <h3>${t("begin.other")}</h3>
        <div class="row">
          ${this.scenario?.layers?.inForce ? html`<button type="button" @click=${() => begin({ from: "in-force" })}>${t("begin.inForce")}</button>` : nothing}
          ${this.plans.slice(0, 4).map(({ id, name }) => html`<button type="button" @click=${() => begin({ from: "published", plan: id })}>${t("begin.published", { plan: name })}</button>`)}
          <button type="button" @click=${() => begin({ from: "empty" })}>${t("begin.empty")}</button>
        </div>
      </section>`;
  }
}

customElements.define("copse-begin", CopseBegin);
