package org.copse.server.adoption;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.copse.server.publication.PlanTerm;
import org.copse.server.publication.StoredPlan;

/**
 * A plan on its way, as it stands.
 *
 * @param missing what keeps it from coming into force
 * @param terms when it was, is and will be in force, the latest first
 */
record Course(
        StoredPlan plan,
        State state,
        List<AdoptionRepository.Step> steps,
        List<Assessment> assessments,
        Optional<AdoptionRepository.PlanOverride> override,
        List<Missing> missing,
        List<PlanTerm> terms) {

    /** Returns whether nothing is missing, or somebody authorised answers for what is. */
    boolean mayComeIntoForce() {
        return missing.isEmpty() || override.isPresent();
    }

    /** Returns whether the plan was, is or is to be in force. */
    boolean isDecided() {
        return !terms.stream().allMatch(PlanTerm::isCalledOff);
    }

    /** Returns whether it is in force, or is to come into force. */
    boolean isCurrent(Instant now) {
        return terms.stream().anyMatch(term -> term.includes(now) || term.isAheadAt(now));
    }
}
