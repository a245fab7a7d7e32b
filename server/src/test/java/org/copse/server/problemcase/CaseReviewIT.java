package org.copse.server.problemcase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.copse.server.problemcase.CaseDesk.ok;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.copse.server.Awaited;
import org.copse.server.OnBothDatabases;
import org.copse.server.RunningServer;
import org.copse.server.TestDatabase;
import org.copse.server.TownFiles;
import org.copse.server.Visitor;
import org.copse.server.hotspot.RecordedTown;
import org.copse.server.publication.NewPlan;
import org.copse.server.publication.PlanOrigin;
import org.copse.server.publication.Publication;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import tools.jackson.databind.JsonNode;

/** What was recorded before and after, counted again from the file; and what may be told of it. */
@OnBothDatabases
class CaseReviewIT {
    private static final String MONTHS =
            ",\"before\":{\"from\":\"2025-01\",\"to\":\"2025-04\"},\"since\":{\"from\":\"2025-05\",\"to\":\"2025-08\"}";
    /** West edge of each beat's columns of units, and the last one's east edge. */
    private static final double[] EDGES = {2.70, 2.71, 2.72, 2.74, 2.76};

    private final Visitor planner;
    private final Visitor officer;
    private final String scenario;

    CaseReviewIT(TestDatabase database) {
        RunningServer server =
                database.shared(RunningServer.class, () -> RunningServer.start(database, "copse.accounts.demo=true"));
        planner = server.visitor().signInAs("planner");
        officer = server.visitor().signInAs("officer");
        scenario = database.shared(Planned.class, () -> {
                    try {
                        return Planned.in(server, planner);
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                })
                .scenario();
    }

    /** The town with its incidents and a plan in force of four beats side by side. */
    record Planned(String scenario) implements AutoCloseable {
        @Override
        public void close() {}

        static Planned in(RunningServer server, Visitor planner) throws Exception {
            RecordedTown town = new RecordedTown(planner);
            String units = town.layer("u.geojson", TownFiles.units(), Map.of("kind", "UNITS", "name", "Units"));
            String incidents =
                    town.layer("i.csv", RecordedTown.incidents(), Map.of("kind", "INCIDENTS", "name", "Register"));
            String id = town.scenario("\"units\":\"" + units + "\",\"incidents\":\"" + incidents + "\"", "");
            List<NewPlan.Beat> beats = new ArrayList<>();
            List<NewPlan.Unit> inBeats = new ArrayList<>();
            for (int beat = 0; beat < 4; beat++) {
                beats.add(new NewPlan.Beat(
                        String.valueOf(beat + 1),
                        "S",
                        "Beat " + (beat + 1),
                        beat,
                        100,
                        box(EDGES[beat], EDGES[beat + 1])));
            }
            for (int row = 0; row < 4; row++) {
                for (int column = 0; column < 6; column++) {
                    inBeats.add(new NewPlan.Unit(
                            "u" + row + column,
                            String.valueOf(column < 2 ? column + 1 : column < 4 ? 3 : 4),
                            100,
                            new NewPlan.Position(2.705 + column * 0.01, 51.405 + row * 0.01)));
                }
            }
            server.bean(Publication.class)
                    .publish(
                            new NewPlan(
                                    "Four",
                                    "For the test",
                                    PlanOrigin.AREAS_IN_FORCE,
                                    UUID.fromString(id),
                                    null,
                                    UUID.fromString(units),
                                    List.of(new NewPlan.Sector(
                                            "S", "Town", 4, new NewPlan.Contact("1", null), box(2.70, 2.76))),
                                    beats,
                                    inBeats),
                            "test");
            Awaited.until(
                    "the plan is in force",
                    () -> planner.get("/api/v1/plans/current").statusCode(),
                    status -> status == 200);
            return new Planned(id);
        }

        private static Geometry box(double west, double east) {
            return new GeometryFactory().toGeometry(new Envelope(west, east, 51.40, 51.44));
        }
    }

    /** Counts again from the file, without the server: incidents of residents from one month to another. */
    private static int count(int first, int last, BiPredicate<Double, Double> here) {
        return (int) RecordedTown.incidents()
                .lines()
                .skip(1)
                .filter(line -> {
                    String[] parts =
                            line.replace("\"Burglary, homes\"", "burglary").split(",");
                    int month = Integer.parseInt(parts[1].substring(5));
                    return parts[3].equals("resident")
                            && month >= first
                            && month <= last
                            && here.test(Double.valueOf(parts[4]), Double.valueOf(parts[5]));
                })
                .count();
    }

    private static BiPredicate<Double, Double> beats(int... numbers) {
        return (lon, lat) -> {
            for (int beat : numbers) {
                if (lon >= EDGES[beat - 1] && lon <= EDGES[beat]) {
                    return true;
                }
            }
            return false;
        };
    }

    private static HttpResponse<String> review(Visitor who, CaseDesk desk, String more) {
        return who.post(
                desk.path("/reviews"),
                "{\"after\":" + desk.version() + ",\"heldOn\":\"2025-09-10\",\"judgement\":\"smaller\","
                        + "\"words\":\"Quieter after midnight\",\"reviewOn\":\"2025-12-01\"" + more + "}");
    }

    @Test
    void aBeatsIncidentsBeforeAndAfterAreHeldAgainstBeatsThatAreLikeItAndDoNotBorderIt() {
        CaseDesk desk = CaseDesk.open(officer, "Noise", null).assessed();
        JsonNode figures =
                ok(review(officer, desk, MONTHS)).get("reviews").get(0).get("figures");

        // Beat 2 borders beat 1 and is no control.
        assertThat(figures.get("control").asString().split(", ")).containsExactlyInAnyOrder("3", "4");
        int[] counts = {count(1, 4, beats(1)), count(5, 8, beats(1)), count(1, 4, beats(3, 4)), count(5, 8, beats(3, 4))
        };
        assertThat(figures.get("here").toString())
                .isEqualTo("{\"before\":" + counts[0] + ",\"after\":" + counts[1] + "}");
        assertThat(figures.get("there").toString())
                .isEqualTo("{\"before\":" + counts[2] + ",\"after\":" + counts[3] + "}");
        assertThat(figures.get("change").get("ratio").asDouble())
                .isCloseTo((double) counts[1] * counts[2] / ((double) counts[0] * counts[3]), within(1e-12));
        assertThat(figures.get("layer").asString()).isEqualTo("Register");

        assertThat(desk.step("closed", ",\"outcome\":\"smaller\",\"closing\":\"Quieter\"")
                        .statusCode())
                .as("after one review")
                .isEqualTo(400);
        ok(review(officer, desk, ""));
        JsonNode closed = ok(desk.step("closed", ",\"outcome\":\"smaller\",\"closing\":\"Quieter\""));
        assertThat(closed.get("reviews").get(1).get("figures").isNull()).isTrue();
    }

    @Test
    void aHotspotOpensACaseWithItsCellsAndTheirCountIsThatOfTheFile() {
        JsonNode map = Visitor.json(
                planner.get(RecordedTown.hotspots(scenario, "?cell=400&differing=true&category=nuisance")));
        List<JsonNode> hot = map.get("cells")
                .get("features")
                .valueStream()
                .filter(cell -> cell.get("properties").get("class").asString().startsWith("more"))
                .toList();
        assertThat(hot).isNotEmpty();
        String cells = String.join(
                ",", hot.stream().map(cell -> cell.get("id").toString()).toList());
        String source = hotspot(cells);
        CaseDesk desk = CaseDesk.open(planner, "Nuisance", source);

        JsonNode stored = desk.get().get("sources").get(0);
        BiPredicate<Double, Double> here = (lon, lat) -> hot.stream().anyMatch(cell -> covers(cell, lon, lat));
        assertThat(stored.get("voices").asInt()).isEqualTo(countNuisance(here));
        assertThat(stored.get("cells").get("count").asInt()).isEqualTo(hot.size());
        assertThat(stored.get("type").asString()).isEqualTo("record");
        assertThat(officer.post("/api/v1/problem-cases/" + desk.id() + "/sources", source)
                        .statusCode())
                .as("who may see no hotspots puts none into a case")
                .isEqualTo(403);
        assertThat(planner.post(desk.path("/sources"), hotspot("\"9999:9999\"")).body())
                .contains("of which 0 are on it");
    }

    private String hotspot(String cells) {
        return "{\"kind\":\"hotspot\",\"hotspot\":{\"scenario\":\"" + scenario
                + "\",\"shape\":\"square\",\"cell\":400,\"category\":[\"nuisance\"],\"cells\":[" + cells + "]}}";
    }

    private static int countNuisance(BiPredicate<Double, Double> here) {
        return (int) RecordedTown.incidents()
                .lines()
                .skip(1)
                .filter(line -> line.contains(",nuisance,resident,"))
                .filter(line -> {
                    String[] parts = line.split(",");
                    return here.test(Double.valueOf(parts[4]), Double.valueOf(parts[5]));
                })
                .count();
    }

    /** Whether a ray to the east crosses the border an odd number of times. */
    private static boolean covers(JsonNode cell, double lon, double lat) {
        JsonNode ring = cell.get("geometry").get("coordinates").get(0);
        boolean inside = false;
        for (int i = 0; i + 1 < ring.size(); i++) {
            double x1 = ring.get(i).get(0).asDouble();
            double y1 = ring.get(i).get(1).asDouble();
            double x2 = ring.get(i + 1).get(0).asDouble();
            double y2 = ring.get(i + 1).get(1).asDouble();
            if ((y1 > lat) != (y2 > lat) && lon < (x2 - x1) * (lat - y1) / (y2 - y1) + x1) {
                inside = !inside;
            }
        }
        return inside;
    }

    /** No count under five leaves the server, and with one withheld there is no ratio to reckon it from. */
    @Test
    void aCountOfFewIncidentsIsToldNobody() {
        JsonNode all = Visitor.json(planner.get(RecordedTown.hotspots(scenario, "?cell=100")));
        String few = all.get("cells")
                .get("features")
                .valueStream()
                .filter(cell -> cell.get("properties").get("count").asInt() == 1)
                .findFirst()
                .orElseThrow()
                .get("id")
                .toString();
        CaseDesk desk = CaseDesk.open(
                        planner, "Few", hotspot(few).replace("400", "100").replace("\"nuisance\"", ""))
                .assessed();
        JsonNode source = desk.get().get("sources").get(0);
        assertThat(source.get("few").asBoolean()).isTrue();
        assertThat(source.get("voices").isNull()).isTrue();

        JsonNode figures = ok(review(planner, desk, MONTHS + ",\"controls\":[\"4\"]"))
                .get("reviews")
                .get(0)
                .get("figures");
        assertThat(figures.get("here").toString()).isEqualTo("{\"before\":null,\"after\":null}");
        assertThat(figures.get("there").get("before").asInt()).isEqualTo(count(1, 4, beats(4)));
        assertThat(figures.get("change").isNull()).isTrue();
    }

    @Test
    void aReviewNamesAllThatIsWrongWithIt() {
        CaseDesk desk = CaseDesk.open(officer, "Wrong", null).assessed();
        for (Map.Entry<String, String> wrong : Map.of(
                        ",\"before\":{\"from\":\"2025-01\",\"to\":\"2025-04\"}",
                        "since",
                        MONTHS.replace("2025-08", "2025-07"),
                        "as many months",
                        MONTHS.replace("2025-05", "2025-04"),
                        "begin after",
                        MONTHS.replace("2025-01", "last year"),
                        "must be months",
                        MONTHS + ",\"controls\":[\"1\"]",
                        "other beats",
                        MONTHS + ",\"controls\":[\"x\"]",
                        "other beats",
                        ",\"judgement\":\"great\"",
                        "judgement")
                .entrySet()) {
            HttpResponse<String> answer = review(officer, desk, wrong.getKey());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(answer.body()).contains(wrong.getValue());
        }
        assertThat(review(officer, CaseDesk.open(officer, "Early", null), "").statusCode())
                .as("before anything is done")
                .isEqualTo(400);
    }
}
