package org.copse.server.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.copse.server.Awaited;
import org.copse.server.KillableServer;
import org.copse.server.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A server that is killed in the middle of a job, as by a power cut, and one that follows it on the same data. */
class KilledServerIT {
    @Test
    void failsTheJobAndSaysSoAndNeitherLosesNorRepeatsIt(@TempDir Path data) throws Exception {
        String scenario;
        String job;
        try (KillableServer first = KillableServer.start("--data", data.toString())) {
            Visitor planner = first.visitor().signInAs("planner");
            scenario = scenario(planner);
            job = planner.post(scenario + "/jobs", "")
                    .headers()
                    .firstValue("Location")
                    .orElseThrow();
            until(planner, job, "searching");
        }

        try (KillableServer second = KillableServer.start("--data", data.toString())) {
            Visitor planner = second.visitor().signInAs("planner");
            JsonNode found = until(planner, job, "failed");

            assertThat(found.get("message").asString()).contains("Start it again");
            assertThat(found.get("problem").get("code").asString()).isEqualTo("job-interrupted");
            assertThat(Visitor.json(planner.get(scenario)).get("job").asString())
                    .isEqualTo(found.get("id").asString());

            String again = planner.post(scenario + "/jobs", "")
                    .headers()
                    .firstValue("Location")
                    .orElseThrow();
            until(planner, again, "searching");
            planner.send("DELETE", again, "");
            until(planner, again, "cancelled");
            assertThat(Visitor.json(planner.get(job)).get("state").asString()).isEqualTo("failed");
        }
    }

    private static String scenario(Visitor planner) {
        String units = "";
        for (JsonNode layer : Visitor.json(planner.get("/api/v1/layers"))) {
            if (layer.get("kind").asString().equals("UNITS")) {
                units = layer.get("id").asString();
            }
        }
        return planner.post(
                        "/api/v1/scenarios",
                        "{\"name\":\"Long\",\"layers\":{\"units\":\"" + units
                                + "\"},\"officers\":40,\"sectors\":6,\"budgetSeconds\":900}")
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    /** Waits until the job is in that phase with a plan found, or in that state. */
    private static JsonNode until(Visitor planner, String job, String wanted) throws Exception {
        return Awaited.until("a job that is " + wanted, () -> Visitor.json(planner.get(job)), found -> {
            String state = found.get("state").asString();
            boolean searching =
                    state.equals("running") && !found.get("bestScore").isNull();
            return state.equals(wanted) || (wanted.equals("searching") && searching);
        });
    }
}
