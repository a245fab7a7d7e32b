package org.copse.geoimport.district;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.copse.geoimport.LayerKind;

/**
 * What a district is assembled from, beside its units.
 *
 * @param layers one of a kind: population table, places of worship, places, bases, neighbourhoods, areas in force
 * @param incidents counted by unit, where there are any
 * @param mix columns of the unit layer that a planner has chosen for the mix of the population
 * @param centre from which the way is reckoned where the units have no minutes of their own
 */
public record DistrictInputs(
        Map<LayerKind, DistrictLayer> layers,
        Optional<IncidentTally> incidents,
        List<MixField> mix,
        Optional<LonLat> centre) {

    /** Copies the collections. */
    public DistrictInputs {
        EnumMap<LayerKind, DistrictLayer> copy = new EnumMap<>(LayerKind.class);
        copy.putAll(layers);
        layers = Collections.unmodifiableMap(copy);
        mix = List.copyOf(mix);
    }

    /** Returns inputs that hold nothing: the units stand alone. */
    public static DistrictInputs none() {
        return new DistrictInputs(Map.of(), Optional.empty(), List.of(), Optional.empty());
    }

    /** Returns these inputs with a layer, in place of any other of its kind. */
    public DistrictInputs with(DistrictLayer layer) {
        Map<LayerKind, DistrictLayer> more = new EnumMap<>(LayerKind.class);
        more.putAll(layers);
        more.put(layer.kind(), layer);
        return new DistrictInputs(more, incidents, mix, centre);
    }

    /** Returns these inputs with counted incidents. */
    public DistrictInputs with(IncidentTally tally) {
        return new DistrictInputs(layers, Optional.of(tally), mix, centre);
    }

    /** Returns these inputs with the columns of the mix. */
    public DistrictInputs withMix(List<MixField> fields) {
        return new DistrictInputs(layers, incidents, fields, centre);
    }

    /** Returns these inputs with a centre. */
    public DistrictInputs withCentre(LonLat position) {
        return new DistrictInputs(layers, incidents, mix, Optional.of(position));
    }

    Optional<DistrictLayer> find(LayerKind kind) {
        return Optional.ofNullable(layers.get(kind));
    }
}
