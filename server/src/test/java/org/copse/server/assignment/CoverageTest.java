package org.copse.server.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.copse.server.officer.Officer;
import org.copse.server.officer.StoredOfficer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One beat, ten days; a letter a day says who answers: the officer's, lower case for a stand-in, a dot for the team alone. */
class CoverageTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 5, 1);
    private static final UUID PLAN = new UUID(1, 1);

    private final Map<UUID, StoredOfficer> roster = new HashMap<>();
    private final List<BeatAssignment> assignments = new ArrayList<>();
    private final List<Leave> leaves = new ArrayList<>();

    @Test
    void theResidentOfficerAnswersFromTheFirstDayToTheLast() {
        assigned('A', Rank.MAIN, 2, 6);

        assertThat(days()).isEqualTo("..AAAA....");
    }

    @Test
    void theSubstituteAnswersDuringLeave() {
        assigned('A', Rank.MAIN, 0, 10);
        away('A', 3, 5, 'B');

        assertThat(days()).isEqualTo("AAAbbAAAAA");
        assertThat(coverage().on("beat", day(3)).until()).isEqualTo(day(5));
    }

    @Test
    void nobodyStandsInForWhoStandsIn() {
        assigned('A', Rank.MAIN, 0, 10);
        away('A', 2, 8, 'B');
        away('B', 4, 6, 'C');

        assertThat(days()).isEqualTo("AAbb..bbAA");
    }

    @Test
    void whoSharesTheBeatAnswersWhereThereIsNoSubstitute() {
        assigned('A', Rank.MAIN, 0, 8);
        assigned('S', Rank.SECOND, 4, 10);
        away('A', 3, 6, null);

        assertThat(days()).isEqualTo("AAA.ssAAss");
    }

    @Test
    void whoHasLeftTheServiceAnswersNoMore() {
        assigned('A', Rank.MAIN, 0, 10);
        officer('A', day(4));

        assertThat(days()).isEqualTo("AAAA......");
    }

    @Test
    void anOpenDayIsEveryDayWithoutAnOfficerOfTheBeatsOwnOrAStandIn() {
        assigned('A', Rank.MAIN, 1, 8);
        away('A', 3, 5, 'B');
        away('A', 6, 7, null);

        assertThat(coverage().openDays("beat", new Days(day(0), day(10))).stream()
                        .map(open -> open.days().from().getDayOfMonth() + "-"
                                + open.days().to().getDayOfMonth()))
                .containsExactly("1-2", "7-8", "9-11");
    }

    @Test
    void aBeatWithoutAssignmentIsOpenThroughout() {
        assertThat(coverage().openDays("beat", new Days(day(0), day(10)))).hasSize(1);
    }

    private String days() {
        StringBuilder days = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            Cover cover = coverage().on("beat", day(i));
            StoredOfficer present = cover.present();
            String letter = present == null ? "." : present.particulars().number();
            days.append(cover.how() == Cover.How.OFFICER ? letter : letter.toLowerCase(java.util.Locale.ROOT));
        }
        return days.toString();
    }

    private Coverage coverage() {
        return new Coverage(roster, assignments, leaves);
    }

    private static LocalDate day(int number) {
        return FIRST.plusDays(number);
    }

    private UUID officer(char letter, @Nullable LocalDate leftOn) {
        UUID id = new UUID(0, letter);
        Officer particulars = new Officer(String.valueOf(letter), "", List.of(), null, null, null);
        roster.put(id, new StoredOfficer(id, particulars, leftOn, null, false, null, null));
        return id;
    }

    private void assigned(char letter, Rank rank, int from, int to) {
        assignments.add(new BeatAssignment(
                UUID.randomUUID(), PLAN, "beat", officer(letter, null), rank, new Days(day(from), day(to)), day(from)));
    }

    private void away(char letter, int from, int to, @Nullable Character substitute) {
        UUID id = officer(letter, null);
        UUID standIn = substitute == null ? null : officer(substitute, null);
        leaves.add(new Leave(UUID.randomUUID(), id, new Days(day(from), day(to)), standIn));
    }
}
