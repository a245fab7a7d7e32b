package org.copse.geoimport.source;

import java.io.IOException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.copse.geoimport.ImportRefused;
import org.copse.geoimport.Limits;
import org.copse.geoimport.report.ChangeCode;
import org.copse.geoimport.report.WarningCode;
import org.copse.geoimport.source.JsonGeometry.NotBuilt;
import org.copse.geoimport.source.OpenedFile.Part;
import org.locationtech.jts.geom.Geometry;

/**
 * KML 2.2 and its older forms: each placemark is a feature; the names of the folders around it are a column.
 *
 * <p>Read twice: once for the columns and their types, once for the features. Linked files and pictures are not fetched.
 */
final class KmlSource implements FeatureSource {
    private final Part part;
    private final Limits limits;
    private final TypedColumns columns;
    private final SourceInfo info;

    private KmlSource(Part part, Limits limits, Set<String> textColumns) throws IOException {
        this.part = part;
        this.limits = limits;
        this.columns = new TypedColumns(textColumns);
        read(new NoSink(), false);
        this.info = new SourceInfo("KML", null, null, DeclaredCrs.byFormat("KML is WGS 84"), columns.names(), false);
    }

    /**
     * Opens a KML document.
     *
     * @param textColumns whose values are kept as they are written
     * @throws ImportRefused when it breaks XML's rules, or declares a document type
     */
    static KmlSource open(Part part, Limits limits, Set<String> textColumns) throws IOException {
        return new KmlSource(part, limits, textColumns);
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
            KmlWalk walk = new KmlWalk(xml, limits, sink, features);
            for (KmlWalk.Placemark placemark = walk.next(); placemark != null; placemark = walk.next()) {
                if (features) {
                    take(placemark, sink);
                } else {
                    placemark.texts().forEach(columns::see);
                }
            }
        }
    }

    private void take(KmlWalk.Placemark placemark, SourceSink sink) {
        Set<ChangeCode> changes = EnumSet.noneOf(ChangeCode.class);
        Map<String, Object> values = new LinkedHashMap<>();
        placemark.texts().forEach((column, text) -> values.put(column, columns.typed(column, text)));
        try {
            Geometry geometry =
                    placemark.shape() == null ? null : placemark.shape().build(new JsonGeometry(sink, changes));
            sink.take(new SourceFeature(placemark.row(), placemark.id(), geometry, values, changes));
        } catch (NotBuilt e) {
            sink.reject(placemark.row(), e.reason().code(), e.reason().detail());
        }
    }

    static void warnOfLinks(SourceSink sink, String element) {
        sink.warnCounted(WarningCode.FORMAT_NOT_KEPT, element + " elements, which lead to other files: not followed");
    }
}
