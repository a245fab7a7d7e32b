"""Figures of fairness for a made-up district, reckoned apart from the engine: python3 reference.py [FOLDER].

Writes units.csv (what is measured) and figures.csv (what must come out). Standard library only; formulas as in docs/comparison.md.
"""
import csv
import math
import random
import sys
from collections import defaultdict
from pathlib import Path

SIDE = 12
HOURS = 140.0
METRES_PER_MINUTE = 4000 / 60
folder = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parent)
dice = random.Random(20260501)

units = []
for row in range(SIDE):
    for column in range(SIDE):
        residents = 0 if dice.random() < 0.05 else dice.randrange(20, 900)
        corner = math.exp(-((row - 2) ** 2 + (column - 3) ** 2) / 12)
        far = math.exp(-((row - 9) ** 2 + (column - 9) ** 2) / 5)
        units.append(
            {
                "x": 150.0 * column + dice.random() * 20,
                "y": 130.0 * row + dice.random() * 20,
                "residents": residents,
                "a": int(residents * min(0.9, 0.04 + 0.8 * corner + 0.6 * far)),
                "b": int(residents * (0.2 + 0.3 * dice.random())),
                "community": (row // 5) * 3 + column // 5 if dice.random() > 0.05 else -1,
                "beat": (row // 4) * 4 + column // 3,
            }
        )
total = sum(u["residents"] for u in units)
beats = defaultdict(list)
for number, unit in enumerate(units):
    beats[unit["beat"]].append(number)


def people(which, numbers):
    return sum(units[n][which] for n in numbers)


def middle(numbers):
    here = people("residents", numbers)
    return tuple(sum(units[n]["residents"] * units[n][axis] for n in numbers) / here for axis in "xy")


minutes = [0.0] * len(units)
for numbers in beats.values():
    at = middle(numbers)
    for n in numbers:
        minutes[n] = math.dist((units[n]["x"], units[n]["y"]), at) / METRES_PER_MINUTE


def concentrations(which):
    share = people(which, range(len(units))) / total
    dense = {n for n, u in enumerate(units) if u[which] > 0 and u[which] / u["residents"] >= 2 * share}
    found = []
    while dense:
        part, edge = set(), {dense.pop()}
        while edge:
            n = edge.pop()
            part.add(n)
            for step in (-1, 1, -SIDE, SIDE):
                other = n + step
                if other in dense and not (step in (-1, 1) and n // SIDE != other // SIDE):
                    dense.remove(other)
                    edge.add(other)
        if len(part) > 1:
            found.append(len({units[n]["beat"] for n in part}))
    return len(found), sum(1 for f in found if f > 1)


def worst(value_of_unit):
    """One by one: each resident is a row; those alike are mixed evenly."""
    rows = defaultdict(lambda: [0.0, 0.0, 0.0])
    for n, u in enumerate(units):
        if u["residents"]:
            for i, which in enumerate(("residents", "a", "b")):
                rows[value_of_unit(n)][i] += u[which]
    left, summed, groups = total / 10, 0.0, [0.0, 0.0]
    for value in sorted(rows):
        here, a, b = rows[value]
        share = min(1.0, left / here)
        summed += value * here * share
        groups[0] += a * share
        groups[1] += b * share
        left -= here * share
        if left <= 1e-9:
            break
    return summed / (total / 10), groups[0] / (total / 10), groups[1] / (total / 10)


figures = {}
by_community = defaultdict(lambda: defaultdict(float))
for u in units:
    if u["community"] >= 0:
        by_community[u["community"]][u["beat"]] += u["residents"]
figures["communitiesSplit"] = sum(1 for c in by_community.values() if len(c) > 1)
figures["residentsApart"] = sum(sum(c.values()) - max(c.values()) for c in by_community.values())
for which in ("a", "b"):
    group = people(which, range(len(units)))
    figures[which + ".people"] = group
    figures[which + ".dissimilarity"] = 0.5 * sum(
        abs(people(which, ns) / group - (people("residents", ns) - people(which, ns)) / (total - group)) for ns in beats.values()
    )
    figures[which + ".isolation"] = sum(people(which, ns) ** 2 / group / people("residents", ns) for ns in beats.values())
    packed = [ns for ns in beats.values() if people(which, ns) * 2 > people("residents", ns)]
    figures[which + ".packedBeats"] = len(packed)
    figures[which + ".packedPeople"] = sum(people(which, ns) for ns in packed)
    figures[which + ".concentrations"], figures[which + ".concentrationsSplit"] = concentrations(which)
    figures[which + ".hoursPerThousand"] = 1000 * sum(people(which, ns) / group * HOURS / people("residents", ns) for ns in beats.values())
    figures[which + ".minutesToContact"] = sum(u[which] * m for u, m in zip(units, minutes)) / group
figures["everyone.hoursPerThousand"] = 1000 * HOURS * len(beats) / total
figures["everyone.minutesToContact"] = sum(u["residents"] * m for u, m in zip(units, minutes)) / total
value, a, b = worst(lambda n: HOURS / people("residents", beats[units[n]["beat"]]))
figures["leastHours"], figures["leastHours.a"], figures["leastHours.b"] = value * 1000, a, b
value, a, b = worst(lambda n: -minutes[n])
figures["mostMinutes"], figures["mostMinutes.a"], figures["mostMinutes.b"] = -value, a, b

with open(folder / "units.csv", "w", newline="") as out:
    writer = csv.DictWriter(out, units[0].keys(), lineterminator="\n")
    writer.writeheader()
    writer.writerows(units)
with open(folder / "figures.csv", "w", newline="") as out:
    writer = csv.writer(out, lineterminator="\n")
    writer.writerows(figures.items())
