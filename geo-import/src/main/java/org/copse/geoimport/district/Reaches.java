package org.copse.geoimport.district;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.copse.geoimport.ImportRefused;
import org.copse.geoimport.LayerKind;
import org.copse.geoimport.RefusalCode;
import org.copse.geoimport.Role;
import org.copse.planning.workload.AccessWeights;
import org.copse.planning.workload.Reach;
import org.locationtech.jts.geom.Coordinate;

/** The way of each unit from the bases and from the centre. */
final class Reaches {
    private static final double MOST_MINUTES = 1_440;

    /** Minutes by base and unit are a table in memory: 160 MB at this bound. */
    private static final long MOST_PAIRS = 20_000_000;

    private final UnitMap map;
    private final List<Coordinate> bases = new ArrayList<>();
    private final List<Coordinate> centroids = new ArrayList<>();
    private final Optional<Coordinate> centre;
    private final Optional<String> minutesColumn;

    /** @throws ImportRefused when bases and units are more pairs than fit into memory */
    Reaches(UnitMap map, DistrictInputs inputs) {
        this.map = map;
        inputs.find(LayerKind.BASES).ifPresent(layer -> layer.features()
                .forEach(base -> bases.add(
                        map.crs().toMetric(base.geometry().getInteriorPoint()).getCoordinate())));
        if ((long) bases.size() * map.size() > MOST_PAIRS) {
            throw new ImportRefused(
                    RefusalCode.NOT_FIT_FOR_USE,
                    "the layer of bases",
                    bases.size() + " bases and " + map.size() + " units are " + (long) bases.size() * map.size()
                            + " pairs, more than " + MOST_PAIRS,
                    "Leave out bases from which no officer of this district starts, or plan the district in parts.");
        }
        for (int unit = 0; unit < map.size(); unit++) {
            centroids.add(map.metric(unit).getCentroid().getCoordinate());
        }
        this.centre = inputs.centre().map(map::toMetric);
        this.minutesColumn = map.layer().findColumn(Role.MINUTES_TO_CENTRE);
    }

    int baseCount() {
        return bases.size();
    }

    Reach toBase(int unit) {
        return bases.stream().mapToDouble(base -> metres(unit, base)).min().stream()
                .mapToObj(metres -> (Reach) new Reach.Straight(metres))
                .findFirst()
                .orElse(Reach.unknown());
    }

    /** Minutes that the units bring with them come before a distance; outside a day, they are a code for "not known". */
    Reach toCentre(int unit) {
        if (minutesColumn.isPresent()) {
            OptionalDouble minutes = map.layer().features().get(unit).number(minutesColumn.get());
            if (minutes.isPresent() && minutes.getAsDouble() >= 0 && minutes.getAsDouble() <= MOST_MINUTES) {
                return new Reach.Measured(minutes.getAsDouble());
            }
        }
        return centre.<Reach>map(position -> new Reach.Straight(metres(unit, position)))
                .orElse(Reach.unknown());
    }

    private double metres(int unit, Coordinate to) {
        return centroids.get(unit).distance(to);
    }

    /** Returns minutes one way, by base and unit. */
    double[][] baseMinutes(AccessWeights access) {
        double[][] minutes = new double[bases.size()][map.size()];
        for (int b = 0; b < minutes.length; b++) {
            for (int u = 0; u < map.size(); u++) {
                minutes[b][u] = access.minutesFor(metres(u, bases.get(b)));
            }
        }
        return minutes;
    }
}
