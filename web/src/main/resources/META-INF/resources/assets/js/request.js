// @ts-check
/** The one way to the server: JSON in and out, and every failure an error with a name. */

/**
 * A problem+json body (RFC 9457) with the members that our catalogue adds.
 * @typedef {{type?: string, title?: string, status?: number, detail?: string, code?: string, where?: string,
 *   whatToDo?: string, values?: Record<string, unknown>, sectors?: string[], uses?: {what: string, name: string}[], report?: import("./types.js").ImportReport, errors?: {field: string, message: string}[]}} Problem
 */

/** The server answered with a problem. */
export class ProblemError extends Error {
  /** @param {number} status @param {Problem} problem */
  constructor(status, problem) {
    super(problem.detail || problem.title || `HTTP ${status}`);
    this.name = new.target.name;
    this.status = status;
    this.problem = problem;
    /** The problem's short name, the last part of its type. */
    this.slug = (problem.type ?? "").split("/").pop() ?? "";
  }
}

export class BadRequest extends ProblemError {}
export class NotSignedIn extends ProblemError {}
export class NotAllowed extends ProblemError {}
export class NotFound extends ProblemError {}
export class Conflict extends ProblemError {}
export class TooLarge extends ProblemError {}
export class Refused extends ProblemError {}
export class TooManyRequests extends ProblemError {}
export class ServerFailed extends ProblemError {}

/** No answer at all: no network, or no server. */
export class Unreachable extends Error {
  constructor() {
    super("unreachable");
    this.name = "Unreachable";
  }
}

/** @type {Record<number, typeof ProblemError>} */
const BY_STATUS = {
  400: BadRequest,
  401: NotSignedIn,
  403: NotAllowed,
  404: NotFound,
  409: Conflict,
  413: TooLarge,
  422: Refused,
  429: TooManyRequests,
};

const API = "/api/v1";

/** @type {{header: string, token: string} | null} */
let csrf = null;

/** @param {{header: string, token: string} | null} token */
export function useCsrf(token) {
  csrf = token;
}

/**
 * @param {string} path under /api/v1
 * @param {RequestInit} options
 * @returns {Promise<any>} the body; null when there is none
 */
async function send(path, options) {
  const headers = new Headers(options.headers);
  headers.set("Accept", "application/json, application/geo+json, application/problem+json");
  if (csrf && options.method !== "GET") headers.set(csrf.header, csrf.token);
  let response;
  try {
    response = await fetch(API + path, { ...options, headers, credentials: "same-origin" });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new Unreachable();
  }
  const body = parsed(await response.text());
  if (response.ok) return body;
  throw problem(response.status, body);
}

/** @param {number} status @param {Problem | null} body */
function problem(status, body) {
  const Named = BY_STATUS[status] ?? (status >= 500 ? ServerFailed : ProblemError);
  return new Named(status, body ?? {});
}

/** @param {string} text */
function parsed(text) {
  if (!text) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null; // a proxy's HTML page is no answer of ours; the status still says what happened
  }
}

/** @param {string} path @param {AbortSignal} [signal] */
export const get = (path, signal) => send(path, { method: "GET", signal });

/** @param {string} path @param {unknown} [body] @param {Record<string, string>} [headers] */
export const post = (path, body, headers = {}) =>
  send(path, {
    method: "POST",
    headers: body === undefined ? headers : { "Content-Type": "application/json", ...headers },
    body: body === undefined ? undefined : JSON.stringify(body),
  });

/**
 * Sends JSON and saves the file that comes back.
 * @param {string} path
 * @param {unknown} body
 * @param {string} name of the file
 */
export async function postForFile(path, body, name) {
  const headers = new Headers({ "Content-Type": "application/json", Accept: "application/pdf, application/problem+json" });
  if (csrf) headers.set(csrf.header, csrf.token);
  const response = await fetch(API + path, { method: "POST", headers, body: JSON.stringify(body), credentials: "same-origin" }).catch(() => {
    throw new Unreachable();
  });
  if (!response.ok) throw problem(response.status, parsed(await response.text()));
  saveFile(await response.blob(), name);
}

/** Hands a file to whoever looks, under a name. @param {Blob} file @param {string} name */
export function saveFile(file, name) {
  const address = URL.createObjectURL(file);
  Object.assign(document.createElement("a"), { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** @param {string} path @param {unknown} body */
export const put = (path, body) =>
  send(path, { method: "PUT", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });

/** @param {string} path @param {unknown} body */
export const patch = (path, body) =>
  send(path, { method: "PATCH", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });

/**
 * Sends files, and says how far it is: fetch cannot.
 * @param {string} path
 * @param {FormData} form
 * @param {(share: number) => void} progress called with 0 to 1
 * @param {AbortSignal} signal
 * @returns {Promise<any>} the body
 */
export const sendFiles = (path, form, progress, signal) =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", API + path);
    request.setRequestHeader("Accept", "application/json, application/problem+json");
    if (csrf) request.setRequestHeader(csrf.header, csrf.token);
    request.upload.addEventListener("progress", (event) => progress(event.total ? event.loaded / event.total : 0));
    request.addEventListener("load", () => {
      const body = parsed(request.responseText);
      if (request.status >= 200 && request.status < 300) resolve(body);
      else reject(problem(request.status, body));
    });
    request.addEventListener("error", () => reject(new Unreachable()));
    request.addEventListener("abort", () => reject(new DOMException("Cancelled", "AbortError")));
    signal.addEventListener("abort", () => request.abort());
    request.send(form);
  });

/** @param {string} path */
export const remove = (path) => send(path, { method: "DELETE" });
