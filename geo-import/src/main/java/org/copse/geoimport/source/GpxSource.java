package org.copse.geoimport.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.copse.geoimport.ImportRefused;
import org.copse.geoimport.Limit;
import org.copse.geoimport.Limits;
import org.copse.geoimport.report.ChangeCode;
import org.copse.geoimport.report.RejectionCode;
import org.copse.geoimport.source.JsonGeometry.NotBuilt;
import org.copse.geoimport.source.OpenedFile.Part;
import org.jspecify.annotations.Nullable;

/**
 * GPX 1.0 and 1.1: waypoints are points, routes lines, tracks as many lines as they have segments. The column {@code gpx}
 * says which of them a feature is; times and heights along a line are left out.
 */
final class GpxSource implements FeatureSource {
    private static final String KIND_COLUMN = "gpx";
    private static final Map<String, String> KINDS = Map.of("wpt", "waypoint", "rte", "route", "trk", "track");

    private final Part part;
    private final Limits limits;
    private final TypedColumns columns;
    private final SourceInfo info;

    private GpxSource(Part part, Limits limits, Set<String> textColumns) throws IOException {
        this.part = part;
        this.limits = limits;
        this.columns = new TypedColumns(textColumns);
        read(new NoSink(), false);
        this.info = new SourceInfo("GPX", null, null, DeclaredCrs.byFormat("GPX is WGS 84"), columns.names(), false);
    }

    /**
     * Opens a GPX document.
     *
     * @param textColumns whose values are kept as they are written
     * @throws ImportRefused when it breaks XML's rules, or declares a document type
     */
    static GpxSource open(Part part, Limits limits, Set<String> textColumns) throws IOException {
        return new GpxSource(part, limits, textColumns);
    }

    @Override
    public SourceInfo info() {
        return info;
    }

    @Override
    public void forEach(SourceSink sink) throws IOException {
        read(sink, true);
    }

    private void read(SourceSink sink, boolean features) throws IOException {
        try (XmlCursor xml = new XmlCursor(part.open(), limits, part.name())) {
            long row = 0;
            while (xml.next()) {
                if (xml.atStart() && KINDS.containsKey(xml.name())) {
                    limits.check(Limit.FEATURES, ++row, xml.where());
                    Element element = element(xml);
                    if (features) {
                        take(row, element, sink);
                    } else {
                        element.texts.forEach(columns::see);
                    }
                }
            }
        }
    }

    private void take(long row, Element element, SourceSink sink) {
        Set<ChangeCode> changes = EnumSet.noneOf(ChangeCode.class);
        Map<String, Object> values = new LinkedHashMap<>();
        element.texts.forEach((column, text) -> values.put(column, columns.typed(column, text)));
        try {
            JsonGeometry builder = new JsonGeometry(sink, changes);
            sink.take(new SourceFeature(row, null, element.build(builder), values, changes));
        } catch (NotBuilt e) {
            sink.reject(row, e.reason().code(), e.reason().detail());
        }
    }

    /** A waypoint, route or track as it is written. */
    private static final class Element {
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

        org.locationtech.jts.geom.@Nullable Geometry build(JsonGeometry builder) throws NotBuilt {
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

    private Element element(XmlCursor xml) throws IOException {
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
                        text(element, xml.name(), xml);
                    }
                }
            }
        }
        return element;
    }

    private void text(Element element, String column, XmlCursor xml) throws IOException {
        String text = xml.text().strip();
        if (!text.isEmpty()) {
            element.texts.put(column, text);
            limits.check(Limit.ATTRIBUTES, element.texts.size(), xml.where());
        }
    }
}
