package org.copse.server.assignment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.copse.server.officer.StoredOfficer;
import org.jspecify.annotations.Nullable;

/** Who answers for which beat of a plan on which day, as it follows from assignments and leave. */
public final class Coverage {
    private final Map<UUID, StoredOfficer> officers;
    private final Map<String, List<BeatAssignment>> byBeat;
    private final Map<UUID, List<Leave>> leaveOf;

    /** @param assignments of one plan */
    public Coverage(
            Map<UUID, StoredOfficer> officers, Collection<BeatAssignment> assignments, Collection<Leave> leaves) {
        this.officers = Map.copyOf(officers);
        this.byBeat = assignments.stream().collect(Collectors.groupingBy(BeatAssignment::beatId));
        this.leaveOf = leaves.stream().collect(Collectors.groupingBy(Leave::officer));
    }

    /**
     * Days on which a beat has nobody by name, or nobody of its own.
     *
     * @param cover who answers meanwhile
     */
    public record OpenDays(String beatId, Days days, Cover cover) {}

    /** Returns who answers for a beat on a day. */
    public Cover on(String beat, LocalDate day) {
        Optional<StoredOfficer> main = serving(beat, Rank.MAIN, day);
        if (main.isEmpty()) {
            return present(beat, day)
                    .map(second -> new Cover(Cover.How.SECOND, null, second, null))
                    .orElse(Cover.NOBODY);
        }
        StoredOfficer resident = main.get();
        Leave leave = leave(resident.id(), day).orElse(null);
        if (leave == null) {
            return new Cover(Cover.How.OFFICER, resident, resident, null);
        }
        StoredOfficer substitute = substitute(leave, day);
        if (substitute != null) {
            return new Cover(
                    Cover.How.SUBSTITUTE, resident, substitute, leave.days().to());
        }
        return present(beat, day)
                .map(second -> new Cover(
                        Cover.How.SECOND, resident, second, leave.days().to()))
                .orElse(new Cover(Cover.How.TEAM, resident, null, leave.days().to()));
    }

    /** Returns who shares the beat and is there. */
    private Optional<StoredOfficer> present(String beat, LocalDate day) {
        return serving(beat, Rank.SECOND, day)
                .filter(second -> leave(second.id(), day).isEmpty());
    }

    private Optional<StoredOfficer> serving(String beat, Rank rank, LocalDate day) {
        return byBeat.getOrDefault(beat, List.of()).stream()
                .filter(assignment ->
                        assignment.rank() == rank && assignment.days().include(day))
                .map(assignment -> officers.get(assignment.officer()))
                .filter(officer -> officer != null && officer.servesOn(day))
                .findFirst();
    }

    private Optional<Leave> leave(UUID officer, LocalDate day) {
        return leaveOf.getOrDefault(officer, List.of()).stream()
                .filter(leave -> leave.days().include(day))
                .findFirst();
    }

    /** Returns who stands in, unless they are away or gone themselves: nobody stands in for who stands in. */
    private @Nullable StoredOfficer substitute(Leave leave, LocalDate day) {
        UUID id = leave.substitute();
        StoredOfficer officer = id == null ? null : officers.get(id);
        return officer != null
                        && officer.servesOn(day)
                        && leave(officer.id(), day).isEmpty()
                ? officer
                : null;
    }

    /** Returns which of some days are open at a beat; those that follow one another with the same cover stand together. */
    public List<OpenDays> openDays(String beat, Days asked) {
        List<OpenDays> open = new ArrayList<>();
        List<LocalDate> changes = new ArrayList<>(changes(beat, asked));
        for (int i = 0; i < changes.size(); i++) {
            LocalDate from = changes.get(i);
            LocalDate to = i + 1 < changes.size() ? changes.get(i + 1) : asked.to();
            Cover cover = on(beat, from);
            OpenDays last = open.isEmpty() ? null : open.get(open.size() - 1);
            if (cover.isOpen()
                    && last != null
                    && last.days().to().equals(from)
                    && last.cover().equals(cover)) {
                open.set(
                        open.size() - 1, new OpenDays(beat, new Days(last.days().from(), to), cover));
            } else if (cover.isOpen()) {
                open.add(new OpenDays(beat, new Days(from, to), cover));
            }
        }
        return open;
    }

    /** Returns the days on which the answer for a beat may change; the first asked for is one. */
    private SortedSet<LocalDate> changes(String beat, Days asked) {
        SortedSet<LocalDate> changes = new TreeSet<>();
        for (BeatAssignment assignment : byBeat.getOrDefault(beat, List.of())) {
            add(assignment.days(), changes);
            addOf(assignment.officer(), changes);
            for (Leave leave : leaveOf.getOrDefault(assignment.officer(), List.of())) {
                add(leave.days(), changes);
                UUID substitute = leave.substitute();
                if (substitute != null) {
                    addOf(substitute, changes);
                    leaveOf.getOrDefault(substitute, List.of()).forEach(own -> add(own.days(), changes));
                }
            }
        }
        changes.removeIf(day -> !asked.include(day));
        changes.add(asked.from());
        return changes;
    }

    private static void add(Days days, SortedSet<LocalDate> changes) {
        changes.add(days.from());
        changes.add(days.to());
    }

    private void addOf(UUID officer, SortedSet<LocalDate> changes) {
        StoredOfficer known = officers.get(officer);
        LocalDate left = known == null ? null : known.leftOn();
        if (left != null) {
            changes.add(left);
        }
    }
}
