// @ts-check
import { html, nothing } from "lit";
import { t } from "../i18n.js";
import { put } from "../request.js";
import { FormDialog, given } from "./form-dialog.js";

const SIDE = 480;

/** An officer wants the full name or a photo shown. The photo is made small here, and loses on the way what a camera writes into it. */
class OptInDialog extends FormDialog {
  heading() {
    return t("optIn.title");
  }

  action() {
    return t("optIn.submit");
  }

  fields() {
    const { officer, own } = this.about;
    if (!officer) return nothing;
    return html`<p>${t(own ? "optIn.leadOwn" : "optIn.lead")}</p>
      <div class="fields">
        <div class="field wide"><label for="opt-name">${t("optIn.fullName")}</label>
          <input id="opt-name" name="fullName" maxlength="200" autocomplete="off" value=${officer.fullName ?? ""} .value=${officer.fullName ?? ""} /></div>
        <div class="field wide"><label for="opt-photo">${t("optIn.photo")}</label>
          <input id="opt-photo" name="photo" type="file" accept="image/jpeg,image/png,image/webp" aria-describedby="opt-photo-hint" />
          <p class="hint" id="opt-photo-hint">${t("optIn.photoHint")}</p></div>
        <div class="check field wide"><input type="checkbox" id="opt-agreed" name="agreed" required />
          <label for="opt-agreed">${t(own ? "optIn.agreedOwn" : "optIn.agreed")}</label></div>
      </div>`;
  }

  /** @param {FormData} form */
  async send(form) {
    const file = /** @type {File} */ (form.get("photo"));
    return put(this.about.own ? "/duty/opt-in" : `/officers/${this.about.officer.id}/opt-in`, {
      agreed: form.has("agreed"),
      fullName: given(form, "fullName"),
      photo: file?.size ? await small(file) : null,
    });
  }
}

/** Returns a picture as JPEG in base64, at most SIDE pixels on a side. @param {File} file */
async function small(file) {
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, SIDE / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL("image/jpeg", 0.9).split(",")[1];
}

customElements.define("copse-opt-in-dialog", OptInDialog);
