package org.copse.server.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.copse.server.RunningServer;
import org.copse.server.TestDatabase;
import org.copse.server.Visitor;
import org.copse.server.officer.Officer;
import org.copse.server.officer.Officers;
import org.copse.server.publication.NewPlan;
import org.copse.server.publication.PlanOrigin;
import org.copse.server.publication.Publication;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import tools.jackson.databind.JsonNode;

/** A town of two beats with two officers, and those who look after it. */
final class TwoBeats {
    final TestDatabase database;
    final RunningServer server;
    final Visitor supervisor;
    final Visitor officer;
    private String plan = "";
    String sam = "";
    String robin = "";

    TwoBeats(TestDatabase database) {
        this.database = database;
        server = database.shared(
                RunningServer.class,
                () -> RunningServer.start(database, "copse.accounts.demo=true", "copse.in-force.plan-age=0s"));
        supervisor = server.visitor().signInAs("supervisor");
        officer = server.visitor().signInAs("officer");
    }

    /** Forgets what tests before did. */
    void begin() {
        for (String table :
                List.of("handover", "beat_assignment", "liaison_assignment", "officer_leave", "plan", "officer")) {
            database.jdbc().sql("DELETE FROM " + table).update();
        }
        Geometry west = new GeometryFactory().toGeometry(new Envelope(0, 1, 0, 1));
        Geometry east = new GeometryFactory().toGeometry(new Envelope(1, 2, 0, 1));
        plan = server.bean(Publication.class)
                .publish(
                        new NewPlan(
                                "Town",
                                "For the test",
                                PlanOrigin.AREAS_IN_FORCE,
                                null,
                                null,
                                null,
                                List.of(new NewPlan.Sector("S", "South", 2, null, west.union(east))),
                                List.of(
                                        new NewPlan.Beat("W", "S", "West", 0, 100, west),
                                        new NewPlan.Beat("E", "S", "East", 1, 100, east)),
                                List.of(
                                        new NewPlan.Unit("w", "W", 100, new NewPlan.Position(0.5, 0.5)),
                                        new NewPlan.Unit("e", "E", 100, new NewPlan.Position(1.5, 0.5)))),
                        "planner")
                .id()
                .toString();
        sam = added("1", "Sam");
        robin = added("2", "Robin");
    }

    JsonNode lookUp() {
        return ok(server.visitor().post("/api/v1/lookup", "{\"lon\":0.5,\"lat\":0.5}"))
                .get("beats")
                .get(0);
    }

    void assign(String beat, String id) {
        ok(supervisor.post("/api/v1/assignments", assignment(beat, id, "main")));
    }

    String assignment(String beat, String id, String rank) {
        return "{\"plan\":\"" + plan + "\",\"beat\":\"" + beat + "\",\"officer\":\"" + id + "\",\"rank\":\"" + rank
                + "\",\"reason\":\"For the test\",\"replaces\":true}";
    }

    void link(String id) {
        ok(supervisor.send("PUT", "/api/v1/officers/" + id + "/account", "{\"account\":\"officer\"}"));
    }

    private String added(String number, String dutyName) {
        return server.bean(Officers.class)
                .add(new Officer(number, dutyName, List.of("nl"), null, null, null), "supervisor")
                .toString();
    }

    static JsonNode ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
        return Visitor.json(answer);
    }
}
