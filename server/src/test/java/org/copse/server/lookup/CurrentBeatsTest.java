package org.copse.server.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.copse.server.assignment.Cover;
import org.copse.server.publication.Publication;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** When a server changes from one plan to the next, and what it answers while it cannot ask. */
class CurrentBeatsTest {
    private final AskedTown ask = new AskedTown();

    @Test
    void aPlanPublishedElsewhereAnswersOnceTheAgeHasPassed() {
        ask.lookUp(2.605, 51.405);
        ask.town.plan = Town.plan(2);

        assertThat(ask.lookUp(2.605, 51.405).plan().name()).isEqualTo("Plan 1");
        ask.nanos += Duration.ofSeconds(2).toNanos();
        assertThat(ask.lookUp(2.605, 51.405).plan().name()).isEqualTo("Plan 2");
    }

    @Test
    void aServerThatWasNotAskedForLongerThanTheLeadAsksBeforeItAnswers() {
        ask.lookUp(2.605, 51.405);
        ask.town.plan = Town.plan(2);
        ask.nanos += Publication.LEAD.toNanos();

        assertThat(ask.lookUp(2.605, 51.405).plan().name()).isEqualTo("Plan 2");
    }

    @Test
    void tellsOfAChangeAheadAndChangesOverAtItsInstantEvenWithoutTheDatabase() {
        ask.town.ahead = Town.coming(2, "2026-06-01T10:00:10Z");
        ask.town.coverOfTheNext = new Cover(Cover.How.OFFICER, Town.ROBIN, Town.ROBIN, null);
        LookupAnswer before = ask.lookUp(2.605, 51.405);
        assertThat(before.plan().name()).isEqualTo("Plan 1");
        assertThat(before.change()).isNotNull().satisfies(change -> {
            assertThat(change.from()).isEqualTo(Instant.parse("2026-06-01T10:00:10Z"));
            assertThat(change.beatName()).isEqualTo("Beat 1");
            assertThat(change.officer()).isNotNull().satisfies(officer -> assertThat(officer.dutyName())
                    .isEqualTo("Robin"));
            assertThat(change.sameOfficer()).isFalse();
        });
        ask.town.away = true;
        ask.clock.pass(Duration.ofMillis(9_999));
        ask.nanos += Duration.ofSeconds(60).toNanos();
        assertThat(ask.lookUp(2.605, 51.405).plan().name()).isEqualTo("Plan 1");

        ask.clock.pass(Duration.ofMillis(1));

        LookupAnswer after = ask.lookUp(2.605, 51.405);
        assertThat(after.plan().name()).isEqualTo("Plan 2");
        assertThat(after.beats().get(0).officer()).isNotNull().satisfies(officer -> assertThat(officer.dutyName())
                .isEqualTo("Robin"));
        assertThat(after.change()).isNull();
    }

    @Test
    void aChangeOfPlanWaitsForNoDatabase() {
        ask.town.ahead = Town.coming(2, "2026-06-01T10:00:10Z");
        ask.lookUp(2.605, 51.405);
        int tries = ask.town.tries;

        ask.clock.pass(Duration.ofSeconds(10));

        assertThat(ask.lookUp(2.605, 51.405).plan().name()).isEqualTo("Plan 2");
        assertThat(ask.town.tries).isEqualTo(tries);
    }

    @Test
    void aStreetThatLiesInOneBeatIsToldOfAChangeAhead() {
        ask.town.ahead = Town.coming(2, "2026-06-01T10:00:10Z");

        assertThat(ask.lookUp("lane").change()).isNotNull().satisfies(change -> assertThat(change.plan())
                .isEqualTo("Plan 2"));
        assertThat(ask.lookUp("street").change()).isNull();
    }

    @Test
    void twoServersChangeOverAtTheSameInstant() {
        CurrentBeats other = ask.anotherServer();
        ask.town.ahead = Town.coming(2, "2026-06-01T10:00:10Z");
        ask.current.get();
        other.get();
        ask.clock.pass(Duration.ofMillis(9_999));
        assertThat(List.of(
                        ask.current.get().plan().version(), other.get().plan().version()))
                .containsExactly(1, 1);

        ask.clock.pass(Duration.ofMillis(1));

        assertThat(List.of(
                        ask.current.get().plan().version(), other.get().plan().version()))
                .containsExactly(2, 2);
    }

    @Test
    void theIndexIsBuiltOncePerPlan() {
        ask.lookUp(2.605, 51.405);
        ask.nanos += Duration.ofSeconds(2).toNanos();
        ask.lookUp(2.605, 51.405);

        assertThat(ask.town.timesRead).isEqualTo(1);
    }

    @Test
    void answersFromMemoryWhileTheDatabaseIsAwayAndSaysHowOldItIs() {
        assertThat(ask.lookUp(2.605, 51.405).ageSeconds()).isZero();
        ask.town.away = true;
        ask.nanos += Duration.ofMinutes(20).toNanos();

        LookupAnswer answer = ask.lookUp(2.605, 51.405);
        assertThat(answer.beats().get(0).officer())
                .isNotNull()
                .extracting(LookupAnswer.Officer::dutyName)
                .isEqualTo("Sam");
        assertThat(answer.beats().get(0).contactPoints()).hasSize(2);
        assertThat(answer.ageSeconds()).isEqualTo(20 * 60);

        int tries = ask.town.tries;
        ask.lookUp(2.605, 51.405);
        assertThat(ask.town.tries).as("not every look-up tries the database").isEqualTo(tries);

        ask.town.away = false;
        ask.town.cover = new Cover(Cover.How.SUBSTITUTE, Town.SAM, Town.ROBIN, LocalDate.of(2026, 3, 1));
        ask.nanos += Duration.ofSeconds(2).toNanos();
        LookupAnswer back = ask.lookUp(2.605, 51.405);
        assertThat(back.beats().get(0).standsInFor()).isEqualTo("Sam");
        assertThat(back.ageSeconds()).isZero();
    }

    @Test
    void failsWhenTheDatabaseIsAwayBeforeAnythingIsKnown() {
        ask.town.away = true;

        assertThatThrownBy(() -> ask.lookUp(2.605, 51.405)).isInstanceOf(DataAccessException.class);
    }
}
