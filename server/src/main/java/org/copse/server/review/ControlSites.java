package org.copse.server.review;

import java.util.List;
import org.springframework.stereotype.Component;

/** Beats that are like a beat, and do not border it: what changed there too was not done in the beat. */
@Component
public class ControlSites {
    private static final int EACH = 2;

    private final PilotReports reports;

    ControlSites(PilotReports reports) {
        this.reports = reports;
    }

    /**
     * Returns the ids of the beats of the plan in force that are most like one of them, by the evidence of the plan's scenario; none where all others border it.
     *
     * @throws org.copse.server.system.ProblemException when the plan has no such beat, or its scenario is no longer there
     */
    public List<String> list(String beat) {
        PilotReport report =
                reports.report("current", new PilotQuestion(null, "beats", List.of(beat), null, EACH, false));
        return report.pairs().stream().map(PilotReport.Pair::control).toList();
    }
}
