package org.copse.server.problemcase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copse.server.problemcase.CaseDesk.ok;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.copse.server.OnBothDatabases;
import org.copse.server.RunningServer;
import org.copse.server.TestDatabase;
import org.copse.server.Visitor;
import org.copse.server.area.TwoAreas;
import org.copse.server.walk.Phone;
import org.copse.server.words.Language;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** A problem from what was seen and told to what came of it. */
@OnBothDatabases
class ProblemCaseIT {
    private final TestDatabase database;
    private final RunningServer server;
    private final Visitor officer;
    private final Visitor supervisor;

    ProblemCaseIT(TestDatabase database) {
        this.database = database;
        server = database.shared(RunningServer.class, () -> {
            try {
                return TwoAreas.start(database);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        officer = server.visitor().signInAs("officer");
        supervisor = server.visitor().signInAs("supervisor");
    }

    private String finding(Phone phone) {
        String id = UUID.randomUUID().toString();
        Phone.ok(phone.put(
                "/findings/" + id,
                Phone.findingBody(1, "Lamp out").replace("4.35", "2.605").replace("50.85", "51.405")));
        return id;
    }

    @Test
    void goesFromScanToClosedWithItsSourcesAndResponsesAndOnlyWhenEachStepIsReady() {
        Phone phone = new Phone(server.visitor().signInAs("officer"), UUID.randomUUID()).begun();
        CaseDesk desk = CaseDesk.open(officer, "Noise", "{\"kind\":\"finding\",\"ref\":\"" + finding(phone) + "\"}");
        ok(desk.source("{\"kind\":\"finding\",\"ref\":\"" + finding(phone) + "\"}"));

        JsonNode opened = desk.get();
        assertThat(opened.get("problem").get("stage").asString()).isEqualTo("scan");
        assertThat(opened.get("beat").get("name").asString()).isEqualTo("Beat 1");
        assertThat(opened.get("sources").get(0).get("topic").asString()).isEqualTo("lighting");
        assertThat(opened.get("basis").get(0).toString()).contains("\"walk\"", "\"sources\":2", "\"origins\":1");
        assertThat(opened.get("oneSided").asBoolean()).isTrue();
        assertThat(desk.step("respond", ",\"reviewOn\":\"2025-06-01\"").body()).contains("cannot be respond");

        ok(desk.step("analyse", ""));
        assertThat(desk.step("respond", ",\"reviewOn\":\"2025-06-01\"").body())
                .contains("needs place, target, who does it and why");
        CaseDesk done = CaseDesk.open(officer, "Noise", null).assessed();
        assertThat(done.get().get("oneSided").asBoolean()).isTrue();
        HttpResponse<String> early = done.step("closed", ",\"outcome\":\"solved\",\"closing\":\"Quiet\"");
        assertThat(early.statusCode()).isEqualTo(400);
        assertThat(early.body()).contains("needs 2 reviews");
        JsonNode dropped = ok(done.step("closed", ",\"outcome\":\"dropped\",\"closing\":\"The venue is gone\""));
        assertThat(dropped.get("problem").get("outcome").asString()).isEqualTo("dropped");
        assertThat(done.respond().statusCode())
                .as("a closed case stays as it is")
                .isEqualTo(409);
        assertThat(server.visitor()
                        .signInAs("auditor")
                        .get("/api/v1/audit?action=problem.changed")
                        .body())
                .contains(done.id(), "assess → closed, dropped")
                .doesNotContain("Music until four");
    }

    @Test
    void ofTwoWhoChangeAtOnceTheSecondIsAskedAgain() {
        CaseDesk desk = CaseDesk.open(officer, "Twice", null);
        ok(desk.put(CaseDesk.body("1", "First", "")));
        assertThat(desk.as(supervisor).put(CaseDesk.body("1", "Second", "")).statusCode())
                .isEqualTo(409);
        assertThat(desk.get().get("problem").get("title").asString()).isEqualTo("First");
    }

    @Test
    void namesNobodyAnywhere() {
        CaseDesk desk = CaseDesk.open(officer, "Nobody", null);
        for (HttpResponse<String> refused : List.of(
                desk.put(CaseDesk.body("1", "Mr Janssens", "")),
                desk.put(CaseDesk.body("1", "x", ",\"analysis\":\"Because of Mrs Smith\"")),
                desk.put(CaseDesk.body("1", "x", ",\"triangle\":{\"doers\":[\"Peter\"]}")),
                desk.source("{\"kind\":\"meeting\",\"day\":\"2025-01-01\",\"words\":\"x@example.org was there\"}"),
                officer.post(desk.path("/responses"), CaseDesk.response("done").replace("The square", "Mme Dupont")),
                officer.post(desk.path("/responses"), CaseDesk.response("done").replace("municipality", "Peter")))) {
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
            assertThat(refused.body()).doesNotContain("Janssens", "example.org", "Dupont");
        }
    }

    @Test
    void aFindingIsInACaseOnceAndGoesAgain() {
        String finding = finding(new Phone(server.visitor().signInAs("officer"), UUID.randomUUID()).begun());
        String source = "{\"kind\":\"finding\",\"ref\":\"" + finding + "\"}";
        CaseDesk desk = CaseDesk.open(officer, "Once", source);
        assertThat(desk.source(source).statusCode()).isEqualTo(409);
        assertThat(desk.source("{\"kind\":\"finding\",\"ref\":\"" + UUID.randomUUID() + "\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(desk.source("{\"kind\":\"survey\",\"ref\":\"" + UUID.randomUUID() + "\"}")
                        .statusCode())
                .isEqualTo(404);
        String id = desk.get().get("sources").get(0).get("id").asString();
        ok(officer.send("DELETE", desk.path("/sources/" + id), ""));
        assertThat(desk.get().get("sources")).isEmpty();
    }

    @Test
    void isListedByStageAndBeatAndOverdueWhenItsDayHasPassed() {
        CaseDesk desk = CaseDesk.open(officer, "Overdue", null).assessed();
        JsonNode line = listed("stage=assess,respond&beat=1", desk.id());
        assertThat(line.get("overdue").asBoolean()).isTrue();
        assertThat(line.get("known").toString()).isEqualTo("[\"forum\"]");
        assertThat(listed("stage=scan", desk.id()).isMissingNode()).isTrue();
        assertThat(listed("beat=2", desk.id()).isMissingNode()).isTrue();
        assertThat(officer.get("/api/v1/problem-cases?stage=lost").statusCode()).isEqualTo(400);
    }

    private JsonNode listed(String query, String id) {
        return ok(officer.get("/api/v1/problem-cases?" + query))
                .get("problems")
                .valueStream()
                .filter(one -> one.get("id").asString().equals(id))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    @Test
    void isDeletedYearsAfterItWasClosedWithAllThatIsItsOwn() {
        CaseDesk desk = CaseDesk.open(officer, "Old", null).assessed();
        ok(desk.step("closed", ",\"outcome\":\"dropped\",\"closing\":\"Gone\""));
        Cases cases = server.bean(Cases.class);
        cases.deleteOld();
        assertThat(desk.get()).isNotNull();
        database.jdbc()
                .sql("UPDATE problem_case SET closed_at = opened_at - INTERVAL '6' YEAR WHERE id = CAST(:id AS uuid)")
                .param("id", desk.id())
                .update();
        assertThat(cases.deleteOld()).isEqualTo(1);
        assertThat(officer.get(desk.path("")).statusCode()).isEqualTo(404);
        assertThat(database.jdbc()
                        .sql("SELECT count(*) FROM problem_source WHERE case_id = CAST(:id AS uuid)")
                        .param("id", desk.id())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private static String telling(String language, String title) {
        return "{\"language\":\"" + language + "\",\"title\":\"" + title
                + "\",\"problem\":\"Loud <b>music</b> at night\",\"doing\":\"The terraces close earlier\"}";
    }

    @Test
    void residentsReadWhatASupervisorPublishedAndNothingElseOfTheCase() {
        CaseDesk desk = CaseDesk.open(officer, "Inner title", null).assessed();
        Visitor resident = server.visitor();
        String page = "/problems/" + desk.id();
        ok(officer.post(desk.path("/tellings"), telling("en", "Quiet nights")));
        assertThat(resident.get("/en" + page).statusCode()).as("not public yet").isEqualTo(404);
        assertThat(resident.get("/en/beats/1").body()).doesNotContain("Quiet nights");
        assertThat(officer.post(desk.path("/tellings/en/1/publication"), "").statusCode())
                .as("who writes it does not publish it")
                .isEqualTo(403);
        ok(supervisor.post(desk.path("/tellings/en/1/publication"), ""));

        assertThat(resident.get("/en/beats/1").body()).contains("Quiet nights", "/en" + page);
        assertThat(resident.get("/en/beats/" + TwoAreas.ODD_PATH).body()).doesNotContain("Quiet nights");
        for (Language language : Language.values()) {
            String html = resident.get("/" + language.code() + page).body();
            assertThat(html)
                    .contains("<html lang=\"" + language.code() + "\"", "Quiet nights", "&lt;b&gt;music", "lang=\"en\"")
                    .doesNotContain("??", "th:", "Inner title", "Music until four", "<b>music", "Neighbours");
            assertThat(html.substring(html.indexOf("<main"), html.indexOf("</main")))
                    .doesNotContain("officer", "supervisor");
        }
        ok(officer.post(desk.path("/tellings"), telling("en", "Changed nights")));
        assertThat(resident.get("/en" + page).body()).contains("Quiet nights").doesNotContain("Changed nights");
        ok(officer.post(desk.path("/tellings"), telling("ar", "ليال هادئة")));
        ok(supervisor.post(desk.path("/tellings/ar/1/publication"), ""));
        assertThat(resident.get("/ar" + page).body()).contains("ليال هادئة").doesNotContain("Quiet nights");

        ok(supervisor.send("DELETE", desk.path("/tellings"), ""));
        assertThat(resident.get("/en" + page).statusCode()).isEqualTo(404);
        assertThat(resident.get("/en/beats/1").body()).doesNotContain("Quiet nights");
        assertThat(officer.post(desk.path("/tellings"), telling("en", "Mr Janssens"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(server.visitor()
                        .signInAs("auditor")
                        .get("/api/v1/audit?action=problem.published")
                        .body())
                .contains(desk.id(), "en, version 1");
    }

    @Test
    void isPrintedForStaff() {
        CaseDesk desk = CaseDesk.open(officer, "On paper", null).assessed();
        HttpResponse<String> pdf = officer.get(desk.path("/sheet.pdf?lang=ar"));
        assertThat(pdf.statusCode()).isEqualTo(200);
        assertThat(pdf.body()).startsWith("%PDF");
        assertThat(officer.get(desk.path("/sheet.pdf?lang=tlh")).statusCode()).isEqualTo(400);
    }
}
