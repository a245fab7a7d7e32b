package org.copse.server.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code copse hotspots}. */
final class HotspotOptions {
    @Option(
            names = "--incidents",
            paramLabel = "FILE",
            description = {
                "Incidents with position, category, date and who started them. Example: --incidents incidents.csv.gz"
            })
    @Nullable
    Path incidents;

    @Option(
            names = "--category",
            paramLabel = "NAME",
            description = {"Only incidents of this category; may be repeated. Example: --category Burglary"})
    List<String> categories = new ArrayList<>();

    @Option(
            names = "--district",
            paramLabel = "FILE",
            description = {"The district: one area, or its census units. Example: --district wards.zip"})
    @Nullable
    Path district;

    @Option(
            names = "--id",
            paramLabel = "FIELD",
            description = {"Column that identifies a unit. Example: --id GSS_CODE"})
    @Nullable
    String id;

    @Option(
            names = "--population",
            paramLabel = "FIELD",
            description = {
                "Column of residents, in the district's units or in the table: counts are then compared with"
                        + " residents.",
                "Example: --population POP"
            })
    @Nullable
    String population;

    @Option(
            names = "--population-table",
            paramLabel = "FILE",
            description = {"Table of residents by unit. Example: --population-table pop.csv --join Code"})
    @Nullable
    Path populationTable;

    @Option(
            names = "--join",
            paramLabel = "FIELD",
            description = {"Column of the table that holds the id of the unit. Example: --join Code"})
    @Nullable
    String join;

    @Option(
            names = "--table-filter",
            paramLabel = "FIELD=VALUE",
            description = {"Rows of the table to take; may be repeated. Example: --table-filter Year=2015"})
    Map<String, String> tableFilter = new LinkedHashMap<>();

    @Option(
            names = "--barriers",
            paramLabel = "FILE",
            description = {"Rivers, railways, motorways: across one is not near. Example: --barriers rivers.geojson"})
    @Nullable
    Path barriers;

    @Option(
            names = "--crossings",
            paramLabel = "FILE",
            description = {"Where a barrier can be crossed. Example: --crossings bridges.geojson"})
    @Nullable
    Path crossings;

    @Option(
            names = "--cell",
            paramLabel = "METRES",
            description = {"Side of square cells; taken from the data where it is not given. Example: --cell 250"})
    @Nullable
    Double cell;

    @Option(
            names = "--hex",
            paramLabel = "METRES",
            description = {"Hexagons instead, from centre to centre. Example: --hex 250"})
    @Nullable
    Double hex;

    @Option(
            names = "--method",
            paramLabel = "gi|kde|moran|knox",
            description = {"How cells are judged: Gi* (usual), kernel density, local Moran's I, near repeats."})
    String method = "gi";

    @Option(
            names = "--kernel",
            paramLabel = "quartic|gaussian",
            description = {"Kernel of a density. Usual: quartic."})
    @Nullable
    String kernel;

    @Option(
            names = "--bandwidth",
            paramLabel = "METRES",
            description = {"Bandwidth of a density; by Scott's rule where it is not given. Example: --bandwidth 500"})
    @Nullable
    Double bandwidth;

    @Option(
            names = "--from",
            paramLabel = "DATE",
            description = {"First month or day that counts. Example: --from 2022-01"})
    @Nullable
    String from;

    @Option(
            names = "--to",
            paramLabel = "DATE",
            description = {"Last month or day that counts, included. Example: --to 2022-06"})
    @Nullable
    String to;

    @Option(
            names = "--count-police-initiated",
            description = {
                "Count what police started, too. Such a map shows where police look as much as where something happens."
            })
    boolean countPoliceInitiated;

    @Option(
            names = "--permutations",
            paramLabel = "N",
            description = {"Lots drawn for near repeats, 99 to 99999. Usual: 999."})
    int permutations = 999;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = {"Seed of the lots; the same gives the same. Usual: 1."})
    long seed = 1;

    @Option(
            names = "--crs",
            paramLabel = "LAYER=CODE",
            description = {
                "CRS of a file that does not say it; layers are incidents, district, population-table, barriers,"
                        + " crossings. Example: --crs incidents=EPSG:27700"
            })
    Map<String, String> crs = new LinkedHashMap<>();

    @Option(
            names = "--layer",
            paramLabel = "LAYER=NAME",
            description = {"Layer to read of a file with several. Example: --layer district=wards"})
    Map<String, String> layer = new LinkedHashMap<>();

    @Option(
            names = "--role",
            paramLabel = "LAYER.ROLE=FIELD",
            description = {"Column of a role that was not found. Example: --role incidents.date=month"})
    Map<String, String> role = new LinkedHashMap<>();

    @Option(
            names = "--answer",
            paramLabel = "LAYER=ANSWER",
            description = {
                "How a file is meant that can be read in several ways; may be repeated. Example: --answer"
                        + " incidents=day-first"
            })
    List<String> answer = new ArrayList<>();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = {"Folder that receives cells.geojson and report.json. Example: --out hotspots"})
    @Nullable
    Path out;

    /** Returns the files as the reader of districts takes them. */
    PlanFiles files() {
        PlanFiles files = new PlanFiles();
        files.units = district;
        files.id = id;
        files.population = population;
        files.populationTable = populationTable;
        files.join = join;
        files.tableFilter = tableFilter;
        files.barriers = barriers;
        files.crossings = crossings;
        files.crs = named(crs);
        files.layer = named(layer);
        files.role = named(role);
        files.answer = answer.stream().map(HotspotOptions::named).toList();
        return files;
    }

    /** What is the district here are the units there. */
    private static Map<String, String> named(Map<String, String> byLayer) {
        Map<String, String> renamed = new LinkedHashMap<>();
        byLayer.forEach((name, value) -> renamed.put(named(name), value));
        return renamed;
    }

    private static String named(String layer) {
        return layer.replaceFirst("^district(?=$|[.=])", "units");
    }
}
