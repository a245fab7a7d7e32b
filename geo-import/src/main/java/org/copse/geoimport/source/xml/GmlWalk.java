package org.copse.geoimport.source.xml;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.copse.geoimport.Limit;
import org.copse.geoimport.Limits;
import org.copse.geoimport.report.RejectionCode;
import org.copse.geoimport.report.WarningCode;
import org.copse.geoimport.source.DeclaredCrs;
import org.copse.geoimport.source.SourceSink;
import org.copse.geoimport.source.crs.SrsName;
import org.copse.geoimport.source.geometry.NotBuilt;
import org.jspecify.annotations.Nullable;

/**
 * GML 2 and 3 as web feature services answer: the members of a collection are features, elements in elements become columns
 * with dots in their names. What stands elsewhere (xlink:href) is not fetched.
 *
 * <p>All positions are handed over east first; the name of the CRS says in which order they are written.
 */
final class GmlWalk implements XmlWalk {
    private static final Set<String> MEMBERS = Set.of("member", "featureMember", "featureMembers");
    private static final Set<String> COLLECTIONS =
            Set.of("FeatureCollection", "SimpleFeatureCollection", "FeatureTuple", "Tuple");

    private final XmlCursor xml;
    private final Limits limits;
    private final SourceSink sink;
    private final boolean shapes;
    private final Deque<Integer> memberDepths = new ArrayDeque<>();
    private @Nullable String srsName;
    private int dimension = 2;
    private long rows;

    /**
     * @param shapes whether geometries are wanted
     */
    GmlWalk(XmlCursor xml, Limits limits, SourceSink sink, boolean shapes) {
        this.xml = xml;
        this.limits = limits;
        this.sink = sink;
        this.shapes = shapes;
    }

    static boolean isMember(String element) {
        return MEMBERS.contains(element);
    }

    static boolean isCollection(String element) {
        return COLLECTIONS.contains(element);
    }

    @Override
    public DeclaredCrs crs() {
        return srsName == null
                ? DeclaredCrs.missing("the GML, whose geometries have no srsName")
                : DeclaredCrs.code(SrsName.of(srsName).code(), "the srsName");
    }

    @Override
    public @Nullable XmlFeature next() throws IOException {
        while (xml.next()) {
            while (!memberDepths.isEmpty() && xml.depth() < memberDepths.getLast()) {
                memberDepths.removeLast();
            }
            if (!xml.atStart()) {
                continue;
            }
            String element = xml.name();
            boolean inMember = !memberDepths.isEmpty() && xml.depth() == memberDepths.getLast() + 1;
            if (inMember && !isCollection(element) && !isMember(element)) {
                limits.check(Limit.FEATURES, ++rows, xml.where());
                return feature();
            }
            if (isMember(element)) {
                memberDepths.addLast(xml.depth());
            } else if (element.equals("boundedBy")) {
                seeCrs();
            }
        }
        return null;
    }

    /** Goes to the end of the current element, and keeps the first CRS that is named in it. */
    private void seeCrs() throws IOException {
        int outside = xml.depth() - 1;
        see(xml.attribute("srsName"));
        while (xml.depth() > outside && xml.next()) {
            if (xml.atStart()) {
                see(xml.attribute("srsName"));
                String said = xml.attribute("srsDimension");
                if (said != null && said.equals("3")) {
                    dimension = 3;
                }
            }
        }
    }

    private void see(@Nullable String name) {
        if (srsName == null && name != null && !name.isBlank()) {
            srsName = name.strip();
        }
    }

    private static final class Read {
        final Map<String, String> texts = new LinkedHashMap<>();

        @Nullable
        GmlShape shape;
    }

    private XmlFeature feature() throws IOException {
        long row = rows;
        String fid = xml.attribute("fid");
        String id = fid == null ? xml.attribute("id") : fid;
        Read read = new Read();
        int outside = xml.depth() - 1;
        while (xml.depth() > outside && xml.next()) {
            if (xml.atStart()) {
                property(xml.name(), read);
            }
        }
        GmlShape shape = read.shape;
        String file = srsName;
        String where = xml.where();
        return new XmlFeature(row, id, read.texts, (to, changes) -> {
            if (shape == null) {
                return null;
            }
            String own = shape.findSrsName();
            String name = own == null ? file : own;
            SrsName srs = name == null ? new SrsName("", false) : SrsName.of(name);
            if (file != null && !srs.code().equals(SrsName.of(file).code())) {
                throw new NotBuilt(
                        RejectionCode.OUTSIDE_CRS,
                        "the geometry is in " + srs.code() + ", those before in another CRS");
            }
            return new GmlGeometry(srs.northFirst(), to, changes, limits, where).build(shape);
        });
    }

    private void property(String column, Read read) throws IOException {
        String element = xml.name();
        if (element.equals("boundedBy")) {
            seeCrs();
            return;
        }
        if (element.equals("metaDataProperty") || "true".equals(xml.attribute("nil"))) {
            xml.skip();
            return;
        }
        if (GmlShape.isShape(element)) {
            geometry(read);
            return;
        }
        String link = xml.attribute("href");
        String title = xml.attribute("title");
        int outside = xml.depth() - 1;
        String text = xml.leafText();
        if (text != null) {
            if (text.isBlank() && link != null) {
                sink.warnCounted(
                        WarningCode.FORMAT_NOT_KEPT,
                        "values that stand elsewhere (xlink:href), which were not fetched");
                put(read, column, title == null ? link : title);
            } else {
                put(read, column, text);
            }
            return;
        }
        while (xml.depth() > outside) {
            if (xml.atStart()) {
                property(GmlShape.isShape(xml.name()) ? column : column + "." + xml.name(), read);
            }
            if (xml.depth() > outside && !xml.next()) {
                return;
            }
        }
    }

    private void geometry(Read read) throws IOException {
        if (!shapes) {
            seeCrs();
        } else if (read.shape == null) {
            read.shape = GmlShape.read(xml, limits, dimension);
        } else {
            sink.warnCounted(WarningCode.FORMAT_NOT_KEPT, "further geometries of a feature, which were not read");
            xml.skip();
        }
    }

    private void put(Read read, String column, String text) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            return;
        }
        String free = column;
        for (int n = 2; read.texts.containsKey(free); n++) {
            free = column + "_" + n;
        }
        read.texts.put(free, stripped);
        limits.check(Limit.ATTRIBUTES, read.texts.size(), xml.where());
    }
}
