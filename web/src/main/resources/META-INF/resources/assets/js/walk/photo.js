// @ts-check
/** Photos are drawn anew on the phone, smaller, with what was covered painted over; the camera's file goes nowhere. */
import { sha256 } from "./outbox.js";

const LONGEST_SIDE = 1600;
const QUALITY = 0.8;

/**
 * Draws a camera's file on a canvas, as large as it is sent.
 * @param {Blob} file @param {HTMLCanvasElement} canvas
 */
export async function draw(file, canvas) {
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  pen.fillStyle = "white";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
}

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
  const blob = await new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", QUALITY));
  if (!blob) throw new Error("the picture cannot be encoded");
  const data = await blob.arrayBuffer();
  return { sha256: await sha256(data), data };
}
