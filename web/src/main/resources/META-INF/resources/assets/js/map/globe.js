// @ts-check
/** Distances on the globe. */

/** Of a sphere as large as the earth, in metres. */
const RADIUS = 6_371_008.8;

/** Metres along a great circle between two positions, from each longitude and latitude. @param {number[]} from @param {number[]} to */
export function metresBetween([lon, lat], [toLon, toLat]) {
  const radians = Math.PI / 180;
  const half = (/** @type {number} */ degrees) => Math.sin((degrees * radians) / 2) ** 2;
  const haversine = half(toLat - lat) + Math.cos(lat * radians) * Math.cos(toLat * radians) * half(toLon - lon);
  return 2 * RADIUS * Math.asin(Math.sqrt(Math.min(1, haversine)));
}
