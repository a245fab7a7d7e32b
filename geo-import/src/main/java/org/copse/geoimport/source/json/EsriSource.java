package org.copse.geoimport.source.json;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.copse.geoimport.ImportRefused;
import org.copse.geoimport.Limits;
import org.copse.geoimport.RefusalCode;
import org.copse.geoimport.report.WarningCode;
import org.copse.geoimport.source.DeclaredCrs;
import org.copse.geoimport.source.FeatureSource;
import org.copse.geoimport.source.SourceInfo;
import org.copse.geoimport.source.SourceSink;
import org.copse.geoimport.source.file.ForeignFormat;
import org.copse.geoimport.source.file.Part;
import org.jspecify.annotations.Nullable;

/**
 * Esri JSON, as map and feature services answer; several pages of one layer are read as one. Read twice: once for what
 * stands around the features, once for the features, one at a time.
 */
public final class EsriSource implements FeatureSource {
    private final List<Part> pages;
    private final Limits limits;
    private final List<EsriWalk.Outline> outlines = new ArrayList<>();
    private final SourceInfo info;

    private EsriSource(List<Part> pages, Limits limits) throws IOException {
        this.pages = List.copyOf(pages);
        this.limits = limits;
        EsriWalk.Outline all = new EsriWalk.Outline();
        for (Part page : pages) {
            EsriWalk.Outline outline = new EsriWalk.Outline();
            walk(page, outline, null, 0);
            outlines.add(outline);
            all.columns.addAll(outline.columns);
            all.shapes |= outline.shapes;
            all.sets += outline.sets;
            all.crs = all.crs == null ? outline.crs : all.crs;
            refuseOther(all.crs, outline.crs, page);
        }
        if (all.sets == 0) {
            throw new ImportRefused(
                    RefusalCode.NOTHING_USABLE,
                    pages.get(0).name(),
                    "the answer of the service holds no features",
                    "Ask the layer's query with where=1=1, outFields=* and returnGeometry=true.");
        }
        DeclaredCrs crs =
                all.crs == null ? DeclaredCrs.missing("the answer, which names no spatialReference") : all.crs;
        this.info = new SourceInfo("Esri JSON", null, null, crs, List.copyOf(all.columns), !all.shapes);
    }

    private static void refuseOther(@Nullable DeclaredCrs first, @Nullable DeclaredCrs found, Part page) {
        if (first != null && found != null && !first.text().equals(found.text())) {
            throw ForeignFormat.ESRI_PAGES.refusal(page.name());
        }
    }

    /**
     * Opens the pages of one layer.
     *
     * @param pages at least one, in the order in which they are read
     * @throws ImportRefused when one is not JSON, or none holds features
     */
    public static EsriSource open(List<Part> pages, Limits limits) throws IOException {
        return new EsriSource(pages, limits);
    }

    @Override
    public SourceInfo info() {
        return info;
    }

    @Override
    public void forEach(SourceSink sink) throws IOException {
        long rows = 0;
        for (int i = 0; i < pages.size(); i++) {
            rows = walk(pages.get(i), outlines.get(i), sink, rows);
        }
        boolean lastIsThere = outlines.stream().anyMatch(outline -> !outline.cutOff);
        if (!lastIsThere) {
            warnOfCut(rows, sink);
        }
    }

    static void warnOfCut(long rows, SourceSink sink) {
        sink.warn(
                WarningCode.ANSWER_CUT_OFF,
                "the service sent " + rows + " features and says that there are more",
                Map.of("count", rows));
    }

    private long walk(Part page, EsriWalk.Outline outline, @Nullable SourceSink sink, long before) throws IOException {
        JsonText json = new JsonText(page, limits);
        return json.read(
                parser -> new EsriWalk(parser, json.factory(), limits, page.name(), outline, sink).read(before));
    }
}
