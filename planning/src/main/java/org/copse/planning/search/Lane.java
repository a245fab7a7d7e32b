package org.copse.planning.search;

import java.util.Optional;

/**
 * One of the lines of plans that a search follows side by side: a fresh start is cooled down, then heated and cooled again and again. When that
 * has been in vain for a while the line is at an end, and the next one begins afresh.
 */
final class Lane {

    private Optional<Candidate> best = Optional.empty();
    private int inVain;

    /** Returns the best of the line, from which it goes on; empty when a fresh one is to begin after so many cycles in vain. */
    Optional<Candidate> goesOn(int patience) {
        return inVain > patience ? Optional.empty() : best;
    }

    /** Takes up what a cycle found that went on from the line. */
    void goOn(Candidate found) {
        boolean better = best.isEmpty() || found.betterThan(best.get());
        inVain = better ? 0 : inVain + 1;
        best = better ? Optional.of(found) : best;
    }

    /** Begins anew with what a cycle made of a fresh start. */
    void begin(Candidate found) {
        best = Optional.of(found);
        inVain = 0;
    }
}
