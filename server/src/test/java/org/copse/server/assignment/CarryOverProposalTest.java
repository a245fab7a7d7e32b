package org.copse.server.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.copse.server.assignment.CarryOverProposal.Before;
import org.copse.server.assignment.CarryOverProposal.Item;
import org.copse.server.assignment.CarryOverProposal.NewBeat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CarryOverProposalTest {
    private static Item item(String dutyName, Rank rank, @Nullable String beat) {
        return new Item(
                UUID.randomUUID(),
                UUID.randomUUID(),
                dutyName,
                "4359",
                rank,
                LocalDate.of(2026, 1, 1),
                null,
                new Before("7", "Harbour", 100),
                beat,
                beat == null ? 0 : 50,
                List.of());
    }

    @Test
    void saysWhoIsLeftOverAndWhichBeatsStayVacant() {
        CarryOverProposal proposal = CarryOverProposal.of(
                "basis",
                List.of(
                        item("Sam", Rank.MAIN, "1"),
                        item("Robin", Rank.MAIN, null),
                        item("Kim", Rank.SECOND, null),
                        item("Noor", Rank.SECOND, "2")),
                List.of(new NewBeat("1", "Harbour", "1", 100), new NewBeat("2", "Mill", "1", 100)));

        assertThat(proposal.leftOver()).containsExactly("Robin");
        assertThat(proposal.vacant()).containsExactly("2");
    }
}
