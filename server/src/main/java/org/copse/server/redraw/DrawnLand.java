package org.copse.server.redraw;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.copse.geoimport.district.District;
import org.copse.geoimport.territory.Territories;
import org.copse.server.proposal.DrawnPlans;
import org.copse.server.proposal.PlanOnTheGround;
import org.copse.server.proposal.ProposedPlan;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;

/** Saved working plans with their land, for whatever takes an alternative: to be drawn on maps, compared, consulted on, put into force. */
@Component
class DrawnLand implements DrawnPlans {
    private final RevisionRepository revisions;
    private final Grounds grounds;

    DrawnLand(RevisionRepository revisions, Grounds grounds) {
        this.revisions = revisions;
        this.grounds = grounds;
    }

    @Override
    public Optional<Drawn> findDrawn(UUID scenario, OptionalInt revision) {
        return (revision.isPresent() ? revisions.find(scenario, revision.getAsInt()) : revisions.findLatest(scenario))
                .map(found -> drawn(
                        grounds.get(scenario),
                        found.revision(),
                        revisions.findPlan(scenario, found.revision()).orElseThrow()));
    }

    @Override
    public Optional<String> findName(UUID scenario) {
        return revisions.findLatest(scenario).map(latest -> Name.of(latest.revision()));
    }

    private static Drawn drawn(Ground ground, int revision, WorkingPlan working) {
        NumberedPlan numbered = new NumberedPlan(working);
        PlanFigures figures = new FigureBook(ground).of(working);
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
                new ProposedPlan(Name.of(revision), sectors, beats, beatOfUnit),
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
