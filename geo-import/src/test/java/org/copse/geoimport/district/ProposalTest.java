package org.copse.geoimport.district;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.copse.geoimport.FieldRoles;
import org.copse.geoimport.LayerKind;
import org.copse.planning.Budget;
import org.copse.planning.CancelSignal;
import org.copse.planning.PlanningListener;
import org.copse.planning.problem.Favour;
import org.copse.planning.problem.Staffing;
import org.copse.planning.problem.Tolerance;
import org.copse.planning.workload.WorkloadWeights;
import org.junit.jupiter.api.Test;

class ProposalTest {

    @Test
    void criteriaWhoseQuestionsWereCutShortAreLeftOut() {
        CancelSignal cancel = new CancelSignal();
        Proposal proposal = propose(
                progress -> {
                    if (progress.phase().equals("what each criterion does")) {
                        cancel.cancel();
                    }
                },
                cancel);
        assertThat(cancel.isCancelled()).isTrue();
        assertThat(proposal.criteria()).isEmpty();
        assertThat(propose(PlanningListener.SILENT, new CancelSignal()).criteria())
                .containsOnlyKeys(Favour.BALANCED);
    }

    /** The clock goes on by a twentieth of a second at each look, as on a machine where that passes between two looks. */
    @Test
    void theQuestionsTakeHalfOfABudgetInTimeAtMost() {
        AtomicLong nanos = new AtomicLong();
        Proposal proposal = Proposal.of(
                district(),
                request(Budget.time(Duration.ofSeconds(3), 1)),
                PlanningListener.SILENT,
                CancelSignal.never(),
                () -> nanos.addAndGet(Duration.ofMillis(50).toNanos()));

        assertThat(Duration.ofNanos(nanos.get())).isLessThan(Duration.ofMillis(5500));
        assertThat(proposal.criteria()).as("no figures of less than all seeds").isEmpty();
        assertThat(proposal.result().notes()).anyMatch(note -> note.words().contains("what each criterion does"));
    }

    private static Proposal propose(PlanningListener listener, CancelSignal cancel) {
        return Proposal.of(district(), request(Budget.iterations(2_000, 1)), listener, cancel);
    }

    private static District district() {
        Town town = Town.of("ABCD", "EFGH");
        "ABCDEFGH".chars().forEach(c -> town.residents(String.valueOf((char) c), 1000));
        DistrictLayer worship = town.points(LayerKind.WORSHIP, FieldRoles.none(), List.of(), 0.5, 0.5, 0.5, 1.5);
        return District.assemble(town.map(), DistrictInputs.none().with(worship));
    }

    private static ProposalRequest request(Budget budget) {
        return new ProposalRequest(
                WorkloadWeights.defaults(),
                Staffing.sectors(2, 1),
                Tolerance.ofBeats(0.15),
                Set.of(Favour.BALANCED),
                Map.of(),
                budget);
    }
}
