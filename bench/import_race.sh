#!/usr/bin/env bash
# Loads one CSV of incidents by Copse with all checks and counts of incidents by unit, into PostGIS and into the embedded database,
# and by ogr2ogr without any check into the same PostGIS. Prints the ratios of one run.
#   bench/import_race.sh INCIDENTS.csv[.gz] UNITS 'host=127.0.0.1 port=5432 user=copse'
# Needs the built server (mvn -Pquick -pl server -am package), ogr2ogr, psql, and a role that may create databases with PostGIS.
set -euo pipefail
[ $# -eq 3 ] || { sed -n 2,5p "$0"; exit 2; }
incidents=$1 units=$2 where=$3
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
database=copse_import_race_$$
sql() { psql -q -d "$where dbname=postgres" -c "$1"; }
trap 'sql "DROP DATABASE IF EXISTS $database WITH (FORCE)"; rm -rf "$work"' EXIT
sql "CREATE DATABASE $database"
psql -q -d "$where dbname=$database" -c 'CREATE EXTENSION postgis'
case $incidents in *.gz) gunzip -c "$incidents" ;; *) cat "$incidents" ;; esac >"$work/incidents.csv"

race() { # JDBC URL: the last run's seconds, import and counts together
    java -Xmx512m -cp "$here/../server/target/copse-server.jar:$here/../server/target/lib/*" "$here/import/ImportRace.java" \
        "$1" "$incidents" "$units" 2 | tee "$work/log" >&2
    sed -n 's/.*together \([0-9.]*\) s.*/\1/p' "$work/log" | grep .
}
read -r host port user <<<"$(sed -E 's/.*host=([^ ]+).*port=([^ ]+).*user=([^ ]+).*/\1 \2 \3/' <<<"$where")"
postgis=$(race "jdbc:postgresql://$host:$port/$database?user=$user")
h2gis=$(race "jdbc:h2:file:$work/copse")

began=$(date +%s.%N)
ogr2ogr -f PostgreSQL "PG:$where dbname=$database" "$work/incidents.csv" -nln incidents_by_ogr2ogr -a_srs EPSG:4326 \
    -oo X_POSSIBLE_NAMES='lon*' -oo Y_POSSIBLE_NAMES='lat*' -oo AUTODETECT_TYPE=YES --config PG_USE_COPY YES
ogr=$(echo "$(date +%s.%N) - $began" | bc)

first() { head -1 <<<"$1"; }
last() { tail -1 <<<"$1"; }
printf 'ogr2ogr %.2f s. PostGIS: first import of a server %.2f s, next %.2f s: %.2f and %.2f times the speed of ogr2ogr.\n' \
    "$ogr" "$(first "$postgis")" "$(last "$postgis")" "$(echo "$ogr / $(first "$postgis")" | bc -l)" "$(echo "$ogr / $(last "$postgis")" | bc -l)"
printf 'H2GIS: %.2f s and %.2f s: %.2f and %.2f times the PostGIS time.\n' "$(first "$h2gis")" "$(last "$h2gis")" \
    "$(echo "$(first "$h2gis") / $(first "$postgis")" | bc -l)" "$(echo "$(last "$h2gis") / $(last "$postgis")" | bc -l)"
