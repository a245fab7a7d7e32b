// @ts-check
import { html, nothing } from "lit";
import { CopseElement } from "../element.js";
import "../header.js";
import { instant, knows, number, t } from "../i18n.js";
import { errorNotice } from "../notice.js";
import { get } from "../request.js";

const FILTERS = /** @type {const} */ (["account", "action", "subjectId", "from", "until", "text"]);
/** Actions whose facts are too long for the table: keys and lists of entries. */
const LONG = new Set(["audit.key", "audit.erased"]);
const FIELDS = /** @type {const} */ (["address", "before", "after", "detail"]);

/**
 * @typedef {{seq: number, at: string, action: string, account: string | null, address: string | null,
 *   subjectType: string | null, subjectId: string | null, reason: string | null, before: string | null,
 *   after: string | null, detail: string | null, erased: string[], hash: string}} Entry
 * @typedef {{head: {seq: number, hash: string, keyId: string | null, publicKey: string | null}, actions: string[]}} State
 */

/** The audit log, for whoever may read it: filters, entries, and the way out as a file. */
class CopseAudit extends CopseElement {
  static properties = {
    entries: { state: true },
    next: { state: true },
    state: { state: true },
    error: { state: true },
    busy: { state: true },
    query: { state: true },
  };

  constructor() {
    super();
    /** @type {Entry[]} */
    this.entries = [];
    /** @type {number | null} */
    this.next = null;
    /** @type {State | null} */
    this.state = null;
    /** @type {unknown} */
    this.error = null;
    this.busy = true;
    this.query = new URLSearchParams();
  }

  async connectedCallback() {
    super.connectedCallback();
    await Promise.all([this.load(false), this.look()]);
  }

  async look() {
    this.state = await get("/audit/state").catch((error) => {
      this.error = error;
      return null;
    });
  }

  /** @param {boolean} older */
  async load(older) {
    this.busy = true;
    this.error = null;
    const query = new URLSearchParams(this.query);
    if (older && this.next !== null) query.set("before", String(this.next));
    try {
      const page = await get(`/audit?${query}`);
      this.entries = older ? [...this.entries, ...page.entries] : page.entries;
      this.next = page.next ?? null;
    } catch (error) {
      this.error = error;
    } finally {
      this.busy = false;
    }
  }

  /** @param {SubmitEvent} event */
  filter(event) {
    event.preventDefault();
    const form = new FormData(/** @type {HTMLFormElement} */ (event.target));
    const query = new URLSearchParams();
    for (const name of FILTERS) {
      const value = String(form.get(name) ?? "").trim();
      if (value) query.set(name, value);
    }
    this.query = query;
    this.load(false);
  }

  /** @param {Event} event */
  forget(event) {
    /** @type {HTMLFormElement} */ (/** @type {HTMLElement} */ (event.target).closest("form")).reset();
    this.query = new URLSearchParams();
    this.load(false);
  }

  render() {
    document.title = `${t("audit.title")} · Copse`;
    return html`<div class="page wide stack">
      <h1>${t("audit.title")}</h1>
      <p class="lead">${t("audit.lead")}</p>
      ${this.form()} ${errorNotice(this.error)} ${this.list()} ${this.chain()}
    </div>`;
  }

  form() {
    return html`<form class="card stack" @submit=${this.filter} aria-label=${t("audit.filter")}>
      <div class="fields filters">
        ${this.field("account", "text")}
        <div class="field">
          <label for="f-action">${t("audit.action")}</label>
          <select id="f-action" name="action">
            <option value="">${t("audit.all")}</option>
            ${(this.state?.actions ?? []).map((action) => html`<option value=${action}>${words(action)}</option>`)}
          </select>
        </div>
        ${this.field("from", "date")} ${this.field("until", "date")} ${this.field("text", "text")} ${this.field("subjectId", "text")}
      </div>
      <div class="row">
        <button class="primary" ?disabled=${this.busy}>${t("audit.show")}</button>
        <button type="button" @click=${this.forget}>${t("audit.reset")}</button>
        <span class="row files">
          <a class="button" href="/api/v1/audit/export?${this.exportQuery("csv")}" download>${t("audit.csv")}</a>
          <a class="button" href="/api/v1/audit/export?${this.exportQuery("jsonl")}" download>${t("audit.jsonl")}</a>
        </span>
      </div>
      <p class="small quiet">${t("audit.recorded")}</p>
    </form>`;
  }

  /** @param {string} format */
  exportQuery(format) {
    const query = new URLSearchParams(this.query);
    query.set("format", format);
    return query.toString();
  }

  /** @param {"account" | "from" | "until" | "text" | "subjectId"} name @param {string} type */
  field(name, type) {
    return html`<div class="field">
      <label for="f-${name}">${t(`audit.${name}`)}</label>
      <input id="f-${name}" name=${name} type=${type} autocomplete="off" maxlength="200" />
    </div>`;
  }

  list() {
    if (!this.entries.length) {
      return this.busy
        ? html`<p class="quiet" role="status">${t("audit.loading")}</p>`
        : this.error
          ? nothing
          : html`<div class="empty"><strong>${t("audit.none")}</strong><p>${t("audit.noneHint")}</p></div>`;
    }
    return html`<div class="table-holder" role="region" tabindex="0" aria-label=${t("audit.entries")}>
        <table class="log">
          <thead>
            <tr>
              <th scope="col">${t("audit.seq")}</th>
              <th scope="col">${t("audit.at")}</th>
              <th scope="col">${t("audit.account")}</th>
              <th scope="col">${t("audit.what")}</th>
              <th scope="col">${t("audit.reason")}</th>
            </tr>
          </thead>
          <tbody>
            ${this.entries.map((entry) => this.row(entry))}
          </tbody>
        </table>
      </div>
      ${this.next === null
        ? html`<p class="quiet small">${t("audit.end")}</p>`
        : html`<button type="button" ?disabled=${this.busy} @click=${() => this.load(true)}>${t("audit.older")}</button>`}`;
  }

  /** @param {Entry} entry */
  row(entry) {
    return html`<tr>
      <td class="seq" data-label=${t("audit.seq")}>${number(entry.seq)}</td>
      <td data-label=${t("audit.at")}><time datetime=${entry.at}>${instant(entry.at)}</time></td>
      <td data-label=${t("audit.account")}>${this.personal(entry, "account", entry.account, t("audit.server"))}</td>
      <td data-label=${t("audit.what")}>
        <strong>${words(entry.action)}</strong>
        ${entry.subjectType ? html`<span class="quiet small">${entry.subjectType} <bdi class="mono">${entry.subjectId}</bdi></span>` : nothing}
        ${entry.detail && !LONG.has(entry.action) ? html`<span class="quiet small">${entry.detail}</span>` : nothing} ${this.more(entry)}
      </td>
      <td data-label=${t("audit.reason")} class=${entry.reason === null && !entry.erased.includes("reason") ? "nothing" : ""}>${this.personal(entry, "reason", entry.reason, "–")}</td>
    </tr>`;
  }

  /** @param {Entry} entry */
  more(entry) {
    return html`<details>
      <summary class="small">${t("audit.details")}</summary>
      <dl class="small">
        ${FIELDS.map((field) =>
          entry[field] !== null || entry.erased.includes(field)
            ? html`<dt>${t(`audit.${field}`)}</dt><dd>${this.personal(entry, field, entry[field], "–")}</dd>`
            : nothing,
        )}
        <dt>${t("audit.hash")}</dt>
        <dd class="mono">${entry.hash}</dd>
      </dl>
    </details>`;
  }

  /** @param {Entry} entry @param {string} field @param {string | null} text @param {string} none */
  personal(entry, field, text, none) {
    if (text !== null) return html`<bdi class="text">${text}</bdi>`;
    return entry.erased.includes(field) ? html`<em class="quiet">${t("audit.erased")}</em>` : html`<span class="quiet">${none}</span>`;
  }

  chain() {
    const head = this.state?.head;
    if (!head) return nothing;
    return html`<section class="card stack" aria-labelledby="chain">
      <h2 id="chain">${t("audit.chain")}</h2>
      <p>${t("audit.chainHint")} <code>./copse audit verify</code></p>
      <dl class="chain">
        <dt>${t("audit.head")}</dt>
        <dd><bdi>${number(head.seq)}</bdi> · <span class="mono">${head.hash}</span></dd>
        <dt>${t("audit.key")}</dt>
        <dd class="mono">${head.keyId ?? t("audit.noKey")}</dd>
        ${head.publicKey ? html`<dt>${t("audit.publicKey")}</dt><dd class="mono">${head.publicKey}</dd>` : nothing}
      </dl>
    </section>`;
  }
}

/** An action in words; a newer server may know more. @param {string} action */
function words(action) {
  const key = `audit.action.${action}`;
  return knows(key) ? t(key) : action;
}

customElements.define("copse-audit", CopseAudit);
