package org.copse.server.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.copse.server.OnBothDatabases;
import org.copse.server.RunningServer;
import org.copse.server.TestDatabase;
import org.copse.server.Visitor;
import org.copse.server.audit.AuditAction;
import org.copse.server.audit.AuditEvent;
import org.copse.server.audit.AuditLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@OnBothDatabases
class AuditControllerIT {
    private static final List<String> FORMULAS = List.of(
            "=HYPERLINK(\"http://evil\",\"x\")",
            "+1+cmd|' /C calc'!A0",
            "-2+3",
            "@SUM(A1)",
            "\t=1",
            "\uFF1D1+1",
            "a,b\n=1+1",
            "\"=1\"");

    private final TestDatabase database;
    private final AuditLog log;
    private final Visitor auditor;

    AuditControllerIT(TestDatabase database) {
        this.database = database;
        RunningServer server =
                database.shared(RunningServer.class, () -> RunningServer.start(database, "copse.accounts.demo=true"));
        log = server.bean(AuditLog.class);
        auditor = server.visitor().signInAs("auditor");
    }

    @BeforeEach
    void someEntries() {
        database.jdbc().sql("DELETE FROM audit_entry").update();
        for (int i = 0; i < FORMULAS.size(); i++) {
            log.record(AuditEvent.of(i % 2 == 0 ? AuditAction.WEIGHTS_CHANGED : AuditAction.EXPORTED)
                    .on("scenario", "s" + i)
                    .because(FORMULAS.get(i))
                    .after("number " + i)
                    .by(i < 3 ? "Anna" : "Bob"));
        }
    }

    private List<String> subjects(String query) {
        HttpResponse<String> answer = auditor.get("/api/v1/audit" + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        List<String> subjects = new ArrayList<>();
        Visitor.json(answer)
                .get("entries")
                .forEach(entry -> subjects.add(entry.get("subjectId").asString("-")));
        return subjects;
    }

    @Test
    void listsTheLatestFirstByPages() {
        JsonNode first = Visitor.json(auditor.get("/api/v1/audit?limit=3"));
        assertThat(first.get("entries").findValuesAsString("subjectId")).containsExactly("s7", "s6", "s5");
        long next = first.get("next").asLong();
        assertThat(subjects("?limit=3&before=" + next)).containsExactly("s4", "s3", "s2");
        JsonNode last = Visitor.json(auditor.get("/api/v1/audit?limit=3&before=3"));
        assertThat(last.get("entries").findValuesAsString("subjectId")).containsExactly("s1", "s0");
        assertThat(last.get("next").isNull()).isTrue();
        assertThat(auditor.get("/api/v1/audit?limit=501").statusCode()).isEqualTo(400);
    }

    @Test
    void filters() {
        assertThat(subjects("?action=weights.changed")).containsExactly("s6", "s4", "s2", "s0");
        assertThat(subjects("?subjectType=scenario&subjectId=s4")).containsExactly("s4");
        assertThat(subjects("?from=2999-01-01")).isEmpty();
        assertThat(subjects("?until=2999-01-01")).hasSize(8);
        assertThat(subjects("?account=Anna")).containsExactly("s2", "s1", "s0");
        assertThat(subjects("?text=NUMBER%205&limit=1")).isNotEmpty();
        assertThat(auditor.get("/api/v1/audit?action=castles&from=yesterday").body())
                .contains("\"action\"")
                .contains("\"from\"");
    }

    @Test
    void recordsThatSomebodyWasLookedFor() {
        subjects("?account=Anna");
        assertThat(subjects("?action=audit.read")).hasSize(1);
        JsonNode newest = Visitor.json(auditor.get("/api/v1/audit?limit=1"))
                .get("entries")
                .get(0);
        assertThat(newest.get("account").asString()).isEqualTo("auditor");
        assertThat(newest.get("after").asString()).isEqualTo("account Anna");
        assertThat(newest.get("address").asString()).isEqualTo("127.0.0.1");
    }

    @Test
    void exportsCsvThatASpreadsheetDoesNotReckon() throws IOException {
        HttpResponse<String> answer = auditor.get("/api/v1/audit/export?format=csv");
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .matches("attachment; filename=\"audit-\\d{4}-\\d\\d-\\d\\d\\.csv\"");
        List<CSVRecord> rows = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(answer.body()))
                .getRecords();
        assertThat(rows).hasSize(FORMULAS.size() + 1);
        for (CSVRecord row : rows) {
            for (String cell : row) {
                assertThat(cell).doesNotMatch("(?s)[=+\\-@\\t\\r\\uFF1D].*");
            }
        }
        assertThat(rows.get(0).get("action")).isEqualTo("audit.exported");
        assertThat(rows.get(FORMULAS.size()).get("reason")).isEqualTo("'" + FORMULAS.get(0));
        assertThat(rows.get(2).get("reason")).isEqualTo("a,b\n=1+1");
    }

    @Test
    void exportsJsonLinesWithEveryTextAsItIs() {
        String body = auditor.get("/api/v1/audit/export?format=jsonl&action=weights.changed")
                .body();
        List<String> reasons = body.lines()
                .map(line -> JsonMapper.shared().readTree(line).get("reason").asString())
                .toList();
        assertThat(reasons).containsExactly(FORMULAS.get(6), FORMULAS.get(4), FORMULAS.get(2), FORMULAS.get(0));
        assertThat(auditor.get("/api/v1/audit/export?format=xls").statusCode()).isEqualTo(400);
    }

    @Test
    void showsTheChainsHead() {
        JsonNode head = Visitor.json(auditor.get("/api/v1/audit/state")).get("head");
        assertThat(head.get("seq").asLong()).isEqualTo(FORMULAS.size());
        assertThat(head.get("hash").asString()).hasSize(64);
    }
}
