package org.copse.server.redraw;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import org.copse.geoimport.district.District;
import org.copse.planning.problem.Staffing;
import org.copse.planning.workload.UnitEvidence;
import org.copse.server.proposal.Proposals;
import org.copse.server.proposal.ProposedPlan;
import org.copse.server.system.FieldErrors;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where a working plan can begin, and what can be taken into a draft. */
@Component
class PlanSources {
    private static final List<String> KNOWN =
            List.of("alternative", "in-force", "published", "scenario", "task", "revision", "empty");

    private final Proposals proposals;
    private final PublishedAssignments published;
    private final RevisionRepository revisions;
    private final TaskRepository tasks;
    private final Grounds grounds;

    PlanSources(
            Proposals proposals,
            PublishedAssignments published,
            RevisionRepository revisions,
            TaskRepository tasks,
            Grounds grounds) {
        this.proposals = proposals;
        this.published = published;
        this.revisions = revisions;
        this.tasks = tasks;
        this.grounds = grounds;
    }

    /**
     * Returns a plan of the ground's units; units that the source does not know have no beat.
     *
     * @throws ProblemException when there is no such source
     */
    WorkingPlan get(Ground ground, PlanSource source) {
        String from = source.from() == null ? "" : source.from();
        return switch (from) {
            case "alternative" -> alternative(ground, source.favour());
            case "in-force" -> inForce(ground);
            case "published" -> published(ground, needed("plan", source.plan()));
            case "scenario" -> scenario(ground, needed("scenario", source.scenario()));
            case "revision" -> revision(ground.scenarioId(), needed("revision", source.revision()));
            case "task" -> task(ground, needed("task", source.task()), needed("alternative", source.alternative()));
            case "empty" -> empty(ground);
            default -> throw FieldErrors.of("from", "must be one of " + KNOWN + ", not " + source.from());
        };
    }

    private static <T> T needed(String field, @Nullable T value) {
        if (value == null) {
            throw FieldErrors.of(field, "is missing");
        }
        return value;
    }

    private WorkingPlan alternative(Ground ground, @Nullable String favour) {
        Proposals.Publishable proposed = proposals.getPlan(ground.scenarioId(), favour);
        PlanOutline outline = new PlanOutline(ground);
        proposed.plan().sectors().forEach(sector -> outline.sector(sector.id(), sector.name()));
        proposed.plan()
                .beats()
                .forEach(beat -> outline.beat(beat.id(), beat.sectorId(), beat.name(), OptionalInt.of(beat.colour())));
        List<ProposedPlan.Unit> units = proposed.units();
        for (int unit = 0; unit < units.size(); unit++) {
            outline.assign(units.get(unit).id(), proposed.plan().beatOfUnit().get(unit));
        }
        return outline.done();
    }

    private static WorkingPlan inForce(Ground ground) {
        District district = ground.district();
        if (!district.hasInForce()) {
            throw Refusal.of("no-areas-in-force", Map.of(), "The scenario has no layer of areas in force.");
        }
        PlanOutline outline = new PlanOutline(ground).sector("1", "1");
        int[] area = district.inForce();
        List<String> names = district.inForceLabels();
        for (int number = 0; number < names.size(); number++) {
            outline.beat("area" + number, "1", names.get(number), OptionalInt.empty());
        }
        for (int unit = 0; unit < area.length; unit++) {
            if (area[unit] >= 0) {
                outline.assign(ground.unitId(unit), "area" + area[unit]);
            }
        }
        return outline.done();
    }

    private WorkingPlan published(Ground ground, UUID plan) {
        PublishedAssignments.Assigned assigned = published
                .findAssigned(plan)
                .orElseThrow(
                        () -> new ProblemException(ProblemType.NOT_FOUND, "There is no published plan " + plan + "."));
        PlanOutline outline = new PlanOutline(ground);
        assigned.sectorNames().forEach(outline::sector);
        assigned.beats()
                .forEach(beat -> outline.beat(beat.id(), beat.sectorId(), beat.name(), OptionalInt.of(beat.colour())));
        assigned.beatOfUnit().forEach(outline::assign);
        return outline.done();
    }

    private WorkingPlan scenario(Ground ground, UUID other) {
        Revision latest = revisions
                .findLatest(other)
                .orElseThrow(() ->
                        new ProblemException(ProblemType.NOT_FOUND, "Scenario " + other + " has no working plan."));
        WorkingPlan plan = revisions.findPlan(other, latest.revision()).orElseThrow();
        Ground there = grounds.get(other);
        PlanOutline outline = new PlanOutline(ground);
        plan.sectorsByNumber().forEach(sector -> outline.sector(Integer.toString(sector.number()), sector.name()));
        plan.beatsByNumber().forEach(beat -> {
            DrawnSector sector = plan.sectors().get(beat.sector());
            if (sector != null) {
                outline.beat(
                        Integer.toString(beat.number()),
                        Integer.toString(sector.number()),
                        beat.name(),
                        OptionalInt.of(beat.colour()));
            }
        });
        for (int unit = 0; unit < plan.unitCount(); unit++) {
            DrawnBeat beat = plan.beats().get(plan.beatOf(unit));
            if (beat != null) {
                outline.assign(there.unitId(unit), Integer.toString(beat.number()));
            }
        }
        return outline.done();
    }

    private WorkingPlan revision(UUID scenario, int revision) {
        return revisions
                .findPlan(scenario, revision)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND, "The working plan has no revision " + revision + "."));
    }

    private WorkingPlan task(Ground ground, UUID id, int alternative) {
        TaskRepository.Answer answer = tasks.find(id)
                .filter(task -> task.scenario().equals(ground.scenarioId()))
                .map(TaskRepository.Task::answer)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND, "The engine has no answer to a task " + id + " of this scenario."));
        int last = answer.alternatives().size() - 1;
        int number = Drawing.within("alternative", alternative, 0, last);
        return WorkingPlan.ofJson(answer.alternatives().get(number).plan());
    }

    private static WorkingPlan empty(Ground ground) {
        double residents = ground.district().evidence().stream()
                .mapToDouble(UnitEvidence::residents)
                .sum();
        Staffing staffing = staffing(ground, residents);
        PlanOutline outline = new PlanOutline(ground);
        int beat = 0;
        for (int sector = 1; sector <= staffing.teams().size(); sector++) {
            String id = Integer.toString(sector);
            outline.sector(id, id);
            for (int officer = 0; officer < staffing.teams().get(sector - 1); officer++) {
                String number = Integer.toString(++beat);
                outline.beat(number, id, number, OptionalInt.of(beat % 6));
            }
        }
        return outline.done();
    }

    private static Staffing staffing(Ground ground, double residents) {
        try {
            return ground.scenario().settings().staffing(residents, ground.size());
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    ProblemType.VALIDATION,
                    "The scenario's officers cannot be divided among its sectors. Plan with other officers, sectors or"
                            + " team sizes, or begin with another plan.");
        }
    }
}
