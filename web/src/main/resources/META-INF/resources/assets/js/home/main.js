// @ts-check
import { html } from "lit";
import { CopseElement } from "../element.js";
import "../header.js";
import { t } from "../i18n.js";
import { icon } from "../icons.js";

/** The front page: what this is, and the two doors. */
class CopseHome extends CopseElement {
  render() {
    document.title = `Copse · ${t("home.title")}`;
    return html`<div class="page">
      <h1>${t("home.title")}</h1>
      <p class="lead">${t("home.lead")}</p>
      <div class="doors">
        <a class="door" href="/resident">
          ${icon("people")}
          <strong>${t("home.resident")}</strong>
          <span>${t("home.residentHint")}</span>
        </a>
        <a class="door" href="/planner">
          ${icon("map")}
          <strong>${t("home.planner")}</strong>
          <span>${t("home.plannerHint")}</span>
        </a>
      </div>
      <p>${t("home.method")}</p>
      <p class="notice"><span>${t("emergency.long")}</span></p>
    </div>`;
  }
}

customElements.define("copse-home", CopseHome);
