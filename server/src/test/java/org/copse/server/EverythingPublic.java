package org.copse.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.copse.server.hotspot.RecordedTown;
import org.copse.server.publication.NewPlan;
import org.copse.server.publication.PlanOrigin;
import org.copse.server.publication.Publication;
import org.copse.server.security.Endpoint;
import org.copse.server.words.Language;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * A server that has what must not be public beside what is, and all that anybody gets from it: every public address of {@code endpoints.txt} with each
 * id that there is, and every link of every page, with the text of what is printed.
 */
final class EverythingPublic implements AutoCloseable {
    static final String CASE = "case-83-";
    static final List<String> WORSHIP = List.of("Temple of the Noodle", "2.71371", "51.41937");
    static final List<String> MIX = List.of("9173.625", "31415.9265");
    static final String QUARTER = "2025-Q1";
    static final List<String> BEATS = List.of("1", "2");

    private static final String FORCE = "wervelmonde";
    private static final Pattern LINK = Pattern.compile("(?:href|src|action)=\"(/[^\"#]*)");
    private static final int TOO_MANY = 429;
    private static final double BORDER = 2.73;

    private final RunningServer server;
    private final HttpClient anybody = HttpClient.newHttpClient();
    private final Map<String, Answer> answers = new LinkedHashMap<>();
    private final String incidents;
    private final String worship;
    private final String units;
    private final String scenario;

    /** What anybody was answered. @param type the content type @param text the body, or the words of a PDF */
    record Answer(int status, String type, String text, Map<String, List<String>> headers) {}

    EverythingPublic(TestDatabase database) throws Exception {
        server = RunningServer.start(
                database,
                "copse.accounts.demo=true",
                "copse.police-uk.force=" + FORCE,
                "copse.police-uk.per-minute=10000",
                "copse.lookup.per-minute=10000",
                "copse.area.per-minute=10000",
                "copse.print.per-minute=10000");
        Visitor planner = signedIn("planner");
        RecordedTown town = new RecordedTown(planner);
        units = layer(
                town,
                "UNITS",
                "u.geojson",
                TownFiles.units().replace("\"POP\":100", "\"POP\":100,\"FOREIGN\":9173.625,\"INCOME\":31415.9265"));
        worship = layer(town, "WORSHIP", "w.csv", "id,name,lon,lat\nw1," + String.join(",", WORSHIP) + "\n");
        incidents = layer(town, "INCIDENTS", "i.csv", incidentFile());
        scenario = town.scenario(
                "\"units\":\"" + units + "\",\"worship\":\"" + worship + "\",\"incidents\":\"" + incidents + "\"", "");
        publishRecorded(planner);
        String plan = publishPlan();
        String officer = assignOfficer(signedIn("supervisor"), plan);
        Awaited.until("the officer answers", () -> ask("/en/beats/1").text(), page -> page.contains("Sam"));
        walk(List.of(plan, officer));
    }

    /** Returns the incidents that were imported, each with an id that nothing else has. */
    static String incidentFile() {
        return RecordedTown.incidents().replaceAll("(?m)^i(\\d+),", CASE + "$1,");
    }

    /** Returns what anybody was answered, by path. */
    Map<String, Answer> answers() {
        return answers;
    }

    /** Returns what residents read as pages, by path. */
    Map<String, Answer> residentPages() {
        return answers.entrySet().stream()
                .filter(one -> one.getKey().matches("/[a-z]{2}(/.*)?"))
                .filter(one ->
                        one.getValue().status() == 200 && one.getValue().type().startsWith("text/html"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
    }

    Visitor signedIn(String role) {
        return server.visitor().signInAs(role);
    }

    RunningServer server() {
        return server;
    }

    List<String> ids() {
        return List.of(units, worship, incidents, scenario);
    }

    String incidents() {
        return incidents;
    }

    /** Returns what somebody without account, cookie or script is answered. */
    Answer ask(String path) {
        URI address = server.at(path);
        try {
            HttpResponse<byte[]> answer =
                    anybody.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray());
            String type = answer.headers().firstValue("Content-Type").orElse("");
            return new Answer(
                    answer.statusCode(),
                    type,
                    type.startsWith("application/pdf") ? printed(answer.body()) : utf8(answer.body()),
                    answer.headers().map());
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String utf8(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }

    private static String printed(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private void walk(List<String> more) {
        List<String> ids = new ArrayList<>(ids());
        ids.addAll(more);
        ids.addAll(BEATS);
        ids.addAll(List.of("S", QUARTER));
        Deque<String> toAsk = new ArrayDeque<>();
        Endpoint.table().stream()
                .filter(endpoint -> endpoint.isRead() && endpoint.isPublic())
                .forEach(endpoint -> ids.forEach(id -> languagesOf(endpoint.path())
                        .forEach(path -> toAsk.add(
                                path.replaceAll("\\{force:[^/]*\\}(?=/)", FORCE).replaceAll("\\{[^}/]*\\}", id)))));
        while (!toAsk.isEmpty()) {
            String path = toAsk.remove();
            if (!answers.containsKey(path)) {
                Answer answer = ask(path);
                assertThat(answer.status()).as(path).isLessThan(500).isNotEqualTo(TOO_MANY);
                answers.put(path, answer);
                Matcher link = LINK.matcher(answer.type().startsWith("text/html") ? answer.text() : "");
                while (link.find()) {
                    toAsk.add(link.group(1).replace("&amp;", "&"));
                }
            }
        }
    }

    private static List<String> languagesOf(String path) {
        String variable = "{language:[a-z][a-z]}";
        return path.contains(variable)
                ? Arrays.stream(Language.values())
                        .map(language -> path.replace(variable, language.code()))
                        .toList()
                : List.of(path);
    }

    private void publishRecorded(Visitor planner) {
        HttpResponse<String> published = planner.post(
                "/api/v1/scenarios/" + scenario + "/recorded-incidents",
                "{\"quarter\":\"" + QUARTER + "\",\"groups\":{\"nuisance\":\"nuisance\",\"" + RecordedTown.BURGLARY
                        + "\":\"theft\"},\"reason\":\"For the council\"}");
        assertThat(published.statusCode()).as(published.body()).isEqualTo(201);
    }

    private String publishPlan() throws Exception {
        NewPlan plan = new NewPlan(
                "Plan",
                "For the test",
                PlanOrigin.AREAS_IN_FORCE,
                null,
                null,
                null,
                List.of(new NewPlan.Sector("S", "Harbour", 2, new NewPlan.Contact("1", null), box(2.70, 2.76))),
                List.of(
                        new NewPlan.Beat("1", "S", "Windmill", 0, 1, box(2.70, BORDER)),
                        new NewPlan.Beat("2", "S", "Quay", 1, 1, box(BORDER, 2.76))),
                List.of());
        String id = server.bean(Publication.class).publish(plan, "test").id().toString();
        Awaited.until("the plan is in force", () -> ask("/api/v1/plans/current").status(), status -> status == 200);
        return id;
    }

    private static String assignOfficer(Visitor supervisor, String plan) {
        HttpResponse<String> officer = supervisor.post(
                "/api/v1/officers",
                "{\"number\":\"4711\",\"dutyName\":\"Sam\",\"languages\":[\"nl\"],\"phone\":\"+32 2 555 01 02\"}");
        assertThat(officer.statusCode()).as(officer.body()).isEqualTo(201);
        String id = Visitor.json(officer).get("id").asString();
        HttpResponse<String> assigned = supervisor.post(
                "/api/v1/assignments",
                "{\"plan\":\"" + plan + "\",\"beat\":\"1\",\"officer\":\"" + id
                        + "\",\"rank\":\"main\",\"reason\":\"For the test\",\"replaces\":true}");
        assertThat(assigned.statusCode()).as(assigned.body()).isLessThan(300);
        return id;
    }

    private static Geometry box(double west, double east) {
        return new GeometryFactory().toGeometry(new Envelope(west, east, 51.40, 51.44));
    }

    private static String layer(RecordedTown town, String kind, String file, String content) {
        return town.layer(
                file,
                content,
                Map.of(
                        "kind",
                        kind,
                        "name",
                        "Layer of " + kind,
                        "purpose",
                        "languages of service",
                        "legalBasis",
                        "By-law 7"));
    }

    @Override
    public void close() {
        server.close();
    }
}
