// @ts-check
import { html, nothing } from "lit";
import { CopseElement } from "../element.js";
import { t } from "../i18n.js";

/** What the file leaves open, each question with its answers; an answer is a choice like any other on the page. */
class CopseImportQuestions extends CopseElement {
  static properties = { questions: { attribute: false }, busy: { attribute: false } };

  constructor() {
    super();
    /** @type {import("../types.js").ImportQuestion[]} */
    this.questions = [];
    this.busy = false;
  }

  render() {
    if (this.questions.length === 0) return nothing;
    return html`<section class="notice warn questions" role="status" aria-labelledby="import-questions">
      <div class="stack">
        <strong id="import-questions">${t("import.questions")}</strong>
        ${this.questions.map(
          (question) => html`<fieldset class="stack">
            <legend>${this.words(question)}</legend>
            ${question.answers.map(
              (answer) => html`<button type="button" class="answer" ?disabled=${this.busy} @click=${() => this.tell("choice-made", answer.choice)}>${t(`answer.${answer.code}`, isolated(answer.values))}</button>`,
            )}
          </fieldset>`,
        )}
      </div>
    </section>`;
  }

  /** @param {import("../types.js").ImportQuestion} question */
  words({ code, values }) {
    return t(code === "position" ? `question.position.${values.why}` : `question.${code}`, isolated(values));
  }
}

/** Places and numbers keep their direction within a sentence of another. @param {Record<string, any>} values */
function isolated(values) {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, `\u2068${value}\u2069`]));
}

customElements.define("copse-import-questions", CopseImportQuestions);
