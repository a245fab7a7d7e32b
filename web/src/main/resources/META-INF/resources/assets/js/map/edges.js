// @ts-check
/** The edges of shapes that meet each other: which two shapes each lies between. */

/** Coordinates are compared on a lattice of at most so many lines each way, so that two of them make one exact number. */
const LINES = 2 ** 25;

export class Edges {
  /** @param {import("./shapes.js").Shapes} shapes whose neighbours share their corners */
  constructor(shapes) {
    const { xy, count } = shapes;
    const total = xy.length / 2;
    /** @type {Map<number, number>} edge by its two corners */
    const known = new Map();
    const corners = cornersOf(shapes);
    const most = total;
    const first = new Int32Array(total);
    const second = new Int32Array(total).fill(-1);
    const from = new Uint32Array(total);
    const degree = new Uint32Array(count + 1);
    let edges = 0;
    for (let i = 0; i < count; i++) {
      shapes.eachRing(i, (start, end) => {
        for (let p = start; p + 1 < end; p++) {
          const [a, b] = [corners[p], corners[p + 1]];
          if (a === b) continue;
          const key = a < b ? a * most + b : b * most + a;
          const edge = known.get(key);
          if (edge !== undefined && second[edge] < 0 && first[edge] !== i) {
            second[edge] = i;
          } else {
            known.set(key, edges);
            first[edges] = i;
            from[edges] = p;
            degree[i + 1]++;
            edges++;
          }
        }
      });
    }
    /** How many edges there are. */
    this.count = edges;
    /** The shape that has the edge. */
    this.first = first.subarray(0, edges);
    /** The shape beyond it, or −1 at the rim. */
    this.second = second.subarray(0, edges);
    /** The point that an edge begins at; it ends at the next. */
    this.from = from.subarray(0, edges);
    for (let i = 0; i < count; i++) degree[i + 1] += degree[i];
    /** Where the edges of each shape begin: those that it is the first of. They stand in the order of the shapes. */
    this.ofShape = degree;
  }
}

/** A number for each point, the same for points at the same place. @param {import("./shapes.js").Shapes} shapes */
function cornersOf({ xy, boxes }) {
  const total = xy.length / 2;
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < boxes.length; i += 4) {
    west = Math.min(west, boxes[i]);
    north = Math.min(north, boxes[i + 1]);
    east = Math.max(east, boxes[i + 2]);
    south = Math.max(south, boxes[i + 3]);
  }
  const scale = LINES / Math.max(east - west, south - north, 1e-12);
  /** @type {Map<number, number>} */
  const known = new Map();
  const corners = new Uint32Array(total);
  for (let p = 0; p < total; p++) {
    const key = Math.round((xy[2 * p] - west) * scale) * (LINES + 1) + Math.round((xy[2 * p + 1] - north) * scale);
    let corner = known.get(key);
    if (corner === undefined) known.set(key, (corner = known.size));
    corners[p] = corner;
  }
  return corners;
}
