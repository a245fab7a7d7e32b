package org.copse.geoimport.source.xml;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.copse.geoimport.Limit;
import org.copse.geoimport.Limits;
import org.copse.geoimport.report.WarningCode;
import org.copse.geoimport.source.DeclaredCrs;
import org.copse.geoimport.source.SourceSink;
import org.copse.geoimport.source.geometry.GeometryBuilder;
import org.jspecify.annotations.Nullable;

/** KML 2.2 and its older forms: each placemark is a feature; the names of the folders around it are a column. */
final class KmlWalk implements XmlWalk {
    private static final String FOLDER_COLUMN = "folder";
    private static final Set<String> SHAPES =
            Set.of("Point", "LineString", "LinearRing", "Polygon", "MultiGeometry", "Track", "MultiTrack", "Model");
    private static final Set<String> PLAIN_TEXTS = Set.of("name", "description", "address", "phoneNumber", "Snippet");
    private static final Set<String> TIMES = Set.of("when", "begin", "end");
    private static final Set<String> LINKS = Set.of("NetworkLink", "GroundOverlay", "PhotoOverlay", "ScreenOverlay");

    private record Folder(int depth, String name) {}

    private final XmlCursor xml;
    private final Limits limits;
    private final SourceSink sink;
    private final boolean shapes;
    private final Deque<Folder> folders = new ArrayDeque<>();
    private long rows;

    /**
     * @param shapes whether geometries are wanted
     */
    KmlWalk(XmlCursor xml, Limits limits, SourceSink sink, boolean shapes) {
        this.xml = xml;
        this.limits = limits;
        this.sink = sink;
        this.shapes = shapes;
    }

    @Override
    public @Nullable XmlFeature next() throws IOException {
        while (xml.next()) {
            leaveFolders();
            if (!xml.atStart()) {
                continue;
            }
            String element = xml.name();
            if (element.equals("Placemark")) {
                limits.check(Limit.FEATURES, ++rows, xml.where());
                return placemark();
            }
            if (element.equals("Folder")) {
                folders.addLast(new Folder(xml.depth(), ""));
            } else if (element.equals("name") && isNameOfFolder()) {
                folders.addLast(
                        new Folder(folders.removeLast().depth(), xml.text().strip()));
            } else if (LINKS.contains(element)) {
                sink.warnCounted(
                        WarningCode.FORMAT_NOT_KEPT, element + " elements, which lead to other files: not followed");
                xml.skip();
            } else if (element.equals("Style") || element.equals("StyleMap") || element.equals("Schema")) {
                xml.skip();
            }
        }
        return null;
    }

    @Override
    public DeclaredCrs crs() {
        return DeclaredCrs.byFormat("KML is WGS 84");
    }

    private boolean isNameOfFolder() {
        return !folders.isEmpty() && xml.depth() == folders.getLast().depth() + 1;
    }

    private void leaveFolders() {
        while (!folders.isEmpty() && xml.depth() < folders.getLast().depth()) {
            folders.removeLast();
        }
    }

    private XmlFeature placemark() throws IOException {
        long row = rows;
        String id = xml.attribute("id");
        int outside = xml.depth() - 1;
        Map<String, String> texts = new LinkedHashMap<>();
        KmlShape shape = null;
        while (xml.depth() > outside && xml.next()) {
            if (!xml.atStart()) {
                continue;
            }
            String element = xml.name();
            if (SHAPES.contains(element)) {
                KmlShape found = shapes ? KmlShape.read(xml, limits) : skipped();
                shape = shape == null ? found : shape;
            } else if (element.equals("Data") || element.equals("SimpleData")) {
                data(texts);
            } else if (PLAIN_TEXTS.contains(element) || TIMES.contains(element)) {
                put(texts, element, xml.text());
            } else if (element.equals("Style") || element.equals("StyleMap")) {
                xml.skip();
            }
        }
        putFolders(texts);
        KmlShape built = shape;
        return new XmlFeature(
                row, id, texts, (to, changes) -> built == null ? null : built.build(new GeometryBuilder(to, changes)));
    }

    private @Nullable KmlShape skipped() throws IOException {
        xml.skip();
        return null;
    }

    /** A value stands in the element itself (SimpleData) or in its child {@code value} (Data). */
    private void data(Map<String, String> texts) throws IOException {
        String name = xml.attribute("name");
        String column = name == null || name.isBlank() ? "data" : name.strip();
        if (xml.name().equals("SimpleData")) {
            put(texts, column, xml.text());
            return;
        }
        int outside = xml.depth() - 1;
        while (xml.depth() > outside && xml.next()) {
            if (xml.atStartOf("value")) {
                put(texts, column, xml.text());
            }
        }
    }

    private void putFolders(Map<String, String> texts) {
        StringBuilder path = new StringBuilder();
        for (Iterator<Folder> outer = folders.iterator(); outer.hasNext(); ) {
            String name = outer.next().name();
            if (!name.isEmpty()) {
                path.append(path.isEmpty() ? "" : "/").append(name);
            }
        }
        put(texts, FOLDER_COLUMN, path.toString());
    }

    private void put(Map<String, String> texts, String column, String text) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            return;
        }
        String free = column;
        for (int n = 2; texts.containsKey(free); n++) {
            free = column + "_" + n;
        }
        texts.put(free, stripped);
        limits.check(Limit.ATTRIBUTES, texts.size(), xml.where());
    }
}
