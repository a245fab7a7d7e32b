// @ts-check
/** A photo is drawn anew on the phone, smaller and without what the camera wrote in it, before it is sent; the server does so again. */
import { draw, jpeg } from "../photo.js";

const field = /** @type {HTMLInputElement} */ (document.getElementById("photo"));
field.accept = "image/*"; // what the server does not read is made a JPEG here

field.addEventListener("change", async () => {
  const file = field.files?.[0];
  if (!file) return;
  const canvas = document.createElement("canvas");
  let made;
  try {
    await draw(file, canvas);
    made = await jpeg(canvas);
  } catch {
    return; // the server says what is wrong with it
  }
  if (field.files?.[0] !== file) return;
  const drawn = new DataTransfer();
  drawn.items.add(new File([made], "photo.jpg", { type: "image/jpeg" }));
  field.files = drawn.files;
});
