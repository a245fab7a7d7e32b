package org.copse.server.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
import org.copse.server.words.Language;
import org.copse.server.words.Words;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import tools.jackson.databind.JsonNode;

/** One story on one server: what was published stays, and the attacker takes all of it. */
@OnBothDatabases
class DisclosureIT {
    private static final String TABLES = "/api/v1/recorded-incidents";
    private static final int THRESHOLD = 5;
    private static final double WEST = 2.70;
    private static final double EAST = 2.76;

    private final Visitor planner;
    private final Visitor resident;
    private final RecordedTown town;
    private final TestDatabase database;
    private final RunningServer server;

    DisclosureIT(TestDatabase database) {
        this.database = database;
        server = database.shared(RunningServer.class, () -> RunningServer.start(database, "copse.accounts.demo=true"));
        planner = server.visitor().signInAs("planner");
        resident = server.visitor();
        town = new RecordedTown(planner);
    }

    @Test
    void rule05NoSmallCountFollowsFromAllThatIsPublic() throws Exception {
        publishPlan("Wide", 2.73);
        RecordedYear year = new RecordedYear(5, 900);
        String first = scenario(year, "Year");
        proposesKindsAndQuarters(first);
        refusesWhatCannotBePublished(first);
        publish(first, "2025-Q1", 201);
        List<String> before = everythingPublicOf("2025-Q1");
        pagesTellNoMoreThanTheTable("Wide", 2.73);
        publishPlan("Narrow", 2.709);

        // The layer is mended, and everything is asked again: the second quarter comes, the first stays as it is.
        year.addLate(2.7581, 51.4381);
        String second = scenario(year, "Year");
        assertThat(publish(second, "2025-Q1", 409).get("detail").asString()).contains("differences");
        publish(second, "2025-Q2", 201);
        assertThat(everythingPublicOf("2025-Q1")).isEqualTo(before);

        pagesTellNoMoreThanTheTable("Narrow", 2.709);
        assertThat(everythingPublicOf("2025-Q1")).isEqualTo(before);

        RecordedYear asItWas = new RecordedYear(5, 900);
        attack("2025-Q1", 1, asItWas);
        attack("2025-Q2", 2, year);
        assertThat(Visitor.json(resident.get(TABLES)).findValuesAsString("quarter"))
                .containsExactly("2025-Q2", "2025-Q1");
        keepsToOneGrid();
        storesAndSaysNothingElse();
        staysAwayOnceWithdrawn(second);
    }

    /** Two beats, west and east of a border; in force some seconds later. */
    private void publishPlan(String name, double border) {
        NewPlan plan = new NewPlan(
                name,
                "For the test",
                PlanOrigin.AREAS_IN_FORCE,
                null,
                null,
                null,
                List.of(new NewPlan.Sector("S", "S", 2, new NewPlan.Contact("1", null), box(WEST, EAST))),
                List.of(
                        new NewPlan.Beat("1", "S", "West", 0, 1, box(WEST, border)),
                        new NewPlan.Beat("2", "S", "East", 1, 1, box(border, EAST))),
                List.of());
        server.bean(Publication.class).publish(plan, "test");
    }

    private static Geometry box(double west, double east) {
        return new GeometryFactory().toGeometry(new Envelope(west, east, 51.40, 51.44));
    }

    /** What is said of a beat, anybody can count in the public table by the beat's public border. */
    private void pagesTellNoMoreThanTheTable(String plan, double border) throws Exception {
        Awaited.until(
                plan + " is in force",
                () -> resident.get("/api/v1/plans/current").body(),
                now -> now.contains(plan));
        JsonNode table = Visitor.json(resident.get(TABLES + "/2025-Q1"));
        String page = ok("/en/recorded/2025-Q1");
        assertThat(page)
                .contains("<td class=\"num\">"
                        + table.get("about").get("recorded").get("all").asInt() + "</td>");
        Words words = Words.of(Language.EN);
        for (String beat : List.of("1", "2")) {
            Map<String, Integer> expected = new TreeMap<>();
            for (JsonNode cell : table.get("cells").get("features")) {
                double lon = middle(cell, 0);
                double lat = middle(cell, 1);
                boolean within = lat >= 51.40 && lat <= 51.44 && lon >= WEST && lon <= EAST;
                if (within && lon < border == beat.equals("1")) {
                    String said = words.say("recorded.class."
                            + cell.get("properties").get("class").asString());
                    expected.merge(said, 1, Integer::sum);
                }
            }
            String row = page.substring(page.indexOf("href=\"/en/beats/" + beat + "\""));
            Map<String, Integer> told = new TreeMap<>();
            Matcher said =
                    Pattern.compile("<li>(.*?) \\((\\d+)\\)</li>").matcher(row.substring(0, row.indexOf("</tr>")));
            while (said.find()) {
                told.put(said.group(1), Integer.valueOf(said.group(2)));
            }
            assertThat(told).as(plan + ", beat " + beat).isEqualTo(expected).isNotEmpty();
            assertThat(ok("/en/beats/" + beat)).contains("href=\"/en/recorded\"");
        }
    }

    private static double middle(JsonNode cell, int axis) {
        JsonNode ring = cell.get("geometry").get("coordinates").get(0);
        double sum = 0;
        for (int corner = 1; corner < ring.size(); corner++) {
            sum += ring.get(corner).get(axis).asDouble() / (ring.size() - 1);
        }
        return sum;
    }

    private void proposesKindsAndQuarters(String scenario) {
        JsonNode choices = Visitor.json(planner.get("/api/v1/scenarios/" + scenario + "/recorded-incidents"));
        Map<String, String> proposed = new TreeMap<>();
        choices.get("categories")
                .forEach(one -> proposed.put(
                        one.get("name").asString(), one.get("group").asString()));
        assertThat(proposed).isEqualTo(RecordedYear.KINDS);
        assertThat(choices.get("quarters").findValuesAsString("quarter")).containsExactly("2025-Q2", "2025-Q1");
        assertThat(choices.get("quarters").findValuesAsString("standing")).containsOnly("ready");
    }

    private void refusesWhatCannotBePublished(String scenario) {
        String path = "/api/v1/scenarios/" + scenario + "/recorded-incidents";
        String groups = "\"groups\":{\"noise\":\"nuisance\"}";
        for (String wrong : List.of(
                "{}",
                "{\"quarter\":\"2025\"," + groups + ",\"reason\":\"x\"}",
                "{\"quarter\":\"2025-Q3\"," + groups + ",\"reason\":\"x\"}",
                "{\"quarter\":\"2025-Q1\"," + groups + ",\"reason\":\" \"}",
                "{\"quarter\":\"2025-Q1\",\"groups\":{\"noise\":\"loud\"},\"reason\":\"x\"}",
                "{\"quarter\":\"2025-Q1\",\"groups\":{\"noise\":null},\"reason\":\"x\"}",
                "{\"quarter\":\"2025-Q1\",\"groups\":{\"noise\":\"\"},\"reason\":\"x\"}",
                "{\"quarter\":\"2025-Q1\",\"groups\":{\"arson\":\"damage\"},\"reason\":\"x\"}",
                "{\"quarter\":\"2025-Q1\",\"groups\":{\"domestic violence\":\"violence\"},\"reason\":\"x\"}")) {
            assertThat(planner.post(path, wrong).statusCode()).as(wrong).isEqualTo(400);
        }
        assertThat(resident.get(TABLES + "/2025-Q1").statusCode()).isEqualTo(404);
    }

    private JsonNode publish(String scenario, String quarter, int status) {
        String path = "/api/v1/scenarios/" + scenario + "/recorded-incidents";
        String groups = RecordedYear.KINDS.entrySet().stream()
                .map(one -> "\"" + one.getKey() + "\":\"" + one.getValue() + "\"")
                .collect(Collectors.joining(",", "{", "}"));
        String body = "{\"quarter\":\"" + quarter + "\",\"groups\":" + groups + ",\"reason\":\"For the council\"}";
        HttpResponse<String> preview = planner.post(path + "/preview", body);
        assertThat(preview.statusCode()).as(preview.body()).isEqualTo(200);
        HttpResponse<String> answer = planner.post(path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        if (status == 201) {
            assertThat(Visitor.json(answer)).isEqualTo(Visitor.json(preview));
        }
        return Visitor.json(answer);
    }

    /** Whatever is asked beside the quarter, and however often, the answer is the same. */
    private List<String> everythingPublicOf(String quarter) {
        List<String> all = new ArrayList<>();
        for (String file : List.of("", "/cells.csv")) {
            String body = ok(TABLES + "/" + quarter + file);
            all.add(body);
            for (String asked : List.of(
                    "?cell=400",
                    "?zoom=12",
                    "?bbox=2.70,51.40,2.71,51.41",
                    "?category=noise",
                    "?from=2025-01&to=2025-01",
                    "?limit=1&offset=1",
                    "?page=2")) {
                assertThat(ok(TABLES + "/" + quarter + file + asked)).isEqualTo(body);
            }
        }
        return all;
    }

    private void attack(String quarter, int number, RecordedYear year) {
        JsonNode table = Visitor.json(resident.get(TABLES + "/" + quarter));
        JsonNode cells = table.get("cells").get("features");
        Map<String, @Nullable Integer> published = new TreeMap<>();
        table.get("about")
                .get("recorded")
                .properties()
                .forEach(kind -> put(published, "district", kind.getKey(), kind.getValue()));
        for (JsonNode cell : cells) {
            cell.get("properties")
                    .get("kinds")
                    .properties()
                    .forEach(kind -> put(
                            published,
                            cell.get("id").asString(),
                            kind.getKey(),
                            kind.getValue().get("recorded")));
            assertThat(cell.get("properties").get("class").asString().equals("too-few"))
                    .isEqualTo(cell.get("properties").get("recorded").isNull());
        }
        assertThat(ofFile(ok(TABLES + "/" + quarter + "/cells.csv"))).isEqualTo(published);

        new Attacker(published).findsNoneUnder(THRESHOLD, year.truth(number, cells));
        assertThat(published.values().stream().filter(count -> count != null).count())
                .as("something is shown")
                .isGreaterThan(20);
        assertThat(published.values()).as("something is withheld").containsNull();
    }

    private static void put(Map<String, @Nullable Integer> published, String cell, String kind, JsonNode count) {
        published.put(cell + "/" + kind, count.isNull() ? null : Integer.valueOf(count.asInt()));
    }

    private static Map<String, @Nullable Integer> ofFile(String csv) {
        Map<String, @Nullable Integer> published = new TreeMap<>();
        csv.lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .forEach(cell ->
                        published.put(cell[1] + "/" + cell[5], cell[6].isEmpty() ? null : Integer.valueOf(cell[6])));
        return published;
    }

    /** Hexagons in another CRS would overlap those that are published. */
    private void keepsToOneGrid() {
        String far = TownFiles.units().replace("[2.", "[12.");
        String incidents = new RecordedYear(5, 900).csv().replace(",2.7", ",12.7");
        String scenario = town.scenario(
                "\"units\":\"" + layer("UNITS", "Far", "u.geojson", far) + "\",\"incidents\":\""
                        + layer("INCIDENTS", "Far", "i.csv", incidents) + "\"",
                "");
        HttpResponse<String> refused = planner.post(
                "/api/v1/scenarios/" + scenario + "/recorded-incidents",
                "{\"quarter\":\"2025-Q1\",\"groups\":{\"noise\":\"nuisance\"},\"reason\":\"x\"}");
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(409);
        assertThat(refused.body()).contains("overlap");
    }

    /** The database has what is public and no more; the log has who, when and why. */
    private void storesAndSaysNothingElse() {
        List<String> documents = database.jdbc()
                .sql("SELECT document FROM recorded_quarter")
                .query(String.class)
                .list();
        assertThat(documents).hasSize(2).allSatisfy(document -> assertThat(document)
                .doesNotContain("domestic", "Burglary", "u00")
                .contains("\"policePercent\":"));
        assertThat(database.jdbc()
                        .sql("SELECT subject_id FROM audit_entry WHERE action = 'incident.published' ORDER BY seq")
                        .query(String.class)
                        .list())
                .containsExactly("2025-Q1", "2025-Q2");
    }

    private void staysAwayOnceWithdrawn(String scenario) {
        String withdrawal = TABLES + "/2025-Q1/withdrawal";
        assertThat(planner.post(withdrawal, "{}").statusCode()).isEqualTo(400);
        assertThat(planner.post(withdrawal, "{\"reason\":\"Wrong file\"}").statusCode())
                .isEqualTo(204);
        assertThat(planner.post(withdrawal, "{\"reason\":\"Twice\"}").statusCode())
                .isEqualTo(404);
        assertThat(resident.get(TABLES + "/2025-Q1").statusCode()).isEqualTo(404);
        publish(scenario, "2025-Q1", 409);
        assertThat(Visitor.json(planner.get("/api/v1/scenarios/" + scenario + "/recorded-incidents"))
                        .get("quarters")
                        .findValuesAsString("standing"))
                .containsExactly("published", "withdrawn");
    }

    private String ok(String path) {
        HttpResponse<String> answer = resident.get(path);
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
        return answer.body();
    }

    private String scenario(RecordedYear year, String name) {
        return town.scenario(
                "\"units\":\"" + layer("UNITS", name, "u.geojson", TownFiles.units()) + "\",\"incidents\":\""
                        + layer("INCIDENTS", name, "i.csv", year.csv()) + "\"",
                "");
    }

    private String layer(String kind, String name, String file, String content) {
        return town.layer(file, content, Map.of("kind", kind, "name", name, "source", "Town", "asOf", "2025-09-01"));
    }
}
