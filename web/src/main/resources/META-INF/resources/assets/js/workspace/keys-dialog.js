// @ts-check
import { html } from "lit";
import { CopseDialog } from "../dialog.js";
import { t } from "../i18n.js";
import { KEYS, keyWords } from "./keys.js";

/** Every key of the workspace. */
class CopseKeysDialog extends CopseDialog {
  heading() {
    return t("keys.title");
  }

  body() {
    return html`<div class="body"><p class="quiet">${t("keys.where")}</p>
      <table class="keys"><thead class="visually-hidden"><tr><th scope="col">${t("keys.key")}</th><th scope="col">${t("keys.does")}</th></tr></thead>
        <tbody>${KEYS.map(([keys, words]) => html`<tr><th scope="row"><bdi>${keys.map((key) => html`<kbd>${keyWords(key)}</kbd> `)}</bdi></th><td>${t(words)}</td></tr>`)}</tbody></table></div>`;
  }
}

customElements.define("copse-keys-dialog", CopseKeysDialog);
