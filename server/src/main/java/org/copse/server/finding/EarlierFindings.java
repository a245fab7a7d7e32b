package org.copse.server.finding;

import java.util.List;
import java.util.UUID;
import org.copse.server.walk.PlannedWalk;
import org.copse.server.walk.PlannedWalks;
import org.springframework.stereotype.Service;

/** What earlier walks found where another one is to go, and is not settled: to be looked at again on it. */
@Service
class EarlierFindings {
    /** How far from its way officers look: to both sides of a wide street, and into those that cross it. */
    private static final double NEAR_METRES = 150;

    private static final int MOST = 200;

    private final Findings findings;
    private final PlannedWalks plans;

    EarlierFindings(Findings findings, PlannedWalks plans) {
        this.findings = findings;
        this.plans = plans;
    }

    /** Returns the unsettled problems beside a planned walk's route, or in the beat that it is for where it has none, the worst first; at most 200. */
    List<FollowedFinding> list(UUID plannedWalk) {
        PlannedWalk walk = plans.get(plannedWalk);
        return findings.list(FindingFilter.ALL).stream()
                .filter(one -> one.standing().state().isUnsettled() && isOnTheWay(walk, one))
                .sorted((one, other) -> Integer.compare(severity(other), severity(one)))
                .limit(MOST)
                .toList();
    }

    private static boolean isOnTheWay(PlannedWalk walk, FollowedFinding one) {
        Finding.Place place = one.finding().place();
        if (place == null || place.lon() == null || place.lat() == null) {
            return false;
        }
        FollowedFinding.Beat in = one.beat();
        return walk.metresTo(place.lon(), place.lat()) <= NEAR_METRES
                || (walk.route() == null && in != null && in.id().equals(walk.beat()));
    }

    private static int severity(FollowedFinding one) {
        Integer severity = one.finding().severity();
        return severity == null ? 0 : severity;
    }
}
