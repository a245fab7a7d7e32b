package org.copse.server.hotspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copse.server.hotspot.RecordedTown.hotspots;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.copse.server.OnBothDatabases;
import org.copse.server.RunningServer;
import org.copse.server.TestDatabase;
import org.copse.server.TownFiles;
import org.copse.server.Visitor;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@OnBothDatabases
class HotspotIT {
    private final Visitor planner;
    private final Visitor analyst;
    private final RecordedTown town;

    HotspotIT(TestDatabase database) {
        RunningServer server =
                database.shared(RunningServer.class, () -> RunningServer.start(database, "copse.accounts.demo=true"));
        planner = server.visitor().signInAs("planner");
        analyst = server.visitor().signInAs("analyst");
        town = new RecordedTown(planner);
    }

    @Test
    void saysWhereMoreWasRecordedAndWhatItRestsOn() {
        String units = town.layer("u.geojson", TownFiles.units(), Map.of("kind", "UNITS", "name", "Hot units"));
        String incidents = town.layer(
                "i.csv",
                RecordedTown.incidents(),
                Map.of("kind", "INCIDENTS", "name", "Recorded", "source", "Station", "asOf", "2025-09-01"));
        String layers = "\"units\":\"" + units + "\"";
        String scenario = town.scenario(layers + ",\"incidents\":\"" + incidents + "\"", "");

        JsonNode map = json(planner, hotspots(scenario, "?cell=400"));
        saysWhatItRestsOn(map.get("about"));
        countsAsOneWouldByHand(map);
        JsonNode differing = json(planner, hotspots(scenario, "?cell=400&differing=true"));
        assertThat(differing.get("about")).isEqualTo(map.get("about"));
        assertThat(differing.get("cells").findValuesAsString("class"))
                .isNotEmpty()
                .doesNotContain("not-sure");
        takesCategoryAndPeriod(scenario);
        judgesByOtherMethods(scenario);
        withholdsCountsFromWhoSeesNoPoints(scenario);
        refusesWhatCannotBe(scenario, town.scenario(layers, ""));
    }

    private static void saysWhatItRestsOn(JsonNode about) {
        assertThat(about.get("n").asInt()).isEqualTo(360);
        assertThat(about.get("read").asInt()).isEqualTo(400);
        JsonNode left = about.get("leftOut").get(0);
        assertThat(left.get("code").asString()).isEqualTo("police");
        assertThat(left.get("count").asInt()).isEqualTo(40);
        assertThat(left.get("share").asDouble()).isEqualTo(0.1);
        assertThat(about.get("period").get("from").asString()).isEqualTo("2025-01-01");
        assertThat(about.get("period").get("to").asString()).isEqualTo("2025-08-31");
        assertThat(about.get("period").get("monthsOnly").asInt()).isEqualTo(360);
        assertThat(about.get("compared").get("source").asString()).contains("POP");
        assertThat(about.get("source").get("name").asString()).isEqualTo("Recorded");
        assertThat(about.get("source").get("asOf").asString()).isEqualTo("2025-09-01");
        assertThat(about.get("snaps").get("recognised").asBoolean()).isFalse();
        assertThat(about.get("scores").get("rows").findValuesAsString("map"))
                .contains("this", "last-month", "residents");
        assertThat(about.get("places").get(0).get("unit").asString()).isEqualTo("u00");
        assertThat(about.get("withheld").asBoolean()).isFalse();
        int cells = 0;
        for (JsonNode count : about.get("classes")) {
            cells += count.asInt();
        }
        assertThat(about.get("cell").get("all").asInt()).isEqualTo(cells);
    }

    /** The cells' own outlines, and the points of the file, in degrees. */
    private static void countsAsOneWouldByHand(JsonNode map) {
        String[] rows = RecordedTown.incidents().split("\\R");
        int counted = 0;
        boolean sure = false;
        for (JsonNode cell : map.get("cells").get("features")) {
            JsonNode ring = cell.get("geometry").get("coordinates").get(0);
            int inside = 0;
            for (int row = 1; row < rows.length; row++) {
                String[] columns = rows[row].replace("Burglary, homes", "b").split(",");
                boolean counts = columns[3].equals("resident");
                inside += counts && holds(ring, Double.parseDouble(columns[4]), Double.parseDouble(columns[5])) ? 1 : 0;
            }
            JsonNode said = cell.get("properties");
            assertThat(said.get("count").asInt()).isEqualTo(inside);
            assertThat(said.propertyNames()).contains("exposure", "z", "p", "q", "class", "trend");
            sure |= said.get("class").asString().equals("more-very-sure");
            counted += inside;
        }
        assertThat(counted).isEqualTo(360);
        assertThat(sure).isTrue();
    }

    private static boolean holds(JsonNode ring, double lon, double lat) {
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

    private void takesCategoryAndPeriod(String scenario) {
        String burglary = URLEncoder.encode(RecordedTown.BURGLARY, StandardCharsets.UTF_8);
        JsonNode about = json(planner, hotspots(scenario, "?category=" + burglary + "&from=2025-04&to=2025-08"))
                .get("about");
        // Every fourth is a burglary, in the months 4 and 8 of eight, in turn.
        assertThat(about.get("n").asInt()).isEqualTo(90);
        assertThat(about.get("leftOut").findValuesAsString("code")).contains("other-category", "police");
        JsonNode all =
                json(planner, hotspots(scenario, "?policeInitiated=true")).get("about");
        assertThat(all.get("n").asInt()).isEqualTo(400);
        assertThat(all.get("policeInitiatedCount").asBoolean()).isTrue();
        assertThat(json(planner, hotspots(scenario, "/choices"))
                        .get("categories")
                        .toString())
                .isEqualTo("[\"Burglary, homes\",\"nuisance\"]");
    }

    private void judgesByOtherMethods(String scenario) {
        assertThat(json(planner, hotspots(scenario, "?method=moran&shape=hexagon&cell=500"))
                        .get("about")
                        .get("classes")
                        .propertyNames())
                .anyMatch(name -> name.startsWith("high-among-high"));
        JsonNode density = json(planner, hotspots(scenario, "?method=kde&cell=200"));
        assertThat(density.get("about").get("bandwidthMetres").asDouble()).isPositive();
        assertThat(density.get("about").get("classes").propertyNames()).contains("densest-1");
    }

    private void withholdsCountsFromWhoSeesNoPoints(String scenario) {
        HttpResponse<String> answer = analyst.get(hotspots(scenario, ""));
        JsonNode map = Visitor.json(answer);
        assertThat(map.get("about").get("withheld").asBoolean()).isTrue();
        assertThat(map.get("about").get("cell").get("metres").asDouble()).isEqualTo(400);
        assertThat(map.get("cells").get("features").size()).isPositive();
        assertThat(StreamSupport.stream(map.get("cells").get("features").spliterator(), false))
                .allSatisfy(cell -> {
                    assertThat(cell.get("properties").propertyNames()).containsOnly("class", "trend");
                    assertThat(cell.get("properties").get("class").asString()).isNotEqualTo("not-sure");
                });
        assertThat(map.get("about").get("n").asInt() % 10).isZero();
        assertThat(analyst.get(hotspots(scenario, "?cell=150")).statusCode()).isEqualTo(400);
        assertThat(analyst.get(hotspots(scenario, "?cell=400&shape=hexagon")).statusCode())
                .isEqualTo(400);
        assertThat(analyst.get(hotspots(scenario, "?from=2025-03&to=2025-03")).statusCode())
                .isEqualTo(422);
    }

    private void refusesWhatCannotBe(String scenario, String without) {
        assertThat(problem(hotspots(without, ""), 409)).isEqualTo("/problems/no-incidents");
        assertThat(problem(hotspots(scenario, "?from=2024-01&to=2024-02"), 422))
                .isEqualTo("/problems/too-few-incidents");
        JsonNode few = Visitor.json(planner.get(hotspots(scenario, "?from=2024-01&to=2024-02")));
        assertThat(few.get("leftOut").get("out-of-period").asInt()).isEqualTo(360);
        assertThat(Visitor.json(analyst.get(hotspots(scenario, "?from=2024-01&to=2024-02")))
                        .has("leftOut"))
                .isFalse();
        for (String wrong : new String[] {
            "method=knox",
            "shape=circle",
            "cell=99",
            "cell=NaN",
            "category=arson",
            "from=May",
            "from=2025-02&to=2025-01"
        }) {
            assertThat(problem(hotspots(scenario, "?" + wrong), 400)).as(wrong).isEqualTo("/problems/validation");
        }
        assertThat(planner.get(hotspots(scenario, "?cell=wide")).statusCode()).isEqualTo(400);
    }

    private String problem(String path, int status) {
        HttpResponse<String> answer = planner.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return Visitor.json(answer).get("type").asString();
    }

    private static JsonNode json(Visitor visitor, String path) {
        HttpResponse<String> answer = visitor.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Visitor.json(answer);
    }
}
