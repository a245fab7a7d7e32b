#!/usr/bin/env bash
# 500 walks (or as many as are named) are sent by phones under seeded faults to a server that is killed among them, on both databases; each item has
# to arrive exactly once. Usage: bench/walks.sh [WALKS]   with COPSE_TEST_POSTGIS naming a PostGIS cluster's maintenance database
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
: "${COPSE_TEST_POSTGIS:?names the JDBC URL of a PostGIS cluster, such as jdbc:postgresql://127.0.0.1:5432/postgres?user=copse}"
export COPSE_SOAK_WALKS=${1:-500}
mvn -B -ntp -pl server -am verify -Dtest=NoUnitTest -Dit.test=WalkSoakIT -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false
