#!/usr/bin/env bash
# The tables of docs/performance.md that the engine's quality stands in, in less than 12 minutes on two idle cores:
#   bench/engine_tables.sh INSTANCES DATA > tables.md
# INSTANCES as for engine_table.py; DATA holds london/ and schaerbeek/. Needs the jar (mvn -Pquick -pl server -am package) and numpy, scipy, networkx.
set -euo pipefail
instances=$(realpath "$1"); data=$(realpath "$2"); here=$(cd "$(dirname "$0")" && pwd); copse=$here/../copse
scratch=$(mktemp -d); busy=
trap 'rm -rf "$scratch"; [ -z "$busy" ] || kill $busy 2>/dev/null' EXIT

python3 "$here/engine_table.py" "$instances" --part exact --budget "${BUDGET:-10s}"

mkdir "$scratch/unseen"; cp "$instances"/score_*.py "$scratch/unseen"
python3 "$here/unseen.py" "$scratch/unseen/exact"
printf '\nInstances of the same kinds that nothing was tuned on:\n'
python3 "$here/engine_table.py" "$scratch/unseen" --part exact --budget "${BUDGET:-10s}"

printf '\nThe same while other work takes half of the processor (one busy loop for each core):\n'
for _ in $(seq "$(nproc)"); do (while :; do :; done) & busy="$busy $!"; done
for name in county_AL county_AR tract_UT; do python3 "$here/engine_table.py" "$instances" --part exact --favour compact --budget "${BUDGET:-10s}" --only "$name" | tail -1; done
kill $busy; wait $busy 2>/dev/null || true; busy=

city=$here/../sample-maps/src/main/resources/sample-city
plan() { # name, seed, options
  local out=$scratch/$1-$2; "$copse" plan "${@:3}" --seed "$2" --budget "${BUDGET:-10s}" --out "$out" >/dev/null || [ $? = 4 ]
  python3 - "$1" "$2" "$out" <<'PYTHON'
import json, sys
report = json.load(open(sys.argv[3] + "/report.json"))
plan = report["plan"]
stretches = report["boundaries"]
edges = sum(stretch["edges"] for stretch in stretches) if len(stretches) < 500 else "–"  # the longest 500 are written
whole = plan.get("communitiesKept"); split = plan.get("communitiesSplit")
print(f"| {sys.argv[1]} | {sys.argv[2]} | {len(report['violations'])} "
      f"| {100 * plan['maxDeviation']:.1f} % | {100 * plan['meanDeviation']:.1f} % | {plan['meanPolsbyPopper']:.3f} "
      f"| {whole} of {whole + split} | {edges} | {plan['cutKilometres']:.1f} |", flush=True)
PYTHON
}
printf '\nShape and balance, balanced, 10 s a run:\n\n'
echo '| district | seed | bounds missed | largest deviation | mean deviation | Polsby–Popper | neighbourhoods whole | cut edges | boundary, km |'
echo '|---|---|---|---|---|---|---|---|---|'
for seed in 1 2; do
  plan "sample city" $seed --units "$city/units.zip" --id UNIT_ID --population POP --incidents "$city/incidents.csv" \
    --worship "$city/worship.geojson" --places "$city/places.csv" --neighbourhoods "$city/neighbourhoods.geojson" \
    --barriers "$city/barriers.geojson" --crossings "$city/crossings.geojson" --bases "$city/bases.csv" \
    --in-force "$city/beats_in_force.gpkg" --in-force-id BEAT_ID --officers 40 --sectors 6
  plan schaerbeek $seed --units "$data/schaerbeek/SchaerbeekDemographicDistribution.geojson" --population Pop1030_Population \
    --neighbourhoods "$data/schaerbeek/LimitesSchaerbeekQuartiers.geojson" --officers 33 --sectors 5
done
plan london 1 --units "$data/london/london_wards.zip" --population-table "$data/london/london_ward_pop.csv.gz" --join Code \
  --table-filter Year=2015 --population Population --neighbourhoods "$data/london/london_boroughs.gpkg" --officers 200 --sectors 20
