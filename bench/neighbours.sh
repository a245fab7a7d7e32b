#!/usr/bin/env bash
# How long neighbours and territories take as districts grow: seconds, and the ratio to what a linear growth from the first
# size would be. Usage: bench/neighbours.sh [coverage|blocks|territories] SIZE...
set -euo pipefail

home=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=../config/build-jar.sh
. "$home/config/build-jar.sh"
build_where_needed
# shellcheck disable=SC2086 # JAVA_OPTS are several words on purpose
exec "$java" -Xmx3g ${JAVA_OPTS:-} -cp "$target/lib/*" "$home/bench/Neighbours.java" "$@"
