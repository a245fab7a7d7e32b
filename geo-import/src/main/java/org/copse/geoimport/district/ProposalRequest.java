package org.copse.geoimport.district;

import java.util.Map;
import java.util.Set;
import org.copse.planning.Budget;
import org.copse.planning.problem.Favour;
import org.copse.planning.problem.Staffing;
import org.copse.planning.problem.Tolerance;
import org.copse.planning.workload.WorkloadWeights;

/**
 * What a planner asks of a district.
 *
 * @param weights minutes; those of the mix count only for columns that the district was assembled with
 * @param staffing officers and sectors
 * @param tolerance how far hours may be from their target
 * @param favours what the alternatives put first, at least one
 * @param locks unit to the beat that it must be in, both from 0
 * @param budget for the search of all alternatives; the twin and the questions about criteria come on top ({@link Proposal#of})
 */
public record ProposalRequest(
        WorkloadWeights weights,
        Staffing staffing,
        Tolerance tolerance,
        Set<Favour> favours,
        Map<Integer, Integer> locks,
        Budget budget) {

    /** Copies the collections. */
    public ProposalRequest {
        favours = Set.copyOf(favours);
        locks = Map.copyOf(locks);
    }
}
