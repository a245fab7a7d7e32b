// @ts-check
/** Photos are drawn anew on the phone, smaller, before they go anywhere; the camera's file goes nowhere. */
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

/** A JPEG of what is drawn, and nothing else. @param {HTMLCanvasElement} canvas @returns {Promise<Blob>} */
export async function jpeg(canvas) {
  const blob = await new Promise((/** @type {(made: Blob | null) => void} */ made) => canvas.toBlob(made, "image/jpeg", QUALITY));
  if (!blob) throw new Error("the picture cannot be encoded");
  return blob;
}
