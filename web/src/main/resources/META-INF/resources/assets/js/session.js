// @ts-check
/** Who is looking at the page. Asked once per page. */
import { get, useCsrf } from "./request.js";

/** @type {import("./types.js").Session} */
const NOBODY = { signedIn: false, name: null, roles: [], permissions: [], csrf: null, demo: false, tileUrl: null, tileAttribution: null };

/** @type {Promise<import("./types.js").Session> | null} */
let asked = null;

/** On a public page nobody is asked who they are: the page says what its map needs. */
const { language, tiles, tileAttribution } = document.documentElement.dataset;
if (language) asked = Promise.resolve({ ...NOBODY, tileUrl: tiles || null, tileAttribution: tileAttribution || null });

/** Returns the session; somebody unknown when the server does not answer. */
export function session() {
  asked ??= get("/session")
    .then((answer) => {
      useCsrf(answer.csrf ?? null);
      return { ...NOBODY, ...answer };
    })
    .catch(() => {
      asked = null; // the next question may find the server again
      return NOBODY;
    });
  return asked;
}
