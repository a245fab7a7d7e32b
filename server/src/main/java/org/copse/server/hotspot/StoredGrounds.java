package org.copse.server.hotspot;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.copse.geoimport.DistrictCrs;
import org.copse.geoimport.ImportedLayer;
import org.copse.geoimport.district.District;
import org.copse.geoimport.district.EnclosedChoice;
import org.copse.planning.workload.UnitEvidence;
import org.copse.server.layer.Layer;
import org.copse.server.layer.LayerStore;
import org.copse.server.scenario.Districts;
import org.copse.server.scenario.LayerRole;
import org.copse.server.scenario.Scenario;
import org.copse.statistics.grid.CellShape;
import org.copse.statistics.near.Barriers;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;

/**
 * The land and the incidents of stored layers, ready for the statistics. Layers never change, so both are kept as long as memory allows.
 * Of a scenario's layers only units, residents, barriers, crossings and incidents are opened: nothing else can move a hotspot.
 */
@Component
class StoredGrounds {
    private static final int KEPT = 4;
    private static final Set<LayerRole> OPENED =
            Set.of(LayerRole.UNITS, LayerRole.POPULATION, LayerRole.BARRIERS, LayerRole.CROSSINGS);

    private final LayerStore store;
    private final Districts districts;
    private final Cache<Key, StoredGround> grounds =
            Caffeine.newBuilder().maximumSize(KEPT).softValues().build();
    private final Cache<TableKey, IncidentTable> tables =
            Caffeine.newBuilder().maximumSize(KEPT).softValues().build();

    private record Key(Map<LayerRole, UUID> layers, EnclosedChoice enclosed) {}

    private record TableKey(UUID incidents, String crs) {}

    /** The land, the names that its units go by, which the statistics do not see, and the cells laid on it. */
    record StoredGround(Ground ground, District district, LaidCells.Laying laying) {}

    private record CellKey(CellShape shape, double metres) {}

    StoredGrounds(LayerStore store, Districts districts) {
        this.store = store;
        this.districts = districts;
    }

    /**
     * Returns the land of a scenario.
     *
     * @throws org.copse.geoimport.ImportRefused when its layers make no district
     */
    StoredGround of(Scenario scenario) {
        EnumMap<LayerRole, UUID> layers = new EnumMap<>(scenario.layers());
        layers.keySet().retainAll(OPENED);
        return grounds.get(
                new Key(layers, EnclosedChoice.parse(scenario.settings().includeEnclosed())), this::lay);
    }

    private StoredGround lay(Key key) {
        District district = districts.of(key.layers, List.of(), Optional.empty(), key.enclosed);
        double estimated = district.report().population().estimated();
        double all = estimated + district.report().population().counted();
        List<Geometry> lines = metric(key.layers.get(LayerRole.BARRIERS), district.crs());
        Ground ground = new Ground(
                district.crs(),
                Ground.whole(district.territories()),
                district.territories(),
                Optional.of(district.evidence().stream()
                        .mapToDouble(UnitEvidence::residents)
                        .toArray()),
                district.report().population().source(),
                all > 0 ? estimated / all : 0,
                lines.isEmpty()
                        ? Barriers.none()
                        : Barriers.of(lines, metric(key.layers.get(LayerRole.CROSSINGS), district.crs())));
        Cache<CellKey, LaidCells> laid =
                Caffeine.newBuilder().maximumSize(KEPT).softValues().build();
        return new StoredGround(
                ground,
                district,
                (shape, metres) -> laid.get(new CellKey(shape, metres), cells -> LaidCells.on(ground, shape, metres)));
    }

    private List<Geometry> metric(@Nullable UUID layer, DistrictCrs crs) {
        if (layer == null) {
            return List.of();
        }
        ImportedLayer lines = store.load(layer);
        return lines.features().stream()
                .map(feature -> crs.toMetric(feature.geometry()))
                .toList();
    }

    /** Returns the incidents of a layer, in metres of a CRS. */
    IncidentTable incidents(Layer layer, DistrictCrs crs) {
        return tables.get(new TableKey(layer.id(), crs.code()), key -> {
            IncidentTable table = new IncidentTable(crs);
            table.begin(layer.roles());
            store.forEachFeature(layer.id(), table::accept);
            return table;
        });
    }
}
