package org.copse.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copse.server.hotspot.RecordedTown.hotspots;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.copse.server.EverythingPublic.Answer;
import org.copse.server.area.TwoAreas;
import org.copse.server.audit.AuditReport;
import org.copse.server.audit.AuditVerification;
import org.copse.server.security.Endpoint;
import org.copse.server.words.Language;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Rules of the safeguards about what leaves the server: all that anybody is answered is read once, on both databases, and each rule is held to it. */
@OnBothDatabases
class PublicSafeguardsIT {
    private static final Pattern PAIR = Pattern.compile("(-?\\d{1,3}\\.\\d{3,})[^\\d.-]{1,14}(-?\\d{1,3}\\.\\d{3,})");
    private static final Pattern FETCHED = Pattern.compile(
            "\\b(?:src|srcset|data|action|formaction|poster)=\"(?:https?:)?//|url\\(\\s*[\"']?(?:https?:)?//|@import\\s+[\"'](?:https?:)?//"
                    + "|<link rel=\"(?!alternate|canonical)[^\"]*\"[^>]*href=\"(?:https?:)?//");
    private static final double A_METRE = 1e-5;

    private final TestDatabase database;
    private final EverythingPublic all;

    PublicSafeguardsIT(TestDatabase database) {
        this.database = database;
        all = database.shared(EverythingPublic.class, () -> {
            try {
                return new EverythingPublic(database);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** What is left to see is areas: no incident's position, to the metre and in either order of axes, and no id of one. */
    @Test
    void rule06NoIncidentsPositionOrIdIsPublic() {
        assertThat(all.answers().values().stream().filter(answer -> answer.status() == 200))
                .as("enough is public")
                .hasSizeGreaterThan(150);
        assertThat(whoseText(text -> text.contains(EverythingPublic.CASE))).isEmpty();
        List<double[]> points = incidents();
        assertThat(whoseText(text -> holdsOneOf(text, points))).isEmpty();
        assertThat(holdsOneOf(EverythingPublic.incidentFile(), points))
                .as("the test would see one")
                .isTrue();
        JsonNode cells = Visitor.json(all.server().visitor().get("/api/v1/recorded-incidents/2025-Q1"))
                .get("cells")
                .get("features");
        assertThat(cells.findValuesAsString("type")).contains("Polygon").doesNotContain("Point", "MultiPoint");
    }

    /** Not for the public at all; and whoever may see it sees it in no answer that has an incident. */
    @Test
    void rule07PlacesOfWorshipAreNotPublicAndBesideNoIncident() {
        assertThat(whoseText(text -> EverythingPublic.WORSHIP.stream().anyMatch(text::contains)))
                .isEmpty();
        Visitor planner = all.signedIn("planner");
        List<String> seen = new ArrayList<>();
        List<String> joined = new ArrayList<>();
        Stream.concat(
                        Endpoint.table().stream()
                                .filter(endpoint -> endpoint.isRead()
                                        && endpoint.path().matches("/api/v1/(layers|scenarios|backdrop|uploads)\\b.*"))
                                .flatMap(endpoint -> all.ids().stream().map(endpoint::pathWith)),
                        Stream.of("gi", "moran", "kde")
                                .map(method -> hotspots(all.ids().get(3), "?cell=400&method=" + method)))
                .distinct()
                .forEach(path -> {
                    String body = planner.get(path).body();
                    if (EverythingPublic.WORSHIP.stream().anyMatch(body::contains)) {
                        seen.add(path);
                        if (body.contains(EverythingPublic.CASE) || body.contains("\"cells\"")) {
                            joined.add(path);
                        }
                    }
                });
        assertThat(joined).isEmpty();
        assertThat(seen).as("the planner sees the place").isNotEmpty();
        String points = planner.post("/api/v1/layers/" + all.incidents() + "/points", "{\"reason\":\"Rule 7\"}")
                .body();
        assertThat(points).contains(EverythingPublic.CASE).doesNotContain(EverythingPublic.WORSHIP);
    }

    /** No page of residents sets a cookie or fetches anything elsewhere; where they look is in no log. */
    @Test
    void rule11ResidentsAreNotTracked() {
        assertThat(all.residentPages()).hasSizeGreaterThan(40).allSatisfy((path, page) -> {
            assertThat(page.headers()).as(path).doesNotContainKey("set-cookie");
            assertThat(String.valueOf(page.headers().get("content-security-policy")))
                    .as(path)
                    .contains("default-src 'self'")
                    .doesNotContain("http:", "https:", "*");
        });
        assertThat(whoseText(text -> FETCHED.matcher(text).find())).isEmpty();
        assertThat(FETCHED.matcher("<img alt=\"\" src=\"https://tiles.example/1.png\">")
                        .find())
                .as("the test would see one")
                .isTrue();

        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger root = (Logger) LoggerFactory.getLogger("ROOT");
        log.start();
        root.addAppender(log);
        try {
            Visitor resident = all.server().visitor();
            String page = TwoAreas.send(resident, "/en", "address", "51.412371, 2.712371")
                    .body();
            assertThat(page).contains("Sam").doesNotContainPattern("(href|src|action)=\"[^\"]*51\\.412371");
            TwoAreas.send(resident, "/en", "address", "Prinsstraat 512371");
            resident.get("/api/locate-neighbourhood?q=51.412371,2.712371");
            resident.get("/api/locate-neighbourhood?q=91.412371,x");
            lookUp("{\"lon\":2.712371,\"lat\":51.412371}");
            lookUp("{\"lon\":2.712371,\"lat\":\"51.412371x\"}");
            LoggerFactory.getLogger("rule11").warn("the test would see {}", "it");
        } finally {
            root.detachAppender(log);
        }
        assertThat(log.list.stream().map(ILoggingEvent::getFormattedMessage))
                .contains("the test would see it")
                .noneMatch(line -> line.contains("12371"));
        assertThat(storedAnywhere("%12371%")).isEmpty();
    }

    /** By the name on duty; with no photo or full name unless they want it; and nothing stored says where they are or how they score. */
    @Test
    void rule12OfficersAreKnownByADutyNameAloneUnlessTheyWantMore() {
        JsonNode officer =
                Visitor.json(lookUp("{\"lon\":2.712371,\"lat\":51.412371}")).findValue("officer");
        assertThat(officer.get("dutyName").asString()).isEqualTo("Sam");
        Set<String> said = new TreeSet<>();
        officer.properties().stream().filter(one -> !one.getValue().isNull()).forEach(one -> said.add(one.getKey()));
        assertThat(said).isSubsetOf("dutyName", "languages", "phone", "email", "hours", "bio");
        assertThat(all.answers().entrySet())
                .filteredOn(one -> one.getKey().matches("/api/v1/officers/[0-9a-f-]{36}/photo"))
                .isNotEmpty()
                .allSatisfy(one ->
                        assertThat(one.getValue().status()).as(one.getKey()).isEqualTo(404));
        assertThat(columns("%officer%"))
                .contains("officer.duty_name")
                .noneMatch(column ->
                        column.matches(".*\\.(lon|lat|position|location|geom|score|points|last_seen.*|.*ranking.*)"));
    }

    /** What made this town is in the log, by whom and, where it is asked for, why; and a changed line shows. */
    @Test
    void rule14ImportsPublicationsAndSensitiveReadsLeaveATraceThatShowsTampering() {
        Visitor planner = all.signedIn("planner");
        planner.post("/api/v1/layers/" + all.incidents() + "/points", "{\"reason\":\"Rule 14\"}");
        planner.get("/api/v1/layers/" + all.ids().get(1) + "/features?bbox=2,51,3,52");
        List<String> actions = database.jdbc()
                .sql("SELECT DISTINCT action FROM audit_entry")
                .query(String.class)
                .list();
        assertThat(actions)
                .contains(
                        "layer.imported",
                        "scenario.created",
                        "incident.published",
                        "incident.points-read",
                        "layer.read-special",
                        "plan.published",
                        "officer.created",
                        "sign.in");
        assertThat(without(
                        "account",
                        "'layer.imported', 'scenario.created', 'officer.created', 'layer.read-special',"
                                + " 'incident.published', 'incident.points-read'"))
                .isEmpty();
        assertThat(without("reason", "'incident.published', 'incident.points-read', 'plan.published'"))
                .isEmpty();
        assertThat(verified().intact()).isTrue();
        saysThatWasPublished("2024-Q4");
        assertThat(verified().intact()).as("a changed line shows").isFalse();
        saysThatWasPublished(EverythingPublic.QUARTER);
        assertThat(verified().intact()).isTrue();
    }

    /** Words first, in five languages and both directions, whole without script; and each beat on paper. */
    @Test
    void rule15EveryPageIsWordsInFiveLanguagesAndEveryBeatIsOnPaper() {
        Map<String, Answer> pages = all.residentPages();
        for (Language language : Language.values()) {
            String code = language.code();
            assertThat(pages.entrySet().stream().filter(page -> page.getKey().startsWith("/" + code)))
                    .hasSizeGreaterThan(8)
                    .allSatisfy(page -> assertThat(page.getValue().text())
                            .as(page.getKey())
                            .contains("<html lang=\"" + code + "\" dir=\"" + (language.isRightToLeft() ? "rtl" : "ltr"))
                            .contains("<h1", "<main"));
            for (String beat : EverythingPublic.BEATS) {
                String page = Objects.requireNonNull(pages.get("/" + code + "/beats/" + beat))
                        .text();
                assertThat(page).contains(beat.equals("1") ? "Sam" : "Quay");
                int drawing = page.indexOf("<svg", page.indexOf("<main"));
                assertThat(drawing < 0 || page.indexOf("<h1") < drawing)
                        .as("words before the map")
                        .isTrue();
                Answer sheet = Objects.requireNonNull(all.answers().get("/" + code + "/beats/" + beat + "/sheet.pdf"));
                assertThat(sheet.type()).startsWith("application/pdf");
                assertThat(sheet.text()).contains("112");
            }
        }
    }

    private HttpResponse<String> lookUp(String position) {
        return all.server()
                .visitor()
                .exchange(
                        "POST",
                        "/api/v1/lookup",
                        BodyPublishers.ofString(position),
                        "Content-Type",
                        "application/json");
    }

    /** Returns the entries of these actions that lack a field. */
    private List<String> without(String field, String actions) {
        return database.jdbc()
                .sql("SELECT e.action || ' ' || e.subject_id FROM audit_entry e WHERE e.action IN (" + actions
                        + ") AND NOT EXISTS (SELECT 1 FROM audit_personal p WHERE p.seq = e.seq AND p.field = :field)")
                .param("field", field)
                .query(String.class)
                .list();
    }

    private void saysThatWasPublished(String quarter) {
        database.jdbc()
                .sql("UPDATE audit_entry SET subject_id = :quarter WHERE action = 'incident.published'")
                .param("quarter", quarter)
                .update();
    }

    private AuditReport verified() {
        return AuditVerification.verify(database.dataSource(), List.of(), List.of());
    }

    private List<String> whoseText(Predicate<String> wrong) {
        return all.answers().entrySet().stream()
                .filter(one -> wrong.test(one.getValue().text()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<double[]> incidents() {
        return EverythingPublic.incidentFile()
                .lines()
                .skip(1)
                .map(line -> line.split(","))
                .map(parts -> new double[] {
                    Double.parseDouble(parts[parts.length - 2]), Double.parseDouble(parts[parts.length - 1])
                })
                .toList();
    }

    private static boolean holdsOneOf(String text, List<double[]> points) {
        Matcher pair = PAIR.matcher(text);
        int from = 0;
        while (pair.find(from)) {
            double one = Double.parseDouble(pair.group(1));
            double other = Double.parseDouble(pair.group(2));
            for (double[] point : points) {
                if (Math.max(Math.abs(one - point[0]), Math.abs(other - point[1])) < A_METRE
                        || Math.max(Math.abs(one - point[1]), Math.abs(other - point[0])) < A_METRE) {
                    return true;
                }
            }
            from = pair.end(1);
        }
        return false;
    }

    private List<String> columns(String table) {
        return database.jdbc()
                .sql("SELECT LOWER(table_name || '.' || column_name) FROM information_schema.columns"
                        + " WHERE LOWER(table_name) LIKE :table")
                .param("table", table)
                .query(String.class)
                .list();
    }

    /** Returns the columns of text in which something like it stands. */
    private List<String> storedAnywhere(String like) {
        List<String> texts = database.jdbc()
                .sql(
                        "SELECT table_name || ' ' || column_name FROM information_schema.columns WHERE LOWER(table_schema)"
                                + " = 'public' AND LOWER(table_name) <> 'flyway_schema_history' AND LOWER(data_type) IN ('text', 'character varying', 'character large object')")
                .query(String.class)
                .list();
        assertThat(texts).hasSizeGreaterThan(100);
        return texts.stream()
                .filter(text -> {
                    String[] names = text.split(" ");
                    return database.jdbc()
                                    .sql("SELECT count(*) FROM " + names[0] + " WHERE " + names[1] + " LIKE :like")
                                    .param("like", like)
                                    .query(Integer.class)
                                    .single()
                            > 0;
                })
                .toList();
    }
}
