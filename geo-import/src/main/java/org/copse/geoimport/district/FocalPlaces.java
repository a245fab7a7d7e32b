package org.copse.geoimport.district;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.copse.geoimport.Feature;
import org.copse.geoimport.LayerKind;
import org.copse.geoimport.Role;
import org.copse.planning.workload.PlaceWeights;
import org.locationtech.jts.geom.Point;

/** Focal places counted by unit and type. A place of worship is one type, whatever its religion. */
final class FocalPlaces {
    private static final String NO_TYPE = "place";

    private final UnitMap map;
    private final List<Map<String, Integer>> byUnit = new ArrayList<>();
    private final List<DistrictReport.Places> reports = new ArrayList<>();

    private FocalPlaces(UnitMap map) {
        this.map = map;
        for (int u = 0; u < map.size(); u++) {
            byUnit.add(new TreeMap<>());
        }
    }

    static FocalPlaces of(UnitMap map, DistrictInputs inputs) {
        FocalPlaces places = new FocalPlaces(map);
        inputs.find(LayerKind.WORSHIP).ifPresent(places::count);
        inputs.find(LayerKind.PLACES).ifPresent(places::count);
        return places;
    }

    private void count(DistrictLayer layer) {
        Optional<String> category = layer.findColumn(Role.CATEGORY);
        List<String> outside = new ArrayList<>();
        long inside = 0;
        for (Feature place : layer.features()) {
            Point at = place.geometry().getInteriorPoint();
            double[] position = {at.getX(), at.getY()};
            map.crs().toMetric(position, 1);
            int unit = map.unitAtMetric(position[0], position[1]);
            if (unit < 0) {
                outside.add("row " + place.row() + " at " + new LonLat(at.getX(), at.getY()));
            } else {
                inside++;
                byUnit.get(unit).merge(type(layer, place, category), 1, Integer::sum);
            }
        }
        reports.add(new DistrictReport.Places(layer.kind(), layer.name(), inside, Listed.of(outside)));
    }

    private static String type(DistrictLayer layer, Feature place, Optional<String> category) {
        if (layer.kind() == LayerKind.WORSHIP) {
            return PlaceWeights.WORSHIP;
        }
        return category.flatMap(place::text)
                .map(text -> text.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_"))
                .filter(text -> !text.isEmpty())
                .orElse(NO_TYPE);
    }

    Map<String, Integer> of(int unit) {
        return byUnit.get(unit);
    }

    List<DistrictReport.Places> reports() {
        return reports;
    }
}
