#!/usr/bin/env bash
# How long Gi* and kernel density take over a city: 1,000,000 incidents, 20 × 20 km, cells of 100 m, warm, beside the textbook's loops
# over all pairs in the same run. Usage: bench/hotspots.sh
set -euo pipefail

home=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=../config/build-jar.sh
. "$home/config/build-jar.sh"
build_where_needed
# shellcheck disable=SC2086 # JAVA_OPTS are several words on purpose
exec "$java" -Xmx2g ${JAVA_OPTS:-} -cp "$target/lib/*" "$home/bench/src/main/java/org/copse/bench/HotspotSpeed.java"
