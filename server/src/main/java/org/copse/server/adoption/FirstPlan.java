package org.copse.server.adoption;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.copse.server.proposal.ProposedPlan;
import org.copse.server.publication.AreasInForce;
import org.copse.server.publication.NewPlan;
import org.copse.server.publication.PlanOrigin;
import org.copse.server.publication.PublishedPlan;
import org.springframework.stereotype.Service;

/** Publishes the beats that were in force before Copse, so that residents find their officer from the first day. */
@Service
public class FirstPlan {
    private final AreasInForce areasInForce;
    private final Adoptions adoptions;

    FirstPlan(AreasInForce areasInForce, Adoptions adoptions) {
        this.areasInForce = areasInForce;
        this.adoptions = adoptions;
    }

    /** What the plan is called, and why it is published, for the record. */
    public record Named(String name, String reason) {}

    /**
     * Makes the areas of a layer the plan in force.
     *
     * @param unitsLayer the units that the areas consist of
     * @param areasLayer the areas in force
     * @param why the plan came into force without consultation and assessments; published with it
     * @param by the account that publishes
     * @throws org.copse.geoimport.ImportRefused when a unit lies in no area
     */
    public PublishedPlan publish(UUID unitsLayer, UUID areasLayer, Named named, String why, String by) {
        AreasInForce.Areas areas = areasInForce.read(unitsLayer, areasLayer);
        List<NewPlan.Unit> units = new ArrayList<>();
        for (ProposedPlan.Unit unit : areas.units()) {
            units.add(new NewPlan.Unit(
                    unit.id(),
                    areas.beatOfUnit().get(units.size()),
                    unit.residents(),
                    new NewPlan.Position(unit.lon(), unit.lat())));
        }
        return adoptions.takeOver(
                new NewPlan(
                        named.name(),
                        named.reason(),
                        PlanOrigin.AREAS_IN_FORCE,
                        null,
                        null,
                        unitsLayer,
                        areas.sectors().stream()
                                .map(s -> new NewPlan.Sector(s.id(), s.id(), s.officers(), null, s.lonLat()))
                                .toList(),
                        areas.beats().stream()
                                .map(b -> new NewPlan.Beat(
                                        b.id(), b.sectorId(), b.name(), b.colour(), b.residents(), b.lonLat()))
                                .toList(),
                        units),
                why,
                by);
    }
}
