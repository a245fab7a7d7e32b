package org.copse.geoimport.adjacency;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.copse.geoimport.adjacency.AdjacencyResult.ToleranceStep;

/**
 * The smallest tolerance that leaves no more parts than the largest allowed one does: whatever a wider gap would still join is joined, and no street
 * is bridged for nothing.
 */
final class ToleranceChoice {

    private static final int[] REPORTED = {5, 10, 15, 20, 25, 30, 40, 60};

    private final int units;
    private final List<PairTally> byThreshold;

    ToleranceChoice(int units, List<PairTally> tallies) {
        this.units = units;
        this.byThreshold = tallies.stream()
                .filter(tally -> !FacingRule.isCut(tally) && FacingRule.threshold(tally) < Double.POSITIVE_INFINITY)
                .sorted(Comparator.comparingDouble(FacingRule::threshold))
                .toList();
    }

    /** Returns the tolerance in whole metres, at most {@code maxTolerance}. */
    double smallest(double maxTolerance) {
        Parts parts = new Parts(units);
        double last = 0;
        for (PairTally tally : byThreshold) {
            double threshold = FacingRule.threshold(tally);
            if (threshold <= maxTolerance && parts.join(tally.a, tally.b)) {
                last = threshold;
            }
        }
        return last;
    }

    /** Returns how many parts the usual candidates up to a tolerance, and that tolerance, leave. */
    List<ToleranceStep> steps(double upTo) {
        List<ToleranceStep> steps = new ArrayList<>();
        Parts parts = new Parts(units);
        int next = 0;
        for (double candidate : candidates(upTo)) {
            while (next < byThreshold.size() && FacingRule.threshold(byThreshold.get(next)) <= candidate) {
                parts.join(byThreshold.get(next).a, byThreshold.get(next).b);
                next++;
            }
            steps.add(new ToleranceStep(candidate, parts.count()));
        }
        return steps;
    }

    private static List<Double> candidates(double upTo) {
        List<Double> candidates = new ArrayList<>();
        candidates.add(0.0);
        for (int metres : REPORTED) {
            if (metres < upTo) {
                candidates.add((double) metres);
            }
        }
        if (upTo > 0) {
            candidates.add(upTo);
        }
        return candidates;
    }
}
