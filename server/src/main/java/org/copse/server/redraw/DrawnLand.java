package org.copse.server.redraw;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.copse.geoimport.district.District;
import org.copse.geoimport.territory.Territories;
import org.copse.planning.Planner;
import org.copse.planning.problem.Favour;
import org.copse.server.proposal.DrawnPlans;
import org.copse.server.proposal.PlanOnTheGround;
import org.copse.server.proposal.Proposals;
import org.copse.server.proposal.ProposedPlan;
import org.copse.server.redraw.RevisionRepository.RevisionKey;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;

/** Saved working plans with their land, which is kept for as long as memory allows: revisions never change. It is for whatever takes an alternative: to be drawn on maps, compared, consulted on, put into force. */
@Component
class DrawnLand implements DrawnPlans {
    private static final int KEPT = 8;
    private static final int MOST_STRETCHES = 500;
    private static final double METRES_PER_KILOMETRE = 1e3;

    private final RevisionRepository revisions;
    private final WorkingPlans plans;
    private final Grounds grounds;
    private final Cache<RevisionKey, Drawn> drawn =
            Caffeine.newBuilder().maximumSize(KEPT).softValues().build();

    DrawnLand(RevisionRepository revisions, WorkingPlans plans, Grounds grounds) {
        this.revisions = revisions;
        this.plans = plans;
        this.grounds = grounds;
    }

    @Override
    public Optional<Drawn> findDrawn(UUID scenario, OptionalInt revision) {
        grounds.get(scenario);
        return find(scenario, revision).map(which -> drawn.get(which, this::draw));
    }

    private Optional<RevisionKey> find(UUID scenario, OptionalInt revision) {
        return (revision.isPresent() ? revisions.find(scenario, revision.getAsInt()) : revisions.findLatest(scenario))
                .map(found -> new RevisionKey(scenario, found.revision()));
    }

    @Override
    public List<Proposals.Stretch> listBoundaries(UUID scenario, OptionalInt revision) {
        Ground ground = grounds.get(scenario);
        Optional<NumberedPlan> numbered = find(scenario, revision)
                .map(which -> new NumberedPlan(plans.plan(which.scenario(), which.revision())))
                .filter(NumberedPlan::isComplete);
        return numbered.stream()
                .flatMap(whole -> new Planner()
                                .boundaryStretches(
                                        whole.problem(ground.problem()), whole.plan(), Favour.BALANCED, MOST_STRETCHES)
                                .stream()
                                .map(stretch -> new Proposals.Stretch(
                                        id(whole.beat(stretch.beat())),
                                        id(whole.beat(stretch.otherBeat())),
                                        Examination.code(stretch.cause()),
                                        stretch.term().map(Examination::code).orElse(null),
                                        stretch.metres() / METRES_PER_KILOMETRE)))
                .toList();
    }

    @Override
    public OptionalInt findRevision(UUID scenario) {
        return revisions.findLatest(scenario).stream()
                .mapToInt(Revision::revision)
                .findFirst();
    }

    private Drawn draw(RevisionKey which) {
        Ground ground = grounds.get(which.scenario());
        PlanFigures figures = plans.figures(which.scenario(), which.revision());
        NumberedPlan numbered = new NumberedPlan(plans.plan(which.scenario(), which.revision()));
        District district = ground.district();
        int none = numbered.beatCount();
        List<Geometry> beatLand = land(district, numbered.plan().beatOfUnit(), none + 1);
        int[] sectorOfUnit = new int[ground.size()];
        List<String> beatOfUnit = new ArrayList<>();
        for (int unit = 0; unit < sectorOfUnit.length; unit++) {
            int beat = numbered.plan().beatOf(unit);
            sectorOfUnit[unit] = numbered.plan().sectorOfUnit(unit);
            beatOfUnit.add(beat == none ? "" : id(numbered.beat(beat)));
        }
        List<Geometry> sectorLand =
                land(district, sectorOfUnit, numbered.sectors().size() + 1);
        List<ProposedPlan.Sector> sectors = new ArrayList<>();
        for (int sector = 0; sector < numbered.sectors().size(); sector++) {
            DrawnSector one = numbered.sectors().get(sector);
            int officers = (int) numbered.beats().stream()
                    .filter(beat -> beat.sector() == one.key())
                    .count();
            sectors.add(new ProposedPlan.Sector(
                    Integer.toString(one.number()), one.name(), officers, sectorLand.get(sector)));
        }
        List<ProposedPlan.Beat> beats = new ArrayList<>();
        List<String> empty = new ArrayList<>();
        for (int beat = 0; beat < none; beat++) {
            DrawnBeat one = numbered.beat(beat);
            PlanFigures.OfBeat own = figures.beats().get(beat);
            beats.add(new ProposedPlan.Beat(
                    id(one),
                    Integer.toString(own.sector()),
                    one.name(),
                    one.colour(),
                    own.hours(),
                    own.deviation(),
                    own.residents(),
                    beatLand.get(beat)));
            if (own.units() == 0) {
                empty.add(id(one));
            }
        }
        return new Drawn(
                new ProposedPlan(Name.of(which.revision()), sectors, beats, beatOfUnit),
                PlanOnTheGround.units(district),
                figures.plan().unassignedUnits(),
                empty);
    }

    private static String id(DrawnBeat beat) {
        return Integer.toString(beat.number());
    }

    private static List<Geometry> land(District district, int[] groupOfUnit, int groups) {
        return Territories.union(district.territories(), groupOfUnit, groups).stream()
                .map(district.crs()::toLonLat)
                .toList();
    }
}
