// @ts-check
import { html, nothing } from "lit";

/**
 * A labelled field for text, as the forms of accounts have it.
 * @param {{id: string, name?: string, label: string, type?: string, hint?: string, complaint?: string, autocomplete?: string, required?: boolean,
 *   minlength?: number, maxlength?: number, min?: number, max?: number, value?: string | number, inputmode?: string, dir?: string,
 *   describedBy?: string, plain?: boolean}} field plain: neither capital letters nor spelling are proposed
 */
export function field({ id, label, name = id, type = "text", hint, complaint, describedBy, required = true, plain = false, ...rest }) {
  const about = [complaint && `${id}-complaint`, hint && `${id}-hint`, describedBy].filter(Boolean).join(" ");
  return html`<div class="field">
    <label for=${id}>${label}</label>
    <input id=${id} name=${name} type=${type} ?required=${required} value=${rest.value ?? nothing} autocomplete=${/** @type {any} */ (rest.autocomplete ?? nothing)}
      minlength=${rest.minlength ?? nothing} maxlength=${rest.maxlength ?? nothing} min=${rest.min ?? nothing} max=${rest.max ?? nothing}
      inputmode=${/** @type {any} */ (rest.inputmode ?? nothing)} dir=${rest.dir ?? nothing} autocapitalize=${plain ? "none" : nothing} spellcheck=${plain ? "false" : nothing}
      aria-invalid=${complaint ? "true" : nothing} aria-describedby=${about || nothing} />
    ${complaint ? html`<p class="error-text" id="${id}-complaint" role="alert">${complaint}</p>` : nothing}
    ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
  </div>`;
}

/**
 * A labelled choice that acts at once.
 * @param {string} id @param {string} label @param {string} chosen @param {string[][]} options values and words @param {(value: string) => unknown} want
 */
export const choice = (id, label, chosen, options, want) => html`<div class="field"><label for=${id}>${label}</label>
  <select id=${id} @change=${(/** @type {Event} */ event) => want(/** @type {HTMLSelectElement} */ (event.target).value)}>
    ${options.map(([value, words]) => html`<option value=${value} ?selected=${value === chosen}>${words}</option>`)}
  </select></div>`;

/** How short a password may be; the server holds it too. */
export const SHORTEST_PASSWORD = 12;
