package org.copse.geoimport.source.xml;

import java.io.IOException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.copse.geoimport.ImportRefused;
import org.copse.geoimport.Limits;
import org.copse.geoimport.RefusalCode;
import org.copse.geoimport.report.ChangeCode;
import org.copse.geoimport.source.DeclaredCrs;
import org.copse.geoimport.source.FeatureSource;
import org.copse.geoimport.source.NoSink;
import org.copse.geoimport.source.SourceFeature;
import org.copse.geoimport.source.SourceInfo;
import org.copse.geoimport.source.SourceSink;
import org.copse.geoimport.source.column.TypedColumns;
import org.copse.geoimport.source.file.Part;
import org.copse.geoimport.source.geometry.NotBuilt;

/**
 * An XML document of features, whose values are texts. Read twice: once for the columns and their types, once for the
 * features. Linked files and pictures are not fetched.
 */
public final class XmlSource implements FeatureSource {
    private static final int ELEMENTS_TO_LOOK_AT = 50;
    private static final int LONGEST_QUOTE = 300;

    private final Part part;
    private final Limits limits;
    private final Format format;
    private final TypedColumns columns;
    private final SourceInfo info;

    private enum Format {
        KML,
        GPX,
        GML;

        XmlWalk walk(XmlCursor xml, Limits limits, SourceSink sink, boolean shapes) {
            return switch (this) {
                case KML -> new KmlWalk(xml, limits, sink, shapes);
                case GPX -> new GpxWalk(xml, limits);
                case GML -> new GmlWalk(xml, limits, sink, shapes);
            };
        }
    }

    private XmlSource(Part part, Limits limits, Format format, Set<String> textColumns) throws IOException {
        this.part = part;
        this.limits = limits;
        this.format = format;
        this.columns = new TypedColumns(textColumns);
        DeclaredCrs crs = read(new NoSink(), false);
        this.info = new SourceInfo(format.name(), null, null, crs, columns.names(), false);
    }

    /**
     * Opens a document of a kind that its root element names.
     *
     * @param textColumns whose values are kept as they are written
     * @throws ImportRefused when it is of no known kind, breaks XML's rules, or declares a document type
     */
    public static XmlSource open(Part part, Limits limits, Set<String> textColumns) throws IOException {
        return new XmlSource(part, limits, format(part, limits), textColumns);
    }

    private static Format format(Part part, Limits limits) throws IOException {
        try (XmlCursor xml = new XmlCursor(part.open(), limits, part.name())) {
            String root = xml.next() ? xml.name() : "";
            switch (root) {
                case "kml" -> {
                    return Format.KML;
                }
                case "gpx" -> {
                    return Format.GPX;
                }
                case "ExceptionReport", "ServiceExceptionReport" -> throw answer(xml);
                default -> {
                    if (GmlWalk.isCollection(root) || hasMembers(xml)) {
                        return Format.GML;
                    }
                }
            }
            throw new ImportRefused(
                            RefusalCode.UNKNOWN_FORMAT,
                            part.name(),
                            "the XML is no KML, GML or GPX: its root is \"" + shortened(root) + "\"")
                    .with("format", "xml");
        }
    }

    private static boolean hasMembers(XmlCursor xml) throws IOException {
        for (int elements = 0; elements < ELEMENTS_TO_LOOK_AT && xml.next(); elements++) {
            if (xml.atStart() && GmlWalk.isMember(xml.name())) {
                return true;
            }
        }
        return false;
    }

    /** A service that cannot answer sends its reason in place of the features. */
    private static ImportRefused answer(XmlCursor xml) throws IOException {
        String where = xml.where();
        String text = xml.text().strip().replaceAll("\\s+", " ");
        return new ImportRefused(
                        RefusalCode.ERROR_ANSWER,
                        where,
                        "the service answered with an error in place of features: " + shortened(text))
                .with("message", shortened(text));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "…";
    }

    @Override
    public SourceInfo info() {
        return info;
    }

    @Override
    public void forEach(SourceSink sink) throws IOException {
        read(sink, true);
    }

    private DeclaredCrs read(SourceSink sink, boolean features) throws IOException {
        try (XmlCursor xml = new XmlCursor(part.open(), limits, part.name())) {
            XmlWalk walk = format.walk(xml, limits, sink, features);
            for (XmlFeature feature = walk.next(); feature != null; feature = walk.next()) {
                if (features) {
                    take(feature, sink);
                } else {
                    feature.texts().forEach(columns::see);
                }
            }
            return walk.crs();
        }
    }

    private void take(XmlFeature feature, SourceSink sink) {
        Set<ChangeCode> changes = EnumSet.noneOf(ChangeCode.class);
        Map<String, Object> values = new LinkedHashMap<>();
        feature.texts().forEach((column, text) -> values.put(column, columns.typed(column, text)));
        try {
            sink.take(new SourceFeature(
                    feature.row(), feature.id(), feature.shape().build(sink, changes), values, changes));
        } catch (NotBuilt e) {
            sink.reject(feature.row(), e.reason().code(), e.reason().detail());
        }
    }
}
