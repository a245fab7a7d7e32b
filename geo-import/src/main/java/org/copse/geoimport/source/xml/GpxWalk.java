package org.copse.geoimport.source.xml;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.copse.geoimport.Limit;
import org.copse.geoimport.Limits;
import org.copse.geoimport.report.ChangeCode;
import org.copse.geoimport.report.RejectionCode;
import org.copse.geoimport.source.DeclaredCrs;
import org.copse.geoimport.source.SourceSink;
import org.copse.geoimport.source.column.ColumnType;
import org.copse.geoimport.source.geometry.GeometryBuilder;
import org.copse.geoimport.source.geometry.NotBuilt;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * GPX 1.0 and 1.1: waypoints are points, routes lines, tracks as many lines as they have segments. The column {@code gpx}
 * says which of them a feature is; times and heights along a line are left out.
 */
final class GpxWalk implements XmlWalk {
    private static final String KIND_COLUMN = "gpx";
    private static final Map<String, String> KINDS = Map.of("wpt", "waypoint", "rte", "route", "trk", "track");

    private final XmlCursor xml;
    private final Limits limits;
    private long rows;

    GpxWalk(XmlCursor xml, Limits limits) {
        this.xml = xml;
        this.limits = limits;
    }

    @Override
    public @Nullable XmlFeature next() throws IOException {
        while (xml.next()) {
            if (xml.atStart() && KINDS.containsKey(xml.name())) {
                limits.check(Limit.FEATURES, ++rows, xml.where());
                Element element = element();
                return new XmlFeature(rows, null, element.texts, element);
            }
        }
        return null;
    }

    @Override
    public DeclaredCrs crs() {
        return DeclaredCrs.byFormat("GPX is WGS 84");
    }

    /** A waypoint, route or track as it is written. */
    private static final class Element implements XmlFeature.Shape {
        private final String kind;
        private final Map<String, String> texts = new LinkedHashMap<>();
        private final List<List<Object>> lines = new ArrayList<>();
        private @Nullable String wrong;

        Element(String kind) {
            this.kind = kind;
            texts.put(KIND_COLUMN, KINDS.getOrDefault(kind, kind));
        }

        void add(XmlCursor xml) {
            Double lat = number(xml.attribute("lat"));
            Double lon = number(xml.attribute("lon"));
            if (lat == null || lon == null) {
                wrong = "lat \"" + xml.attribute("lat") + "\", lon \"" + xml.attribute("lon") + "\"";
                return;
            }
            if (lines.isEmpty()) {
                lines.add(new ArrayList<>());
            }
            lines.get(lines.size() - 1).add(new double[] {lon, lat});
        }

        private static @Nullable Double number(@Nullable String text) {
            Object parsed = text == null ? null : ColumnType.DECIMAL.parse(text.strip());
            return parsed instanceof Double number ? number : null;
        }

        @Override
        public @Nullable Geometry build(SourceSink sink, Set<ChangeCode> changes) throws NotBuilt {
            GeometryBuilder builder = new GeometryBuilder(sink, changes);
            if (wrong != null) {
                throw new NotBuilt(RejectionCode.COORDINATE_NOT_A_NUMBER, wrong);
            }
            lines.removeIf(List::isEmpty);
            if (lines.isEmpty()) {
                return null;
            }
            return switch (kind) {
                case "wpt" -> builder.build("Point", lines.get(0).get(0));
                case "rte" -> builder.build("LineString", lines.get(0));
                default ->
                    lines.size() == 1
                            ? builder.build("LineString", lines.get(0))
                            : builder.build("MultiLineString", lines);
            };
        }
    }

    private Element element() throws IOException {
        Element element = new Element(xml.name());
        int outside = xml.depth() - 1;
        long vertices = 0;
        if (element.kind.equals("wpt")) {
            element.add(xml);
        }
        while (xml.depth() > outside && xml.next()) {
            if (!xml.atStart()) {
                continue;
            }
            boolean own = xml.depth() == outside + 2;
            switch (xml.name()) {
                case "rtept", "trkpt" -> {
                    element.add(xml);
                    limits.check(Limit.VERTICES_PER_GEOMETRY, ++vertices, xml.where());
                    xml.skip();
                }
                case "trkseg" -> element.lines.add(new ArrayList<>());
                case "extensions", "link" -> xml.skip();
                default -> {
                    if (own) {
                        text(element, xml.name());
                    }
                }
            }
        }
        return element;
    }

    private void text(Element element, String column) throws IOException {
        String text = xml.text().strip();
        if (!text.isEmpty()) {
            element.texts.put(column, text);
            limits.check(Limit.ATTRIBUTES, element.texts.size(), xml.where());
        }
    }
}
