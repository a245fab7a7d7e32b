package org.copse.planning.search;

/**
 * A plan found by a run, with its scores under the favour that the run was for.
 *
 * @param labels beats and sectors
 * @param soft weighted sum of soft terms
 * @param hard by how much hard constraints are missed; 0 when all are kept
 * @param price what a hard constraint missed by 1 counts
 */
record Candidate(Labels labels, double soft, double hard, double price) {

    boolean feasible() {
        return hard <= BestPlan.KEPT;
    }

    double score() {
        return feasible() ? soft : soft + price * hard;
    }

    /** Feasible before infeasible, then the lower score. */
    boolean betterThan(Candidate other) {
        if (feasible() != other.feasible()) {
            return feasible();
        }
        return score() < other.score() - 1e-12 * Math.max(1, Math.abs(other.score()));
    }
}
