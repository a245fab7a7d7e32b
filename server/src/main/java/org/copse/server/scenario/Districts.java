package org.copse.server.scenario;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import org.copse.geoimport.district.District;
import org.copse.geoimport.district.DistrictInputs;
import org.copse.geoimport.district.DistrictLayer;
import org.copse.geoimport.district.EnclosedChoice;
import org.copse.geoimport.district.IncidentCounter;
import org.copse.geoimport.district.MixField;
import org.copse.geoimport.district.UnitMap;
import org.copse.geoimport.incident.IncidentPeriod;
import org.copse.server.layer.Layer;
import org.copse.server.layer.LayerStore;
import org.springframework.stereotype.Component;

/**
 * Joins stored layers into districts. Layers never change, so a district is kept as long as memory allows; incidents are streamed
 * through a counter and never held.
 */
@Component
public class Districts {
    private static final List<LayerRole> JOINED = List.of(
            LayerRole.POPULATION,
            LayerRole.WORSHIP,
            LayerRole.PLACES,
            LayerRole.NEIGHBOURHOODS,
            LayerRole.BASES,
            LayerRole.IN_FORCE);
    private static final int KEPT = 4;

    private final LayerStore store;
    private final Cache<Key, District> districts =
            Caffeine.newBuilder().maximumSize(KEPT).softValues().build();

    Districts(LayerStore store) {
        this.store = store;
    }

    private final Cache<MapKey, UnitMap> maps =
            Caffeine.newBuilder().maximumSize(KEPT).softValues().build();

    private record Key(
            Map<LayerRole, UUID> layers, List<String> mix, Optional<IncidentPeriod> period, EnclosedChoice enclosed) {}

    /** What the ground depends on: another period or another table of residents leaves it as it is. */
    private record MapKey(Map<LayerRole, UUID> layers, EnclosedChoice enclosed) {}

    /**
     * Returns the scenario's district.
     *
     * @throws org.copse.geoimport.ImportRefused when its layers do not make one
     */
    public District of(Scenario scenario) {
        Settings settings = scenario.settings();
        return of(
                scenario.layers(),
                settings.mix(),
                settings.incidentPeriod(),
                EnclosedChoice.parse(settings.includeEnclosed()));
    }

    /**
     * Returns the district of these layers.
     *
     * @param mix columns of the units chosen for the mix
     */
    public District of(Map<LayerRole, UUID> layers, List<String> mix) {
        return of(layers, mix, Optional.empty(), EnclosedChoice.none());
    }

    /**
     * Returns the district of these layers.
     *
     * @param period days to count incidents over; empty to take those of the incidents
     * @param enclosed enclosed land that belongs to it
     */
    public District of(
            Map<LayerRole, UUID> layers, List<String> mix, Optional<IncidentPeriod> period, EnclosedChoice enclosed) {
        return districts.get(new Key(new EnumMap<>(layers), mix, period, enclosed), this::assemble);
    }

    private UnitMap map(Map<LayerRole, UUID> layers, EnclosedChoice enclosed) {
        EnumMap<LayerRole, UUID> ground = new EnumMap<>(layers);
        ground.keySet().retainAll(Set.of(LayerRole.UNITS, LayerRole.BARRIERS, LayerRole.CROSSINGS));
        return maps.get(
                new MapKey(ground, enclosed),
                key -> UnitMap.of(
                        find(ground, LayerRole.UNITS)
                                .orElseThrow(() -> new IllegalStateException("A scenario without units was stored")),
                        find(ground, LayerRole.BARRIERS),
                        find(ground, LayerRole.CROSSINGS),
                        OptionalDouble.empty(),
                        enclosed));
    }

    private District assemble(Key key) {
        Map<LayerRole, UUID> layers = key.layers;
        UnitMap map = map(layers, key.enclosed);
        DistrictInputs inputs = DistrictInputs.none()
                .withMix(key.mix.stream().map(MixField::parse).toList());
        for (LayerRole role : JOINED) {
            Optional<DistrictLayer> layer = find(layers, role);
            if (layer.isPresent()) {
                inputs = inputs.with(layer.get());
            }
        }
        UUID incidents = layers.get(LayerRole.INCIDENTS);
        if (incidents != null) {
            IncidentCounter counter = map.countIncidents(key.period);
            counter.begin(store.find(incidents).map(Layer::roles).orElseThrow());
            store.forEachFeature(incidents, counter::accept);
            inputs = inputs.with(counter.tally());
        }
        return District.assemble(map, inputs);
    }

    private Optional<DistrictLayer> find(Map<LayerRole, UUID> layers, LayerRole role) {
        return Optional.ofNullable(layers.get(role)).map(id -> {
            Layer layer = store.find(id).orElseThrow();
            return DistrictLayer.of(store.load(id), layer.name());
        });
    }
}
