package org.copse.geoimport.source.json;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.copse.geoimport.ImportRefused;
import org.copse.geoimport.ImportRequest;
import org.copse.geoimport.Limits;
import org.copse.geoimport.RefusalCode;
import org.copse.geoimport.report.WarningCode;
import org.copse.geoimport.source.DeclaredCrs;
import org.copse.geoimport.source.FeatureSource;
import org.copse.geoimport.source.NoSink;
import org.copse.geoimport.source.SourceInfo;
import org.copse.geoimport.source.SourceSink;
import org.copse.geoimport.source.file.Part;

/**
 * TopoJSON: the arcs are held in memory, within the limit of vertices in memory; the objects stream.
 *
 * <p>Read twice: once for the arcs, which mostly stand last, and the names of the objects; once for the features of one
 * object.
 */
public final class TopoJsonSource implements FeatureSource {
    private final Part part;
    private final Limits limits;
    private final JsonText json;
    private final TopoArcs arcs;
    private final List<String> others;
    private final String layer;
    private final SourceInfo info;

    private TopoJsonSource(Part part, ImportRequest request) throws IOException {
        this.part = part;
        this.limits = request.limits();
        this.json = new JsonText(part, limits);
        this.arcs = new TopoArcs(limits, part.name());
        TopoJsonWalk outline = json.read(parser -> {
            TopoJsonWalk walk = new TopoJsonWalk(parser, json, limits, arcs, new NoSink());
            walk.readArcs();
            return walk;
        });
        this.layer = choose(outline.objects(), request);
        this.others =
                outline.objects().stream().filter(name -> !name.equals(layer)).toList();
        List<String> fields = json.read(parser -> {
            TopoJsonWalk walk = new TopoJsonWalk(parser, json, limits, arcs, new NoSink());
            walk.readObject(layer, false);
            return walk.fields();
        });
        this.info = new SourceInfo(
                "TopoJSON",
                layer,
                null,
                outline.crs() == null ? DeclaredCrs.byFormat("TopoJSON without a crs member is WGS 84") : outline.crs(),
                fields,
                false);
    }

    /**
     * Opens a TopoJSON file.
     *
     * @throws ImportRefused when it is no JSON, has several objects and none is named, or passes a limit
     */
    public static TopoJsonSource open(Part part, ImportRequest request) throws IOException {
        return new TopoJsonSource(part, request);
    }

    private String choose(List<String> objects, ImportRequest request) {
        String names = String.join(", ", objects.stream().limit(20).toList());
        if (objects.isEmpty()) {
            throw new ImportRefused(RefusalCode.NOTHING_USABLE, part.name(), "the topology has no objects");
        }
        if (request.layer().isPresent() && objects.contains(request.layer().get())) {
            return request.layer().get();
        }
        if (request.layer().isPresent() && objects.size() > 1) {
            throw new ImportRefused(
                            RefusalCode.LAYER_MISSING,
                            part.name(),
                            "there is no object \"" + request.layer().get() + "\"; the objects are " + names)
                    .with("layer", request.layer().get())
                    .with("layers", names);
        }
        if (objects.size() > 1) {
            throw ImportRefused.ambiguous(
                    part.name(), "the topology has " + objects.size() + " objects: " + names, objects);
        }
        return objects.get(0);
    }

    @Override
    public SourceInfo info() {
        return info;
    }

    @Override
    public void forEach(SourceSink sink) throws IOException {
        if (!others.isEmpty()) {
            sink.warn(
                    WarningCode.OTHER_LAYERS,
                    "other objects of the topology were not read: "
                            + String.join(", ", others.stream().limit(20).toList()),
                    Map.of("layers", String.join(", ", others.stream().limit(20).toList())));
        }
        arcs.startCounting();
        json.read(parser -> {
            new TopoJsonWalk(parser, json, limits, arcs, sink).readObject(layer, true);
            return layer;
        });
    }
}
