package org.copse.server.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.copse.server.Adopting;
import org.copse.server.Awaited;
import org.copse.server.OnBothDatabases;
import org.copse.server.RunningServer;
import org.copse.server.TestDatabase;
import org.copse.server.TownFiles;
import org.copse.server.Visitor;
import org.copse.server.permission.Permission;
import org.copse.server.permission.Role;
import org.copse.server.security.Endpoint;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Each role × each address × each format: what is special about people leaves for those alone who may see it. */
@OnBothDatabases
class SpecialFieldsIT {
    private static final String NOBODY = "nobody";
    /**
     * Values that nothing else has, nor a random id by chance: groups' counts by names that offices give them, an income, a number that
     * nobody explains, a religion, a place of worship and where it stands.
     */
    private static final List<String> SECRETS = List.of(
            "9173.625",
            "4417.375",
            "31415.9265",
            "271.8281",
            "Pastafarian",
            "Temple of the Noodle",
            "2.71371",
            "51.41937");

    /** Where an incident was, what it is called there, and where another one was that lies in no unit and was changed on import. */
    private static final List<String> POINTS = List.of("2.70271", "51.40419", "case-83-441", "2.71828", "51.43141");

    private static final List<String> FORMATS = List.of(
            "*/*",
            "application/json",
            "application/geo+json",
            "text/csv",
            "text/html",
            "application/pdf",
            "application/geopackage+sqlite3",
            "application/vnd.mapbox-vector-tile");

    private final TestDatabase database;
    private final RunningServer server;
    private final Map<String, Visitor> visitors = new LinkedHashMap<>();

    SpecialFieldsIT(TestDatabase database) {
        this.database = database;
        server = database.shared(RunningServer.class, () -> RunningServer.start(database, "copse.accounts.demo=true"));
        visitors.put(NOBODY, server.visitor());
        for (Role role : Role.values()) {
            visitors.put(role.name(), server.visitor().signInAs(role.name().toLowerCase(Locale.ROOT)));
        }
    }

    private Visitor planner() {
        return visitor(Role.PLANNER);
    }

    private Visitor visitor(Role role) {
        return Objects.requireNonNull(visitors.get(role.name()));
    }

    @Test
    void leaveOnlyForThoseWhoMayReadThem() throws Exception {
        String units = layer(
                "units.geojson",
                people(),
                Map.of(
                        "kind",
                        "UNITS",
                        "name",
                        "Blocks",
                        "roles",
                        "{\"ID\":\"UNIT\",\"POPULATION\":\"POP\"}",
                        "purpose",
                        "languages of service",
                        "legalBasis",
                        "By-law 7"));
        String worship = layer(
                "worship.csv",
                "id,name,lon,lat\nw1,Temple of the Noodle,2.71371,51.41937\n",
                Map.of("kind", "WORSHIP", "name", "Houses"));
        String incidents = layer(
                "incidents.csv",
                "id,date,category,initiator,lon,lat\ncase-83-441,2025-01-10,nuisance,resident,2.70271,51.40419\n"
                        + "i2,10/2025x,nuisance,resident,2.71828,51.43141\n",
                Map.of("kind", "INCIDENTS", "name", "Calls"));
        String scenario = scenario(units, worship, incidents);
        String job = planner()
                .post("/api/v1/scenarios/" + scenario + "/jobs", "")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        untilOver(job);
        publish(scenario);

        String changed = layer(
                "units.geojson",
                TownFiles.units().replace("\"POP\":100", "\"POP\":100,\"INCOME\":\"4417.375 of 9173.625\""),
                Map.of("kind", "UNITS", "name", "Blocks", "purpose", "visits", "legalBasis", "By-law 7"));
        List<String> ids =
                List.of(changed, units, worship, incidents, scenario, job.substring(job.lastIndexOf('/') + 1));
        assertThatNothingLeaksFrom(ids);

        givesIncidentsAsPointsForAReasonAlone(incidents);
        isLookedAtAgainUnderALongerList(units);
        tellsAnalystsNothingOfTheMix(scenario);
        hidesTheLayerOfWorship(worship);
        recordsTheReads(units, worship);
    }

    private void assertThatNothingLeaksFrom(List<String> ids) {
        List<String> leaks = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        visitors.forEach((who, visitor) -> {
            boolean may = Permission.LAYER_READ_SPECIAL.roles().stream()
                    .anyMatch(role -> role.name().equals(who));
            paths(ids)
                    .forEach(path -> FORMATS.forEach(format -> {
                        String body = visitor.get(path, "Accept", format).body();
                        SECRETS.stream().filter(body::contains).forEach(secret -> (may ? seen : leaks)
                                .add(who + " " + path + " " + format + ": " + secret));
                        POINTS.stream()
                                .filter(body::contains)
                                .filter(point -> !may || !path.endsWith("/report"))
                                .forEach(point -> leaks.add(who + " " + path + " " + format + ": " + point));
                    }));
        });
        assertThat(leaks).isEmpty();
        assertThat(SECRETS)
                .allSatisfy(secret ->
                        assertThat(seen).as("the test would see %s", secret).anyMatch(line -> line.endsWith(secret)));
    }

    private void givesIncidentsAsPointsForAReasonAlone(String incidents) {
        String path = "/api/v1/layers/" + incidents + "/points";
        String why = "{\"reason\":\"Which junction they mean\",\"bbox\":\"2.70,51.40,2.80,51.50\"}";
        visitors.forEach((who, visitor) -> {
            HttpResponse<String> answer = visitor.post(path, why);
            if (who.equals(Role.PLANNER.name())) {
                assertThat(answer.body()).contains(POINTS);
                assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                        .startsWith("application/geo+json");
            } else {
                assertThat(answer.statusCode()).as(who).isIn(401, 403);
            }
        });
        assertThat(planner().post(path, why).statusCode()).isEqualTo(200);
        assertThat(planner().post(path, "{\"reason\":\" \"}").statusCode()).isEqualTo(400);
        assertThat(planner().post(path, "{}").statusCode()).isEqualTo(400);
        assertThat(reasonsRecorded(incidents)).containsExactly("Which junction they mean");
        assertThat(planner().post(path, "{\"reason\":\"Another\"}").statusCode())
                .isEqualTo(200);
        assertThat(server.visitor().signInAs("planner").post(path, why).statusCode())
                .isEqualTo(200);
        assertThat(reasonsRecorded(incidents))
                .containsExactly("Which junction they mean", "Another", "Which junction they mean");
        JsonNode refused =
                Visitor.json(visitor(Role.ANALYST).get("/api/v1/layers/" + incidents + "/features?bbox=2,51,3,52"));
        assertThat(refused.get("type").asString()).isEqualTo("/problems/points-withheld");
    }

    private List<String> reasonsRecorded(String layer) {
        return database.jdbc()
                .sql("SELECT p.content FROM audit_entry e JOIN audit_personal p ON p.seq = e.seq AND p.field = 'reason'"
                        + " WHERE e.action = 'incident.points-read' AND e.subject_id = :layer ORDER BY e.seq")
                .param("layer", layer)
                .query(String.class)
                .list();
    }

    private static Stream<String> paths(List<String> ids) {
        return Endpoint.table().stream()
                .filter(Endpoint::isRead)
                .flatMap(endpoint ->
                        endpoint.hasId() ? ids.stream().map(endpoint::pathWith) : Stream.of(endpoint.path()));
    }

    /** As a layer was stored before: all columns but the religion tagged as ordinary, without reasons. */
    private void isLookedAtAgainUnderALongerList(String units) {
        String features = "/api/v1/layers/" + units + "/features";
        LayerTags tags = server.bean(LayerTags.class);
        setBack(units);
        assertThat(visitor(Role.ANALYST).get(features).body()).doesNotContain("4417.375", "31415.9265", "271.8281");
        tags.lookAgain();
        assertThat(visitor(Role.ANALYST).get(features).body())
                .contains("\"POP\"")
                .doesNotContain("4417.375", "31415.9265", "271.8281", "9173.625");
        assertThat(tagged(units)).anyMatch(detail -> detail.startsWith("column ORIG_NAFR: INDEX, SPECIAL"));

        String path = "/api/v1/layers/" + units + "/tags";
        String lamps = "{\"column\":\"V17\",\"measure\":\"INDEX\",\"sensitivity\":\"ORDINARY\"";
        assertThat(planner().send("PUT", path, lamps + "}").statusCode()).isEqualTo(400);
        assertThat(planner().send("PUT", path, lamps + ",\"reason\":\" \"}").statusCode())
                .isEqualTo(400);
        assertThat(visitor(Role.ANALYST)
                        .send("PUT", path, lamps + ",\"reason\":\"lamps\"}")
                        .statusCode())
                .isEqualTo(403);
        HttpResponse<String> decided = planner().send("PUT", path, lamps + ",\"reason\":\"street lamps\"}");
        assertThat(decided.statusCode()).as(decided.body()).isEqualTo(204);
        setBack(units);
        tags.lookAgain();
        assertThat(visitor(Role.ANALYST).get(features).body())
                .contains("271.8281")
                .doesNotContain("4417.375", "31415.9265");
        assertThat(tagged(units)).contains("column V17: INDEX, ORDINARY");
    }

    private void setBack(String layer) {
        database.jdbc()
                .sql(
                        "UPDATE layer SET tag_list = 0, report = REPLACE(report, '\"SPECIAL\"', '\"ORDINARY\"') WHERE id = :id")
                .param("id", java.util.UUID.fromString(layer))
                .update();
    }

    private List<String> tagged(String layer) {
        return database.jdbc()
                .sql("SELECT detail FROM audit_entry WHERE action = 'layer.tagged' AND subject_id = :id")
                .param("id", layer)
                .query(String.class)
                .list();
    }

    private void tellsAnalystsNothingOfTheMix(String scenario) {
        String path = "/api/v1/scenarios/" + scenario + "/proposal";
        JsonNode all = Visitor.json(planner().get(path));
        assertThat(all.get("withoutMix").isNull()).isFalse();
        assertThat(all.get("criteria").findValuesAsString("criterion")).contains("mix", "places");
        assertThat(all.findValues("hoursByTerm").get(0).get("mix").asDouble()).isPositive();

        JsonNode some = Visitor.json(visitor(Role.ANALYST).get(path));
        assertThat(some.get("withheld").asBoolean()).isTrue();
        assertThat(some.get("withoutMix").isNull()).isTrue();
        assertThat(some.findValuesAsString("criterion")).isNotEmpty().doesNotContain("mix", "places");
        assertThat(some.findValues("hoursByTerm"))
                .allSatisfy(terms -> assertThat(terms.size()).isZero());
        assertThat(some.toString().toLowerCase(Locale.ROOT)).doesNotContain("the mix of");
    }

    private void hidesTheLayerOfWorship(String worship) {
        Visitor analyst = visitor(Role.ANALYST);
        assertThat(analyst.get("/api/v1/layers").body()).contains("Blocks").doesNotContain(worship);
        HttpResponse<String> hidden = analyst.get("/api/v1/layers/" + worship);
        HttpResponse<String> absent = analyst.get("/api/v1/layers/" + Endpoint.NO_SUCH_ID);
        assertThat(hidden.statusCode()).isEqualTo(404);
        assertThat(hidden.body().replace(worship, "?")).isEqualTo(absent.body().replace(Endpoint.NO_SUCH_ID, "?"));
    }

    private void recordsTheReads(String units, String worship) {
        List<String> read = database.jdbc()
                .sql("SELECT subject_id FROM audit_entry WHERE action = 'layer.read-special'")
                .query(String.class)
                .list();
        assertThat(read).contains(units, worship);
    }

    /** Units with columns about people; V17, which nobody knows, has another value in each. */
    private static String people() {
        String[] parts = TownFiles.units().split("\"POP\":100", -1);
        StringBuilder people = new StringBuilder(parts[0]);
        for (int unit = 1; unit < parts.length; unit++) {
            people.append("\"POP\":10000,\"FOREIGN\":9173.625,\"RELIGION\":\"Pastafarian\",\"ORIG_NAFR\":4417.375,")
                    .append("\"INCOME\":31415.9265,\"V17\":")
                    .append(unit * 271.8281)
                    .append(parts[unit]);
        }
        return people.toString();
    }

    private String scenario(String units, String worship, String incidents) {
        HttpResponse<String> answer = planner()
                .post(
                        "/api/v1/scenarios",
                        """
                        {"name":"Mixed","layers":{"units":"%s","worship":"%s","incidents":"%s"},"officers":2,"sectors":1,"favour":"balanced",
                         "budgetSeconds":4,"mix":["FOREIGN"],
                         "weights":{"mix":{"groups":{"FOREIGN":{"minutes":0.5,"reason":"languages","author":"planner"}}}}}
                        """
                                .formatted(units, worship, incidents));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Visitor.json(answer).get("id").asString();
    }

    private void publish(String scenario) {
        String plan = new Adopting(server).adopted("/api/v1/scenarios/" + scenario, "{\"reason\":\"Council, 3 May\"}");
        HttpResponse<String> answer =
                planner().post(plan + "/entry", "{\"withoutContacts\":true,\"reason\":\"Council, 3 May\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private String layer(String file, String content, Map<String, String> fields) {
        HttpResponse<String> answer = TownFiles.upload(planner(), file, content, fields);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Visitor.json(answer).get("layer").get("id").asString();
    }

    private void untilOver(String job) throws Exception {
        JsonNode found = Awaited.until(
                "the end of " + job, () -> Visitor.json(planner().get(job)), one -> !List.of("queued", "running")
                        .contains(one.get("state").asString()));
        assertThat(found.get("state").asString()).as("%s", found).isEqualTo("succeeded");
    }
}
