package org.copse.server.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.http.HttpResponse;
import org.copse.server.OnBothDatabases;
import org.copse.server.RunningServer;
import org.copse.server.TestDatabase;
import org.copse.server.Visitor;
import org.copse.server.comparison.Town;
import org.copse.server.security.Endpoint;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A published plan by what is known a year on, over HTTP. */
@OnBothDatabases
class ReviewIT {
    private final TestDatabase database;
    private final RunningServer server;
    private final Visitor planner;
    private final Town town;

    ReviewIT(TestDatabase database) {
        this.database = database;
        server = database.shared(RunningServer.class, () -> RunningServer.start(database, "copse.accounts.demo=true"));
        planner = server.visitor().signInAs("planner");
        town = database.shared(
                Town.class, () -> Town.planned(planner, server.visitor().signInAs("supervisor")));
    }

    /** 800 residents more and an incident a month in the south-western unit. */
    private String aYearOn() {
        return database.shared(YearOn.class, () -> YearOn.in(planner, town)).scenario();
    }

    @Test
    void reviewsBeatsByWhatHasChangedSinceTheyWereDrawn() {
        JsonNode review = json(planner.get("/api/v1/plans/current/beat-review?by=" + aYearOn()), 200);

        assertThat(review.get("name").asString()).isEqualTo("In force");
        assertThat(review.get("planned").get("name").asString()).isEqualTo("First");
        assertThat(review.get("planned").get("residents").asDouble()).isEqualTo(2400);
        assertThat(review.get("now").get("residents").asDouble()).isEqualTo(3200);
        double mean =
                review.get("now").get("hours").asDouble() / review.get("beats").size();
        int grown = 0;
        double kilometres = 0;
        for (JsonNode beat : review.get("beats")) {
            JsonNode now = beat.get("now");
            double more = now.get("residents").asDouble()
                    - beat.get("planned").get("residents").asDouble();
            double incidents = now.get("incidentsPerMonth").asDouble();
            boolean hasTheUnit = more > 0;
            grown += hasTheUnit ? 1 : 0;
            kilometres += beat.get("squareKilometres").asDouble();
            assertThat(more).isEqualTo(hasTheUnit ? 800.0 : 0.0);
            assertThat(incidents).isCloseTo(hasTheUnit ? 12 / (335 / (365.25 / 12)) : 0, within(1e-9));
            assertThat(now.get("deviation").asDouble())
                    .isCloseTo(now.get("hours").asDouble() / mean - 1, within(1e-9));
            assertThat(beat.get("findings").toString())
                    .isEqualTo(hasTheUnit ? "[\"too-much-work\"]" : "[\"too-little-work\"]");
            assertThat(beat.get("planned").get("incidentsPerMonth").isNull()).isTrue();
        }
        assertThat(grown).isEqualTo(1);
        // 6 × 0.01° by 4 × 0.01° at 51.42° N on the ellipsoid
        assertThat(kilometres).isCloseTo(18.575, within(0.02));
    }

    @Test
    void reviewsByTheScenarioOfThePlanWhereNoneIsNamed() {
        JsonNode review = json(planner.get("/api/v1/plans/current/beat-review"), 200);
        assertThat(review.get("now").get("name").asString()).isEqualTo("First");
        assertThat(review.get("planned").isNull()).isTrue();
        assertThat(review.get("now").get("incidentsPerMonth").isNull()).isTrue();
    }

    @Test
    void handsOutAReviewAsATable() {
        HttpResponse<String> file = planner.get("/api/v1/plans/current/beat-review/file?lang=nl&by=" + aYearOn());
        assertThat(file.headers().firstValue("Content-Type").orElse("")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(file.body().lines())
                .hasSize(4)
                .first()
                .asString()
                .startsWith("\uFEFFWijk,")
                .contains("A year on");
        assertThat(planner.get("/api/v1/plans/current/beat-review/file?lang=tlh")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void reviewsNothingByOtherUnits() {
        String review = "/api/v1/plans/current/beat-review?by=";
        HttpResponse<String> other = planner.get(review + town.other());
        assertThat(other.statusCode()).isEqualTo(400);
        assertThat(other.body()).contains("\"by\"", "24 only in the scenario");
        assertThat(planner.get(review + Endpoint.NO_SUCH_ID).statusCode()).isEqualTo(404);
        assertThat(planner.get(review + "yesterday").statusCode()).isEqualTo(400);
        assertThat(planner.get("/api/v1/plans/nothing/beat-review").statusCode())
                .isEqualTo(400);
        assertThat(server.visitor()
                        .signInAs("officer")
                        .get("/api/v1/plans/current/beat-review")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void findsControlsForAPilot() {
        JsonNode report = json(
                planner.get("/api/v1/plans/current/pilot-sites?level=beats&neighbours=true&pilot=1&controls=2&by="
                        + aYearOn()),
                200);

        assertThat(report.get("pairs").findValuesAsString("pilot")).containsExactly("1", "1");
        assertThat(report.get("pairs").findValuesAsString("control")).containsExactlyInAnyOrder("2", "3");
        assertThat(report.get("sites").findValuesAsString("role"))
                .containsExactlyInAnyOrder("pilot", "control", "control");
        for (int m = 0; m < report.get("measures").size(); m++) {
            double spread = report.get("measures").get(m).get("spread").asDouble();
            JsonNode balance = report.get("balance").get(m);
            // with both other sites as controls, nothing is gained by matching
            assertThat(balance.get("controls").asDouble())
                    .isCloseTo(balance.get("others").asDouble(), within(1e-9));
            assertThat(balance.get("before").asDouble() * spread)
                    .isCloseTo(
                            balance.get("pilots").asDouble()
                                    - balance.get("others").asDouble(),
                            within(1e-9));
            assertThat(balance.get("after")).isEqualTo(balance.get("before"));
        }
    }

    @Test
    void showsSitesBeforeAPilotIsChosen() {
        JsonNode report = json(planner.get("/api/v1/plans/current/pilot-sites?level=beats"), 200);
        assertThat(report.get("sites").size()).isEqualTo(3);
        assertThat(report.get("pairs").size()).isZero();
        assertThat(report.get("balance").size()).isZero();
        assertThat(report.get("measures").findValuesAsString("key"))
                .containsExactly("residents", "residents-per-square-kilometre", "square-kilometres", "hours");
    }

    @Test
    void takesNoNeighbourForAControlUnlessAsked() {
        JsonNode report =
                json(planner.get("/api/v1/plans/current/pilot-sites?level=beats&pilot=1&measure=residents"), 200);
        assertThat(report.get("measures").size()).isEqualTo(1);
        for (JsonNode site : report.get("sites")) {
            if (site.get("role").asString().equals("neighbour")) {
                assertThat(report.get("pairs").findValuesAsString("control"))
                        .doesNotContain(site.get("id").asString());
            }
        }
        assertThat(report.get("sites").findValuesAsString("role")).contains("pilot", "neighbour");
    }

    @Test
    void refusesPilotsThatLeaveNothingToCompareWith() {
        refuses("level=beats&pilot=1&pilot=2&pilot=3", "must leave a site to compare with");
        refuses("level=sectors", "the plan has 1 of this level");
        refuses("level=streets", "sectors or beats");
        refuses("level=beats&pilot=99", "there is no 99");
        refuses("level=beats&pilot=1&controls=6", "1 to 5");
        refuses("level=beats&pilot=1&controls=many", "controls");
        refuses("level=beats&measure=religion", "not religion");
        refuses("level=beats&measure=incidents-per-month", "not incidents-per-month");
    }

    private void refuses(String question, String words) {
        HttpResponse<String> answer = planner.get("/api/v1/plans/current/pilot-sites?" + question);
        assertThat(answer.statusCode()).as("%s: %s", question, answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains(words);
    }

    private static JsonNode json(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return Visitor.json(answer);
    }
}
