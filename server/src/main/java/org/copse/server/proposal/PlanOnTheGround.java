package org.copse.server.proposal;

import java.util.ArrayList;
import java.util.List;
import org.copse.geoimport.district.BeatNames;
import org.copse.geoimport.district.District;
import org.copse.geoimport.territory.Territories;
import org.copse.planning.measure.BeatMeasures;
import org.copse.planning.measure.SectorMeasures;
import org.copse.planning.plan.Alternative;
import org.copse.planning.plan.Plan;
import org.copse.server.scenario.Favours;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/** Gives a plan its land: the territories of its units, put together by beat and by sector, and coloured. */
public final class PlanOnTheGround {
    private PlanOnTheGround() {}

    static ProposedPlan of(District district, Alternative alternative) {
        Plan plan = alternative.plan();
        List<Geometry> beatLand = lonLat(district, plan.beatOfUnit(), plan.beatCount());
        int[] sectorOfUnit = new int[plan.unitCount()];
        List<String> beatOfUnit = new ArrayList<>();
        for (int unit = 0; unit < plan.unitCount(); unit++) {
            sectorOfUnit[unit] = plan.sectorOfUnit(unit);
            beatOfUnit.add(ProposalReport.id(plan.beatOf(unit)));
        }
        List<Geometry> sectorLand = lonLat(district, sectorOfUnit, plan.sectorCount());
        int[] colours = MapColours.of(beatLand);
        List<ProposedPlan.Sector> sectors = new ArrayList<>();
        for (SectorMeasures sector : alternative.measures().sectors()) {
            sectors.add(new ProposedPlan.Sector(
                    ProposalReport.id(sector.sector()), sector.officers(), sectorLand.get(sector.sector())));
        }
        List<String> names = BeatNames.of(district, plan);
        List<ProposedPlan.Beat> beats = new ArrayList<>();
        for (BeatMeasures beat : alternative.measures().beats()) {
            beats.add(new ProposedPlan.Beat(
                    ProposalReport.id(beat.beat()),
                    ProposalReport.id(beat.sector()),
                    names.get(beat.beat()),
                    colours[beat.beat()],
                    beat.hours(),
                    beat.deviation(),
                    beat.residents(),
                    beatLand.get(beat.beat())));
        }
        return new ProposedPlan(Favours.key(alternative.favour()), sectors, beats, beatOfUnit);
    }

    public static List<ProposedPlan.Unit> units(District district) {
        List<ProposedPlan.Unit> units = new ArrayList<>();
        for (int unit = 0; unit < district.size(); unit++) {
            Point inside = district.feature(unit).geometry().getInteriorPoint();
            units.add(new ProposedPlan.Unit(
                    district.evidence().get(unit).id(),
                    district.evidence().get(unit).residents(),
                    inside.getX(),
                    inside.getY()));
        }
        return units;
    }

    private static List<Geometry> lonLat(District district, int[] groupOfUnit, int groups) {
        return Territories.union(district.territories(), groupOfUnit, groups).stream()
                .map(district.crs()::toLonLat)
                .toList();
    }
}
