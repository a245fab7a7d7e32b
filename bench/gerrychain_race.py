#!/usr/bin/python3
"""How long the engine takes to the quality that GerryChain reaches in 1,000 short-burst steps, both in this run.

usage: bench/gerrychain_race.py INSTANCE --beats K --gerrychain DIR
       bench/gerrychain_race.py INSTANCE --beats K --cut N --seconds S
       bench/gerrychain_race.py INSTANCES --table FIGURES.csv [--gerrychain DIR]

INSTANCE is a folder with units.csv (id, pop) and edges.csv (a, b). --gerrychain names a checkout of GerryChain, which needs what
its own README says, and both run. Without one, --cut and --seconds state its result, and the ratio is against those figures, which
the answer says. --table races over many instances: INSTANCES holds a folder for each, FIGURES.csv has the columns instance, beats,
and, unless both run, cut and seconds. It prints a table.

The engine runs with budgets in time, each half as long again as the one before, until its plan, counted again here from the files,
has as few cut edges and keeps the tolerance. Three times are given: a proposal in a process that has planned before, as a server has
(src/main/java/org/copse/bench/TimeToQuality.java); the search of `./copse plan`, whose code is not yet compiled when it starts; and that
whole process, with starting the virtual machine and reading the files, which GerryChain's time leaves out.
"""
import argparse
import collections
import csv
import functools
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
TOLERANCE = 0.05
STEPS = 1_000
BURST = 10


FIRST_MILLIS = 20
LONGEST_MILLIS = 600_000


def read(instance):
    with open(instance / "units.csv", newline="") as file:
        weight = {int(row["id"]): float(row["pop"]) for row in csv.DictReader(file)}
    with open(instance / "edges.csv", newline="") as file:
        edges = [(int(row["a"]), int(row["b"])) for row in csv.DictReader(file)]
    return weight, edges


def gerrychain(checkout, weight, edges, beats, seed):
    sys.path.insert(0, str(checkout))
    import networkx
    from gerrychain import Graph, Partition, constraints, updaters
    from gerrychain.optimization import SingleMetricOptimizer
    from gerrychain.proposals import recom
    from gerrychain.random import random as chain_random
    from gerrychain.tree import recursive_tree_part

    chain_random.seed(seed)
    plain = networkx.Graph(edges)
    networkx.set_node_attributes(plain, weight, "pop")
    graph = Graph.from_networkx(plain)
    ideal = sum(weight.values()) / beats
    started = time.monotonic()
    start = Partition(
        graph,
        recursive_tree_part(graph, range(beats), ideal, "pop", TOLERANCE / 2, 1),
        {"pop": updaters.Tally("pop", alias="pop"), "cut_edges": updaters.cut_edges},
    )
    proposal = functools.partial(recom, pop_col="pop", pop_target=ideal, epsilon=TOLERANCE, node_repeats=1)
    optimizer = SingleMetricOptimizer(
        proposal,
        constraints.Validator([constraints.within_percent_of_ideal_population(start, TOLERANCE, "pop")]),
        start,
        lambda plan: len(plan["cut_edges"]),
        maximize=False,
    )
    for _ in optimizer.short_bursts(BURST, STEPS // BURST):
        pass
    return optimizer.best_score, time.monotonic() - started


def engine(instance, weight, edges, beats, seed, goal, threads):
    """Returns cut edges, seconds of search and of the process of the first run that reaches the goal."""
    millis = FIRST_MILLIS
    while millis <= LONGEST_MILLIS:
        with tempfile.TemporaryDirectory() as out:
            command = [str(ROOT / "copse"), "plan", "--graph", str(instance), "--beats", str(beats), "--tolerance",
                       str(TOLERANCE), "--favour", "cut", "--seed", str(seed), "--budget", f"{millis}ms",
                       "--threads", str(threads), "--out", f"{out}/plan"]
            started = time.monotonic()
            run = subprocess.run(command, capture_output=True, text=True)
            process = time.monotonic() - started
            if run.returncode not in (0, 4):
                raise SystemExit(f"{' '.join(command)} ended with {run.returncode}:\n{run.stderr}")
            cut, deviation = count(pathlib.Path(out, "plan", "assignment.csv"), weight, edges)
            report = json.loads(pathlib.Path(out, "plan", "report.json").read_text())
            if cut <= goal and deviation <= TOLERANCE + 1e-9:
                return cut, report["elapsedSeconds"], process
        millis = millis * 3 // 2
    raise SystemExit(f"{instance.name}, {beats} beats: {goal} cut edges were not reached in {LONGEST_MILLIS / 1000:.0f} s")


def warm(instance, beats, seed, goal, threads):
    """Returns seconds of a proposal that reaches the goal in a process that has planned before."""
    libraries = ROOT / "server" / "target" / "lib"
    jars = [str(jar) for name in ("copse-planning", "jts-core", "jspecify") for jar in libraries.glob(f"{name}*.jar")]
    command = ["java", "-XX:+UseSerialGC", "-cp", os.pathsep.join(jars),
               str(ROOT / "bench/src/main/java/org/copse/bench/TimeToQuality.java"),
               str(instance), str(beats), str(goal), str(seed), str(threads)]
    run = subprocess.run(command, capture_output=True, text=True)
    if run.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {run.returncode}:\n{run.stderr}")
    return float(run.stdout.split()[1])


def count(assignment, weight, edges):
    """Returns cut edges and the largest deviation of a plan, from its file alone."""
    with open(assignment, newline="") as file:
        beat = {int(row["unit_id"]): row["beat_id"] for row in csv.DictReader(file)}
    if beat.keys() != weight.keys():
        raise SystemExit(f"{assignment} has {len(beat)} units, not the instance's {len(weight)}")
    load = collections.Counter()
    for unit, name in beat.items():
        load[name] += weight[unit]
    mean = sum(weight.values()) / len(load)
    return sum(beat[a] != beat[b] for a, b in edges), max(abs(value - mean) for value in load.values()) / mean


def read_table(path, measured):
    """Returns (instance, beats, cut, seconds) of each row; cut and seconds are None where they are to be measured."""
    with open(path, newline="") as file:
        rows = list(csv.DictReader(file))
    races = []
    for number, row in enumerate(rows, start=2):
        try:
            figures = (None, None) if measured else (int(row["cut"].replace(",", "")), float(row["seconds"]))
            races.append((row["instance"].strip(), int(row["beats"]), *figures))
        except (KeyError, ValueError, AttributeError, TypeError) as wrong:
            raise SystemExit(f"{path} line {number}: instance, beats, cut and seconds are needed, not {dict(row)}") from wrong
    return races


def race(instance, beats, goal, theirs, options):
    """Returns goal, GerryChain's seconds, and the engine's cut edges, search, process and warm seconds."""
    weight, edges = read(instance)
    if options.gerrychain:
        goal, theirs = gerrychain(options.gerrychain, weight, edges, beats, options.seed)
    cold = engine(instance, weight, edges, beats, options.seed, goal, options.threads)
    return goal, theirs, *cold, warm(instance, beats, options.seed, goal, options.threads)


def cells(name, beats, goal, theirs, cut, search, process, proposal):
    """Returns a row of the table; the ratios are GerryChain's seconds over the engine's."""
    return [name, str(beats), f"{goal:,}", f"{theirs:,.1f}", f"{proposal:.3f}", f"{theirs / proposal:,.0f}", f"{cut:,}",
            f"{search:.3f}", f"{theirs / search:,.0f}", f"{process:.2f}", f"{theirs / process:,.1f}"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("instance", type=pathlib.Path, help="an instance; with --table the folder that holds them")
    parser.add_argument("--beats", type=int)
    parser.add_argument("--gerrychain", type=pathlib.Path, help="a checkout of GerryChain")
    parser.add_argument("--cut", type=int, help="cut edges that GerryChain reached elsewhere")
    parser.add_argument("--seconds", type=float, help="seconds that it took there")
    parser.add_argument("--table", type=pathlib.Path, help="many races: instance, beats, cut, seconds")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    if options.table:
        races = [(options.instance / name, *rest) for name, *rest in read_table(options.table, options.gerrychain)]
    elif options.beats and (options.gerrychain or (options.cut and options.seconds)):
        races = [(options.instance, options.beats, options.cut, options.seconds)]
    else:
        parser.error("give --table, or --beats with a checkout (--gerrychain) or its result (--cut and --seconds)")
    source = "measured in this run" if options.gerrychain else "as stated, from another machine"
    heads = ["instance", "beats", "GerryChain's cut edges", f"its seconds ({source})", "seconds of a proposal", "ratio",
             "cut edges of a new process", "seconds of its search", "ratio", "seconds of the process", "ratio"]
    print(f"| {' | '.join(heads)} |\n|{'---|' * len(heads)}", flush=True)
    for instance, beats, goal, theirs in races:
        row = cells(instance.name, beats, *race(instance, beats, goal, theirs, options))
        print(f"| {' | '.join(row)} |", flush=True)


if __name__ == "__main__":
    main()
