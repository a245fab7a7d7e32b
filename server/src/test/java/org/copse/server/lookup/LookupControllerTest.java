package org.copse.server.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.copse.server.SetClock;
import org.copse.server.assignment.Cover;
import org.copse.server.inforce.InForceSettings;
import org.copse.server.inforce.PlanIndex;
import org.copse.server.officer.Officer;
import org.copse.server.officer.StoredOfficer;
import org.copse.server.publication.Publication;
import org.copse.server.publication.PublishedPlan;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class LookupControllerTest {

    static final StoredOfficer SAM = stored("17", "Sam");
    private static final StoredOfficer ROBIN = stored("18", "Robin");

    private final Town town = new Town();
    private final LookupSettings settings = new LookupSettings(5, 15);
    private final Map<String, double[]> places = Map.of(
            "house", new double[] {2.605, 51.405},
            "border", new double[] {2.61001, 51.405},
            "lane", new double[] {2.603, 51.405, 2.604, 51.405, 2.605, 51.405},
            "street", new double[] {2.615, 51.405, 2.605, 51.405, 2.616, 51.405, 2.617, 51.405, 2.7, 51.405},
            "away", new double[] {2.63, 51.405, 2.631, 51.405});
    private final InForceSettings ages = new InForceSettings(Duration.ofSeconds(2));
    private long nanos = 1;
    private int asked;
    private final SetClock clock = new SetClock("2026-06-01T10:00:00Z");
    private final CurrentBeats current =
            new CurrentBeats(new PlanIndex(town, ages, () -> nanos, clock), town, ages, () -> nanos);
    private final LookupController controller =
            new LookupController(current, settings, id -> Optional.ofNullable(places.get(id)));
    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void namesTheBeatItsOfficerAndTheNearestContactPoints() {
        LookupAnswer answer = lookUp(2.605, 51.405);

        assertThat(answer.match()).isEqualTo("beat");
        assertThat(answer.beats()).hasSize(1);
        LookupAnswer.Beat beat = answer.beats().get(0);
        assertThat(beat.id()).isEqualTo("1");
        assertThat(beat.sectorName()).isEqualTo("Harbour");
        assertThat(beat.officer())
                .isNotNull()
                .extracting(LookupAnswer.Officer::dutyName)
                .isEqualTo("Sam");
        assertThat(beat.contactPoints())
                .extracting(LookupAnswer.ContactPoint::name)
                .containsExactly("Station", "Kiosk");
        assertThat(beat.contactPoints().get(0).metres()).isBetween(340L, 355L);
        assertThat(answer.nearestBeat()).isNull();
        assertThat(answer.plan().name()).isEqualTo("Plan 1");
    }

    @Test
    void namesBothBeatsOnABorderTheOneThatHoldsThePositionFirst() {
        LookupAnswer answer = lookUp(2.61001, 51.405);

        assertThat(answer.match()).isEqualTo("border");
        assertThat(answer.beats()).extracting(LookupAnswer.Beat::id).containsExactly("2", "1");
        assertThat(answer.beats().get(0).officer()).isNull();
    }

    @Test
    void everyAnswerSaysHowToReachTheAuthority() {
        assertThat(lookUp(2.605, 51.405).authority().phone()).isEqualTo("+32 009");
        assertThat(lookUp(2.63, 51.405).authority().phone()).isEqualTo("+32 009");
    }

    @Test
    void namesTheNearestBeatOutsideTheDistrict() {
        LookupAnswer answer = lookUp(2.63, 51.405);

        assertThat(answer.match()).isEqualTo("outside");
        assertThat(answer.beats()).isEmpty();
        LookupAnswer.NearestBeat nearest =
                Optional.ofNullable(answer.nearestBeat()).orElseThrow();
        assertThat(nearest.id()).isEqualTo("2");
        assertThat(nearest.metres()).isBetween(690L, 700L);
    }

    @Test
    void refusesWhatIsNoPositionWithoutRepeatingIt() {
        assertThatThrownBy(() -> lookUp(null, 51.405))
                .hasMessageContaining("lon")
                .hasMessageContaining("missing");
        assertThatThrownBy(() -> lookUp(2.6, 91.25))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("between -90 and 90")
                .hasMessageNotContaining("91.25");
        assertThat(new LookupRequest(2.605, 51.405, null).toString()).doesNotContain("51");
    }

    @Test
    void answersNoMoreThanTheLimitOfOneAddress() {
        for (int i = 0; i < 5; i++) {
            lookUp(2.605, 51.405);
        }

        assertThatThrownBy(() -> lookUp(2.605, 51.405))
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.type())
                        .isEqualTo(ProblemType.TOO_MANY_REQUESTS));
        assertThat(response.getHeader("Retry-After")).isNotNull();
        request.setRemoteAddr("192.0.2.7");
        assertThat(lookUp(2.605, 51.405).match()).isEqualTo("beat");
    }

    @Test
    void saysThatNoPlanIsInForce() {
        town.plan = null;

        assertThatThrownBy(() -> lookUp(2.605, 51.405)).hasMessageContaining("no-plan-in-force");
    }

    @Test
    void aPlanPublishedElsewhereAnswersOnceTheAgeHasPassed() {
        lookUp(2.605, 51.405);
        town.plan = plan(2);

        assertThat(lookUp(2.605, 51.405).plan().name()).isEqualTo("Plan 1");
        nanos += Duration.ofSeconds(2).toNanos();
        assertThat(lookUp(2.605, 51.405).plan().name()).isEqualTo("Plan 2");
    }

    @Test
    void aServerThatWasNotAskedForLongerThanTheLeadAsksBeforeItAnswers() {
        lookUp(2.605, 51.405);
        town.plan = plan(2);
        nanos += Publication.LEAD.toNanos();

        assertThat(lookUp(2.605, 51.405).plan().name()).isEqualTo("Plan 2");
    }

    @Test
    void tellsOfAChangeAheadAndChangesOverAtItsInstantEvenWithoutTheDatabase() {
        town.ahead = coming(2, "2026-06-01T10:00:10Z");
        town.coverOfTheNext = new Cover(Cover.How.OFFICER, ROBIN, ROBIN, null);
        LookupAnswer before = lookUp(2.605, 51.405);
        assertThat(before.plan().name()).isEqualTo("Plan 1");
        assertThat(before.change()).isNotNull().satisfies(change -> {
            assertThat(change.from()).isEqualTo(Instant.parse("2026-06-01T10:00:10Z"));
            assertThat(change.beatName()).isEqualTo("Beat 1");
            assertThat(change.officer()).isNotNull().satisfies(officer -> assertThat(officer.dutyName())
                    .isEqualTo("Robin"));
            assertThat(change.sameOfficer()).isFalse();
        });
        town.away = true;
        clock.pass(Duration.ofMillis(9_999));
        nanos += Duration.ofSeconds(60).toNanos();
        assertThat(lookUp(2.605, 51.405).plan().name()).isEqualTo("Plan 1");

        clock.pass(Duration.ofMillis(1));

        LookupAnswer after = lookUp(2.605, 51.405);
        assertThat(after.plan().name()).isEqualTo("Plan 2");
        assertThat(after.beats().get(0).officer()).isNotNull().satisfies(officer -> assertThat(officer.dutyName())
                .isEqualTo("Robin"));
        assertThat(after.change()).isNull();
    }

    @Test
    void twoServersChangeOverAtTheSameInstant() {
        CurrentBeats other = new CurrentBeats(new PlanIndex(town, ages, () -> nanos, clock), town, ages, () -> nanos);
        town.ahead = coming(2, "2026-06-01T10:00:10Z");
        current.get();
        other.get();
        clock.pass(Duration.ofMillis(9_999));
        assertThat(List.of(current.get().plan().version(), other.get().plan().version()))
                .containsExactly(1, 1);

        clock.pass(Duration.ofMillis(1));

        assertThat(List.of(current.get().plan().version(), other.get().plan().version()))
                .containsExactly(2, 2);
    }

    @Test
    void theIndexIsBuiltOncePerPlan() {
        lookUp(2.605, 51.405);
        nanos += Duration.ofSeconds(2).toNanos();
        lookUp(2.605, 51.405);

        assertThat(town.timesRead).isEqualTo(1);
    }

    @Test
    void namesWhoStandsInAndUntilWhen() {
        town.cover = new Cover(Cover.How.SUBSTITUTE, SAM, ROBIN, LocalDate.of(2026, 3, 1));

        LookupAnswer.Beat beat = lookUp(2.605, 51.405).beats().get(0);

        assertThat(beat.officer())
                .isNotNull()
                .extracting(LookupAnswer.Officer::dutyName)
                .isEqualTo("Robin");
        assertThat(beat.standsInFor()).isEqualTo("Sam");
        assertThat(beat.until()).isEqualTo(LocalDate.of(2026, 3, 1));
    }

    @Test
    void namesTheTeamWhereNobodyStandsIn() {
        town.cover = new Cover(Cover.How.TEAM, SAM, null, LocalDate.of(2026, 3, 1));

        LookupAnswer.Beat beat = lookUp(2.605, 51.405).beats().get(0);

        assertThat(beat.officer()).isNull();
        assertThat(beat.standsInFor()).isEqualTo("Sam");
        assertThat(beat.team().phone()).isEqualTo("+32 001");
    }

    @Test
    void answersFromMemoryWhileTheDatabaseIsAwayAndSaysHowOldItIs() {
        assertThat(lookUp(2.605, 51.405).ageSeconds()).isZero();
        town.away = true;
        nanos += Duration.ofMinutes(20).toNanos();

        LookupAnswer answer = lookUp(2.605, 51.405);
        assertThat(answer.beats().get(0).officer())
                .isNotNull()
                .extracting(LookupAnswer.Officer::dutyName)
                .isEqualTo("Sam");
        assertThat(answer.beats().get(0).contactPoints()).hasSize(2);
        assertThat(answer.ageSeconds()).isEqualTo(20 * 60);

        int tries = town.tries;
        lookUp(2.605, 51.405);
        assertThat(town.tries).as("not every look-up tries the database").isEqualTo(tries);

        town.away = false;
        town.cover = new Cover(Cover.How.SUBSTITUTE, SAM, ROBIN, LocalDate.of(2026, 3, 1));
        nanos += Duration.ofSeconds(2).toNanos();
        LookupAnswer back = lookUp(2.605, 51.405);
        assertThat(back.beats().get(0).standsInFor()).isEqualTo("Sam");
        assertThat(back.ageSeconds()).isZero();
    }

    @Test
    void failsWhenTheDatabaseIsAwayBeforeAnythingIsKnown() {
        town.away = true;

        assertThatThrownBy(() -> lookUp(2.605, 51.405)).isInstanceOf(DataAccessException.class);
    }

    @Test
    void aContactPointThatIsOpenNowIsAmongThoseNamed() {
        town.contactPlaces = List.of(
                new ContactPlace("Near", null, "Tue 9-12", 2.605, 51.405),
                new ContactPlace("Nearer", null, "by appointment", 2.6051, 51.405),
                new ContactPlace("Third", null, "Mon 14-16", 2.606, 51.405),
                new ContactPlace("Fourth", null, "Sun 9-12", 2.607, 51.405),
                new ContactPlace("Far but open", null, "Mon 9-12", 2.609, 51.405),
                new ContactPlace("Farther", null, "Mon 9-12", 2.61, 51.405));

        List<LookupAnswer.ContactPoint> named =
                lookUp(2.605, 51.405).beats().get(0).contactPoints();
        assertThat(named).extracting(LookupAnswer.ContactPoint::name).containsExactly("Near", "Nearer", "Far but open");
        assertThat(named).extracting(LookupAnswer.ContactPoint::open).containsExactly(false, null, true);

        town.now = LocalDateTime.of(2026, 1, 6, 10, 0);
        assertThat(lookUp(2.605, 51.405).beats().get(0).contactPoints())
                .extracting(LookupAnswer.ContactPoint::name)
                .containsExactly("Near", "Nearer", "Third");
    }

    @Test
    void anAddressIsAnsweredAsItsPositionIs() {
        assertThat(lookUp("house").match()).isEqualTo("beat");
        assertThat(lookUp("house").beats()).extracting(LookupAnswer.Beat::id).containsExactly("1");
        assertThat(lookUp("border").match()).isEqualTo("border");
    }

    @Test
    void aStreetInOneBeatIsAnsweredByIt() {
        LookupAnswer answer = lookUp("lane");

        assertThat(answer.match()).isEqualTo("beat");
        assertThat(answer.beats()).extracting(LookupAnswer.Beat::id).containsExactly("1");
    }

    @Test
    void aStreetInSeveralBeatsIsAnsweredByAllThatWithMostOfItFirst() {
        LookupAnswer answer = lookUp("street");

        assertThat(answer.match()).isEqualTo("several");
        assertThat(answer.beats()).extracting(LookupAnswer.Beat::id).containsExactly("2", "1");
    }

    @Test
    void aStreetOutsideIsToldTheNearestBeat() {
        assertThat(lookUp("away").match()).isEqualTo("outside");
        assertThat(lookUp("away").nearestBeat()).isNotNull();
    }

    @Test
    void refusesAnAddressThatIsNotKnownOrStandsBesideAPosition() {
        assertThatThrownBy(() -> lookUp("gone")).hasMessageContaining("search again");
        assertThatThrownBy(() -> lookUp("x".repeat(41))).hasMessageContaining("address");
        assertThatThrownBy(() -> controller.lookUp(new LookupRequest(2.6, null, "house"), request, response))
                .hasMessageContaining("give one of them");
    }

    private LookupAnswer lookUp(String address) {
        request.setRemoteAddr("192.0.2." + (1 + asked++));
        return Optional.ofNullable(controller
                        .lookUp(new LookupRequest(null, null, address), request, response)
                        .getBody())
                .orElseThrow();
    }

    private static StoredOfficer stored(String number, String dutyName) {
        return new StoredOfficer(
                new UUID(0, Long.parseLong(number)),
                new Officer(number, dutyName, List.of("nl", "fr"), "+32 000", null, "Mon 9-12"),
                null,
                null,
                false,
                null,
                null);
    }

    private LookupAnswer lookUp(@Nullable Double lon, @Nullable Double lat) {
        LookupAnswer answer = controller
                .lookUp(new LookupRequest(lon, lat, null), request, response)
                .getBody();
        return Optional.ofNullable(answer).orElseThrow();
    }

    static PublishedPlan plan(int version) {
        return new PublishedPlan(
                new UUID(0, version), "Plan " + version, version, Instant.parse("2026-01-01T00:00:00Z"), 2, 1);
    }

    private static PublishedPlan coming(int version, String from) {
        return new PublishedPlan(new UUID(0, version), "Plan " + version, version, Instant.parse(from), 2, 1);
    }
}
