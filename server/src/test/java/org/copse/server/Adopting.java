package org.copse.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;

/** The way of a plan into force over HTTP: a planner drafts and adopts it, a supervisor answers for what it lacks. */
public final class Adopting {
    private final Visitor planner;
    private final Visitor supervisor;

    /** By demo accounts of that server. */
    public Adopting(RunningServer server) {
        this(server.visitor().signInAs("planner"), server.visitor().signInAs("supervisor"));
    }

    /** By those two. */
    public Adopting(Visitor planner, Visitor supervisor) {
        this.planner = planner;
        this.supervisor = supervisor;
    }

    /** Returns the address of a draft of the scenario at that address: {@code body} is as the interface takes it. */
    public String drafted(String scenario, String body) {
        HttpResponse<String> draft = planner.post(scenario + "/drafts", body);
        assertThat(draft.statusCode()).as(draft.body()).isEqualTo(201);
        return draft.headers().firstValue("Location").orElseThrow();
    }

    /** Returns the address of a plan that is adopted without a record. */
    public String adopted(String scenario, String body) {
        String plan = drafted(scenario, body);
        HttpResponse<String> override =
                supervisor.send("PUT", plan + "/override", "{\"reason\":\"A test consults nobody\"}");
        assertThat(override.statusCode()).as(override.body()).isEqualTo(200);
        HttpResponse<String> adopted = planner.post(plan + "/steps", "{\"to\":\"adopted\"}");
        assertThat(adopted.statusCode()).as(adopted.body()).isEqualTo(200);
        return plan;
    }

    /** Returns where the carry-over of a plan is proposed. */
    public static String carryOver(String plan) {
        return plan.replace("/adoptions/", "/plans/") + "/carry-over";
    }

    /** Waits until the plan at that address is in force. */
    public void untilInForce(String plan) throws Exception {
        Awaited.until(
                plan + " in force",
                () -> Visitor.json(planner.get(plan)).get("state").asString(),
                "in-force"::equals);
    }
}
