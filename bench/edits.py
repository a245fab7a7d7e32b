#!/usr/bin/env python3
"""How long an edit of a drawn plan takes from the request to the changed figures, over HTTP.

    ./run --port 8181 --data SOME_EMPTY_FOLDER     (in another shell)
    bench/edits.py http://127.0.0.1:8181 654 5000 30000

For each number of units it generates a town, imports it, has the engine fill an empty plan, and then moves units along boundaries one at a time and
ten at a time, undoes and redoes. Milliseconds: median, 95 % and largest of the edits, as the client sees them."""
import http.cookiejar
import json
import math
import random
import statistics
import sys
import time
import urllib.parse
import urllib.request

EDITS = 100


class Planner:
    """Somebody signed in to the account for trying out."""

    def __init__(self, root):
        self.root = root
        jar = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        self.opener = urllib.request.build_opener(jar)
        token = self.session()["csrf"]["token"]
        form = urllib.parse.urlencode({"username": "planner", "password": "copse-demo", "_csrf": token})
        self.opener.open(root + "/login", form.encode()).read()
        self.token = self.session()["csrf"]["token"]

    def session(self):
        return json.load(self.opener.open(self.root + "/api/v1/session"))

    def send(self, method, path, body, content_type="application/json", **headers):
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        request = urllib.request.Request(self.root + path, data, method=method, headers=headers)
        request.add_header("Content-Type", content_type)
        request.add_header("X-CSRF-TOKEN", self.token)
        try:
            text = self.opener.open(request).read()
        except urllib.error.HTTPError as error:
            sys.exit(f"{method} {path}: {error.code} {error.read().decode()[:500]}")
        return json.loads(text) if text else None

    def get(self, path):
        return json.load(self.opener.open(self.root + path))


def town(units, seed):
    """A GeoJSON layer of crooked blocks that meet, about 30 vertices each, with uneven residents."""
    side = math.isqrt(units - 1) + 1
    rng = random.Random(seed)
    step = 0.003
    corner = [[(4.0 + step * (c + 0.5 * (rng.random() - 0.5)), 50.5 + step * (r + 0.5 * (rng.random() - 0.5)))
               for c in range(side + 1)] for r in range(side + 1)]
    sides = {}

    def crooked(a, b):
        key = (min(a, b), max(a, b))
        if key not in sides:
            points = [key[0]]
            for i in range(1, 8):
                t = i / 8
                points.append((key[0][0] + t * (key[1][0] - key[0][0]) + step * 0.03 * (rng.random() - 0.5),
                               key[0][1] + t * (key[1][1] - key[0][1]) + step * 0.03 * (rng.random() - 0.5)))
            sides[key] = points + [key[1]]
        return sides[key] if (a, b) == key else sides[key][::-1]

    features = []
    for u in range(units):
        r, c = divmod(u, side)
        ring = [corner[r][c], corner[r][c + 1], corner[r + 1][c + 1], corner[r + 1][c]]
        line = []
        for a, b in zip(ring, ring[1:] + ring[:1]):
            line += [[round(x, 7), round(y, 7)] for x, y in crooked(a, b)[:-1]]
        features.append({"type": "Feature",
                         "properties": {"UNIT": f"u{u}", "POP": int(1500 * math.exp(0.4 * rng.gauss(0, 1))),
                                        "BEAT": f"b{r * 8 // side}-{c * 8 // side}"},
                         "geometry": {"type": "Polygon", "coordinates": [line + line[:1]]}})
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


def layer(planner, units):
    edge = "benchbenchbench"
    parts = b""
    for name, value in (("kind", "UNITS"), ("name", f"Bench {units}"),
                        ("roles", json.dumps({"ID": "UNIT", "POPULATION": "POP", "BEAT": "BEAT"}))):
        parts += f'--{edge}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
    parts += (f'--{edge}\r\nContent-Disposition: form-data; name="file"; filename="bench.geojson"\r\n'
              f"Content-Type: application/octet-stream\r\n\r\n").encode() + town(units, 1) + f"\r\n--{edge}--\r\n".encode()
    return planner.send("POST", "/api/v1/layers", parts, f"multipart/form-data; boundary={edge}")["layer"]["id"]


def measure(planner, units):
    officers = max(4, units // 12) if units <= 5000 else units // 50
    scenario = planner.send("POST", "/api/v1/scenarios", {
        "name": f"Bench {units}", "layers": {"units": layer(planner, units)}, "officers": officers,
        "sectors": max(1, officers // 8), "budgetSeconds": 1})["id"]
    path = f"/api/v1/scenarios/{scenario}"
    planner.send("POST", path + "/plan", {"from": "empty"})
    planner.send("POST", path + "/draft/edits", {"kind": "refill"})
    start = time.perf_counter()
    draft = planner.get(path + "/draft")
    opened = time.perf_counter() - start
    beat_of = draft["plan"]["units"]
    neighbours = [f["properties"]["neighbours"] for f in planner.get(path + "/units")["features"]]
    rng = random.Random(2)
    times = {"one unit": [], "ten units": [], "undo": [], "redo": []}

    def timed(what, call):
        begun = time.perf_counter()
        answer = call()
        times[what].append(1000 * (time.perf_counter() - begun))
        for unit in answer["units"]:
            beat_of[int(unit["unit"][1:])] = unit["beat"]

    for number in range(EDITS):
        while True:
            unit = rng.randrange(units)
            others = [beat_of[v] for v in neighbours[unit] if beat_of[v] not in (None, beat_of[unit])]
            if others:
                break
        chosen = [unit]
        if number % 2:
            for v in chosen:
                chosen += [w for w in neighbours[v] if w not in chosen and beat_of[w] == beat_of[unit]][: 10 - len(chosen)]
        what = "ten units" if number % 2 else "one unit"
        timed(what, lambda: planner.send("POST", path + "/draft/edits", {
            "kind": "move", "units": [f"u{u}" for u in chosen], "to": others[0]}))
        if number % 5 == 0:
            timed("undo", lambda: planner.send("POST", path + "/draft/undo", b""))
            timed("redo", lambda: planner.send("POST", path + "/draft/redo", b""))
    print(f"{units} units, {officers} beats; draft opened in {1000 * opened:.0f} ms")
    for what, values in times.items():
        values = sorted(values[3:])
        print(f"  {what:10} median {statistics.median(values):7.1f}  95 % {values[int(0.95 * len(values))]:7.1f}"
              f"  largest {values[-1]:7.1f} ms")


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    someone = Planner(sys.argv[1].rstrip("/"))
    for count in sys.argv[2:]:
        measure(someone, int(count))
