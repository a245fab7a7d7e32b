// @ts-check
/** Which units a movement of the hand touches. Places are pixels at zoom 0. */

/** @typedef {[number, number]} Pixel */

/** Units under a round brush: the one at its middle, and those whose own middle it covers. @param {import("../map/shapes.js").Shapes} shapes @param {Pixel} at @param {number} radius */
export function underBrush(shapes, [x, y], radius) {
  const { centres } = shapes;
  const touched = shapes
    .meeting({ west: x - radius, north: y - radius, east: x + radius, south: y + radius })
    .filter((i) => (centres[2 * i] - x) ** 2 + (centres[2 * i + 1] - y) ** 2 <= radius ** 2);
  const middle = shapes.at(x, y);
  return middle >= 0 && !touched.includes(middle) ? [...touched, middle] : touched;
}

/** Units under a brush drawn along a line: no unit is jumped over, however fast the hand. @param {import("../map/shapes.js").Shapes} shapes @param {Pixel} from @param {Pixel} to @param {number} radius */
export function alongLine(shapes, from, to, radius) {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const steps = Math.min(200, Math.max(1, Math.ceil(length / (radius / 2))));
  /** @type {Set<number>} */
  const touched = new Set();
  for (let step = 1; step <= steps; step++) {
    const share = step / steps;
    underBrush(shapes, [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])], radius).forEach((unit) => touched.add(unit));
  }
  return touched;
}

/** Units whose middle lies in a box between two corners. @param {import("../map/shapes.js").Shapes} shapes @param {Pixel} one @param {Pixel} other */
export function inRectangle(shapes, one, other) {
  const box = { west: Math.min(one[0], other[0]), north: Math.min(one[1], other[1]), east: Math.max(one[0], other[0]), south: Math.max(one[1], other[1]) };
  const { centres } = shapes;
  return shapes.meeting(box).filter((i) => centres[2 * i] >= box.west && centres[2 * i] <= box.east && centres[2 * i + 1] >= box.north && centres[2 * i + 1] <= box.south);
}

/** Units whose middle lies within a line that is closed from its end to its beginning. @param {import("../map/shapes.js").Shapes} shapes @param {Pixel[]} line */
export function inLasso(shapes, line) {
  const xs = line.map(([x]) => x);
  const ys = line.map(([, y]) => y);
  const { centres } = shapes;
  return shapes
    .meeting({ west: Math.min(...xs), north: Math.min(...ys), east: Math.max(...xs), south: Math.max(...ys) })
    .filter((i) => isWithin(line, centres[2 * i], centres[2 * i + 1]));
}

/** @param {Pixel[]} line @param {number} x @param {number} y */
function isWithin(line, x, y) {
  let inside = false;
  for (let p = 0, q = line.length - 1; p < line.length; q = p++) {
    const [[x1, y1], [x2, y2]] = [line[q], line[p]];
    if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
  }
  return inside;
}

/** All units of the neighbourhood that a unit is in; the unit alone where it is in none. @param {import("./ground.js").Ground} ground @param {number} unit */
export function neighbourhoodOf(ground, unit) {
  const name = ground.units[unit].neighbourhood;
  return name ? ground.units.flatMap((other, i) => (other.neighbourhood === name ? [i] : [])) : [unit];
}

/** The neighbour of a unit that lies most in a direction; −1 where none lies that way. @param {import("./ground.js").Ground} ground @param {number} unit @param {Pixel} direction */
export function neighbourTowards({ neighbours, shapes: { centres } }, unit, [dx, dy]) {
  let best = -1;
  let straightest = 0.35; // further off than 70° is another direction
  for (const other of neighbours[unit]) {
    const [x, y] = [centres[2 * other] - centres[2 * unit], centres[2 * other + 1] - centres[2 * unit + 1]];
    const straight = (x * dx + y * dy) / (Math.hypot(x, y) || 1);
    if (straight > straightest) [best, straightest] = [other, straight];
  }
  return best;
}
