package org.copse.server.staffing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.copse.server.OnBothDatabases;
import org.copse.server.RunningServer;
import org.copse.server.TestDatabase;
import org.copse.server.TownFiles;
import org.copse.server.Visitor;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** How many officers there are, over HTTP. */
@OnBothDatabases
class StaffingIT {
    private final Visitor planner;

    StaffingIT(TestDatabase database) {
        RunningServer server =
                database.shared(RunningServer.class, () -> RunningServer.start(database, "copse.accounts.demo=true"));
        planner = server.visitor().signInAs("planner");
    }

    private String units() {
        HttpResponse<String> answer = TownFiles.upload(
                planner,
                "units.geojson",
                TownFiles.units(),
                Map.of("kind", "UNITS", "roles", "{\"ID\":\"UNIT\",\"POPULATION\":\"POP\",\"BEAT\":\"BEAT\"}"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Visitor.json(answer).get("layer").get("id").asString();
    }

    @Test
    void beginsWithTheBeatsThatExistAndSaysWhatTheNormWouldGive() {
        String units = units();

        JsonNode advice = Visitor.json(
                planner.post("/api/v1/staffing", "{\"layers\":{\"units\":\"" + units + "\"},\"profile\":1}"));

        assertThat(advice.get("units").asInt()).isPositive();
        assertThat(advice.get("beatsInForce").asInt()).isPositive();
        assertThat(advice.get("from").asString()).isIn("officers", "beats-in-force");
        assertThat(advice.get("suggested").asInt())
                .isBetween(1, advice.get("units").asInt());
        JsonNode norm = advice.get("norm");
        assertThat(norm.get("officers").asLong())
                .isEqualTo(Math.round(advice.get("residents").asDouble()));
        assertThat(norm.get("unitsPerBeat").asDouble()).isLessThan(4);
        assertThat(norm.get("searched").asBoolean()).isTrue();
        assertThat(norm.has("balanced")).isTrue();
    }

    @Test
    void saysWhoIsThereWithoutSearching() {
        JsonNode advice = Visitor.json(planner.post(
                "/api/v1/staffing", "{\"layers\":{\"units\":\"" + units() + "\"},\"profile\":1,\"search\":false}"));

        assertThat(advice.get("suggested").asInt()).isPositive();
        assertThat(advice.get("norm").get("searched").asBoolean()).isFalse();
        assertThat(advice.get("norm").get("balanced").isNull()).isTrue();
    }

    @Test
    void namesEveryFieldThatIsWrong() {
        HttpResponse<String> answer =
                planner.post("/api/v1/staffing", "{\"layers\":{\"moon\":null},\"profile\":0,\"tolerance\":2}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("layers.moon")
                .contains("layers.units")
                .contains("profile")
                .contains("tolerance");
    }
}
