package org.copse.server.area;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.copse.server.inforce.PlanIndex;
import org.copse.server.layer.Layer;
import org.copse.server.layer.LayerStore;
import org.copse.server.lookup.LookupAnswer;
import org.copse.server.lookup.Lookups;
import org.copse.server.publication.BeatTerritory;
import org.copse.server.publication.PlansInForce;
import org.copse.server.publication.PublishedPlan;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.springframework.stereotype.Component;

/** The beats and sectors of the plan in force with who answers for them today, as their pages show them. */
@Component
public class Areas {
    private final PlanIndex plans;
    private final PlansInForce stored;
    private final Lookups lookups;
    private final LayerStore layers;

    Areas(PlanIndex plans, PlansInForce stored, Lookups lookups, LayerStore layers) {
        this.plans = plans;
        this.stored = stored;
        this.lookups = lookups;
        this.layers = layers;
    }

    /**
     * A beat.
     *
     * @param around the beats near it, itself among them, in the plan's order
     */
    public record Beat(
            PublishedPlan plan, BeatTerritory territory, LookupAnswer.Beat answer, List<BeatTerritory> around) {
        public Beat {
            around = List.copyOf(around);
        }
    }

    /** A sector with its beats, in the plan's order. */
    public record Sector(
            PublishedPlan plan,
            String id,
            String name,
            LookupAnswer.Team team,
            List<LookupAnswer.Beat> beats,
            List<BeatTerritory> territories) {
        public Sector {
            beats = List.copyOf(beats);
            territories = List.copyOf(territories);
        }

        /** Returns its land in WGS 84. */
        public Geometry lonLat() {
            return OverlayNGRobust.union(
                    territories.stream().map(BeatTerritory::lonLat).toList());
        }
    }

    /** Returns the plan in force, or ends the request in {@link ProblemType#NO_PLAN_IN_FORCE}. */
    public PublishedPlan getPlan() {
        return plans.get().plan();
    }

    /** Returns the beats of the plan in force; none where there is no plan. */
    List<BeatTerritory> findBeats() {
        return stored.find().map(plan -> plans.get().beats()).orElse(List.of());
    }

    /** Returns the beat of an id, as its page's address has it; ends the request where the plan in force has none. */
    public Beat getBeat(String id) {
        var plan = plans.get();
        BeatTerritory territory = plan.beats().stream()
                .filter(beat -> AreaAddress.of(beat.id()).equals(AreaAddress.of(id)))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND, "The plan in force has no beat of this name. Look for it in the list."));
        LookupAnswer.Beat answer = lookups.findBeat(territory.id())
                .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "The plan in force has just changed."));
        Envelope near = territory.lonLat().getEnvelopeInternal();
        near.expandBy(near.getWidth() / 3, near.getHeight() / 3);
        List<BeatTerritory> around = plan.beats().stream()
                .filter(beat -> beat.lonLat().getEnvelopeInternal().intersects(near))
                .toList();
        return new Beat(plan.plan(), territory, answer, around);
    }

    /** Returns the sectors with their beats, in the plan's order. */
    public List<Sector> listSectors() {
        var plan = plans.get();
        Map<String, LookupAnswer.Beat> answers = new LinkedHashMap<>();
        lookups.listBeats().forEach(beat -> answers.put(beat.id(), beat));
        Map<String, List<BeatTerritory>> bySector = new LinkedHashMap<>();
        plan.beats().forEach(beat -> bySector.computeIfAbsent(beat.sectorId(), id -> new ArrayList<>())
                .add(beat));
        List<Sector> sectors = new ArrayList<>();
        bySector.forEach((id, territories) -> {
            List<LookupAnswer.Beat> beats = territories.stream()
                    .flatMap(one -> Optional.ofNullable(answers.get(one.id())).stream())
                    .toList();
            LookupAnswer.Team team = beats.isEmpty()
                    ? new LookupAnswer.Team(null, null)
                    : beats.get(0).team();
            sectors.add(new Sector(plan.plan(), id, territories.get(0).sectorName(), team, beats, territories));
        });
        return sectors;
    }

    /** Returns the sector of an id, as its page's address has it; ends the request where the plan in force has none. */
    public Sector getSector(String id) {
        return listSectors().stream()
                .filter(sector -> AreaAddress.of(sector.id()).equals(AreaAddress.of(id)))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND,
                        "The plan in force has no sector of this name. Look for it in the list."));
    }

    /** Returns the layer that a plan's units and their residents come from, where it is known and still there. */
    public Optional<Layer> findUnits(PublishedPlan plan) {
        return stored.findUnitsLayer(plan.id()).flatMap(layers::find);
    }
}
