package org.copse.server.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.copse.server.Awaited;
import org.copse.server.PrivatePostgis;
import org.copse.server.RunningServer;
import org.copse.server.Visitor;
import org.copse.server.assignment.Assignments;
import org.copse.server.officer.Officer;
import org.copse.server.publication.NewPlan;
import org.copse.server.publication.PlanOrigin;
import org.copse.server.publication.Publication;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import tools.jackson.databind.JsonNode;

/** PostGIS is stopped under a running server, and started again. */
class DatabaseAwayIT {
    private static final int AT_ONCE = 40;

    @Test
    void answersResidentsFromMemoryRefusesTheRestAndRecoversByItself() throws Exception {
        try (PrivatePostgis postgis = PrivatePostgis.start();
                RunningServer server = RunningServer.start(
                        postgis.url(), "copse.accounts.demo=true", "copse.lookup.per-minute=100000")) {
            publish(server);
            Visitor visitor = server.visitor();
            Visitor planner = server.visitor().signInAs("planner");
            assertThat(officer(visitor)).isEqualTo("Sam");
            assertThat(status(visitor, "/actuator/health/readiness")).isEqualTo(200);

            postgis.stop();

            List<CompletableFuture<Integer>> asked = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                Visitor other = server.visitor();
                asked.add(CompletableFuture.supplyAsync(() -> status(other, "/api/v1/plans/current")));
                assertThat(officer(visitor)).isEqualTo("Sam");
            }
            assertThat(asked).allSatisfy(answer -> assertThat(answer.join()).isEqualTo(503));
            HttpResponse<String> refused = planner.get("/api/v1/layers");
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(status(visitor, "/actuator/health/readiness")).isEqualTo(503);
            assertThat(status(visitor, "/actuator/health/liveness")).isEqualTo(200);
            assertThat(status(visitor, "/en")).isEqualTo(200);
            assertThat(visitor.get("/en/beats/W").body())
                    .contains("Sam")
                    .as("what only the database knows")
                    .doesNotContain("No meeting is planned");
            Awaited.until(
                    "an answer that says its age",
                    () -> lookUp(visitor).get("ageSeconds").asInt(),
                    age -> age > 2);

            postgis.startAgain();

            Awaited.until("the plan in force", () -> status(visitor, "/api/v1/plans/current"), is -> is == 200);
            Awaited.until(
                    "a server that is ready", () -> status(visitor, "/actuator/health/readiness"), is -> is == 200);
            Awaited.until(
                    "an answer that is new",
                    () -> lookUp(visitor).get("ageSeconds").asInt(),
                    age -> age <= 2);
            assertThat(planner.get("/api/v1/layers").statusCode()).isEqualTo(200);
        }
    }

    private static void publish(RunningServer server) {
        Geometry land = new GeometryFactory().toGeometry(new Envelope(0, 1, 0, 1));
        NewPlan plan = new NewPlan(
                "Town",
                "For the test",
                PlanOrigin.AREAS_IN_FORCE,
                null,
                null,
                null,
                List.of(new NewPlan.Sector("S", "South", 1, null, land)),
                List.of(new NewPlan.Beat("W", "S", "West", 0, 100, land)),
                List.of(new NewPlan.Unit("w", "W", 100, new NewPlan.Position(0.5, 0.5))));
        server.bean(Assignments.class)
                .addToBeats(
                        server.bean(Publication.class).publish(plan, "test").id(),
                        Map.of("W", new Officer("1", "Sam", List.of("en"), null, null, null)),
                        Map.of("W", java.time.LocalDate.of(2025, 1, 1)),
                        "test");
    }

    private static String officer(Visitor visitor) {
        return lookUp(visitor)
                .get("beats")
                .get(0)
                .get("officer")
                .get("dutyName")
                .asString();
    }

    private static JsonNode lookUp(Visitor visitor) {
        HttpResponse<String> answer = visitor.post("/api/v1/lookup", "{\"lon\":0.5,\"lat\":0.5}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Visitor.json(answer);
    }

    private static int status(Visitor visitor, String path) {
        return visitor.get(path).statusCode();
    }
}
