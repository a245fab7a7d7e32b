// @ts-check
/** How an e-mail to an agency stands. */
import { html, nothing } from "lit";
import { moment } from "../adoption/words.js";
import { number, t } from "../i18n.js";

/** @param {any} mail @param {any} standing */
export function mailLine(mail, standing) {
  if (!mail) return nothing;
  const soon = mail.state === "waiting" && !mail.tries;
  const agency = t(`finding.agency.${mail.addressee}`);
  const said = t(`finding.mail.${soon ? "soon" : mail.state}`, { agency, date: moment(mail.next ?? mail.at) });
  const why = mail.failure ? t(`finding.mail.why.${mail.failure}`, { reply: mail.reply ? number(mail.reply) : "–" }) : "";
  const mendable = mail.state === "failed" && ["accepted", "in-progress"].includes(standing.state);
  return html`<p class="small ${mail.state === "failed" ? "warn-text" : "quiet"}">${said}${why ? html` · ${why}` : nothing}${mendable ? html` ${t("finding.mail.again")}` : nothing}</p>`;
}
