package org.copse.geoimport.source.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.copse.geoimport.report.RejectionCode;
import org.copse.geoimport.source.geometry.Malformed;
import org.copse.geoimport.source.geometry.NotBuilt;
import org.jspecify.annotations.Nullable;

/** A geometry object of TopoJSON as it was found: that of GeoJSON, with the numbers of arcs in place of coordinates. */
final class TopoObject extends JsonObjectRead {
    private static final Set<String> ALONG_ARCS = Set.of("LineString", "MultiLineString", "Polygon", "MultiPolygon");

    final List<TopoObject> inner = new ArrayList<>();

    @Nullable
    Object arcs;

    @Override
    boolean isCollection() {
        return "GeometryCollection".equals(type);
    }

    /** Returns the coordinates, in the nesting that GeoJSON has for the object's type. */
    @Nullable
    Object coordinates(TopoArcs topology) throws NotBuilt {
        if (arcs == null) {
            return coordinates == null ? null : positions(coordinates, topology);
        }
        if (type == null || !ALONG_ARCS.contains(type)) {
            return List.of();
        }
        return lines(arcs, "LineString".equals(type) ? 0 : "MultiPolygon".equals(type) ? 2 : 1, topology);
    }

    private static Object positions(Object raw, TopoArcs topology) {
        if (raw instanceof double[] position) {
            return topology.position(position);
        }
        if (raw instanceof List<?> list) {
            List<Object> positions = new ArrayList<>();
            list.forEach(value -> positions.add(positions(value, topology)));
            return positions;
        }
        return raw;
    }

    private static Object lines(Object numbers, int nesting, TopoArcs topology) throws NotBuilt {
        if (numbers instanceof Malformed malformed) {
            throw new NotBuilt(malformed);
        }
        if (!(numbers instanceof List<?> list)) {
            throw new NotBuilt(RejectionCode.COORDINATES_MALFORMED, "the arcs are nested too little for the type");
        }
        if (nesting == 0) {
            for (Object number : list) {
                if (!(number instanceof Long)) {
                    throw new NotBuilt(
                            RejectionCode.COORDINATES_MALFORMED, "the arcs are nested too deep for the type");
                }
            }
            return topology.line(list);
        }
        List<Object> lines = new ArrayList<>();
        for (Object inner : list) {
            lines.add(lines(inner, nesting - 1, topology));
        }
        return lines;
    }
}
