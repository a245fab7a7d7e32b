// @ts-check
/** Many polygons held in flat arrays, in the map's pixels at zoom 0, for drawing and finding them many times a second. */

/** Pixels of the world at zoom 0. */
const WORLD = 256;

/** The map's pixel at zoom 0 of a position. @param {number} lon @param {number} lat @returns {[number, number]} */
export function worldPixel(lon, lat) {
  const sin = Math.sin((Math.max(-85.05, Math.min(85.05, lat)) * Math.PI) / 180);
  return [WORLD * (lon / 360 + 0.5), WORLD * (0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI))];
}

/** The position of a pixel at zoom 0. @param {number} x @param {number} y @returns {[number, number]} lon, lat */
export function positionOf(x, y) {
  const lat = (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / WORLD))) * 180) / Math.PI;
  return [(x / WORLD - 0.5) * 360, lat];
}

/** @typedef {{west: number, north: number, east: number, south: number}} Box in pixels at zoom 0, north less than south */

export class Shapes {
  /** @param {any[]} geometries GeoJSON Polygons or MultiPolygons, lon/lat */
  constructor(geometries) {
    this.count = geometries.length;
    const rings = geometries.map((geometry) => (geometry?.type === "MultiPolygon" ? geometry.coordinates.flat() : (geometry?.coordinates ?? [])));
    const points = rings.reduce((sum, of) => sum + of.reduce((/** @type {number} */ n, /** @type {any[]} */ ring) => n + ring.length, 0), 0);
    /** Points of all rings, x and y in turn. */
    this.xy = new Float64Array(points * 2);
    /** Where each ring begins among the points, and where the last one ends. */
    this.ringStart = new Uint32Array(rings.reduce((sum, of) => sum + of.length, 0) + 1);
    /** Which ring is the first of each shape, and one past the last. */
    this.firstRing = new Uint32Array(this.count + 1);
    /** West, north, east, south of each shape. */
    this.boxes = new Float64Array(this.count * 4);
    this.fill(rings);
    this.centres = this.findCentres();
    this.grid = new Grid(this.boxes, this.count);
  }

  /** @param {number[][][][]} rings */
  fill(rings) {
    let point = 0;
    let ring = 0;
    for (let i = 0; i < this.count; i++) {
      this.firstRing[i] = ring;
      let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
      for (const points of rings[i]) {
        this.ringStart[ring++] = point;
        for (const [lon, lat] of points) {
          const [x, y] = worldPixel(lon, lat);
          this.xy[2 * point] = x;
          this.xy[2 * point + 1] = y;
          point++;
          if (x < west) west = x;
          if (x > east) east = x;
          if (y < north) north = y;
          if (y > south) south = y;
        }
      }
      this.boxes.set([west, north, east, south], 4 * i);
    }
    this.firstRing[this.count] = ring;
    this.ringStart[ring] = point;
  }

  /** A point inside each shape: the middle of its widest stretch half-way down, so that a crescent keeps it. */
  findCentres() {
    const centres = new Float64Array(this.count * 2);
    for (let i = 0; i < this.count; i++) {
      const [west, north, east, south] = this.boxes.subarray(4 * i, 4 * i + 4);
      centres[2 * i] = (west + east) / 2;
      centres[2 * i + 1] = (north + south) / 2;
      let widest = 0;
      for (const share of [0.5, 0.35, 0.65]) {
        const y = north + share * (south - north);
        const xs = this.crossings(i, y);
        for (let k = 0; k + 1 < xs.length; k += 2) {
          if (xs[k + 1] - xs[k] <= widest * 1.15) continue;
          widest = xs[k + 1] - xs[k];
          centres[2 * i] = (xs[k] + xs[k + 1]) / 2;
          centres[2 * i + 1] = y;
        }
      }
    }
    return centres;
  }

  /** Where a shape's outline crosses a latitude, from west to east. @param {number} i @param {number} y */
  crossings(i, y) {
    const { xy } = this;
    /** @type {number[]} */
    const xs = [];
    this.eachRing(i, (from, to) => {
      for (let p = from + 1; p < to; p++) {
        const [y1, y2] = [xy[2 * p - 1], xy[2 * p + 1]];
        if (y1 > y !== y2 > y) xs.push(xy[2 * p - 2] + ((y - y1) / (y2 - y1)) * (xy[2 * p] - xy[2 * p - 2]));
      }
    });
    return xs.sort((a, b) => a - b);
  }

  /** @param {number} i @param {(from: number, to: number) => void} each called with the range of each ring's points */
  eachRing(i, each) {
    for (let ring = this.firstRing[i]; ring < this.firstRing[i + 1]; ring++) each(this.ringStart[ring], this.ringStart[ring + 1]);
  }

  /** The shape at a pixel at zoom 0, or −1. @param {number} x @param {number} y */
  at(x, y) {
    for (const i of this.grid.near(x, y)) if (this.contains(i, x, y)) return i;
    return -1;
  }

  /** @param {number} i @param {number} x @param {number} y */
  contains(i, x, y) {
    const { boxes, xy } = this;
    if (x < boxes[4 * i] || y < boxes[4 * i + 1] || x > boxes[4 * i + 2] || y > boxes[4 * i + 3]) return false;
    let inside = false;
    this.eachRing(i, (from, to) => {
      for (let p = from + 1; p < to; p++) {
        const [x1, y1, x2, y2] = [xy[2 * p - 2], xy[2 * p - 1], xy[2 * p], xy[2 * p + 1]];
        if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
      }
    });
    return inside;
  }

  /** Shapes whose box meets a box, by number. @param {Box} box */
  meeting({ west, north, east, south }) {
    const { boxes } = this;
    return this.grid.within(west, north, east, south).filter((i) => boxes[4 * i] <= east && boxes[4 * i + 2] >= west && boxes[4 * i + 1] <= south && boxes[4 * i + 3] >= north);
  }

  /** The box around some shapes; around all when none are named. @param {Iterable<number>} [shapes] @returns {Box} */
  around(shapes = this.centres.length ? Array.from({ length: this.count }, (_, i) => i) : []) {
    const box = { west: Infinity, north: Infinity, east: -Infinity, south: -Infinity };
    for (const i of shapes) {
      box.west = Math.min(box.west, this.boxes[4 * i]);
      box.north = Math.min(box.north, this.boxes[4 * i + 1]);
      box.east = Math.max(box.east, this.boxes[4 * i + 2]);
      box.south = Math.max(box.south, this.boxes[4 * i + 3]);
    }
    return box;
  }
}

/** Which shapes lie about a place: squares, each with the shapes whose box meets it. */
class Grid {
  /** @param {Float64Array} boxes @param {number} count */
  constructor(boxes, count) {
    [this.west, this.north, this.east, this.south] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let i = 0; i < count; i++) {
      this.west = Math.min(this.west, boxes[4 * i]);
      this.north = Math.min(this.north, boxes[4 * i + 1]);
      this.east = Math.max(this.east, boxes[4 * i + 2]);
      this.south = Math.max(this.south, boxes[4 * i + 3]);
    }
    this.side = Math.max(1, Math.min(256, Math.ceil(Math.sqrt(count))));
    /** @type {number[][]} */
    this.squares = Array.from({ length: this.side * this.side }, () => []);
    for (let i = 0; i < count; i++) {
      if (boxes[4 * i] > boxes[4 * i + 2]) continue; // a shape without a point
      this.eachSquare(boxes[4 * i], boxes[4 * i + 1], boxes[4 * i + 2], boxes[4 * i + 3], (square) => this.squares[square].push(i));
    }
  }

  /** @param {number} x */
  column(x) {
    return Math.max(0, Math.min(this.side - 1, Math.floor(((x - this.west) / (this.east - this.west || 1)) * this.side)));
  }

  /** @param {number} y */
  row(y) {
    return Math.max(0, Math.min(this.side - 1, Math.floor(((y - this.north) / (this.south - this.north || 1)) * this.side)));
  }

  /** @param {number} west @param {number} north @param {number} east @param {number} south @param {(square: number) => void} each */
  eachSquare(west, north, east, south, each) {
    const [first, last] = [this.column(west), this.column(east)];
    for (let row = this.row(north); row <= this.row(south); row++) for (let column = first; column <= last; column++) each(row * this.side + column);
  }

  /** @param {number} x @param {number} y */
  near(x, y) {
    return this.squares[this.row(y) * this.side + this.column(x)];
  }

  /** @param {number} west @param {number} north @param {number} east @param {number} south */
  within(west, north, east, south) {
    /** @type {Set<number>} */
    const found = new Set();
    this.eachSquare(west, north, east, south, (square) => this.squares[square].forEach((i) => found.add(i)));
    return [...found];
  }
}
