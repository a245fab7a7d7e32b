package org.copse.server.redraw;

import java.util.List;
import org.copse.server.redraw.DraftSession.State;
import org.jspecify.annotations.Nullable;

/**
 * A draft on the wire.
 *
 * @param base the saved plan that it counts against
 * @param latest the saved plan that there is by now
 * @param saved what {@code base} is worth
 * @param edits how many are made
 * @param contested units that both had moved, after a draft was laid over what somebody else saved; else empty
 */
record DraftView(
        long version,
        Revision base,
        Revision latest,
        PlanDocument plan,
        PlanFigures figures,
        PlanFigures saved,
        EditAnswer.Pending pending,
        @Nullable EditName undo,
        @Nullable EditName redo,
        int edits,
        List<String> contested) {

    static DraftView of(State at, Revision base, Revision latest, List<String> contested) {
        return new DraftView(
                at.row().version(),
                base,
                latest,
                PlanDocument.of(at.plan(), at.ground()),
                at.figures(),
                at.saved(),
                EditAnswer.Pending.of(at),
                at.undo().orElse(null),
                at.redo().orElse(null),
                at.row().edits(),
                contested);
    }
}
