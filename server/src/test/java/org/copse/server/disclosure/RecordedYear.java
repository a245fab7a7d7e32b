package org.copse.server.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Half a year of incidents in the town of {@code TownFiles}, and what a table of them says if nothing is kept back. */
final class RecordedYear {
    /** Kinds by category; a category without one is never published. */
    static final Map<String, String> KINDS = new TreeMap<>(Map.of(
            "Burglary, homes", "theft",
            "assault", "violence",
            "vandalism", "damage",
            "noise", "nuisance",
            "domestic violence", ""));

    private static final List<String> CATEGORIES = List.copyOf(KINDS.keySet());

    private final List<Incident> incidents = new ArrayList<>();

    private record Incident(int month, String category, boolean police, double lon, double lat) {}

    RecordedYear(long seed, int count) {
        Random random = new Random(seed);
        for (int i = 0; i < count; i++) {
            boolean centre = random.nextInt(3) > 0;
            double spread = centre ? 0.35 : 1;
            incidents.add(new Incident(
                    1 + i % 6,
                    CATEGORIES.get(random.nextInt(CATEGORIES.size())),
                    random.nextInt(12) == 0,
                    2.7001 + 0.0598 * spread * random.nextDouble(),
                    51.4001 + 0.0398 * spread * random.nextDouble()));
        }
    }

    /** Adds one that was recorded late, in the first month. */
    void addLate(double lon, double lat) {
        incidents.add(new Incident(1, "noise", false, lon, lat));
    }

    String csv() {
        StringBuilder csv = new StringBuilder("id,date,category,initiator,lon,lat\n");
        int id = 0;
        for (Incident one : incidents) {
            csv.append(String.format(
                    Locale.ROOT,
                    "i%d,2025-%02d,\"%s\",%s,%.6f,%.6f%n",
                    id++,
                    one.month,
                    one.category,
                    one.police ? "police" : "resident",
                    one.lon,
                    one.lat));
        }
        return csv.toString();
    }

    /** Returns every count and total of a quarter, by the outlines as they are public. */
    Map<String, Integer> truth(int quarter, JsonNode cells) {
        Map<String, Integer> truth = new TreeMap<>();
        for (Incident one : incidents) {
            String kind = KINDS.getOrDefault(one.category, "");
            if (!one.police && !kind.isEmpty() && (one.month + 2) / 3 == quarter) {
                for (JsonNode cell : cells) {
                    if (holds(cell.get("geometry").get("coordinates").get(0), one.lon, one.lat)) {
                        String id = cell.get("id").asString();
                        for (String name : List.of(id + "/" + kind, id + "/all", "district/" + kind, "district/all")) {
                            truth.merge(name, 1, Integer::sum);
                        }
                    }
                }
            }
        }
        return truth;
    }

    static boolean holds(JsonNode ring, double lon, double lat) {
        boolean inside = false;
        for (int i = 1; i < ring.size(); i++) {
            double x1 = ring.get(i - 1).get(0).asDouble();
            double y1 = ring.get(i - 1).get(1).asDouble();
            double x2 = ring.get(i).get(0).asDouble();
            double y2 = ring.get(i).get(1).asDouble();
            inside ^= (y1 > lat) != (y2 > lat) && lon < x1 + (lat - y1) / (y2 - y1) * (x2 - x1);
        }
        return inside;
    }
}
