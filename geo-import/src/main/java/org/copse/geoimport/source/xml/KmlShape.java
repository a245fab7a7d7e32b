package org.copse.geoimport.source.xml;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.copse.geoimport.Limit;
import org.copse.geoimport.Limits;
import org.copse.geoimport.report.RejectionCode;
import org.copse.geoimport.source.geometry.GeometryBuilder;
import org.copse.geoimport.source.geometry.Malformed;
import org.copse.geoimport.source.geometry.NotBuilt;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** A geometry of a KML placemark as it is written, to be built once the whole element is read. */
final class KmlShape {
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();
    private static final int CHARACTERS_PER_VERTEX = 80;
    private static final Pattern NUMBER =
            Pattern.compile("[-+]?(?:[0-9]{1,40}\\.?[0-9]{0,40}|\\.[0-9]{1,40})(?:[eE][-+]?[0-9]{1,3})?");

    private final String element;
    private final List<Object> rings = new ArrayList<>();
    private final List<KmlShape> parts = new ArrayList<>();

    private KmlShape(String element) {
        this.element = element;
    }

    /** Reads the geometry at the cursor's element, to the element's end. */
    static KmlShape read(XmlCursor xml, Limits limits) throws IOException {
        KmlShape shape = new KmlShape(xml.name());
        int outside = xml.depth() - 1;
        boolean hole = false;
        while (xml.depth() > outside && xml.next()) {
            if (!xml.atStart()) {
                continue;
            }
            switch (xml.name()) {
                case "coordinates" -> shape.rings.add(positions(xml, limits, hole));
                case "coord" -> shape.addTrackPosition(xml);
                case "outerBoundaryIs" -> hole = false;
                case "innerBoundaryIs" -> hole = true;
                case "Point", "LineString", "Polygon", "MultiGeometry", "Track", "MultiTrack" ->
                    shape.parts.add(read(xml, limits));
                case "LinearRing" -> {
                    if (!shape.element.equals("Polygon")) {
                        shape.parts.add(read(xml, limits));
                    }
                }
                default -> {}
            }
            limits.check(Limit.VERTICES_PER_GEOMETRY, shape.parts.size(), xml.where());
        }
        return shape;
    }

    private void addTrackPosition(XmlCursor xml) throws IOException {
        if (rings.isEmpty()) {
            rings.add(new ArrayList<>());
        }
        Object position = position(xml.text().strip().split("\\s+", -1));
        if (rings.get(0) instanceof List<?>) {
            if (position instanceof Malformed) {
                rings.set(0, position);
            } else {
                track().add(position);
            }
        }
    }

    @SuppressWarnings("unchecked") // only this class puts lists there
    private List<Object> track() {
        return (List<Object>) rings.get(0);
    }

    private static Object positions(XmlCursor xml, Limits limits, boolean hole) throws IOException {
        long most = limits.of(Limit.VERTICES_PER_GEOMETRY);
        String where = xml.where();
        String text = xml.text(most * CHARACTERS_PER_VERTEX, Limit.VERTICES_PER_GEOMETRY);
        List<Object> positions = new ArrayList<>();
        // Some programs leave a space after the comma.
        for (String tuple : text.replaceAll("\\s*,\\s*", ",").strip().split("\\s+", -1)) {
            if (tuple.isEmpty()) {
                continue;
            }
            Object position = position(tuple.split(",", -1));
            if (position instanceof Malformed) {
                return position;
            }
            positions.add(position);
            limits.check(Limit.VERTICES_PER_GEOMETRY, positions.size(), where);
        }
        return positions.isEmpty() && !hole ? new double[0] : positions;
    }

    private static Object position(String[] numbers) {
        double[] position = new double[Math.min(numbers.length, 3)];
        for (int i = 0; i < position.length; i++) {
            Double value = number(numbers[i]);
            if (value == null) {
                return new Malformed(
                        RejectionCode.COORDINATE_NOT_A_NUMBER,
                        "a position holds \"" + numbers[i].substring(0, Math.min(40, numbers[i].length())) + "\"");
            }
            position[i] = value;
        }
        return position;
    }

    /** Returns the finite number that {@code text} is, or null. */
    static @Nullable Double number(String text) {
        boolean number = NUMBER.matcher(text).matches();
        double value = number ? Double.parseDouble(text) : Double.NaN;
        return Double.isFinite(value) ? value : null;
    }

    /** Returns the geometry, or null where it has no positions. */
    @Nullable
    Geometry build(GeometryBuilder builder) throws NotBuilt {
        return switch (element) {
            case "Point" -> builder.build("Point", only());
            case "LineString", "LinearRing", "Track" -> builder.build("LineString", only());
            case "Polygon" -> builder.build("Polygon", polygon());
            case "MultiGeometry", "MultiTrack" -> collection(builder);
            default -> throw new NotBuilt(RejectionCode.GEOMETRY_TYPE_UNKNOWN, "a " + element);
        };
    }

    private @Nullable Object polygon() {
        for (Object ring : rings) {
            if (ring instanceof Malformed) {
                return ring;
            }
        }
        return rings.isEmpty() ? null : rings;
    }

    /** Returns the one list of positions, or for a point its position; null where the element has none. */
    private @Nullable Object only() {
        if (rings.isEmpty()) {
            return null;
        }
        Object first = rings.get(0);
        return element.equals("Point") && first instanceof List<?> list && list.size() == 1 ? list.get(0) : first;
    }

    private @Nullable Geometry collection(GeometryBuilder builder) throws NotBuilt {
        List<Geometry> built = new ArrayList<>();
        for (KmlShape part : parts) {
            Geometry geometry = part.build(builder);
            if (geometry != null) {
                built.add(geometry);
            }
        }
        return built.isEmpty() ? null : GEOMETRIES.buildGeometry(built);
    }
}
