package org.copse.geoimport.territory;

import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

final class TerritoryPartition {
    TerritoryPartition(List<? extends Geometry> units, Optional<Geometry> outline, double closingMetres) {}

    List<Geometry> territories() {
        throw new UnsupportedOperationException();
    }

    static List<Geometry> union(List<Geometry> territories, int[] groupOfTerritory, int groups) {
        throw new UnsupportedOperationException();
    }
}
