package org.copse.server.concern;

import java.util.Optional;
import java.util.UUID;
import org.copse.server.assignment.Assignments;
import org.copse.server.inforce.PlanIndex;
import org.copse.server.permission.Permission;
import org.copse.server.problemcase.SourceFinder;
import org.copse.server.problemcase.SourceKind;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Puts concerns into problem cases: what one is about and the month in which it came. Its words, its place and its contact stay here, and go in their time. */
@Component
class ConcernSource implements SourceFinder {
    private final ConcernRepository rows;
    private final Desk desk;
    private final PlanIndex plans;
    private final Assignments days;

    ConcernSource(ConcernRepository rows, Desk desk, PlanIndex plans, Assignments days) {
        this.rows = rows;
        this.desk = desk;
        this.plans = plans;
        this.days = days;
    }

    @Override
    public SourceKind kind() {
        return SourceKind.CONCERN;
    }

    @Override
    public Optional<Found> find(UUID id, Authentication account) {
        if (!Permission.CONCERN_ANSWER.isHeldBy(account)) {
            return Optional.empty();
        }
        return rows.find(id)
                .filter(desk.viewer(account, plans.find())::sees)
                .map(one -> new Found(
                        one.category().key(), days.dayOf(one.receivedAt()).withDayOfMonth(1), null, null));
    }
}
