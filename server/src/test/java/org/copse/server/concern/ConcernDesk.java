package org.copse.server.concern;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.copse.server.RunningServer;
import org.copse.server.TestDatabase;
import org.copse.server.Visitor;
import org.copse.server.area.TwoAreas;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** A server with two beats whose officer and supervisor answer concerns, and what they do there. */
final class ConcernDesk {
    private ConcernDesk() {}

    static RunningServer start(TestDatabase database) {
        try {
            RunningServer started = TwoAreas.start(
                    database,
                    "copse.concern.per-hour=1000",
                    "copse.concern.per-day=1000",
                    "copse.concern.guesses=1000");
            Visitor lead = started.visitor().signInAs("supervisor");
            String id =
                    Visitor.json(lead.get("/api/v1/officers")).get(0).get("id").asString();
            assertThat(lead.send("PUT", "/api/v1/officers/" + id + "/account", "{\"account\":\"officer\"}")
                            .statusCode())
                    .isLessThan(300);
            return started;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static JsonNode ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Visitor.json(answer);
    }

    /** Returns the newest concern whose words contain a text, as somebody lists it; missing where they do not see it. */
    static JsonNode listed(Visitor who, String words) {
        return ok(who.get("/api/v1/concerns"))
                .get("concerns")
                .valueStream()
                .filter(one -> one.get("concern").get("words").asString().contains(words))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    static String id(JsonNode view) {
        return view.get("concern").get("id").asString();
    }

    static HttpResponse<String> step(Visitor who, String id, int after, String rest) {
        return who.post("/api/v1/concerns/" + id + "/steps", "{\"after\":" + after + "," + rest + "}");
    }
}
