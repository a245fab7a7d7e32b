#!/usr/bin/python3
"""How long the engine takes to the quality that GerryChain reaches in 1,000 short-burst steps, both in this run.

usage: bench/gerrychain_race.py INSTANCE --beats K [--gerrychain DIR] [--cut N --seconds S]

INSTANCE is a folder with units.csv (id, pop) and edges.csv (a, b). --gerrychain names a checkout of GerryChain, which needs what
its own README says. Without one, --cut and --seconds state its result, and the ratio is against those figures, which the last line says.

The engine runs with budgets in moves that double until its plan, counted again here from the files, has as few cut edges.
Two times are given: the search alone, as the engine reports it, and the whole process, with starting the virtual machine and
reading the files, both of which GerryChain's time leaves out.
"""
import argparse
import csv
import functools
import json
import pathlib
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
TOLERANCE = 0.05
STEPS = 1_000
BURST = 10


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


def engine(instance, edges, beats, seed, goal, threads):
    moves = 10_000
    while True:
        with tempfile.TemporaryDirectory() as out:
            command = [str(ROOT / "copse"), "plan", "--graph", str(instance), "--beats", str(beats), "--tolerance",
                       str(TOLERANCE), "--favour", "cut", "--seed", str(seed), "--iterations", str(moves),
                       "--threads", str(threads), "--out", f"{out}/plan"]
            started = time.monotonic()
            run = subprocess.run(command, capture_output=True, text=True)
            process = time.monotonic() - started
            if run.returncode == 0:
                report = json.loads(pathlib.Path(out, "plan", "report.json").read_text())
                with open(f"{out}/plan/assignment.csv", newline="") as file:
                    beat = {int(row[0]): row[1] for row in list(csv.reader(file))[1:]}
                cut = sum(beat[a] != beat[b] for a, b in edges)
                if cut <= goal:
                    return cut, moves, report["run"]["elapsedSeconds"], process
            elif run.returncode != 4:
                raise SystemExit(f"{' '.join(command)} ended with {run.returncode}:\n{run.stderr}")
        moves *= 2
        if moves > 2_000_000_000:
            raise SystemExit(f"{goal} cut edges were not reached in {moves // 2:,} moves")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("instance", type=pathlib.Path)
    parser.add_argument("--beats", type=int, required=True)
    parser.add_argument("--gerrychain", type=pathlib.Path, help="a checkout of GerryChain")
    parser.add_argument("--cut", type=int, help="cut edges that GerryChain reached elsewhere")
    parser.add_argument("--seconds", type=float, help="seconds that it took there")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    weight, edges = read(options.instance)
    if options.gerrychain:
        goal, theirs = gerrychain(options.gerrychain, weight, edges, options.beats, options.seed)
        source = "measured in this run"
    elif options.cut and options.seconds:
        goal, theirs, source = options.cut, options.seconds, "as stated, from another machine"
    else:
        parser.error("name a checkout with --gerrychain, or its result with --cut and --seconds")
    cut, moves, search, process = engine(options.instance, edges, options.beats, options.seed, goal, options.threads)
    print(f"{options.instance.name}, {options.beats} beats: GerryChain {goal} cut edges in {theirs:.1f} s ({source}); "
          f"Copse {cut} in {search:.3f} s of search, {moves:,} moves ({theirs / search:.0f} times as fast), "
          f"{process:.2f} s as a process")


if __name__ == "__main__":
    main()
