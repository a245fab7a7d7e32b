// Makes units to measure with, and a plan of them: so many squares with crooked corners, or those of a GeoJSON file.
async function town([units, text]) {
  const { Edges } = await import("/assets/js/map/edges.js");
  const { Shapes } = await import("/assets/js/map/shapes.js");
  const features = JSON.parse(text)?.features ?? squares(Number(units));
  const shapes = new Shapes(features.map((feature) => feature.geometry));
  const edges = new Edges(shapes);
  const neighbours = features.map(() => new Set());
  for (let edge = 0; edge < edges.count; edge++) {
    if (edges.second[edge] < 0) continue;
    neighbours[edges.first[edge]].add(edges.second[edge]);
    neighbours[edges.second[edge]].add(edges.first[edge]);
  }
  const box = shapes.around();
  const across = Math.ceil(Math.sqrt(features.length / 16));
  const numbers = new Map();
  const beatOf = features.map((_, i) => {
    const column = Math.floor(((shapes.centres[2 * i] - box.west) / (box.east - box.west)) * across * 0.999);
    const row = Math.floor(((shapes.centres[2 * i + 1] - box.north) / (box.south - box.north)) * across * 0.999);
    const key = row * across + column;
    if (!numbers.has(key)) numbers.set(key, numbers.size + 1);
    return numbers.get(key);
  });
  const hours = features.map((_, i) => 10 + ((i * 37) % 23));
  const target = hours.reduce((sum, each) => sum + each, 0) / numbers.size;
  const terms = { contact: 4, mix: 1, conflict: 2, places: 2, travel: 3, access: 1 };
  const figures = [...numbers.values()].map((number) => ({ number, sector: 1 + (number >> 3), units: 0, hours: 0, deviation: 0, residents: 0, areaSquareKilometres: 0, pieces: 1, hoursByTerm: {}, withinBounds: true }));
  beatOf.forEach((number, i) => {
    const beat = figures[number - 1];
    beat.units++;
    beat.hours += hours[i];
    beat.residents += 500;
    beat.deviation = beat.hours / target - 1;
  });
  const sectors = [...new Set(figures.map((beat) => beat.sector))].map((number) => ({ number, name: String(number), locked: false, officers: 8, hours: 0, targetHours: 8 * target, deviation: 0, residents: 0, areaSquareKilometres: 0, pieces: 1 }));
  const whole = { plan: { officers: numbers.size, hours: target * numbers.size, targetHours: target, lowerHours: target * 0.85, upperHours: target * 1.15, maxDeviation: 0.1, meanDeviation: 0.05, unassignedUnits: 0, unassignedResidents: 0, beatsInPieces: 0, beatsOutOfBounds: 0, emptyBeats: 0 }, beats: figures, sectors };
  const base = { revision: 1, savedBy: "planner", savedAt: "2026-01-01T00:00:00Z", note: null };
  return {
    units: { type: "FeatureCollection", features: features.map(({ geometry }, i) => ({ type: "Feature", id: `u${i}`, geometry, properties: { id: `u${i}`, number: i, name: null, residents: 500, estimated: false, hours: hours[i], hoursByTerm: terms, neighbourhood: null, inForce: null, neighbours: [...neighbours[i]] } })) },
    draft: { version: 1, base, latest: base, plan: { units: beatOf, beats: figures.map(({ number, sector }) => ({ number, name: String(number), colour: (number * 5) % 6, sector, locked: false })), sectors, lockedUnits: [], locked: false }, figures: whole, saved: whole, pending: { units: 0, residents: 0, changed: false }, undo: null, redo: null, edits: 0 },
  };

  function squares(count) {
    const side = Math.ceil(Math.sqrt(count));
    const crooked = (x, y) => [2.6 + ((x + 0.3 * Math.sin(x * 12.9 + y * 78.2)) * 0.3) / side, 51.3 + ((y + 0.3 * Math.sin(x * 39.3 + y * 11.1)) * 0.2) / side];
    const line = (a, b) => [0, 0.25, 0.5, 0.75].map((share) => [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share]);
    return Array.from({ length: count }, (_, i) => {
      const [x, y] = [i % side, Math.floor(i / side)];
      const corners = [crooked(x, y), crooked(x + 1, y), crooked(x + 1, y + 1), crooked(x, y + 1)];
      const ring = corners.flatMap((corner, k) => line(corner, corners[(k + 1) % 4]));
      return { geometry: { type: "Polygon", coordinates: [[...ring, ring[0]]] } };
    });
  }
}
