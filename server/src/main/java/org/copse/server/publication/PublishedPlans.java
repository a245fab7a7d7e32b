package org.copse.server.publication;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.copse.server.redraw.PublishedAssignments;
import org.springframework.stereotype.Component;

/** Published plans as a working plan can begin from them. */
@Component
class PublishedPlans implements PublishedAssignments {
    private final PlanRepository plans;

    PublishedPlans(PlanRepository plans) {
        this.plans = plans;
    }

    @Override
    public Optional<Assigned> findAssigned(UUID plan) {
        return plans.find(plan).map(published -> assigned(published.id()));
    }

    private Assigned assigned(UUID plan) {
        Map<String, String> sectors = new LinkedHashMap<>();
        plans.listSectors(plan).forEach(sector -> sectors.put(sector.id(), sector.name()));
        Map<String, String> beatOfUnit = new LinkedHashMap<>();
        plans.listUnits(plan).forEach(unit -> beatOfUnit.put(unit.id(), unit.beatId()));
        return new Assigned(
                sectors,
                plans.listBeats(plan).stream()
                        .map(beat -> new Beat(beat.id(), beat.sectorId(), beat.name(), beat.colour()))
                        .toList(),
                beatOfUnit);
    }
}
