package org.copse.server.finding;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Address;
import jakarta.mail.internet.MimeMessage;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.copse.server.Awaited;
import org.copse.server.DebianTool;
import org.copse.server.OnBothDatabases;
import org.copse.server.RunningServer;
import org.copse.server.TestDatabase;
import org.copse.server.Visitor;
import org.copse.server.area.TwoAreas;
import org.copse.server.mail.FakeSmtp;
import org.copse.server.walk.Phone;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** From a problem that was seen to one that is solved: steps, days, agencies, and who decided. */
@OnBothDatabases
class FindingsIT {
    private final FakeSmtp mails;
    private final RunningServer server;
    private final Visitor supervisor;
    private final Phone phone;
    private final String finding = UUID.randomUUID().toString();

    FindingsIT(TestDatabase database) {
        mails = database.shared(FakeSmtp.class, FakeSmtp::new);
        server = database.shared(RunningServer.class, () -> {
            try {
                return TwoAreas.start(
                        database,
                        "copse.mail.host=127.0.0.1",
                        "copse.mail.port=" + mails.port(),
                        "copse.mail.tls=none",
                        "copse.mail.from=beats@police.example",
                        "copse.mail.agencies.lighting=lamps@town.example",
                        "copse.mail.languages=nl,ar",
                        "copse.mail.every=200ms");
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        supervisor = server.visitor().signInAs("supervisor");
        phone = new Phone(server.visitor().signInAs("officer"), UUID.randomUUID()).begun();
        Phone.ok(phone.put("/findings/" + finding, inBeatOne(1, "Lamp out")));
    }

    /** A finding in the beat 1 of {@link TwoAreas}. */
    private static String inBeatOne(int version, String words) {
        return Phone.findingBody(version, words).replace("4.35", "2.605").replace("50.85", "51.405");
    }

    private HttpResponse<String> step(String body) {
        return supervisor.post("/api/v1/findings/" + finding + "/steps", body);
    }

    private static String accepted(int after, LocalDate due) {
        return "{\"after\":" + after + ",\"state\":\"accepted\",\"agency\":\"lighting\",\"dueOn\":\"" + due + "\"}";
    }

    private JsonNode listed(String query) {
        return Phone.ok(supervisor.get("/api/v1/findings?" + query));
    }

    private boolean isListed(String query) {
        return listed(query).get("findings").valueStream().anyMatch(one -> one.get("id")
                .asString()
                .equals(finding));
    }

    @Test
    void aProblemGoesFromOpenToCheckedOnALaterWalkAndKeepsWhoDecided() {
        JsonNode before = Phone.ok(supervisor.get("/api/v1/findings/" + finding));
        assertThat(before.get("finding").get("standing").get("state").asString())
                .isEqualTo("open");
        assertThat(before.get("finding").get("standing").get("isPublic").asBoolean())
                .isFalse();
        assertThat(before.get("finding").get("beat").get("id").asString()).isEqualTo("1");

        LocalDate due = LocalDate.now().plusDays(30);
        String with = "\"agency\":\"lighting\",\"dueOn\":\"" + due + "\"";
        Phone.ok(step(accepted(0, due)));
        Phone.ok(step("{\"after\":1,\"state\":\"in-progress\"," + with + "}"));
        Phone.ok(step("{\"after\":2,\"state\":\"resolved\"," + with + ",\"note\":\"New lamp\"}"));
        Phone later = new Phone(server.visitor().signInAs("officer"), UUID.randomUUID());
        Phone.ok(later.put("", Phone.walkBody(1, "Again").replace("2026-05-01", "2026-06-01")));
        JsonNode story =
                Phone.ok(step("{\"after\":3,\"state\":\"checked\"," + with + ",\"checkedOn\":\"" + later.walk + "\"}"));

        assertThat(story.get("steps")
                        .valueStream()
                        .map(one -> one.get("state").asString())
                        .toList())
                .isEqualTo(List.of("accepted", "in-progress", "resolved", "checked"));
        JsonNode last = story.get("steps").get(3);
        assertThat(last.get("by").asString()).isEqualTo("supervisor");
        assertThat(last.get("at").asString()).isNotEmpty();
        assertThat(last.get("checkedOn").asString()).isEqualTo(later.walk.toString());
        assertThat(story.get("steps").get(2).get("note").asString()).isEqualTo("New lamp");
        assertThat(server.visitor()
                        .signInAs("auditor")
                        .get("/api/v1/audit?action=finding.stepped")
                        .body())
                .contains(finding, "resolved → checked");
    }

    @Test
    void ofTwoWhoDecideAtOnceTheSecondIsAskedAgain() {
        Phone.ok(step(accepted(0, LocalDate.now())));

        HttpResponse<String> second = step("{\"after\":0,\"state\":\"not-accepted\",\"note\":\"Not ours\"}");

        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(Phone.ok(supervisor.get("/api/v1/findings/" + finding))
                        .get("steps")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void whatIsPastItsDayIsOverdueUntilItIsResolved() {
        LocalDate yesterday = LocalDate.now().minusDays(1);
        Phone.ok(step(accepted(0, LocalDate.now())));
        assertThat(isListed("overdue=true")).as("due today").isFalse();
        Phone.ok(step(accepted(1, yesterday)));
        assertThat(isListed("overdue=true")).isTrue();
        Phone.ok(step("{\"after\":2,\"state\":\"resolved\",\"agency\":\"lighting\",\"dueOn\":\"" + yesterday + "\"}"));
        assertThat(isListed("overdue=true")).isFalse();
    }

    @Test
    void isFoundByStateAgencyCategoryBeatAndWalk() {
        Phone.ok(step(accepted(0, LocalDate.now())));
        String own = "&walk=" + phone.walk;
        assertThat(listed("state=open,accepted&agency=lighting&category=lighting&beat=1" + own)
                        .get("total")
                        .asInt())
                .isEqualTo(1);
        for (String other : List.of("state=open", "agency=parks", "category=litter", "beat=2", "overdue=true")) {
            assertThat(listed(other + own).get("total").asInt()).as(other).isZero();
        }
        assertThat(isListed("walk=" + UUID.randomUUID())).isFalse();
        assertThat(supervisor.get("/api/v1/findings?state=lost").statusCode()).isEqualTo(400);
        assertThat(supervisor.get("/api/v1/findings?agency=x&category=y").body())
                .contains("agency", "category");
    }

    @Test
    void whatIsGoodOrTakenBackIsNoProblemToFollow() {
        Phone.ok(phone.put("/findings/" + finding, inBeatOne(2, "Nice square").replace("problem", "asset")));
        assertThat(isListed("walk=" + phone.walk)).isFalse();
        assertThat(step(accepted(0, LocalDate.now())).statusCode()).isEqualTo(404);
        Phone.ok(phone.put(
                "/findings/" + finding, inBeatOne(3, "No").replace("\"words\"", "\"removed\":true,\"words\"")));
        assertThat(supervisor.get("/api/v1/findings/" + finding).statusCode()).isEqualTo(404);
    }

    @Test
    void anAgencyGetsAFileThatNoSpreadsheetReckons() {
        Phone.ok(phone.put("/findings/" + finding, inBeatOne(2, "=1+1; \\\"Straße\\\"")));
        Phone.ok(step("{\"after\":0,\"state\":\"accepted\",\"agency\":\"lighting\",\"dueOn\":\"2031-01-31\","
                + "\"note\":\"Only for staff\"}"));

        HttpResponse<String> file =
                supervisor.get("/api/v1/findings/file?agency=lighting&language=nl&walk=" + phone.walk);

        assertThat(file.statusCode()).as(file.body()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(file.body())
                .startsWith("\uFEFF")
                .contains(
                        finding
                                + ",2026-05-01T18:10:00Z,Verlichting,Ernstig,\"'=1+1; \"\"Straße\"\"\",51.40500,2.60500,Beat 1,")
                .contains(",2031-01-31\r\n")
                .doesNotContain("Only for staff");
        assertThat(supervisor.get("/api/v1/findings/file?language=xx").statusCode())
                .isEqualTo(400);
    }

    @Test
    void anAgencyIsWrittenToOfWhatItIsToSeeToAndOfNothingElse() throws Exception {
        Phone.ok(phone.put(
                "/findings/" + finding,
                inBeatOne(2, "Lamp out\\r\\nStand: opgelost\\n.\\nBcc: all@town.example \\u202Egnp")));
        String accepted =
                accepted(0, LocalDate.of(2031, 1, 31)).replace("}", ",\"note\":\"Only for staff\",\"mail\":true}");
        Phone.ok(step(accepted));

        JsonNode sent = Awaited.until(
                "the mail is sent",
                () -> Phone.ok(supervisor.get("/api/v1/findings/" + finding))
                        .get("finding")
                        .get("mail"),
                mail -> "sent".equals(mail.get("state").asString()));

        assertThat(sent.get("sentTo").asString()).isEqualTo("lamps@town.example");
        assertThat(isListed("mail=sent&walk=" + phone.walk)).isTrue();
        assertThat(isListed("mail=failed&walk=" + phone.walk)).isFalse();
        List<MimeMessage> own = mails.takenAbout(finding.substring(0, 8));
        assertThat(own).hasSize(1);
        MimeMessage mail = own.get(0);
        assertThat(mail.getAllRecipients()).extracting(Address::toString).containsExactly("lamps@town.example");
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getSubject()).startsWith("Probleem gevonden op een wandeling: Verlichting (");
        assertThat(String.valueOf(mail.getContent()).replace("\r\n", "\n"))
                .contains(
                        "Soort: Verlichting\nErnst: Ernstig\n", "51.40500, 2.60500 (± 7 m)", "Wijk: Beat 1\n", finding)
                .contains("Tegen: 31 jan", " 2031\nStand: aanvaard\n")
                .contains("\n> Lamp out\n> Stand: opgelost\n> .\n> Bcc: all@town.example gnp\n")
                .contains("المكان")
                .doesNotContain("\u202E", "Only for staff", "supervisor", "officer");
        assertThat(server.visitor()
                        .signInAs("auditor")
                        .get("/api/v1/audit?action=finding.stepped")
                        .body())
                .contains("mail to lighting");
    }

    @Test
    void whatIsNotSettledIsLookedAtAgainOnAWalkThatComesBy() {
        Phone far = new Phone(phone.officer, UUID.randomUUID()).begun();
        // 111,195 m to a degree: 145 and 155 m north of a route along 51.405.
        String near = UUID.randomUUID().toString();
        Phone.ok(far.put("/findings/" + near, inBeatOne(1, "Near").replace("51.405", "51.406304")));
        Phone.ok(far.put("/findings/" + UUID.randomUUID(), inBeatOne(1, "Far").replace("51.405", "51.406394")));
        String route = "\"route\":[[2.601,51.405],[2.606,51.405]]";

        List<String> along = earlierOn(route);
        assertThat(along).contains(finding, near);
        assertThat(listedOf(far)).hasSize(2);
        assertThat(along.stream().filter(listedOf(far)::contains)).containsExactly(near);
        assertThat(earlierOn("\"beat\":\"1\"")).as("anywhere in its beat").containsAll(listedOf(far));

        Phone later = new Phone(server.visitor().signInAs("officer"), UUID.randomUUID());
        Phone.ok(later.put("", Phone.walkBody(1, "Again").replace("2026-05-01", "2026-06-01")));
        String again =
                inBeatOne(1, "New lamp").replace("\"words\"", "\"again\":\"" + near + "\",\"gone\":true,\"words\"");
        Phone.ok(later.put("/findings/" + UUID.randomUUID(), again));
        JsonNode seen = Phone.ok(supervisor.get("/api/v1/findings/" + near))
                .get("finding")
                .get("seenAgain");
        assertThat(seen.get(0).get("gone").asBoolean()).isTrue();
        assertThat(seen.get(0).get("walk").get("id").asString()).isEqualTo(later.walk.toString());
        assertThat(isListed("walk=" + later.walk)).as("no problem of its own").isFalse();
        assertThat(listed("walk=" + later.walk).get("total").asInt()).isZero();
        assertThat(later.get("/findings").get(0).get("finding").get("again").asString())
                .isEqualTo(near);

        for (String wrong : List.of(again.replace(",\"gone\":true", ""), again.replace("problem", "asset"))) {
            assertThat(later.put("/findings/" + UUID.randomUUID(), wrong).statusCode())
                    .as(wrong)
                    .isEqualTo(400);
        }
        Phone.ok(supervisor.post(
                "/api/v1/findings/" + near + "/steps", "{\"after\":0,\"state\":\"not-accepted\",\"note\":\"No\"}"));
        assertThat(earlierOn(route)).as("settled").doesNotContain(near);
    }

    private List<String> listedOf(Phone walk) {
        return listed("walk=" + walk.walk)
                .get("findings")
                .valueStream()
                .map(one -> one.get("id").asString())
                .toList();
    }

    /** Plans a walk and returns what is to be looked at again on it. */
    private List<String> earlierOn(String where) {
        HttpResponse<String> planned = supervisor.post("/api/v1/planned-walks", FindingBodies.plannedWalk(where));
        assertThat(planned.statusCode()).as(planned.body()).isEqualTo(201);
        return Phone.ok(supervisor.get("/api/v1/planned-walks/"
                        + Visitor.json(planned).get("id").asString() + "/findings"))
                .valueStream()
                .map(one -> one.get("id").asString())
                .toList();
    }

    @Test
    void nobodyIsWrittenToWithoutAnAddressOrWithNothingToDo() {
        assertThat(Phone.ok(supervisor.get("/api/v1/findings/addressees")).toString())
                .isEqualTo("{\"lighting\":\"lamps@town.example\"}");
        String mailed = accepted(0, LocalDate.of(2031, 1, 31)).replace("}", ",\"mail\":true}");
        HttpResponse<String> noAddress = step(mailed.replace("lighting", "parks"));
        assertThat(noAddress.statusCode()).isEqualTo(400);
        assertThat(noAddress.body()).contains("mail", "parks");
        assertThat(step(mailed.replace("accepted", "not-accepted").replace("}", ",\"note\":\"No\"}"))
                        .body())
                .contains("mail");
        assertThat(supervisor.get("/api/v1/findings?mail=lost").statusCode()).isEqualTo(400);
        JsonNode story = Phone.ok(supervisor.get("/api/v1/findings/" + finding));
        assertThat(story.get("steps").size()).as("refused with the mail").isZero();
        assertThat(story.get("finding").get("mail").isNull()).isTrue();
    }

    @Test
    void saysWhatIsWrongWithAStep() {
        for (String[] one : FindingBodies.wrongSteps(phone.walk)) {
            HttpResponse<String> answer = step(one[0]);
            assertThat(answer.statusCode()).as(one[0] + answer.body()).isEqualTo(400);
            assertThat(answer.body()).contains(one[1]).doesNotContain("org.copse", "jackson");
        }
        assertThat(step("{\"state\":\"open\"}").statusCode())
                .as("without after")
                .isEqualTo(409);
        Phone.ok(step(accepted(0, LocalDate.now())));
        String with = "\"agency\":\"lighting\",\"dueOn\":\"2031-01-01\"";
        Phone.ok(step("{\"after\":1,\"state\":\"resolved\"," + with + "}"));
        HttpResponse<String> sameWalk =
                step("{\"after\":2,\"state\":\"checked\"," + with + ",\"checkedOn\":\"" + phone.walk + "\"}");
        assertThat(sameWalk.statusCode()).isEqualTo(400);
        assertThat(step("{\"after\":2,\"state\":\"in-progress\"," + with + "}").body())
                .as("back needs a reason")
                .contains("note");
    }

    @Test
    void gpsbabelReadsAWalkWithoutTheEndsOfItsTrack() {
        Phone.ok(phone.put("/findings/" + finding, inBeatOne(2, "Lamp <out> & \\u0001 ]]>")));
        Phone.ok(phone.put("/track/0", Phone.track(UUID.randomUUID().toString(), 0, 0.01)));

        HttpResponse<String> gpx = phone.officer.get(phone.at("/walk.gpx?language=nl"));

        assertThat(gpx.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/gpx+xml"));
        byte[] bytes = gpx.body().getBytes(StandardCharsets.UTF_8);
        List<String> track = DebianTool.run("gpsbabel", bytes, "-t", "-i", "gpx", "-f", "-", "-o", "csv", "-F", "-")
                .lines()
                .filter(line -> line.startsWith("00."))
                .toList();
        assertThat(track)
                .as("of 101 points those from 0.0009 to 0.0091 degrees, and where it is cut")
                .hasSize(85);
        assertThat(track.get(0)).startsWith("00.00090, 00.00000");
        assertThat(track.get(84)).startsWith("00.00910, 00.00000");
        String waypoints = DebianTool.run("gpsbabel", bytes, "-w", "-i", "gpx", "-f", "-", "-o", "unicsv", "-F", "-");
        assertThat(waypoints).contains("51.405000,2.605000", "Verlichting", "Lamp <out> & \uFFFD ]]>");
        assertThat(phone.officer.get(phone.at("/walk.gpx?language=xx")).statusCode())
                .isEqualTo(400);
    }

    @Test
    void geoJsonHasTheWayAndHowEachFindingStands() {
        Phone.ok(phone.put("/track/0", Phone.track(UUID.randomUUID().toString(), 0, 0.01)));
        Phone.ok(step(accepted(0, LocalDate.of(2031, 1, 31))));

        JsonNode features = phone.get("/walk.geojson").get("features");

        JsonNode way = features.get(0).get("geometry");
        assertThat(way.get("type").asString()).isEqualTo("LineString");
        assertThat(way.get("coordinates").get(0).get(1).asDouble()).isBetween(0.000895, 0.000905);
        JsonNode point = features.get(1);
        assertThat(point.get("geometry").get("coordinates").get(0).asDouble()).isEqualTo(2.605);
        assertThat(point.get("properties").get("state").asString()).isEqualTo("accepted");
        assertThat(point.get("properties").get("dueOn").asString()).isEqualTo("2031-01-31");
        JsonNode own = Phone.ok(supervisor.get("/api/v1/walks/counts"))
                .valueStream()
                .filter(one -> one.get("walk").asString().equals(phone.walk.toString()))
                .findFirst()
                .orElseThrow();
        assertThat(own.get("problems").asInt()).isEqualTo(1);
        assertThat(own.get("unsettled").asInt()).isEqualTo(1);
        assertThat(server.visitor()
                        .signInAs("auditor")
                        .get("/api/v1/audit?action=exported")
                        .body())
                .contains(phone.walk.toString(), "walk.geojson");
    }

    @Test
    void residentsReadOnlyWhatSomebodyDecidedToShowInWordsForThem() {
        Phone.ok(phone.put("/findings/" + finding, inBeatOne(2, "By the house of Mr Jones")));
        Phone.ok(step(
                accepted(0, LocalDate.of(2031, 1, 31)).replace("}", ",\"told\":\"Not yet\",\"language\":\"en\"}")));
        Visitor resident = server.visitor();
        assertThat(resident.get("/en/beats/1").body()).doesNotContain("Not yet", "Mr Jones");

        String shown = accepted(1, LocalDate.of(2031, 1, 31))
                .replace(
                        "}",
                        ",\"isPublic\":true,\"told\":\"De <lamp> wordt hersteld\",\"language\":\"nl\",\"note\":\"For us\"}");
        Phone.ok(step(shown));
        String page = resident.get("/en/beats/1").body();
        assertThat(page)
                .contains("Problems found on walks", "De &lt;lamp&gt; wordt hersteld", "lang=\"nl\"", "(Dutch)")
                .contains("Lighting", "accepted", "Street lighting", "1 May 2026")
                .doesNotContain("Mr Jones", "For us", "51.405,", finding);
        assertThat(resident.get("/en/beats/" + TwoAreas.ODD_PATH).body()).doesNotContain("lamp");

        Phone.ok(step(shown.replace("\"after\":1", "\"after\":2").replace("\"isPublic\":true", "\"isPublic\":false")));
        assertThat(resident.get("/en/beats/1").body()).doesNotContain("lamp");
    }
}
