package org.copse.server.handover;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.copse.server.assignment.Assignments;
import org.copse.server.officer.Officers;
import org.copse.server.officer.Person;
import org.copse.server.officer.StoredOfficer;
import org.copse.server.publication.BeatTerritory;
import org.copse.server.publication.PlansInForce;
import org.springframework.stereotype.Component;

/** Handovers with the names that people read. */
@Component
class HandoverViews {
    private final Handovers handovers;
    private final Officers officers;
    private final PlansInForce plans;
    private final Assignments assignments;

    HandoverViews(Handovers handovers, Officers officers, PlansInForce plans, Assignments assignments) {
        this.handovers = handovers;
        this.officers = officers;
        this.plans = plans;
        this.assignments = assignments;
    }

    List<HandoverView.Heading> headings(List<Handover> some) {
        Map<UUID, StoredOfficer> roster = officers.mapById();
        Map<UUID, Integer> open = handovers.countOpenTasks();
        Map<UUID, Map<String, BeatTerritory>> beats = new HashMap<>();
        LocalDate today = assignments.today();
        return some.stream()
                .map(handover -> {
                    BeatTerritory beat = Objects.requireNonNull(
                            beats.computeIfAbsent(handover.plan(), plan -> plans.listBeats(plan).stream()
                                            .collect(Collectors.toMap(BeatTerritory::id, Function.identity())))
                                    .get(handover.beatId()));
                    UUID from = handover.from();
                    return new HandoverView.Heading(
                            handover.id(),
                            beat.id(),
                            beat.name(),
                            beat.sectorName(),
                            from == null ? null : Person.ofNullable(roster.get(from)),
                            Person.of(Objects.requireNonNull(roster.get(handover.to()))),
                            handover.dueOn(),
                            handover.isOpen() && handover.dueOn().isBefore(today),
                            open.getOrDefault(handover.id(), 0),
                            handover.isOpen() ? "open" : handover.isClosed() ? "closed" : "cancelled",
                            handover.given(),
                            handover.taken());
                })
                .toList();
    }

    HandoverView view(Handover handover, Handovers.Viewer viewer) {
        return new HandoverView(
                headings(List.of(handover)).get(0),
                viewer.side(handover),
                viewer.supervises(),
                handovers.listTasks(handover.id()),
                handovers.listEntries(handover.id()),
                new HandoverView.Notice(handover.noticeFrom(), handovers.mapNotice(handover.id())));
    }
}
