// @ts-check
import { html, nothing } from "lit";
import { CopseElement } from "../element.js";
import { language, number, t } from "../i18n.js";
import { post } from "../request.js";

/** While somebody types, a search is sent when they pause. */
const PAUSE_MILLIS = 120;
const SHORTEST = 2;
const MOST = 8;

/**
 * What a search found.
 * @typedef {{id: string | null, level: "house" | "street" | "place" | "position", label: string, number: string | null,
 *   asked: string | null, lon: number, lat: number}} FoundAddress
 */

/** @param {string} text @returns {Promise<{results: FoundAddress[], addresses: number}>} */
const search = (text) => post("/addresses/search", { text, limit: MOST, language: language() });

/** Whether the first of several is so much what was asked that nobody need choose. @param {FoundAddress[]} found */
const isPlain = ([first, second]) =>
  !second || first.level === "position" || (first.level === "house" && !first.asked && (second.level !== "house" || Boolean(second.asked)));

/**
 * A field for an address with suggestions, after the ARIA practice of an editable combobox with a list: the focus stays in the field, arrows go
 * through the list, Enter takes, Escape closes. Without suggestions it is a field.
 */
class CopseAddressBox extends CopseElement {
  static properties = {
    found: { state: true },
    open: { state: true },
    active: { state: true },
    complaint: { attribute: false },
    choosing: { state: true },
  };

  constructor() {
    super();
    /** @type {FoundAddress[]} */
    this.found = [];
    this.open = false;
    this.active = -1;
    /** A key of what is wrong with the text. */
    this.complaint = "";
    /** Whether what was sent means several, one of which is to be chosen. */
    this.choosing = false;
    this.searched = 0;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.pause = undefined;
  }

  get input() {
    return /** @type {HTMLInputElement} */ (this.querySelector("input"));
  }

  get value() {
    return this.input.value;
  }

  /** @param {string} text */
  set value(text) {
    this.input.value = text;
    this.close();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.pause);
  }

  render() {
    const { active, complaint, found, open } = this;
    const told = [complaint ? "complaint" : "", this.choosing ? "choosing" : "", "address-hint"].filter(Boolean).join(" ");
    return html`<div class="field">
      <label for="address">${t("resident.address")}</label>
      <div class="ask">
        <div class="combobox">
          <input id="address" name="address" type="text" role="combobox" maxlength="200" autocomplete="off" autocapitalize="off" spellcheck="false"
            enterkeyhint="search" dir="auto" aria-autocomplete="list" aria-expanded=${String(open)} aria-controls="suggestions"
            aria-activedescendant=${open && active >= 0 ? `suggestion-${active}` : nothing}
            aria-invalid=${complaint ? "true" : "false"} aria-describedby=${told}
            @input=${this.typed} @keydown=${this.pressed} @blur=${this.fold} />
          <ul id="suggestions" role="listbox" aria-label=${t("resident.suggestions")} ?hidden=${!open}
            @pointerdown=${(/** @type {Event} */ event) => event.preventDefault()}>
            ${found.map((one, i) => this.suggestion(one, i))}
          </ul>
        </div>
        <button class="primary">${t("resident.find")}</button>
      </div>
      ${complaint ? html`<p class="error-text" id="complaint" role="alert">${t(complaint)}</p>` : nothing}
      ${this.choosing ? html`<p id="choosing" role="alert">${t("resident.which")}</p>` : nothing}
      <p class="hint" id="address-hint">${t("resident.addressHint")}</p>
      <p class="visually-hidden" role="status">${open ? t("resident.suggested", { n: number(found.length) }) : ""}</p>
    </div>`;
  }

  /** @param {FoundAddress} one @param {number} i */
  suggestion(one, i) {
    return html`<li id="suggestion-${i}" role="option" aria-selected=${String(i === this.active)} @click=${() => this.take(one)}>
      <bdi>${one.label}</bdi>
      ${one.asked ? html`<span class="small quiet">${t("resident.nearestKnown", { asked: one.asked })}</span>` : nothing}
    </li>`;
  }

  typed() {
    clearTimeout(this.pause);
    this.tell("address-typed", null);
    this.choosing = false;
    const text = this.value.trim();
    if (text.length < SHORTEST) {
      this.close();
      return;
    }
    this.pause = setTimeout(() => this.suggest(text), PAUSE_MILLIS);
  }

  /** @param {string} text */
  async suggest(text) {
    const mine = ++this.searched;
    // Nothing is said of a failure while somebody types: they can send what they typed, and hear of it then.
    const { results } = await search(text).catch(() => ({ results: /** @type {FoundAddress[]} */ ([]) }));
    const still = mine === this.searched && this.input.matches(":focus");
    if (still) this.show(results.filter(({ level }) => level !== "position"));
  }

  /** @param {FoundAddress[]} found */
  show(found) {
    Object.assign(this, { found, open: found.length > 0, active: -1 });
  }

  /** Closes the list, and lets a search on its way come. */
  fold() {
    clearTimeout(this.pause);
    Object.assign(this, { open: false, active: -1 });
  }

  /** Closes the list, and drops a search on its way. */
  close() {
    this.searched++;
    this.fold();
  }

  /** @param {KeyboardEvent} event */
  pressed(event) {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && this.found.length) {
      event.preventDefault();
      const places = this.found.length + 1; // one more for the field itself
      const next = this.open ? (this.active + 1 + step + places) % places : step > 0 ? 1 : places - 1;
      Object.assign(this, { open: true, active: next - 1 });
      this.updateComplete.then(() => this.querySelector(`#suggestion-${this.active}`)?.scrollIntoView({ block: "nearest" }));
    } else if (event.key === "Escape" && this.open) {
      event.preventDefault();
      this.close();
    } else if (event.key === "Enter" && this.open && this.active >= 0) {
      event.preventDefault();
      this.take(this.found[this.active]);
    }
  }

  /** @param {FoundAddress} one */
  take(one) {
    if (one.level !== "position") this.input.value = one.label;
    this.close();
    this.choosing = false;
    this.tell("address-chosen", one);
  }

  /** Looks for what was typed; takes it when it can mean one thing, and else asks which. Returns a key of what is wrong, or nothing. */
  async send() {
    const text = this.value.trim();
    this.close();
    this.choosing = false;
    if (!text) return "resident.nothing";
    const mine = this.searched;
    const { results, addresses } = await search(text);
    if (mine !== this.searched) return "";
    if (!results.length) return addresses ? "resident.noMatch" : "resident.noAddresses";
    if (isPlain(results)) {
      this.take(results[0]);
    } else {
      this.choosing = true;
      this.show(results);
      this.input.focus();
    }
    return "";
  }
}

customElements.define("copse-address-box", CopseAddressBox);
