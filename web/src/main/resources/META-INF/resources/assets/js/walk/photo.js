// @ts-check
/** What was covered in a photo is painted over, and its JPEG named by its hash. */
import { jpeg } from "../photo.js";
import { sha256 } from "./outbox.js";

/**
 * Paints over a face or a plate: one colour, nothing of what was there is left.
 * @param {HTMLCanvasElement} canvas @param {{x: number, y: number}} from in the canvas's pixels @param {{x: number, y: number}} to
 */
export function cover(canvas, from, to) {
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  pen.strokeStyle = "black";
  pen.lineWidth = brush(canvas);
  pen.lineCap = "round";
  pen.beginPath();
  pen.moveTo(from.x, from.y);
  pen.lineTo(to.x, to.y + 0.01);
  pen.stroke();
}

/** @param {HTMLCanvasElement} canvas */
const brush = (canvas) => Math.max(canvas.width, canvas.height) / 14;

/** @param {HTMLCanvasElement} canvas @returns {Promise<{sha256: string, data: ArrayBuffer}>} a JPEG of what is drawn, and nothing else */
export async function encoded(canvas) {
  const data = await (await jpeg(canvas)).arrayBuffer();
  return { sha256: await sha256(data), data };
}
