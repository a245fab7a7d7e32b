package org.copse.server.finding;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.copse.server.assignment.Assignments;
import org.copse.server.permission.Permission;
import org.copse.server.problemcase.SourceFinder;
import org.copse.server.problemcase.SourceKind;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Puts findings into problem cases: what one is about and when it was seen. Findings of one walk come from one walk. */
@Component
class FindingSource implements SourceFinder {
    private final StepRepository steps;
    private final Assignments days;

    FindingSource(StepRepository steps, Assignments days) {
        this.steps = steps;
        this.days = days;
    }

    @Override
    public SourceKind kind() {
        return SourceKind.FINDING;
    }

    @Override
    public Optional<Found> find(UUID id, Authentication account) {
        if (!Permission.WALK_READ.isHeldBy(account)) {
            return Optional.empty();
        }
        return steps.find(id)
                .map(one -> new Found(
                        Objects.requireNonNullElse(one.finding().category(), "other"),
                        Optional.ofNullable(one.finding().at()).map(days::dayOf).orElseGet(days::today),
                        one.walk().id(),
                        null));
    }
}
