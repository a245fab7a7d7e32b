package org.copse.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copse.server.hotspot.RecordedTown.hotspots;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.copse.server.hotspot.RecordedTown;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Rules of the safeguards that only the whole shows: files in, answers out, on both databases. {@code docs/safeguards.md} names the tests of
 * all fifteen, and {@link SafeguardIndexTest} holds it to that.
 */
@OnBothDatabases
class SafeguardsIT {
    private static final String MIX =
            """
            ,"mix":["FOREIGN"],"weights":{"mix":{"groups":{"FOREIGN":{"minutes":0.5,"reason":"languages","author":"planner"}}}}""";

    private final TestDatabase database;
    private final Visitor planner;
    private final RecordedTown town;

    SafeguardsIT(TestDatabase database) {
        this.database = database;
        RunningServer server =
                database.shared(RunningServer.class, () -> RunningServer.start(database, "copse.accounts.demo=true"));
        planner = server.visitor().signInAs("planner");
        town = new RecordedTown(planner);
    }

    /** Every mix attribute of every unit is another unit's, and the place of worship stands elsewhere. */
    @Test
    void rule01MixAndWorshipMoveNoHotspotAndNoConflict() {
        String incidents = layer("INCIDENTS", "Rule 1", "i.csv", RecordedTown.incidents());
        String one = scenario(people(unit -> unit), worship(2.7031, 51.4031), incidents);
        String other = scenario(people(unit -> 23 - unit), worship(2.7531, 51.4331), incidents);

        for (String query : List.of("?cell=400", "?method=moran&cell=400", "?method=kde&cell=400")) {
            assertThat(planner.get(hotspots(one, query)).body())
                    .as(query)
                    .isEqualTo(planner.get(hotspots(other, query)).body().replace("Units 2", "Units 1"));
        }
        assertThat(hours(one, "conflict")).isEqualTo(hours(other, "conflict")).anyMatch(hours -> hours > 0);
        assertThat(hours(one, "mix")).as("the mix was permuted").isNotEqualTo(hours(other, "mix"));
        assertThat(hours(one, "places")).as("worship was moved").isNotEqualTo(hours(other, "places"));
    }

    /** The same plan without the mix stands beside each alternative, measured; without the mix there is no twin. */
    @Test
    void rule02WhatUsedTheMixComesWithTheSameProblemWithoutIt() throws Exception {
        String incidents = layer("INCIDENTS", "Rule 2", "i.csv", TownFiles.incidents());
        String mixed = scenario(people(unit -> unit), worship(2.7031, 51.4031), incidents);
        JsonNode proposal = proposal(mixed);
        JsonNode twin = proposal.get("withoutMix");
        assertThat(twin.isNull()).isFalse();
        assertThat(twin.get("alternatives").size())
                .isPositive()
                .isEqualTo(proposal.get("alternatives").size());
        assertThat(twin.get("alternatives").get(0).propertyNames())
                .contains("outcome", "unitsDiffering", "residentsDiffering", "unitsByChance", "residentsByChance");
        HttpResponse<String> fairness = planner.post(
                "/api/v1/comparisons",
                "{\"plans\":[{\"scenario\":\"" + mixed + "\"},{\"scenario\":\"" + mixed + "\"}]}");
        assertThat(fairness.statusCode()).as(fairness.body()).isEqualTo(200);
        assertThat(Visitor.json(fairness).get("fairness").get("groups").toString())
                .isEqualTo("[\"FOREIGN\"]");
        assertThat(Visitor.json(fairness).get("fairness").get("plans").findValuesAsString("twin"))
                .contains("true", "false");

        String units = layer("UNITS", "Rule 2 bare", "u.geojson", TownFiles.units());
        JsonNode bare = proposal(town.scenario("\"units\":\"" + units + "\"", ""));
        assertThat(bare.get("withoutMix").isNull()).isTrue();
    }

    @Test
    void rule03WhatPoliceStartMakesNoHotspotAndItsShareIsSaid() {
        String units = layer("UNITS", "Rule 3", "u.geojson", TownFiles.units());
        String here = layer("INCIDENTS", "Rule 3 here", "i.csv", RecordedTown.incidents(2.7051, 51.4051));
        String there = layer("INCIDENTS", "Rule 3 there", "i.csv", RecordedTown.incidents(2.7551, 51.4351));
        JsonNode one = map(town.scenario("\"units\":\"" + units + "\",\"incidents\":\"" + here + "\"", ""));
        JsonNode other = map(town.scenario("\"units\":\"" + units + "\",\"incidents\":\"" + there + "\"", ""));

        assertThat(one.get("cells")).isEqualTo(other.get("cells"));
        JsonNode left = one.get("about").get("leftOut").get(0);
        assertThat(left.get("code").asString()).isEqualTo("police");
        assertThat(left.get("share").asDouble()).isEqualTo(0.1);
    }

    /** Whatever is stored somewhere has a column: there is none for who did it or to whom, nor for a way to patrol. */
    @Test
    void rule04NothingStoredHasAPlaceForSuspectsVictimsOrPatrols() {
        List<String> columns = database.jdbc()
                .sql("SELECT table_name, column_name FROM information_schema.columns WHERE table_schema NOT IN"
                        + " ('information_schema', 'INFORMATION_SCHEMA', 'pg_catalog')")
                .query((rs, row) -> (rs.getString(1) + "." + rs.getString(2)).toLowerCase(Locale.ROOT))
                .list();
        assertThat(columns)
                .contains("layer.kind")
                .noneMatch(column -> column.matches(".*(suspect|victim|offender|perpetrator|patrol|risk|predict).*"));
    }

    /** Rows about persons come in by neither way, and columns that are special do not without purpose and legal basis. */
    @Test
    void rule08RowsAboutPersonsAreRefusedAndPurposeAndLegalBasisAreKept() {
        String persons = "id,first_name,last_name,birth_date,lon,lat\n1,Ada,Byron,1815-12-10,2.705,51.405\n"
                + "2,Mary,Shelley,1797-08-30,2.706,51.406\n";
        for (String kind : List.of("INCIDENTS", "WORSHIP", "BARRIERS")) {
            HttpResponse<String> refused =
                    TownFiles.upload(planner, "persons.csv", persons, Map.of("kind", kind, "name", "Persons"));
            assertThat(refused.statusCode()).as(refused.body()).isBetween(400, 499);
            assertThat(refused.body()).contains("persons").doesNotContain("Byron", "1815", "Shelley");
        }
        String units = TownFiles.units().replace("\"POP\":100", "\"POP\":100,\"FOREIGN\":7");
        HttpResponse<String> bare =
                TownFiles.upload(planner, "u.geojson", units, Map.of("kind", "UNITS", "name", "No purpose"));
        assertThat(bare.statusCode()).as(bare.body()).isBetween(400, 499);
        assertThat(bare.body()).contains("purpose");
        assertThat(database.jdbc()
                        .sql("SELECT count(*) FROM layer WHERE name IN ('Persons', 'No purpose')")
                        .query(Integer.class)
                        .single())
                .isZero();
        String kept = layer("UNITS", "With purpose", "u.geojson", units);
        assertThat(planner.get("/api/v1/layers/" + kept).body()).contains("languages of service", "By-law 7");
    }

    /** Who, since when, from where and how many stand with every map. */
    @Test
    void rule13AMapSaysItsSourceDateAndNumber() {
        String units = layer("UNITS", "Rule 13", "u.geojson", TownFiles.units());
        String incidents = layer("INCIDENTS", "Rule 13", "i.csv", RecordedTown.incidents());
        JsonNode about = map(town.scenario("\"units\":\"" + units + "\",\"incidents\":\"" + incidents + "\"", ""))
                .get("about");

        assertThat(about.get("source").get("name").asString()).isEqualTo("Rule 13");
        assertThat(about.get("source").get("source").asString()).isEqualTo("Town");
        assertThat(about.get("n").asInt()).isEqualTo(360);
        assertThat(about.get("period").get("to").asString()).isEqualTo("2025-08-31");
        assertThat(about.get("compared").get("estimatedShare").asDouble()).isZero();
    }

    private JsonNode proposal(String scenario) throws Exception {
        HttpResponse<String> started = planner.post("/api/v1/scenarios/" + scenario + "/jobs", "");
        String job = started.headers().firstValue("Location").orElseThrow();
        Awaited.until("the end of " + job, () -> planner.get(job).body(), state -> state.contains("\"succeeded\""));
        return Visitor.json(planner.get("/api/v1/scenarios/" + scenario + "/proposal"));
    }

    private JsonNode map(String scenario) {
        HttpResponse<String> answer = planner.get(hotspots(scenario, "?cell=400"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Visitor.json(answer);
    }

    private List<Double> hours(String scenario, String term) {
        HttpResponse<String> answer = planner.get("/api/v1/scenarios/" + scenario + "/units");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Visitor.json(answer).findValues("hoursByTerm").stream()
                .map(terms -> terms.get(term).asDouble())
                .toList();
    }

    private String scenario(String units, String worship, String incidents) {
        return town.scenario(
                "\"units\":\"" + units + "\",\"worship\":\"" + worship + "\",\"incidents\":\"" + incidents + "\"", MIX);
    }

    private String worship(double lon, double lat) {
        return layer(
                "WORSHIP",
                "House at " + lon,
                "w.csv",
                "id,name,religion,lon,lat\nw1,House,x," + lon + "," + lat + "\n");
    }

    /** Units whose columns about people are those of another unit. */
    private String people(java.util.function.IntUnaryOperator whose) {
        String[] parts = TownFiles.units().split("\"POP\":100", -1);
        StringBuilder people = new StringBuilder(parts[0]);
        for (int unit = 1; unit < parts.length; unit++) {
            int of = whose.applyAsInt(unit - 1);
            people.append("\"POP\":100,\"FOREIGN\":%d,\"RELIGION\":\"r%d\",\"INCOME\":%d"
                            .formatted(of, of, 900 + 50 * of))
                    .append(parts[unit]);
        }
        return layer("UNITS", whose.applyAsInt(0) == 0 ? "Units 1" : "Units 2", "u.geojson", people.toString());
    }

    private String layer(String kind, String name, String file, String content) {
        return town.layer(
                file,
                content,
                Map.of(
                        "kind",
                        kind,
                        "name",
                        name,
                        "source",
                        "Town",
                        "purpose",
                        "languages of service",
                        "legalBasis",
                        "By-law 7"));
    }
}
