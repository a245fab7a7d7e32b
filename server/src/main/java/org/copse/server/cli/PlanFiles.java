package org.copse.server.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code copse plan} that name files and columns. */
final class PlanFiles {
    @Option(
            names = "--units",
            paramLabel = "FILE",
            description = {
                "Census units: areas that no plan splits. GeoJSON, zipped Shapefile or GeoPackage.",
                "Example: --units wards.zip"
            })
    @Nullable
    Path units;

    @Option(
            names = "--id",
            paramLabel = "FIELD",
            description = {"Column that identifies a unit. Example: --id GSS_CODE"})
    @Nullable
    String id;

    @Option(
            names = "--include-enclosed",
            paramLabel = "LON,LAT",
            description = {
                "Land that units enclose and none claims, wider than a street or a square, and that belongs to the district all the"
                        + " same: a position in it, or all; may be repeated. It stays outside when not given.",
                "Example: --include-enclosed 4.32,50.81"
            })
    List<String> includeEnclosed = new ArrayList<>();

    @Option(
            names = "--population",
            paramLabel = "FIELD",
            description = {
                "Column of residents, in the units or, where one is given, in the table.",
                "Example: --population POP"
            })
    @Nullable
    String population;

    @Option(
            names = "--population-table",
            paramLabel = "FILE",
            description = {
                "Table of residents by unit. What does not match is listed on both sides; units without a figure are"
                        + " estimated from their neighbours.",
                "Example: --population-table pop.csv --join Code"
            })
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
            names = "--incidents",
            paramLabel = "FILE",
            description = {
                "Incidents with position, category, date and who started them. Those that police started do not count.",
                "Example: --incidents incidents.csv.gz"
            })
    @Nullable
    Path incidents;

    @Option(
            names = "--incident-months",
            paramLabel = "N",
            description = {
                "Months that the incidents cover, where their dates do not say it. Example: --incident-months 12"
            })
    @Nullable
    Double incidentMonths;

    @Option(
            names = "--period",
            paramLabel = "FROM..TO",
            description = {
                "Days to count incidents over, both included, as days, months or years; others are left out and counted. From"
                        + " the first day to the last when not given.",
                "Example: --period 2024-01-01..2024-06-30"
            })
    @Nullable
    String period;

    @Option(
            names = "--count",
            paramLabel = "CATEGORY",
            description = {
                "Category of incidents that counts although police find such; may be repeated. --dry-run shows what is proposed.",
                "Example: --count \"DRUG OFFENCES\""
            })
    List<String> count = new ArrayList<>();

    @Option(
            names = "--leave-out",
            paramLabel = "CATEGORY",
            description = {
                "Category of incidents that does not count, whoever reported them; may be repeated. Example: --leave-out PARKING"
            })
    List<String> leaveOut = new ArrayList<>();

    @Option(
            names = "--worship",
            paramLabel = "FILE",
            description = {"Places of worship. Example: --worship worship.geojson"})
    @Nullable
    Path worship;

    @Option(
            names = "--places",
            paramLabel = "FILE",
            description = {"Schools, stations and other focal places with a type. Example: --places places.csv"})
    @Nullable
    Path places;

    @Option(
            names = "--neighbourhoods",
            paramLabel = "FILE",
            description = {
                "Areas that residents recognise; a unit belongs to the one that covers most of it.",
                "Example: --neighbourhoods neighbourhoods.geojson"
            })
    @Nullable
    Path neighbourhoods;

    @Option(
            names = "--barriers",
            paramLabel = "FILE",
            description = {
                "Rivers, railways, motorways. A barrier cuts, unless it has a column minutes or --barrier-minutes is given.",
                "Example: --barriers barriers.geojson --crossings crossings.geojson"
            })
    @Nullable
    Path barriers;

    @Option(
            names = "--barrier-minutes",
            paramLabel = "N",
            description = {"Barriers do not cut but cost so many minutes of detour. Example: --barrier-minutes 6"})
    @Nullable
    Double barrierMinutes;

    @Option(
            names = "--crossings",
            paramLabel = "FILE",
            description = {"Bridges and underpasses, which reopen a barrier. Example: --crossings crossings.geojson"})
    @Nullable
    Path crossings;

    @Option(
            names = "--bases",
            paramLabel = "FILE",
            description = {"Police stations that officers start from. Example: --bases bases.csv"})
    @Nullable
    Path bases;

    @Option(
            names = "--centre",
            paramLabel = "LON,LAT",
            description = {"Centre of the city, in degrees. Example: --centre -0.1276,51.5072"})
    @Nullable
    String centre;

    @Option(
            names = "--minutes-to-centre",
            paramLabel = "FIELD",
            description = {
                "Column of the units with minutes to the centre; it comes before --centre. Example:"
                        + " --minutes-to-centre MIN_CENTRE"
            })
    @Nullable
    String minutesToCentre;

    @Option(
            names = "--mix",
            paramLabel = "FIELD",
            split = ",",
            description = {
                "Columns of the units for the mix of the population: shares or counts of a group, or an index. It adds"
                        + " service time within a cap; the plan without it is written beside it, in without-mix/. Add :count,"
                        + " :share, :index or :index-low where the numbers do not tell.",
                "Example: --mix NEWCOMERS,INCOME:index-low"
            })
    List<String> mix = new ArrayList<>();

    @Option(
            names = "--in-force",
            paramLabel = "FILE",
            description = {"Beats in force today, for continuity. Example: --in-force beats.gpkg --in-force-id BEAT_ID"
            })
    @Nullable
    Path inForce;

    @Option(
            names = "--in-force-id",
            paramLabel = "FIELD",
            description = {"Column that identifies a beat in force. Example: --in-force-id BEAT_ID"})
    @Nullable
    String inForceId;

    @Option(
            names = "--locks",
            paramLabel = "FILE.csv",
            description = {"Units that must be in a beat: columns unit_id, beat_id (from 1). Example: --locks locks.csv"
            })
    @Nullable
    Path locks;

    @Option(
            names = "--crs",
            paramLabel = "LAYER=CODE",
            description = {
                "CRS of a file that does not state it: units, incidents, worship, places, neighbourhoods, barriers, crossings,"
                        + " bases or in-force.",
                "Example: --crs units=EPSG:31370"
            })
    Map<String, String> crs = new LinkedHashMap<>();

    @Option(
            names = "--answer",
            paramLabel = "LAYER=ANSWER",
            description = {
                "Answer to a question about a file: swap (latitude or northing stands first), day-first, month-first, year-first"
                        + " (dates in figures), comma, point (before fractions), fractions (counts are estimates). May be"
                        + " repeated.",
                "Example: --answer incidents=day-first"
            })
    List<String> answer = new ArrayList<>();

    @Option(
            names = "--layer",
            paramLabel = "LAYER=NAME",
            description = {"Layer to read of a file that has several. Example: --layer in-force=beats_2024"})
    Map<String, String> layer = new LinkedHashMap<>();

    @Option(
            names = "--role",
            paramLabel = "LAYER.ROLE=FIELD",
            description = {
                "Column that plays a role, where the heading does not tell. Example: --role incidents.date=month"
            })
    Map<String, String> role = new LinkedHashMap<>();

    OptionalDouble barrierMinutes() {
        return barrierMinutes == null ? OptionalDouble.empty() : OptionalDouble.of(barrierMinutes);
    }
}
