package org.copse.geoimport.district;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
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

    private static Proposal propose(PlanningListener listener, CancelSignal cancel) {
        Town town = Town.of("ABCD", "EFGH");
        "ABCDEFGH".chars().forEach(c -> town.residents(String.valueOf((char) c), 1000));
        return Proposal.of(
                District.assemble(town.map(), DistrictInputs.none()),
                new ProposalRequest(
                        WorkloadWeights.defaults(),
                        Staffing.sectors(2, 1),
                        Tolerance.ofBeats(0.15),
                        Set.of(Favour.BALANCED),
                        Map.of(),
                        Budget.iterations(2_000, 1)),
                listener,
                cancel);
    }
}
