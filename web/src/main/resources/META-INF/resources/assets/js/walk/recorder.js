// @ts-check
/** Records where one walks. Each position is on the phone's disk before the next is asked for; where none comes for a while there is a gap, and no line over it. */
import { metresBetween } from "../map/globe.js";
import * as store from "./store.js";

const GAP_MILLIS = 60_000;
const USELESS_METRES = 150;
const LEAST_STEP_METRES = 3;

/** @typedef {{lon: number, lat: number, accuracyMetres: number, at: number}} Position */

/** One phone on one walk, while it records. */
export class Recorder extends EventTarget {
  /** @param {import("./store.js").Walk} walk */
  constructor(walk) {
    super();
    this.walk = walk.id;
    this.segment = walk.segment;
    /** @type {Position | null} the last known, whether it was recorded or not */
    this.position = null;
    /** Why there is none. */
    this.trouble = "";
    /** The last point that was recorded. @type {number[] | null} */
    this.last = null;
    /** When a position last came that is good for a point: who stands still makes no gap. */
    this.heard = 0;
    this.watch = -1;
    /** @type {WakeLockSentinel | null} */
    this.lock = null;
    this.awake = () => document.visibilityState === "visible" && this.watch >= 0 && this.stayAwake();
    /** Steady within a segment, even when somebody sets the phone's clock. */
    this.zero = Date.now() - performance.now();
    /** @type {Promise<void>} one position after the other */
    this.writing = Promise.resolve();
  }

  /** Begins a segment. */
  async start() {
    this.segment++;
    this.last = null;
    this.zero = Date.now() - performance.now();
    await store.changeWalk(this.walk, { segment: this.segment, mode: "recording" });
    this.watch = navigator.geolocation.watchPosition(
      (found) => (this.writing = this.writing.then(() => this.take(found.coords)).catch((error) => this.failed(error))),
      (error) => this.say(error.code === error.PERMISSION_DENIED ? "denied" : "none"),
      { enableHighAccuracy: true, maximumAge: 0, timeout: 30_000 },
    );
    document.addEventListener("visibilitychange", this.awake);
    await this.stayAwake();
  }

  /** A phone that sleeps records nothing. */
  async stayAwake() {
    try {
      this.lock = await navigator.wakeLock.request("screen");
    } catch {
      this.lock = null; // not every browser has it, and none gives it to a page that is not seen
    }
  }

  /** @param {GeolocationCoordinates} coords */
  async take(coords) {
    const at = Math.round(this.zero + performance.now());
    this.position = { lon: coords.longitude, lat: coords.latitude, accuracyMetres: coords.accuracy, at };
    this.trouble = "";
    if (coords.accuracy <= USELESS_METRES) {
      const point = [round(coords.longitude, 7), round(coords.latitude, 7), round(coords.accuracy, 1), at];
      const silence = at - this.heard;
      this.heard = at;
      if (this.last && silence > GAP_MILLIS) {
        this.segment++;
        await store.changeWalk(this.walk, { segment: this.segment });
      } else if (this.last && metresBetween(this.last, point) < LEAST_STEP_METRES) {
        this.dispatchEvent(new Event("change"));
        return;
      }
      this.last = point;
      await store.addPoint(this.walk, this.segment, point);
      await store.pack(this.walk, false);
    }
    this.dispatchEvent(new Event("change"));
  }

  /** @param {unknown} error */
  failed(error) {
    this.say(error instanceof DOMException && error.name === "QuotaExceededError" ? "full" : "none");
  }

  /** @param {string} trouble */
  say(trouble) {
    this.trouble = trouble;
    this.dispatchEvent(new Event("change"));
  }

  /** Ends the segment. @param {"paused" | "finished"} mode */
  async stop(mode) {
    navigator.geolocation.clearWatch(this.watch);
    this.watch = -1;
    document.removeEventListener("visibilitychange", this.awake);
    await this.lock?.release().catch(() => {});
    await this.writing;
    await store.pack(this.walk, true);
    await store.changeWalk(this.walk, { mode });
  }
}

/** @param {number} value @param {number} digits */
const round = (value, digits) => Math.round(value * 10 ** digits) / 10 ** digits;
