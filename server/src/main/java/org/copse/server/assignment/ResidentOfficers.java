package org.copse.server.assignment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.copse.server.officer.Officers;
import org.copse.server.officer.StoredOfficer;
import org.springframework.stereotype.Service;

/** Whose beats are whose on either side of a change of plan, whether they are there or on leave. */
@Service
public class ResidentOfficers {
    private final AssignmentRepository assignments;
    private final Assignments days;
    private final Officers officers;

    ResidentOfficers(AssignmentRepository assignments, Assignments days, Officers officers) {
        this.assignments = assignments;
        this.days = days;
        this.officers = officers;
    }

    /** Returns the resident officers of a plan's beats on a day, by the beat's id. */
    public Map<String, StoredOfficer> mapOn(UUID plan, LocalDate day) {
        return map(assignments.listContinuing(plan, day), day);
    }

    /** Returns who had the beats of a plan when another plan's term ended its assignments, by the beat's id. */
    public Map<String, StoredOfficer> mapUntil(UUID plan, int term, Instant from) {
        List<BeatAssignment> ended = assignments.listEndedWith(term).stream()
                .filter(one -> one.plan().equals(plan))
                .toList();
        return map(ended, days.dayOf(from));
    }

    private Map<String, StoredOfficer> map(List<BeatAssignment> known, LocalDate day) {
        Map<UUID, StoredOfficer> roster = officers.mapById();
        Map<String, StoredOfficer> mains = new HashMap<>();
        for (BeatAssignment one : known) {
            StoredOfficer officer = roster.get(one.officer());
            if (one.rank() == Rank.MAIN && one.days().include(day) && officer != null) {
                mains.put(one.beatId(), officer);
            }
        }
        return mains;
    }
}
