package org.copse.geoimport.source.json;

import java.io.IOException;
import org.copse.geoimport.ImportRefused;
import org.copse.geoimport.Limits;
import org.copse.geoimport.RefusalCode;
import org.copse.geoimport.report.WarningCode;
import org.copse.geoimport.source.FeatureSource;
import org.copse.geoimport.source.NoSink;
import org.copse.geoimport.source.SourceInfo;
import org.copse.geoimport.source.SourceSink;
import org.copse.geoimport.source.file.Part;
import tools.jackson.core.JsonToken;

/**
 * GeoJSON (RFC 7946), one document or one object per line, and the older form with a {@code crs} member.
 *
 * <p>Read twice: once for the columns and the {@code crs} member, which may stand after the features, and once for the
 * features, one at a time.
 */
public final class GeoJsonSource implements FeatureSource {
    private final Part part;
    private final Limits limits;
    private final JsonText json;
    private final SourceInfo info;

    private GeoJsonSource(Part part, Limits limits) throws IOException {
        this.part = part;
        this.limits = limits;
        this.json = new JsonText(part, limits);
        GeoJsonWalk scan = walk(GeoJsonWalk.Pass.SCAN, new NoSink());
        this.info = new SourceInfo(
                scan.documents() > 1 ? "GeoJSON, one object per line" : "GeoJSON",
                null,
                null,
                scan.crs(),
                scan.fields(),
                false);
    }

    /**
     * Opens a JSON file.
     *
     * @throws ImportRefused when it is not JSON, or not GeoJSON
     */
    public static GeoJsonSource open(Part part, Limits limits) throws IOException {
        return new GeoJsonSource(part, limits);
    }

    @Override
    public SourceInfo info() {
        return info;
    }

    @Override
    public void forEach(SourceSink sink) throws IOException {
        GeoJsonWalk walk = walk(GeoJsonWalk.Pass.READ, sink);
        if (walk.cutOff()) {
            EsriSource.warnOfCut(walk.rows(), sink);
        }
        if (json.holdsMore()) {
            sink.warn(WarningCode.OTHER_LAYERS, "the script holds further objects, which were not read");
        }
    }

    private GeoJsonWalk walk(GeoJsonWalk.Pass pass, SourceSink sink) throws IOException {
        return json.read(parser -> {
            GeoJsonWalk walk = new GeoJsonWalk(parser, json.factory(), limits, part, pass, sink);
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                walk.root();
            }
            if (walk.documents() == 0) {
                throw new ImportRefused(RefusalCode.EMPTY_FILE, part.name(), "the file holds no JSON");
            }
            return walk;
        });
    }
}
