#!/usr/bin/python3
"""Makes planning instances like the published ones that nothing was tuned on: grids, and counties and tracts drawn by chance.

usage: bench/unseen.py OUT

OUT receives a folder an instance (units.csv, edges.csv, meta.json) in the form of the published ones. The same every time.
Needs Debian's python3-numpy and python3-scipy.
"""
import json
import pathlib
import sys

import numpy
from scipy.spatial import Voronoi

# Least inertia known, in the units of score_exact.py: the best of many long runs, not proven.
BEST_KNOWN = json.loads((pathlib.Path(__file__).parent / "unseen.json").read_text())


def write(out, name, weights, x, y, edges, k, lower, upper, level):
    folder = out / name
    folder.mkdir(parents=True, exist_ok=True)
    rows = [f"{i},{i},,{w},{a:.2f},{b:.2f},," for i, (w, a, b) in enumerate(zip(weights, x, y))]
    (folder / "units.csv").write_text("\n".join(["id,geoid,name,pop,x_m,y_m,lon,lat", *rows]) + "\n")
    (folder / "edges.csv").write_text("\n".join(["a,b", *(f"{a},{b}" for a, b in edges)]) + "\n")
    meta = {"state": name, "level": level, "n": len(weights), "k": k, "L": lower, "U": upper,
            "hess": {"value": BEST_KNOWN.get(name)}, "cut_edges": None}
    (folder / "meta.json").write_text(json.dumps(meta))


def grid(out, rows, columns, k):
    """Squares of 100 m and weight 1 that must be shared out exactly."""
    units = range(rows * columns)
    edges = [(u, u + 1) for u in units if u % columns < columns - 1] + [(u, u + columns) for u in units[:-columns]]
    write(out, f"grid_{rows}x{columns}_{k}", [1] * len(units), [100 * (u % columns) for u in units],
          [100 * (u // columns) for u in units], edges, k, len(units) // k, len(units) // k, "grid")


def cells(out, name, units, k, spread, seed, level, metres=400_000, tolerance=0.005):
    """Cells about points drawn in a square, of lognormal weight, none near what a beat may have."""
    random = numpy.random.default_rng(seed)
    points = random.random((units, 2))
    for _ in range(2):
        diagram = Voronoi(mirrored(points))
        points = numpy.array([diagram.vertices[diagram.regions[diagram.point_region[i]]].mean(0) for i in range(units)])
    ridges = Voronoi(mirrored(points)).ridge_points
    edges = sorted({tuple(sorted(map(int, pair))) for pair in ridges if max(pair) < units})
    weights = numpy.exp(random.normal(0, spread, units)) * 20_000
    for _ in range(50):
        weights = numpy.minimum(weights, 0.85 * weights.sum() / k)
    weights = weights.astype(int) + 1
    target = weights.sum() / k
    write(out, name, weights.tolist(), points[:, 0] * metres, points[:, 1] * metres, edges, k,
          int(numpy.ceil(target * (1 - tolerance))), int(numpy.floor(target * (1 + tolerance))), level)


def mirrored(points):
    x, y = points[:, 0], points[:, 1]
    return numpy.vstack([points, numpy.c_[-x, y], numpy.c_[2 - x, y], numpy.c_[x, -y], numpy.c_[x, 2 - y]])


def make(out):
    for rows, columns, k in ((12, 12, 12), (9, 13, 9), (9, 13, 13), (11, 11, 11)):
        grid(out, rows, columns, k)
    cells(out, "counties_70_7", 70, 7, 1.1, 1, "county")
    cells(out, "counties_90_5", 90, 5, 1.0, 2, "county")
    cells(out, "counties_55_4", 55, 4, 1.2, 3, "county")
    cells(out, "counties_64_6", 64, 6, 1.0, 4, "county")
    cells(out, "tracts_300_3", 300, 3, 0.4, 5, "tract")
    cells(out, "tracts_600_4", 600, 4, 0.4, 6, "tract")


if __name__ == "__main__":
    make(pathlib.Path(sys.argv[1]))
