package org.copse.server.adoption;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.copse.server.publication.PlanTerm;
import org.jspecify.annotations.Nullable;

/**
 * A plan on its way, as staff see it.
 *
 * @param id of the plan
 * @param reason why it was drafted
 * @param mayComeIntoForce whether nothing is missing, or somebody authorised answers for what is
 */
record CourseView(
        UUID id,
        String name,
        int version,
        String state,
        String reason,
        @Nullable UUID scenario,
        @Nullable String favour,
        int beats,
        int sectors,
        List<StepView> steps,
        List<AssessmentView> assessments,
        @Nullable OverrideView override,
        List<String> missing,
        boolean mayComeIntoForce,
        List<TermView> terms) {

    /** Into which state the plan went, when and why. */
    record StepView(String state, String reason, String by, Instant at) {}

    /** An impact assessment. */
    record AssessmentView(
            String kind,
            String owner,
            LocalDate on,
            String outcome,
            String summary,
            String changedBy,
            Instant changedAt) {}

    /** Why the plan may come into force although something is missing. */
    record OverrideView(String reason, String by, Instant at) {}

    /**
     * A time in which the plan is in force.
     *
     * @param to the first instant after; null where no end is known
     * @param kind "entry", or "take-back" where the plan after it was taken back
     * @param calledOff whether it never began
     */
    record TermView(Instant from, @Nullable Instant to, String kind, String reason, boolean calledOff) {
        static TermView of(PlanTerm term) {
            return new TermView(term.validFrom(), term.validTo(), term.kind().key(), term.reason(), term.isCalledOff());
        }
    }

    static CourseView of(Course course) {
        return new CourseView(
                course.plan().id(),
                course.plan().name(),
                course.plan().version(),
                course.state().key(),
                course.plan().reason(),
                course.plan().scenario(),
                course.plan().favour(),
                course.plan().beats(),
                course.plan().sectors(),
                course.steps().stream()
                        .map(step -> new StepView(step.state().key(), step.reason(), step.by(), step.at()))
                        .toList(),
                course.assessments().stream()
                        .map(one -> new AssessmentView(
                                one.kind().key(),
                                one.owner(),
                                one.on(),
                                one.outcome().key(),
                                one.summary(),
                                one.changedBy(),
                                one.changedAt()))
                        .toList(),
                course.override()
                        .map(override -> new OverrideView(override.reason(), override.by(), override.at()))
                        .orElse(null),
                course.missing().stream().map(Missing::key).toList(),
                course.mayComeIntoForce(),
                course.terms().stream().map(TermView::of).toList());
    }
}
