#!/usr/bin/python3
"""Runs the planning engine over a folder of published instances and prints the tables of docs/performance.md.

usage: bench/engine_table.py INSTANCES [--budget 10s] [--threads 2] [--seed 1] [--only TEXT] [--part exact|synthetic]
       [--favour compact] [--keep DIR]

INSTANCES holds exact/ and synthetic/ with one folder an instance (units.csv, edges.csv, meta.json for exact) and the scripts
score_exact.py and score_synthetic.py, which alone score the plans: the engine's own figures are not used. Where gpmetis
is installed (Debian: metis), it runs beside the engine on the synthetic instances, best of five seeds, in the same run.
Needs Debian's python3-numpy, python3-scipy and python3-networkx.
"""
import argparse
import csv
import importlib.util
import json
import pathlib
import shutil
import subprocess
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
# Instance, beats, fewest cut edges and least inertia (10⁶ person·m²) known, None where nobody published one.
SYNTHETIC = [
    ("vor200", 10, 109, 10_423), ("vor200", 25, 215, None), ("grid40", 10, 176, None), ("grid40", 25, 323, 226_952),
    ("vor2000", 10, 323, 866_263), ("vor2000", 25, 579, 327_539), ("vor5000", 10, 496, 5_552_869),
    ("vor5000", 25, 924, 2_165_397), ("grid100", 10, 439, None), ("vor20000", 10, 1_007, 94_186_216),
    ("vor20000", 25, 1_825, None), ("vor200000", 10, 3_219, None),
]


def script(folder, name):
    spec = importlib.util.spec_from_file_location(name, folder / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def plan(instance, beats, favour, out, limits, options):
    command = [str(ROOT / "copse"), "plan", "--graph", str(instance), "--beats", str(beats), "--favour", favour,
               "--seed", str(options.seed), "--budget", options.budget, "--threads", str(options.threads),
               "--out", str(out), *limits]
    started = time.monotonic()
    run = subprocess.run(command, capture_output=True, text=True)
    seconds = time.monotonic() - started
    if run.returncode not in (0, 4):
        raise SystemExit(f"{' '.join(command)} ended with {run.returncode}:\n{run.stderr}")
    return seconds, json.loads((out / "report.json").read_text())


def exact_rows(options, scratch):
    score = script(options.instances, "score_exact").score
    for instance in sorted((options.instances / "exact").iterdir()):
        if options.only not in instance.name:
            continue
        meta = json.loads((instance / "meta.json").read_text())
        limits = ["--lower", str(meta["L"]), "--upper", str(meta["U"])]
        row = [instance.name, meta["n"], meta["k"]]
        out = scratch / f"{instance.name}-compact"
        _, report = plan(instance, meta["k"], "compact", out, limits, options)
        found = score(str(instance), str(out / "assignment.csv"))
        feasible = found["contiguous"] and found["balanced"]
        row += ["yes" if feasible else "NO", found["hess"], found["hess_opt"], found["hess_gap_pct"]]
        row.append((report.get("bound") or {}).get("gap"))
        if meta.get("cut_edges") and options.favour != "compact":
            out = scratch / f"{instance.name}-cut"
            plan(instance, meta["k"], "cut", out, limits, options)
            found = score(str(instance), str(out / "assignment.csv"))
            feasible = found["contiguous"] and found["balanced"]
            row += [f"{found['cut']}{'' if feasible else ' INFEASIBLE'}", found["cut_ub"], found["cut_lb"]]
        else:
            row += ["", "", ""]
        yield row


def synthetic_rows(options, scratch):
    score = script(options.instances, "score_synthetic").score
    for name, beats, cut_known, inertia_known in SYNTHETIC:
        instance = options.instances / "synthetic" / name
        if options.only not in name or not instance.is_dir():
            continue
        row = [name, beats]
        for favour, measure, known in (("cut", "cut_edges", cut_known), ("compact", "moi", inertia_known)):
            out = scratch / f"{name}-{beats}-{favour}"
            seconds, _ = plan(instance, beats, favour, out, ["--tolerance", "0.05"], options)
            found = score(str(instance), labels(out / "assignment.csv"))
            share = "" if known is None else f"{100 * (found[measure] / known - 1):+.2f} %"
            within = found["contiguous"] and found["max_dev_pct"] <= 5.0005
            row += [found[measure], known or "", share, f"{found['max_dev_pct']} %{'' if within else ' OUTSIDE'}",
                    f"{seconds:.1f}"]
        row.append(metis_cut(instance, beats, score, scratch))
        yield row


def labels(assignment):
    with open(assignment, newline="") as file:
        rows = list(csv.reader(file))[1:]
    beat_of = [0] * len(rows)
    for unit, beat, *_ in rows:
        beat_of[int(unit)] = int(beat)
    return beat_of


def metis_cut(instance, beats, score, scratch):
    if not shutil.which("gpmetis"):
        return "not installed"
    graph = scratch / f"{instance.name}.metis"
    if not graph.exists():
        write_metis(instance, graph)
    best = None
    started = time.monotonic()
    for seed in range(1, 6):
        subprocess.run(["gpmetis", "-contig", "-ufactor=50", f"-seed={seed}", str(graph), str(beats)],
                       check=True, capture_output=True)
        found = score(str(instance), [int(line) for line in open(f"{graph}.part.{beats}")])
        if best is None or found["cut_edges"] < best["cut_edges"]:
            best = found
    return f"{best['cut_edges']} ({best['max_dev_pct']} %, {(time.monotonic() - started) / 5:.2f} s each)"


def write_metis(instance, graph):
    with open(instance / "units.csv", newline="") as file:
        weights = [row["pop"] for row in csv.DictReader(file)]
    neighbours = [[] for _ in weights]
    edges = 0
    with open(instance / "edges.csv", newline="") as file:
        for row in csv.DictReader(file):
            a, b = int(row["a"]), int(row["b"])
            neighbours[a].append(b + 1)
            neighbours[b].append(a + 1)
            edges += 1
    with open(graph, "w") as file:
        file.write(f"{len(weights)} {edges} 010\n")
        for weight, others in zip(weights, neighbours):
            file.write(" ".join([weight, *map(str, others)]) + "\n")


def table(title, heads, rows):
    print(f"\n{title}\n\n| {' | '.join(heads)} |\n|{'---|' * len(heads)}", flush=True)
    for row in rows:
        print(f"| {' | '.join('' if cell is None else str(cell) for cell in row)} |", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("instances", type=pathlib.Path)
    parser.add_argument("--budget", default="10s")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="instances whose name contains this")
    parser.add_argument("--part", choices=["exact", "synthetic"], help="one of the two tables; both when not given")
    parser.add_argument("--favour", choices=["compact"], help="of the published instances, inertia alone")
    parser.add_argument("--keep", type=pathlib.Path, help="folder that keeps every plan")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        scratch = options.keep or pathlib.Path(temporary)
        scratch.mkdir(parents=True, exist_ok=True)
        if options.part != "synthetic":
            table(f"Published optima, {options.budget} a run, {options.threads} threads, seed {options.seed}",
                  ["instance", "units", "beats", "feasible", "inertia", "optimum", "gap %", "engine's proven gap", "cut",
                   "best known", "lower bound"], exact_rows(options, scratch))
        if options.part != "exact":
            table(f"Synthetic, ±5 %, {options.budget} a run, {options.threads} threads, seed {options.seed}",
                  ["instance", "beats", "cut edges", "best known", "against it", "deviation", "seconds",
                   "inertia", "best known", "against it", "deviation", "seconds", "METIS, best of 5"],
                  synthetic_rows(options, scratch))


if __name__ == "__main__":
    main()
