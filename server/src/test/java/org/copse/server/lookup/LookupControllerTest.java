package org.copse.server.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.copse.server.assignment.Cover;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.junit.jupiter.api.Test;

class LookupControllerTest {
    private final AskedTown ask = new AskedTown();

    @Test
    void namesTheBeatItsOfficerAndTheNearestContactPoints() {
        LookupAnswer answer = ask.lookUp(2.605, 51.405);

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
        LookupAnswer answer = ask.lookUp(2.61001, 51.405);

        assertThat(answer.match()).isEqualTo("border");
        assertThat(answer.beats()).extracting(LookupAnswer.Beat::id).containsExactly("2", "1");
        assertThat(answer.beats().get(0).officer()).isNull();
    }

    @Test
    void everyAnswerSaysHowToReachTheAuthority() {
        assertThat(ask.lookUp(2.605, 51.405).authority().phone()).isEqualTo("+32 009");
        assertThat(ask.lookUp(2.63, 51.405).authority().phone()).isEqualTo("+32 009");
    }

    @Test
    void namesTheNearestBeatOutsideTheDistrict() {
        LookupAnswer answer = ask.lookUp(2.63, 51.405);

        assertThat(answer.match()).isEqualTo("outside");
        assertThat(answer.beats()).isEmpty();
        LookupAnswer.NearestBeat nearest =
                Optional.ofNullable(answer.nearestBeat()).orElseThrow();
        assertThat(nearest.id()).isEqualTo("2");
        assertThat(nearest.metres()).isBetween(690L, 700L);
    }

    @Test
    void refusesWhatIsNoPositionWithoutRepeatingIt() {
        assertThatThrownBy(() -> ask.lookUp(null, 51.405))
                .hasMessageContaining("lon")
                .hasMessageContaining("missing");
        assertThatThrownBy(() -> ask.lookUp(2.6, 91.25))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("between -90 and 90")
                .hasMessageNotContaining("91.25");
        assertThat(new LookupRequest(2.605, 51.405, null).toString()).doesNotContain("51");
    }

    @Test
    void answersNoMoreThanTheLimitOfOneAddress() {
        for (int i = 0; i < 5; i++) {
            ask.lookUp(2.605, 51.405);
        }

        assertThatThrownBy(() -> ask.lookUp(2.605, 51.405))
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.type())
                        .isEqualTo(ProblemType.TOO_MANY_REQUESTS));
        assertThat(ask.response.getHeader("Retry-After")).isNotNull();
        ask.request.setRemoteAddr("192.0.2.7");
        assertThat(ask.lookUp(2.605, 51.405).match()).isEqualTo("beat");
    }

    @Test
    void saysThatNoPlanIsInForce() {
        ask.town.plan = null;

        assertThatThrownBy(() -> ask.lookUp(2.605, 51.405)).hasMessageContaining("no-plan-in-force");
    }

    @Test
    void namesWhoStandsInAndUntilWhen() {
        ask.town.cover = new Cover(Cover.How.SUBSTITUTE, Town.SAM, Town.ROBIN, LocalDate.of(2026, 3, 1));

        LookupAnswer.Beat beat = ask.lookUp(2.605, 51.405).beats().get(0);

        assertThat(beat.officer())
                .isNotNull()
                .extracting(LookupAnswer.Officer::dutyName)
                .isEqualTo("Robin");
        assertThat(beat.standsInFor()).isEqualTo("Sam");
        assertThat(beat.until()).isEqualTo(LocalDate.of(2026, 3, 1));
    }

    @Test
    void namesTheTeamWhereNobodyStandsIn() {
        ask.town.cover = new Cover(Cover.How.TEAM, Town.SAM, null, LocalDate.of(2026, 3, 1));

        LookupAnswer.Beat beat = ask.lookUp(2.605, 51.405).beats().get(0);

        assertThat(beat.officer()).isNull();
        assertThat(beat.standsInFor()).isEqualTo("Sam");
        assertThat(beat.team().phone()).isEqualTo("+32 001");
    }

    @Test
    void aContactPointThatIsOpenNowIsAmongThoseNamed() {
        ask.town.contactPlaces = List.of(
                new ContactPlace("Near", null, "Tue 9-12", 2.605, 51.405),
                new ContactPlace("Nearer", null, "by appointment", 2.6051, 51.405),
                new ContactPlace("Third", null, "Mon 14-16", 2.606, 51.405),
                new ContactPlace("Fourth", null, "Sun 9-12", 2.607, 51.405),
                new ContactPlace("Far but open", null, "Mon 9-12", 2.609, 51.405),
                new ContactPlace("Farther", null, "Mon 9-12", 2.61, 51.405));

        List<LookupAnswer.ContactPoint> named =
                ask.lookUp(2.605, 51.405).beats().get(0).contactPoints();
        assertThat(named).extracting(LookupAnswer.ContactPoint::name).containsExactly("Near", "Nearer", "Far but open");
        assertThat(named).extracting(LookupAnswer.ContactPoint::open).containsExactly(false, null, true);

        ask.town.now = LocalDateTime.of(2026, 1, 6, 10, 0);
        assertThat(ask.lookUp(2.605, 51.405).beats().get(0).contactPoints())
                .extracting(LookupAnswer.ContactPoint::name)
                .containsExactly("Near", "Nearer", "Third");
    }

    @Test
    void anAddressIsAnsweredAsItsPositionIs() {
        assertThat(ask.lookUp("house").match()).isEqualTo("beat");
        assertThat(ask.lookUp("house").beats())
                .extracting(LookupAnswer.Beat::id)
                .containsExactly("1");
        assertThat(ask.lookUp("border").match()).isEqualTo("border");
    }

    @Test
    void aStreetInOneBeatIsAnsweredByIt() {
        LookupAnswer answer = ask.lookUp("lane");

        assertThat(answer.match()).isEqualTo("beat");
        assertThat(answer.beats()).extracting(LookupAnswer.Beat::id).containsExactly("1");
    }

    @Test
    void aStreetInSeveralBeatsIsAnsweredByAllThatWithMostOfItFirst() {
        LookupAnswer answer = ask.lookUp("street");

        assertThat(answer.match()).isEqualTo("several");
        assertThat(answer.beats()).extracting(LookupAnswer.Beat::id).containsExactly("2", "1");
    }

    @Test
    void aStreetOutsideIsToldTheNearestBeat() {
        assertThat(ask.lookUp("away").match()).isEqualTo("outside");
        assertThat(ask.lookUp("away").nearestBeat()).isNotNull();
    }

    @Test
    void refusesAnAddressThatIsNotKnownOrStandsBesideAPosition() {
        assertThatThrownBy(() -> ask.lookUp("gone")).hasMessageContaining("search again");
        assertThatThrownBy(() -> ask.lookUp("x".repeat(41))).hasMessageContaining("address");
        assertThatThrownBy(
                        () -> ask.controller.lookUp(new LookupRequest(2.6, null, "house"), ask.request, ask.response))
                .hasMessageContaining("give one of them");
    }
}
