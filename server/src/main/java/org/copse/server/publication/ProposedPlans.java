package org.copse.server.publication;

import java.util.ArrayList;
import java.util.List;
import org.copse.server.proposal.Proposals;
import org.copse.server.proposal.ProposedPlan;

/** Turns a proposal into a plan to be published. */
public final class ProposedPlans {
    private ProposedPlans() {}

    /** Returns an alternative as a plan of that name, with the reason for it. */
    public static NewPlan toPublish(Proposals.Publishable proposed, String name, String reason) {
        ProposedPlan plan = proposed.plan();
        List<NewPlan.Unit> units = new ArrayList<>();
        for (ProposedPlan.Unit unit : proposed.units()) {
            units.add(new NewPlan.Unit(
                    unit.id(),
                    plan.beatOfUnit().get(units.size()),
                    unit.residents(),
                    new NewPlan.Position(unit.lon(), unit.lat())));
        }
        return new NewPlan(
                name,
                reason,
                PlanOrigin.PROPOSAL,
                proposed.scenario(),
                plan.favour(),
                proposed.unitsLayer(),
                plan.sectors().stream()
                        .map(s -> new NewPlan.Sector(s.id(), s.name(), s.officers(), null, s.lonLat()))
                        .toList(),
                plan.beats().stream()
                        .map(b ->
                                new NewPlan.Beat(b.id(), b.sectorId(), b.name(), b.colour(), b.residents(), b.lonLat()))
                        .toList(),
                units);
    }
}
