// @ts-check
import { html, nothing } from "lit";
import { LANGUAGES, language, t } from "../i18n.js";
import { beatName } from "../names.js";
import { FormDialog, given } from "../people/form-dialog.js";
import { post, put } from "../request.js";
import { KINDS, WRITTEN_SOURCES, kindWords } from "./words.js";

/** Opens a case, or says anew what one is about. What it begins with may come along as a source. */
export class CaseDialog extends FormDialog {
  /** @returns {any} the case as it is; null for a new one */
  get known() {
    return this.about?.view?.problem ?? null;
  }

  heading() {
    return t(this.known ? "case.edit" : "case.new");
  }

  action() {
    return t("people.save");
  }

  fields() {
    const { known } = this;
    const { beats = [], beat } = this.about;
    const chosen = known?.language ?? language();
    const whose = known?.beat ?? beat ?? beats[0]?.id;
    return html`<p class="small quiet">${t("case.namesHint")}</p>
      <div class="fields">
        <div class="field wide"><label for="case-name">${t("case.name")}</label>
          <input id="case-name" name="title" required maxlength="200" dir="auto" .defaultValue=${known?.title ?? ""} aria-describedby="case-name-hint" />
          <p class="hint" id="case-name-hint">${t("case.nameHint")}</p></div>
        <div class="field"><label for="case-beat">${t("people.beat")}</label><select id="case-beat" name="beat" required>
          ${beats.some((/** @type {any} */ one) => one.id === whose) || !whose ? nothing : html`<option value=${whose} selected>${whose}</option>`}
          ${beats.map((/** @type {any} */ one) => html`<option value=${one.id} ?selected=${one.id === whose}>${t("people.beatOf", { beat: beatName(one) })}</option>`)}</select></div>
        <div class="field"><label for="case-language">${t("events.language")}</label><select id="case-language" name="language">
          ${Object.entries(LANGUAGES).map(([code, name]) => html`<option value=${code} lang=${code} ?selected=${code === chosen}>${name}</option>`)}</select></div>
        ${this.long("scan", t("case.scan"), known?.scan, 4000, { hint: t("case.scanHint") })}
        ${known ? this.analysis(known) : nothing}
      </div>`;
  }

  /** @param {any} known */
  analysis({ triangle, analysis }) {
    return html`<p class="field wide small quiet">${t("case.rolesHint")}</p>
      ${["place", "target"].map((part) => html`<div class="field"><label for="case-${part}">${t(`case.${part}`)}</label><select id="case-${part}" name=${part}>
        <option value="">${t("case.notKnown")}</option>
        ${KINDS[part].map((/** @type {string} */ kind) => html`<option value=${kind} ?selected=${kind === triangle[part]}>${kindWords(kind)}</option>`)}</select></div>`)}
      ${["doers", "managers", "guardians", "handlers"].map((part) => several(part, t(`case.${part}`), KINDS[part], triangle[part]))}
      ${this.long("analysis", t("case.why"), analysis, 4000, { hint: t("case.whyHint") })}`;
  }

  /** @param {FormData} form */
  send(form) {
    const { known } = this;
    const all = (/** @type {string} */ name) => form.getAll(name);
    const problem = {
      after: known?.version ?? null,
      title: given(form, "title"),
      beat: given(form, "beat"),
      language: form.get("language"),
      scan: given(form, "scan"),
      ...(known
        ? {
            analysis: given(form, "analysis"),
            triangle: { place: given(form, "place"), target: given(form, "target"), doers: all("doers"), managers: all("managers"), guardians: all("guardians"), handlers: all("handlers") },
          }
        : {}),
    };
    return known ? put(`/problem-cases/${known.id}`, problem) : post("/problem-cases", { problem, source: this.about.source ?? null });
  }
}

/** A group of boxes of which several may be ticked. @param {string} name @param {string} label @param {string[]} kinds @param {string[]} chosen */
export const several = (name, label, kinds, chosen) => html`<fieldset class="field wide several"><legend>${label}</legend>
  ${kinds.map((kind) => html`<label class="choice"><input type="checkbox" name=${name} value=${kind} ?checked=${chosen.includes(kind)} />${kindWords(kind)}</label>`)}</fieldset>`;

/** What staff sum up of a meeting, of answers or of a record. */
class SourceDialog extends FormDialog {
  heading() {
    return t("case.addSource");
  }

  action() {
    return t("people.save");
  }

  fields() {
    const today = new Date().toISOString().slice(0, 10);
    return html`<p class="small quiet">${t("case.namesHint")}</p>
      <div class="fields">
        <div class="field"><label for="source-kind">${t("case.sourceKind")}</label><select id="source-kind" name="kind">
          ${WRITTEN_SOURCES.map((kind) => html`<option value=${kind}>${t(`case.source.${kind}`)}</option>`)}</select></div>
        <div class="field"><label for="source-day">${t("case.sourceDay")}</label><input id="source-day" name="day" type="date" required max=${today} /></div>
        <div class="field"><label for="source-voices">${t("case.sourceVoices")}</label><input id="source-voices" name="voices" type="number" min="1" max="10000000" inputmode="numeric" /></div>
        ${this.long("words", t("case.sourceWords"), "", 1000, { required: true })}
      </div>`;
  }

  /** @param {FormData} form */
  send(form) {
    const voices = given(form, "voices");
    return post(`/problem-cases/${this.about.view.problem.id}/sources`, {
      kind: form.get("kind"),
      day: given(form, "day"),
      words: given(form, "words"),
      voices: voices === null ? null : Number(voices),
    });
  }
}

customElements.define("copse-case-dialog", CaseDialog);
customElements.define("copse-source-dialog", SourceDialog);
