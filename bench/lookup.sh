#!/usr/bin/env bash
# Look-ups over HTTP beside the constant answer and beside SQL, in one run: a plan of 5,000 beats is put in force in a PostGIS of its own.
# Usage: bench/lookup.sh JDBC_URL [SECONDS]   with an empty database, such as jdbc:postgresql://127.0.0.1:5432/bench?user=copse
# Needs wrk, psql and a built server/target/copse-server.jar. Compare the ratios, not the figures.
set -euo pipefail

home=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
url=$1
seconds=${2:-20}
port=${PORT:-18080}
lines=32
work=$(mktemp -d)
COPSE_LOOKUP_PERMINUTE=1000000000 java -Xmx1g ${JAVA_OPTS:-} -jar "$home/server/target/copse-server.jar" serve --empty --data "$work/data" --postgis "$url" --port "$port" \
  > "$work/log" 2>&1 &
server=$!
trap 'kill "$server" 2>/dev/null || true; rm -rf "$work"' EXIT
for _ in $(seq 240); do
  curl -fs -o "$work/ping" "http://127.0.0.1:$port/api/v1/ping" && break
  kill -0 "$server" || { cat "$work/log"; exit 1; }
  sleep 0.5
done

# 100 × 50 beats of a hundredth of a degree; ST_Contains finds them by their index.
ask() { psql -qAt -v ON_ERROR_STOP=1 "${url#jdbc:}" "$@"; }
if [ "$(ask -c 'SELECT count(*) FROM plan')" != 0 ]; then
  echo "$url holds a plan already: name an empty database" >&2
  exit 1
fi
ask <<'SQL'
INSERT INTO plan (id, version, name, reason, origin, created_by, created_at)
VALUES ('00000000-0000-0000-0000-000000005000', 1, 'Bench', 'To measure', 'areas-in-force', 'bench', now());
INSERT INTO plan_term (number, plan, kind, valid_from, is_last, reason, created_by, created_at)
VALUES (1, '00000000-0000-0000-0000-000000005000', 'entry', now(), true, 'To measure', 'bench', now());
INSERT INTO plan_sector (plan, sector_id, number, name, officers, geom)
SELECT '00000000-0000-0000-0000-000000005000', 's' || y, y, 'Sector ' || y, 10,
       ST_MakeEnvelope(2, 51 + y / 100.0, 3, 51 + (y + 1) / 100.0, 4326) FROM generate_series(0, 49) y;
INSERT INTO plan_beat (plan, beat_id, number, sector_id, name, colour, residents, geom)
SELECT '00000000-0000-0000-0000-000000005000', 'b' || x || '-' || y, y * 100 + x, 's' || y, 'Beat ' || x || '-' || y, (x + 2 * y) % 6, 1000,
       ST_MakeEnvelope(2 + x / 100.0, 51 + y / 100.0, 2 + (x + 1) / 100.0, 51 + (y + 1) / 100.0, 4326)
FROM generate_series(0, 99) x, generate_series(0, 49) y;
CREATE INDEX IF NOT EXISTS bench_plan_beat ON plan_beat USING gist (geom);
ANALYZE plan_beat;
SQL

cat > "$work/lookup.lua" <<'LUA'
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
function request()
  return wrk.format(nil, nil, nil, string.format('{"lon":%.6f,"lat":%.6f}', 2 + math.random(), 51 + math.random() / 2))
end
LUA
for _ in $(seq 60); do
  curl -fs -o "$work/answer" -X POST -H 'Content-Type: application/json' -d '{"lon":2.5,"lat":51.25}' "http://127.0.0.1:$port/api/v1/lookup" && break
  sleep 0.5
done
grep -q '"match":"' "$work/answer"

# Failures are told by wrk's own line; a response() of one's own would slow down the look-ups alone.
rate() { awk '/Requests\/sec/ {print $2} /Non-2xx/ {print "FAILED " $0 > "/dev/stderr"}'; }
ask_ping() { wrk -t2 -c$lines -d"$1" "http://127.0.0.1:$port/api/v1/ping" | rate; }
ask_lookup() { wrk -t2 -c$lines -d"$1" -s "$work/lookup.lua" "http://127.0.0.1:$port/api/v1/lookup" | rate; }
ask_ping 5 > /dev/null
ask_lookup 10 > /dev/null
# In turns, so that whatever else runs meets both alike.
half=$((seconds / 2))
ping=0 lookup=0
for _ in 1 2; do
  ping=$(echo "$ping $(ask_ping $half)" | awk '{print $1 + $2 / 2}')
  lookup=$(echo "$lookup $(ask_lookup $half)" | awk '{print $1 + $2 / 2}')
done
kill "$server"
sql=$(java -cp "$home/server/target/lib/*" "$home/bench/Contains.java" "$url" "$seconds" "$lines" 2> "$work/sql" | awk '/ST_Contains/ {print $2}')
awk -v p="$ping" -v l="$lookup" -v s="$sql" 'BEGIN {
  printf "ping %.0f, look-up %.0f, ST_Contains %.0f a second\nlook-up / ping %.2f (wanted 0.85), look-up / ST_Contains %.1f (wanted 5)\n", p, l, s, l / p, l / s }'
