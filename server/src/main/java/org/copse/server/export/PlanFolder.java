package org.copse.server.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.copse.geoimport.district.District;
import org.copse.geoimport.district.WeightsFile;
import org.copse.planning.plan.Plan;
import org.copse.planning.workload.UnitEvidence;
import org.copse.server.csv.CsvCell;
import org.copse.server.geojson.FeatureCollectionWriter;
import org.copse.server.proposal.MapColours;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The files of one plan. */
public final class PlanFolder {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private PlanFolder() {}

    /** Writes the files of a plan into {@code folder}, which is made. */
    static void write(Path folder, PlanTables tables, PlanReport report) throws IOException {
        Files.createDirectories(folder);
        writeBeats(folder.resolve("beats.geojson"), tables, report.beats());
        writeSectors(folder.resolve("sectors.geojson"), tables, report.sectors());
        writeAssignment(folder.resolve("assignment.csv"), tables);
        writeUnits(folder.resolve("units.csv"), tables);
        writeJson(folder.resolve("report.json"), report);
        Files.writeString(
                folder.resolve("weights.json"), WeightsFile.write(tables.hours().weights()));
    }

    /** Writes anything as JSON. */
    public static void writeJson(Path file, Object value) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            JSON.writeValue(out, value);
        }
    }

    private static void writeBeats(Path file, PlanTables tables, List<PlanReport.Beat> beats) throws IOException {
        int[] colours = MapColours.of(tables.beatTerritories());
        try (OutputStream out = Files.newOutputStream(file);
                FeatureCollectionWriter features = new FeatureCollectionWriter(out)) {
            for (int b = 0; b < beats.size(); b++) {
                PlanReport.Beat beat = beats.get(b);
                Map<String, Object> properties = new LinkedHashMap<>();
                properties.put("id", beat.id());
                properties.put("name", beat.name());
                properties.put("sector", beat.sector());
                properties.put("colour", colours[b]);
                properties.put("hours", beat.hours());
                properties.put("targetHours", beat.targetHours());
                properties.put("deviation", beat.deviation());
                properties.put("residents", beat.residents());
                properties.put("residentsEstimated", beat.residentsEstimated());
                properties.put("units", beat.units());
                properties.put("areaSquareKilometres", beat.areaSquareKilometres());
                features.feature(
                        beat.id(), lonLat(tables, tables.beatTerritories().get(b)), properties);
            }
        }
    }

    private static void writeSectors(Path file, PlanTables tables, List<PlanReport.Sector> sectors) throws IOException {
        int[] colours = MapColours.of(tables.sectorTerritories());
        try (OutputStream out = Files.newOutputStream(file);
                FeatureCollectionWriter features = new FeatureCollectionWriter(out)) {
            for (int s = 0; s < sectors.size(); s++) {
                PlanReport.Sector sector = sectors.get(s);
                Map<String, Object> properties = new LinkedHashMap<>();
                properties.put("id", sector.id());
                properties.put("colour", colours[s]);
                properties.put("officers", sector.officers());
                properties.put("hours", sector.hours());
                properties.put("targetHours", sector.targetHours());
                properties.put("deviation", sector.deviation());
                properties.put("residents", sector.residents());
                properties.put("residentsEstimated", sector.residentsEstimated());
                properties.put("areaSquareKilometres", sector.areaSquareKilometres());
                features.feature(
                        sector.id(), lonLat(tables, tables.sectorTerritories().get(s)), properties);
            }
        }
    }

    private static Geometry lonLat(PlanTables tables, Geometry metric) {
        return tables.district().crs().toLonLat(metric);
    }

    private static void writeAssignment(Path file, PlanTables tables) throws IOException {
        Plan plan = tables.plan();
        try (BufferedWriter csv = Files.newBufferedWriter(file)) {
            csv.write("unit_id,beat_id,sector_id\n");
            for (int u = 0; u < plan.unitCount(); u++) {
                csv.write(CsvCell.of(tables.district().feature(u).id()) + "," + PlanTables.label(plan.beatOf(u)) + ","
                        + PlanTables.label(plan.sectorOfUnit(u)) + "\n");
            }
        }
    }

    /** What the assignment rests on, unit by unit: residents, whether they are estimated, and hours by term. */
    private static void writeUnits(Path file, PlanTables tables) throws IOException {
        District district = tables.district();
        Plan plan = tables.plan();
        try (BufferedWriter csv = Files.newBufferedWriter(file)) {
            csv.write(
                    "unit_id,beat_id,sector_id,residents,residents_estimated,square_kilometres,incidents,incidents_per_month,"
                            + "incidents_per_month_smoothed,hours,"
                            + "hours_contact,hours_mix,hours_conflict,hours_places,hours_travel,hours_access\n");
            for (int u = 0; u < plan.unitCount(); u++) {
                UnitEvidence unit = district.evidence().get(u);
                StringBuilder row = new StringBuilder(CsvCell.of(unit.id()))
                        .append(',')
                        .append(PlanTables.label(plan.beatOf(u)))
                        .append(',')
                        .append(PlanTables.label(plan.sectorOfUnit(u)))
                        .append(',')
                        .append(Math.round(unit.residents()))
                        .append(',')
                        .append(unit.residentsEstimated())
                        .append(',')
                        .append(PlanTables.rounded(unit.inhabitedSquareKilometres()))
                        .append(',')
                        .append(tables.hours().incidentsCounted(u))
                        .append(',')
                        .append(PlanTables.rounded(tables.hours().incidentsPerMonth(u)))
                        .append(',')
                        .append(PlanTables.rounded(tables.hours().smoothedIncidentsPerMonth(u)))
                        .append(',')
                        .append(PlanTables.rounded(tables.hours().hours(u)));
                PlanTables.byTerm(tables.hours().hoursByTerm(new int[] {u}))
                        .values()
                        .forEach(hours -> row.append(',').append(hours));
                csv.write(row.append('\n').toString());
            }
        }
    }
}
