// @ts-check
import { html, nothing } from "lit";
import { AskingElement } from "../asking.js";
import { field } from "../fields.js";
import { date, knows, t } from "../i18n.js";
import { errorNotice } from "../notice.js";
import { get, post, remove } from "../request.js";

/**
 * @typedef {{id: string, name: string, permissions: string[], createdAt: string, expiresAt: string, lastUsedAt: string | null}} Token
 */

/** Tokens with which programs act for one's account. */
class CopseTokens extends AskingElement {
  static properties = { list: { state: true }, made: { state: true } };

  constructor() {
    super();
    /** @type {{tokens: Token[], grantable: string[]} | null} */
    this.list = null;
    this.made = "";
  }

  async connectedCallback() {
    super.connectedCallback();
    await this.attempt(async () => {
      this.list = await get("/account/tokens");
    });
  }

  render() {
    return html`<section class="card stack" aria-labelledby="tokens-heading">
      <h2 id="tokens-heading">${t("tokens.title")}</h2>
      <p>${t("tokens.lead")}</p>
      ${errorNotice(this.error)}
      ${this.made
        ? html`<div class="notice" role="status"><div><strong>${t("tokens.made")}</strong><p><code class="token" dir="ltr">${this.made}</code></p></div></div>`
        : nothing}
      ${this.list ? html`${this.table(this.list.tokens)} ${this.form(this.list.grantable)}` : nothing}
    </section>`;
  }

  /** @param {Token[]} tokens */
  table(tokens) {
    if (tokens.length === 0) return html`<p class="quiet">${t("tokens.none")}</p>`;
    return html`<ul class="entries">
      ${tokens.map(
        (token) => html`<li>
          <div>
            <strong><bdi>${token.name}</bdi></strong>
            <p class="quiet">
              ${token.permissions.map((permission) => this.words(permission)).join(" · ")}<br />
              ${t("tokens.until", { date: date(token.expiresAt) })} ·
              ${token.lastUsedAt ? t("tokens.used", { date: date(token.lastUsedAt) }) : t("tokens.unused")}
            </p>
          </div>
          <button ?disabled=${this.busy} @click=${() => this.revoke(token)} aria-label=${t("tokens.revokeNamed", { name: token.name })}>
            ${t("tokens.revoke")}
          </button>
        </li>`,
      )}
    </ul>`;
  }

  /** @param {string[]} grantable */
  form(grantable) {
    return html`<details>
      <summary>${t("tokens.new")}</summary>
      <form class="stack" @submit=${this.make}>
        ${field({ id: "token-name", name: "name", label: t("tokens.name"), maxlength: 60, autocomplete: "off" })}
        ${field({ id: "token-days", name: "days", label: t("tokens.days"), type: "number", min: 1, max: 365, value: 90 })}
        <fieldset>
          <legend>${t("tokens.permissions")}</legend>
          ${grantable.map(
            (permission) => html`<label class="choice"><input type="checkbox" name="permission" value=${permission} /> ${this.words(permission)}</label>`,
          )}
        </fieldset>
        <button class="primary" ?disabled=${this.busy}>${t("tokens.make")}</button>
      </form>
    </details>`;
  }

  /** @param {string} permission */
  words(permission) {
    const key = `permission.${permission.replace(":", "-")}`;
    return knows(key) ? t(key) : permission;
  }

  /** @param {SubmitEvent} event */
  async make(event) {
    event.preventDefault();
    const target = /** @type {HTMLFormElement} */ (event.target);
    const form = new FormData(target);
    await this.attempt(async () => {
      const made = await post("/account/tokens", {
        name: form.get("name"),
        days: Number(form.get("days")),
        permissions: form.getAll("permission"),
      });
      this.made = made.token;
      target.reset();
      this.list = await get("/account/tokens");
    });
  }

  /** @param {Token} token */
  async revoke(token) {
    await this.attempt(async () => {
      await remove(`/account/tokens/${token.id}`);
      this.made = "";
      this.list = await get("/account/tokens");
    });
  }
}

customElements.define("copse-tokens", CopseTokens);
