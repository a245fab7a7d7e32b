package org.copse.server.adoption;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.copse.server.Adopting;
import org.copse.server.OnBothDatabases;
import org.copse.server.RunningServer;
import org.copse.server.TestDatabase;
import org.copse.server.Visitor;
import org.copse.server.consultation.BoundaryReason;
import org.copse.server.publication.NewPlan;
import org.copse.server.publication.PlanOrigin;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import tools.jackson.databind.JsonNode;

/** A plan's way from draft to force and back, as programs and pages take it. */
@OnBothDatabases
class AdoptionIT {
    private final TestDatabase database;
    private final RunningServer server;
    private final Visitor planner;
    private final Visitor supervisor;

    AdoptionIT(TestDatabase database) {
        this.database = database;
        server = database.shared(RunningServer.class, () -> RunningServer.start(database, "copse.accounts.demo=true"));
        planner = server.visitor().signInAs("planner");
        supervisor = server.visitor().signInAs("supervisor");
    }

    @BeforeEach
    void startWithoutPlans() {
        database.jdbc().sql("DELETE FROM plan").update();
    }

    @Test
    void aPlanComesIntoForceWithItsRecordAndIsTakenBack() throws Exception {
        String before = adopted("Before");
        enter(before);
        String plan = drafted("North and south");

        HttpResponse<String> tooEarly = planner.post(plan + "/steps", "{\"to\":\"adopted\"}");
        assertThat(tooEarly.statusCode()).isEqualTo(409);
        assertThat(tooEarly.body()).contains("adoption-incomplete").contains("override");
        assertThat(Visitor.json(tooEarly).get("missing").toString())
                .contains("consultation")
                .contains("privacy")
                .contains("equality")
                .contains("community");
        step(plan, "consultation", "");
        for (String kind : List.of("privacy", "equality", "community")) {
            assess(plan, kind, "mitigated");
        }
        record(plan);
        step(plan, "adopted", "Council, 3 May");
        HttpResponse<String> told = server.visitor().get(before.replace("/adoptions/", "/plans/"));
        HttpResponse<String> entered =
                planner.post(plan + "/entry", "{\"reason\":\"Council\",\"withoutContacts\":true}");
        assertThat(entered.statusCode()).as(entered.body()).isEqualTo(201);
        assertThat(state(plan)).isEqualTo("adopted");
        new Adopting(planner, supervisor).untilInForce(plan);
        assertThat(state(before)).isEqualTo("superseded");

        HttpResponse<String> back = planner.post(plan + "/take-back", "{\"reason\":\"Two streets were forgotten\"}");
        assertThat(back.statusCode()).as(back.body()).isEqualTo(200);
        assertThat(planner.post(plan + "/take-back", "{\"reason\":\"Twice\"}").statusCode())
                .isEqualTo(409);
        new Adopting(planner, supervisor).untilInForce(before);

        HttpResponse<String> first = server.visitor().get(before.replace("/adoptions/", "/plans/"));
        assertThat(first.headers().firstValue("ETag"))
                .as("the same plan in another time of its own")
                .isNotEqualTo(told.headers().firstValue("ETag"));
        assertThat(state(plan)).isEqualTo("superseded");
        JsonNode all = Visitor.json(server.visitor().get("/api/v1/plans"));
        assertThat(all.findValuesAsString("name")).containsExactly("Before", "North and south", "Before");
        assertThat(all.get(0).get("kind").asString()).isEqualTo("take-back");
        assertThat(all.get(0).get("reason").asString()).isEqualTo("Two streets were forgotten");
        assertThat(all.get(1).get("withoutRecord").isNull()).isTrue();
        assertThat(all.get(2).get("withoutRecord").asString()).isEqualTo("A test consults nobody");
    }

    @Test
    void onlyWhoMayLetsAPlanPassAndTheReasonIsPublished() {
        String plan = drafted("Hasty");
        assertThat(planner.send("PUT", plan + "/override", "{\"reason\":\"I may\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(planner.post(plan + "/entry", "{\"reason\":\"x\"}").statusCode())
                .isEqualTo(409);
        assertThat(supervisor.post(plan + "/entry", "{\"reason\":\"x\"}").statusCode())
                .isEqualTo(403);

        supervisor.send("PUT", plan + "/override", "{\"reason\":\"The bridge is closed from today\"}");
        step(plan, "adopted", "");
        enter(plan);

        assertThat(Visitor.json(server.visitor().get("/api/v1/plans"))
                        .get(0)
                        .get("withoutRecord")
                        .asString())
                .isEqualTo("The bridge is closed from today");
        assertThat(supervisor
                        .send("PUT", plan + "/override", "{\"reason\":\"\"}")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void anUnacceptableAssessmentKeepsAPlanFromForce() {
        String plan = drafted("Unfair");
        assess(plan, "privacy", "no-impact");
        assess(plan, "community", "no-impact");
        assess(plan, "equality", "unacceptable");
        step(plan, "consultation", "");
        record(plan);

        HttpResponse<String> answer = planner.post(plan + "/steps", "{\"to\":\"adopted\"}");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(Visitor.json(answer).get("missing").toString()).isEqualTo("[\"equality\"]");
    }

    @Test
    void aStepBackNeedsAReason() {
        String plan = drafted("To and fro");
        step(plan, "consultation", "");
        HttpResponse<String> silent = planner.post(plan + "/steps", "{\"to\":\"draft\"}");
        assertThat(silent.statusCode()).isEqualTo(400);
        assertThat(silent.body()).contains("reason");

        step(plan, "draft", "A street was missing");

        JsonNode steps = Visitor.json(planner.get(plan)).get("steps");
        assertThat(steps.findValuesAsString("state")).containsExactly("draft", "consultation", "draft");
        assertThat(steps.get(2).get("reason").asString()).isEqualTo("A street was missing");
        assertThat(steps.get(2).get("by").asString()).isEqualTo("planner");
    }

    @Test
    void backFromAdoptedToDraftTakesThePageAway() {
        String plan = drafted("Thought over");
        step(plan, "consultation", "");
        record(plan);
        for (String kind : List.of("privacy", "equality", "community")) {
            assess(plan, kind, "no-impact");
        }
        step(plan, "adopted", "");
        String page = plan.replace("/api/v1/adoptions/", "/consultation/");
        assertThat(server.visitor().get(page).statusCode()).isEqualTo(200);

        step(plan, "draft", "A street was missing");

        assertThat(server.visitor().get(page).statusCode()).isEqualTo(404);
    }

    @Test
    void anInstantInThePastOrTooNearIsRefused() {
        enter(adopted("First"));
        String plan = adopted("Second");
        for (Instant from : List.of(
                Instant.now().minusSeconds(60),
                Instant.now().plusSeconds(3),
                Instant.now().plusSeconds(200_000_000))) {
            HttpResponse<String> answer = planner.post(
                    plan + "/entry", "{\"reason\":\"x\",\"withoutContacts\":true,\"from\":\"" + from + "\"}");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(Visitor.json(answer).get("errors").findValuesAsString("field"))
                    .containsExactly("from");
        }
        assertThat(planner.post(plan + "/entry", "{\"reason\":\"x\",\"from\":\"tomorrow\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aPlanToComeIsToldAndCalledOff() {
        enter(adopted("First"));
        String plan = adopted("Second");
        Instant from = Instant.now().plusSeconds(86_400);
        HttpResponse<String> entered =
                planner.post(plan + "/entry", "{\"reason\":\"x\",\"withoutContacts\":true,\"from\":\"" + from + "\"}");
        assertThat(entered.statusCode()).as(entered.body()).isEqualTo(201);

        JsonNode told = Visitor.json(server.visitor().post("/api/v1/lookup", "{\"lon\":0.5,\"lat\":0.5}"));
        assertThat(told.get("plan").get("name").asString()).isEqualTo("First");
        assertThat(told.get("change").get("plan").asString()).isEqualTo("Second");
        assertThat(told.get("change").get("beatName").asString()).isEqualTo("Beat W");
        HttpResponse<String> third =
                planner.post(adopted("Third") + "/entry", "{\"reason\":\"x\",\"withoutContacts\":true}");
        assertThat(third.statusCode()).isEqualTo(409);
        assertThat(third.body()).contains("plan-ahead").contains("Second");

        planner.post(plan + "/take-back", "{\"reason\":\"The council met again\"}");

        assertThat(state(plan)).isEqualTo("adopted");
        assertThat(Visitor.json(server.visitor().get("/api/v1/plans")).findValuesAsString("name"))
                .containsExactly("First");
        assertThat(server.visitor().get(plan.replace("/adoptions/", "/plans/")).statusCode())
                .as("a plan that never was in force is nobody's business")
                .isEqualTo(404);
    }

    @Test
    void thePastIsAskedByDay() {
        String plan = adopted("First");
        enter(plan);
        database.jdbc()
                .sql("UPDATE plan_term SET valid_from = TIMESTAMP WITH TIME ZONE '2026-05-01 10:00:00+00'")
                .update();
        Visitor anybody = server.visitor();

        assertThat(names(anybody.get("/api/v1/plans?at=2026-05-01"))).containsExactly("First");
        assertThat(names(anybody.get("/api/v1/plans?at=2026-04-30"))).isEmpty();
        assertThat(names(anybody.get("/api/v1/plans?at=2026-05-01T09:59:59Z"))).isEmpty();
        assertThat(names(anybody.get("/api/v1/plans?at=2026-05-01T10:00:00Z"))).containsExactly("First");
        assertThat(anybody.get("/api/v1/plans?at=yesterday").statusCode()).isEqualTo(400);
        assertThat(names(anybody.get(plan.replace("/adoptions/", "/plans/") + "/beats"))
                        .size())
                .isEqualTo(2);
    }

    private static List<String> names(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Visitor.json(answer).findValuesAsString("name");
    }

    private String state(String plan) {
        return Visitor.json(planner.get(plan)).get("state").asString();
    }

    private String drafted(String name) {
        NewPlan plan = new NewPlan(
                name,
                "For the test",
                PlanOrigin.PROPOSAL,
                null,
                null,
                null,
                List.of(new NewPlan.Sector("S", "South", 2, null, box(0, 2))),
                List.of(
                        new NewPlan.Beat("w", "S", "Beat W", 0, 100, box(0, 1)),
                        new NewPlan.Beat("e", "S", "Beat E", 1, 100, box(1, 2))),
                List.of(
                        new NewPlan.Unit("u1", "w", 100, new NewPlan.Position(0.5, 0.5)),
                        new NewPlan.Unit("u2", "e", 100, new NewPlan.Position(1.5, 0.5))));
        UUID id = server.bean(Adoptions.class)
                .draft(plan, List.of(new BoundaryReason("w", "e", "term", "compactness", 1.5)), "planner")
                .plan()
                .id();
        return "/api/v1/adoptions/" + id;
    }

    private String adopted(String name) {
        String plan = drafted(name);
        supervisor.send("PUT", plan + "/override", "{\"reason\":\"A test consults nobody\"}");
        step(plan, "adopted", "");
        return plan;
    }

    private void enter(String plan) {
        HttpResponse<String> answer =
                planner.post(plan + "/entry", "{\"reason\":\"Council\",\"withoutContacts\":true}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private void step(String plan, String to, String reason) {
        HttpResponse<String> answer =
                planner.post(plan + "/steps", "{\"to\":\"" + to + "\",\"reason\":\"" + reason + "\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private void assess(String plan, String kind, String outcome) {
        HttpResponse<String> answer = planner.send(
                "PUT",
                plan + "/assessments/" + kind,
                "{\"owner\":\"Legal office\",\"on\":\"" + LocalDate.now() + "\",\"outcome\":\"" + outcome
                        + "\",\"summary\":\"Looked at each beat.\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    /** What a consultation leaves behind. */
    private void record(String plan) {
        String consultation = plan.replace("/adoptions/", "/consultations/");
        for (HttpResponse<String> answer : List.of(
                planner.send("PUT", consultation, "{\"intro\":\"Tell us.\",\"closesOn\":\"2099-01-01\"}"),
                planner.post(consultation + "/outreach", "{\"who\":\"Tenants\",\"reached\":\"not-reached\"}"),
                planner.post(consultation + "/closing", "{\"summary\":\"Nobody objected.\"}"))) {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }
    }

    private static org.locationtech.jts.geom.Geometry box(double west, double east) {
        return new GeometryFactory().toGeometry(new Envelope(west, east, 0, 1));
    }
}
