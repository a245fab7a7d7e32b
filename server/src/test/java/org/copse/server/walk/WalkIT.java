package org.copse.server.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.copse.server.OnBothDatabases;
import org.copse.server.RunningServer;
import org.copse.server.TestDatabase;
import org.copse.server.Visitor;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What phones send is stored once, whatever happens on the way; over HTTP. */
@OnBothDatabases
class WalkIT {
    private final RunningServer server;
    private final Visitor officer;
    private final Phone phone;

    WalkIT(TestDatabase database) {
        server = database.shared(RunningServer.class, () -> RunningServer.start(database, "copse.accounts.demo=true"));
        officer = server.visitor().signInAs("officer");
        phone = new Phone(officer, UUID.randomUUID());
    }

    @Test
    void theSameBodyTwiceChangesNothing() {
        String body = Phone.walkBody(1, "North");

        assertThat(Phone.ok(phone.put("", body)).get("created").asBoolean()).isTrue();
        assertThat(Phone.ok(phone.put("", body)).get("created").asBoolean()).isFalse();

        JsonNode row = phone.manifest().get("walk");
        assertThat(row.get("version").asInt()).isEqualTo(1);
        assertThat(row.get("sha256").asString()).isEqualTo(Received.sha256(body.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void anotherBodyForTheSameVersionIsRefusedAndTheFirstIsKept() {
        phone.begun();
        String path = "/findings/" + UUID.randomUUID();
        Phone.ok(phone.put(path, Phone.findingBody(1, "Lamp out")));

        HttpResponse<String> other = phone.put(path, Phone.findingBody(1, "Lamp broken"));

        assertThat(other.statusCode()).isEqualTo(409);
        JsonNode problem = Visitor.json(other);
        assertThat(problem.get("type").asString()).isEqualTo("/problems/already-recorded");
        assertThat(problem.get("version").asInt()).isEqualTo(1);
        assertThat(problem.get("current").get("words").asString()).isEqualTo("Lamp out");
        assertThat(phone.get("/findings").get(0).get("finding").get("words").asString())
                .isEqualTo("Lamp out");
    }

    @Test
    void aPieceOfATrackIsInNoRefusal() {
        phone.begun();
        Phone.ok(phone.put("/track/0", Phone.track("00000000-0000-4000-8000-000000000001", 0, 0.01)));

        HttpResponse<String> other =
                phone.put("/track/0", Phone.track("00000000-0000-4000-8000-000000000002", 0, 0.01));

        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(Visitor.json(other).get("version").asInt()).isEqualTo(1);
        assertThat(other.body()).doesNotContain("points");
    }

    @Test
    void aLateVersionDoesNotCoverANewerOne() {
        phone.begun();
        String path = "/findings/" + UUID.randomUUID();
        Phone.ok(phone.put(path, Phone.findingBody(3, "Third")));

        assertThat(phone.put(path, Phone.findingBody(2, "Second")).statusCode()).isEqualTo(409);
        Phone.ok(phone.put(path, Phone.findingBody(4, "Fourth")));
        assertThat(Phone.ok(phone.put(path, Phone.findingBody(3, "Third")))
                        .get("created")
                        .asBoolean())
                .as("the third came already")
                .isFalse();

        JsonNode findings = phone.get("/findings");
        assertThat(findings.size()).isEqualTo(1);
        assertThat(findings.get(0).get("finding").get("words").asString()).isEqualTo("Fourth");
        assertThat(phone.manifest().get("findings").get(0).get("version").asInt())
                .isEqualTo(4);
    }

    @Test
    void twoPhonesThatSendTheSameAtOnceStoreItOnce() throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Integer>> answers = IntStream.range(0, 16)
                    .mapToObj(i -> threads.submit(
                            () -> phone.put("", Phone.walkBody(1, "North")).statusCode()))
                    .toList();
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(phone.manifest().get("walk").get("version").asInt()).isEqualTo(1);
    }

    @Test
    void twoOfficersOnOneWalkMerge() {
        phone.begun();
        Phone second = new Phone(server.visitor().signInAs("officer"), phone.walk);
        Phone.ok(phone.put("/findings/" + UUID.randomUUID(), Phone.findingBody(1, "One")));
        Phone.ok(second.put("/findings/" + UUID.randomUUID(), Phone.findingBody(1, "Two")));
        Phone.ok(phone.put("/track/10000", Phone.track("00000000-0000-4000-8000-000000000001", 0, 0.01)));
        Phone.ok(second.put("/track/20000", Phone.track("00000000-0000-4000-8000-000000000002", 0, 0.01)));

        assertThat(phone.get("/findings").size()).isEqualTo(2);
        assertThat(phone.get("").get("track").get("lines").size()).isEqualTo(2);
        assertThat(ids(phone.manifest().get("track"))).containsExactlyInAnyOrder("10000", "20000");
    }

    @Test
    void rule10EveryWayOutOfAWalkIsWithoutTheEndsOfItsTrack() {
        phone.begun();
        Phone.ok(phone.put("/track/0", Phone.track(UUID.randomUUID().toString(), 0, 0.01)));

        JsonNode points = phone.get("").get("track").get("lines").get(0).get(0).get("points");
        double first = points.get(0).get("lat").asDouble();
        double last = points.get(points.size() - 1).get("lat").asDouble();
        assertThat(phone.get("").get("trimmed").asBoolean()).isTrue();
        assertThat(first).isBetween(0.000895, 0.000905);
        assertThat(last).isBetween(0.009095, 0.009105);
        for (String file : new String[] {"/walk.gpx", "/walk.geojson"}) {
            Matcher latitude = Pattern.compile("lat=\"([\\d.E-]+)\"|\\[[\\d.]+,(0\\.\\d+|\\d\\.\\d+E-\\d)")
                    .matcher(officer.get(phone.at(file)).body());
            int read = 0;
            while (latitude.find()) {
                read++;
                assertThat(Double.parseDouble(latitude.group(latitude.group(1) == null ? 2 : 1)))
                        .as(file)
                        .isBetween(0.000895, 0.009105);
            }
            assertThat(read).as(file).isGreaterThan(50);
        }

        Phone.ok(phone.put(
                "", "{\"version\":2,\"title\":\"North\",\"startedAt\":\"2026-05-01T18:00:00Z\",\"wholeTrack\":true}"));
        assertThat(phone.get("")
                        .get("track")
                        .get("lines")
                        .get(0)
                        .get(0)
                        .get("points")
                        .get(0)
                        .get("lat")
                        .asDouble())
                .isZero();
    }

    @Test
    void whatIsTakenBackIsNoLongerListed() {
        phone.begun();
        String path = "/findings/" + UUID.randomUUID();
        Phone.ok(phone.put(path, Phone.findingBody(1, "A mistake")));
        Phone.ok(phone.put(
                path,
                Phone.findingBody(2, "A mistake").replace("}", "").replace("\"gps\"", "\"gps\"}")
                        + ",\"removed\":true}"));

        assertThat(phone.get("/findings").size()).isZero();
        assertThat(phone.manifest().get("findings").size())
                .as("its versions stay")
                .isEqualTo(1);
    }

    @Test
    void aFindingWaitsForItsWalk() {
        assertThat(phone.put("/findings/" + UUID.randomUUID(), Phone.findingBody(1, "Early"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(officer.get(phone.at("/manifest")).statusCode()).isEqualTo(404);
    }

    @Test
    void anIdOfAnotherWalkIsNotTakenOver() {
        phone.begun();
        String path = "/findings/" + UUID.randomUUID();
        Phone.ok(phone.put(path, Phone.findingBody(1, "Here")));
        Phone elsewhere = new Phone(officer, UUID.randomUUID()).begun();

        assertThat(elsewhere.put(path, Phone.findingBody(1, "There")).statusCode())
                .isEqualTo(409);
        assertThat(phone.get("/findings").size()).isEqualTo(1);
        assertThat(elsewhere.manifest().get("findings").size()).isZero();
    }

    @Test
    void saysWhatIsWrongWithHostileBodies() {
        phone.begun();
        String finding = "/findings/" + UUID.randomUUID();
        String good = Phone.findingBody(1, "Lamp out");
        for (String[] one : hostileBodies(finding, good)) {
            HttpResponse<String> answer = phone.put(one[0], one[1]);
            assertThat(answer.statusCode()).as(one[1] + answer.body()).isEqualTo(400);
            assertThat(answer.body()).contains(one[2]).doesNotContain("org.copse", "jackson");
        }
        assertThat(phone.put(finding, good.replace("Lamp out", "x".repeat(70_000)))
                        .statusCode())
                .isEqualTo(413);
        assertThat(phone.manifest().get("findings").size()).isZero();
    }

    /** Each with its path, and a word of the answer. */
    private List<String[]> hostileBodies(String finding, String good) {
        return List.of(
                new String[] {finding, good.replace("4.35", "181"), "longitude"},
                new String[] {finding, good.replace("4.35", "1e400"), ""},
                new String[] {finding, good.replace("\"severity\":3", "\"severity\":5"), "severity"},
                new String[] {finding, good.replace("lighting", "suspect"), "category"},
                new String[] {finding, good.replace("6.5", "-1"), "accuracy"},
                new String[] {finding, good.replace("Lamp out", "x".repeat(2001)), "words"},
                new String[] {finding, good.replace("Lamp out", "a\\u0000b"), "character"},
                new String[] {finding, good.replace("Lamp out", "a\\ud800b"), "character"},
                new String[] {finding, good.replace("\"version\":1", "\"version\":0"), "version"},
                new String[] {finding, good.replace("2026-05-01T18:10:00Z", "yesterday"), "at"},
                new String[] {finding, good.replace("\"words\"", "\"name\":\"A. Person\",\"words\""), "name"},
                new String[] {finding, good.replace("\"words\"", "\"photos\":[null],\"words\""), "photos"},
                new String[] {finding, "null", ""},
                new String[] {finding, "[]", ""},
                new String[] {finding, "{\"version\":", ""},
                new String[] {finding, "[".repeat(10_000), ""},
                new String[] {"", Phone.walkBody(2, ""), "title"},
                new String[] {
                    "",
                    Phone.walkBody(2, "North")
                            .replace(
                                    "}",
                                    ",\"participants\":[{\"role\":\"Ms Person\",\"ages\":\"adult\",\"count\":1}]}"),
                    "role"
                },
                new String[] {
                    "",
                    Phone.walkBody(2, "North")
                            .replace(
                                    "}",
                                    ",\"participants\":[{\"role\":\"resident\",\"ages\":\"adult\",\"count\":-1}]}"),
                    "count"
                },
                new String[] {"/track/0", Phone.track("x", 0, 0.01), "recorder"},
                new String[] {"/track/0", Phone.track(UUID.randomUUID().toString(), -1, 0.01), "segment"},
                new String[] {"/track/-1", Phone.track(UUID.randomUUID().toString(), 0, 0.01), "n"},
                new String[] {"/track/x", Phone.track(UUID.randomUUID().toString(), 0, 0.01), "n"},
                new String[] {
                    "/track/0",
                    "{\"version\":1,\"recorder\":\"" + UUID.randomUUID() + "\",\"segment\":0,\"points\":[[1,2,3]]}",
                    "points[0]"
                },
                new String[] {
                    "/track/0",
                    "{\"version\":1,\"recorder\":\"" + UUID.randomUUID() + "\",\"segment\":0,\"points\":[]}",
                    "points"
                });
    }

    @Test
    void whoMayNotRecordMayNotSend() {
        phone.begun();
        Visitor planner = server.visitor().signInAs("planner");
        assertThat(planner.send("PUT", phone.at(""), Phone.walkBody(2, "Mine")).statusCode())
                .isEqualTo(403);
        assertThat(planner.get(phone.at("")).statusCode()).isEqualTo(200);
        assertThat(server.visitor().get(phone.at("")).statusCode()).isEqualTo(401);
    }

    private static Set<String> ids(JsonNode rows) {
        return rows.valueStream().map(row -> row.get("id").asString()).collect(Collectors.toSet());
    }
}
