package org.copse.server.hotspot;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.copse.geoimport.ImportReport;
import org.copse.server.geojson.FeatureCollectionWriter;
import org.copse.statistics.sequence.HourOfWeek;
import org.copse.statistics.sequence.Knox;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The files of one map: {@code cells.geojson} and {@code report.json}. */
public final class HotspotFolder {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final String ENDS = "a band is over its lower end and at most its upper; 0 m is the same place";

    private final HotspotMap map;
    private final Map<String, ImportReport> files;

    /** @param files the reports of the files by their part in the map */
    public HotspotFolder(HotspotMap map, Map<String, ImportReport> files) {
        this.map = map;
        this.files = new LinkedHashMap<>(files);
    }

    /** Writes both files into a folder that is there. */
    public void write(Path folder) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(folder.resolve("cells.geojson")));
                FeatureCollectionWriter features = new FeatureCollectionWriter(out)) {
            List<Map<String, Object>> properties = CellFacts.of(map);
            for (int cell = 0; cell < properties.size(); cell++) {
                String id = CellFacts.id(map.grid(), cell);
                features.feature(id, CellFacts.outline(map.grid(), map.ground().crs(), cell), properties.get(cell));
            }
        }
        try (OutputStream out = Files.newOutputStream(folder.resolve("report.json"))) {
            JSON.writeValue(out, report());
        }
    }

    /** Returns what {@code report.json} says. */
    public HotspotReport report() {
        IncidentSelection incidents = map.incidents();
        long read = incidents.read() + incidents.leftOut().getOrDefault(IncidentSelection.LeftOut.WITHOUT_POSITION, 0L);
        List<HotspotReport.Share> leftOut = incidents.leftOut().entrySet().stream()
                .map(why ->
                        new HotspotReport.Share(why.getKey().words(), why.getValue(), (double) why.getValue() / read))
                .toList();
        return new HotspotReport(
                Legend.key(map.request().method()),
                map.request().method().words(),
                HotspotSettings.of(map),
                period(),
                map.n(),
                read,
                leftOut,
                cells(),
                Legend.words(map.request().method()),
                HotspotCaveats.of(map),
                snapPoints(),
                hourOfWeek(),
                map.knox().map(this::nearRepeats).orElse(null),
                map.scores().orElse(null),
                sources());
    }

    private HotspotReport.Period period() {
        Optional<LocalDate[]> days = map.daysCovered();
        String asked = map.request().from().map(day -> "from " + day).orElse("")
                + map.request().to().map(day -> " to " + day).orElse("");
        String how = (asked.isEmpty() ? "no period was asked for" : "asked for: " + asked.strip())
                + "; the days are those that the incidents on the map may have been on";
        return new HotspotReport.Period(
                days.map(covered -> covered[0].toString()).orElse(null),
                days.map(covered -> covered[1].toString()).orElse(null),
                how,
                map.incidents().undated());
    }

    private Map<String, Object> cells() {
        Map<String, Object> cells = new LinkedHashMap<>();
        cells.put("all", map.grid().size());
        cells.put(
                "withIncidents", Arrays.stream(map.counts()).filter(c -> c > 0).count());
        List<String> classes = map.classes().orElse(List.of());
        for (String one : new TreeSet<>(classes)) {
            cells.put(one, Collections.frequency(classes, one));
        }
        if (map.trendOfCells() != null) {
            cells.putAll(Legend.count(map.trendOfCells()));
        }
        return cells;
    }

    private Map<String, Object> snapPoints() {
        Map<String, Object> snaps = new LinkedHashMap<>();
        snaps.put("recognised", map.snaps().recognised());
        snaps.put("incidents", map.snaps().incidents());
        snaps.put("positions", map.snaps().positions());
        snaps.put("shareOnRepeatedPositions", map.snaps().shareRepeated());
        double spacing = map.snaps().spacingMetres();
        snaps.put("spacingMetres", Double.isNaN(spacing) ? null : spacing);
        return snaps;
    }

    private @Nullable Map<String, Object> hourOfWeek() {
        int[] hours = map.incidents().hours();
        for (int i = 0; i < hours.length; i++) {
            hours[i] = map.cells()[i] < 0 ? -1 : hours[i];
        }
        HourOfWeek profile = HourOfWeek.of(hours);
        if (profile.known() == 0) {
            return null;
        }
        Map<String, Object> week = new LinkedHashMap<>();
        week.put("counts", profile.counts());
        week.put("known", profile.known());
        week.put("unknown", map.n() - profile.known());
        week.put("midnightSuspected", profile.midnightSuspected());
        return week;
    }

    private HotspotReport.NearRepeats nearRepeats(Knox knox) {
        List<HotspotReport.Band> bands = new ArrayList<>();
        double[] metres = knox.bands().metres();
        long[] days = knox.bands().days();
        for (int d = 0; d < metres.length; d++) {
            for (int t = 0; t < days.length; t++) {
                double ratio = knox.ratio(d, t);
                bands.add(new HotspotReport.Band(
                        d == 0 ? 0 : metres[d - 1],
                        metres[d],
                        t == 0 ? 0 : days[t - 1],
                        days[t],
                        knox.pairs()[d][t],
                        knox.expected()[d][t],
                        Double.isNaN(ratio) ? null : ratio,
                        knox.p()[d][t]));
            }
        }
        return new HotspotReport.NearRepeats(
                ENDS + "; the first band of days begins with the same day",
                bands,
                knox.incidents(),
                knox.vague(),
                knox.permutations(),
                map.request().seed());
    }

    private List<HotspotReport.Source> sources() {
        List<HotspotReport.Source> sources = new ArrayList<>();
        files.forEach((what, report) -> sources.add(
                new HotspotReport.Source(what, report.file(), report.sha256(), String.valueOf(report.crs()))));
        return sources;
    }
}
