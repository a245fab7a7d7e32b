package org.copse.server.cli;

import java.util.List;
import java.util.Optional;
import org.copse.geoimport.ImportRefused;
import org.copse.geoimport.Role;
import org.copse.geoimport.district.District;
import org.copse.geoimport.district.UnitMap;
import org.copse.planning.workload.UnitEvidence;
import org.copse.server.hotspot.Ground;
import org.copse.statistics.near.Barriers;

/** Reads the land that hotspots are looked for on: the units with the streets around them, their residents, what stands between. */
final class GroundReader {
    private GroundReader() {}

    /**
     * Reads it.
     *
     * @throws ImportRefused when a file, or the whole, cannot be used
     */
    static Ground read(DistrictReader reader, HotspotOptions options) {
        UnitMap map = reader.map();
        boolean counted = options.population != null
                || options.populationTable != null
                || map.layer().roles().find(Role.POPULATION).isPresent();
        Optional<District> district = counted ? Optional.of(reader.assemble(map)) : Optional.empty();
        Barriers barriers = options.barriers == null
                ? Barriers.none()
                : Barriers.of(
                        reader.metric("barriers", options.barriers, map),
                        options.crossings == null ? List.of() : reader.metric("crossings", options.crossings, map));
        return new Ground(
                map.crs(),
                Ground.whole(map.territories()),
                map.territories(),
                district.map(GroundReader::residents),
                district.map(of -> of.report().population().source()).orElse(""),
                district.map(GroundReader::estimatedShare).orElse(0.0),
                barriers);
    }

    /** Residents and nothing else of a unit. */
    private static double[] residents(District district) {
        return district.evidence().stream().mapToDouble(UnitEvidence::residents).toArray();
    }

    private static double estimatedShare(District district) {
        double estimated = district.report().population().estimated();
        double all = estimated + district.report().population().counted();
        return all > 0 ? estimated / all : 0;
    }
}
