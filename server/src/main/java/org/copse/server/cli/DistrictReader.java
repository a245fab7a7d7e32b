package org.copse.server.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.copse.geoimport.Feature;
import org.copse.geoimport.FeatureSink;
import org.copse.geoimport.ImportRefused;
import org.copse.geoimport.ImportReport;
import org.copse.geoimport.ImportRequest;
import org.copse.geoimport.ImportedLayer;
import org.copse.geoimport.LayerImport;
import org.copse.geoimport.LayerKind;
import org.copse.geoimport.LonLatBox;
import org.copse.geoimport.LonLatExtent;
import org.copse.geoimport.RefusalCode;
import org.copse.geoimport.Role;
import org.copse.geoimport.district.District;
import org.copse.geoimport.district.DistrictInputs;
import org.copse.geoimport.district.DistrictLayer;
import org.copse.geoimport.district.EnclosedChoice;
import org.copse.geoimport.district.IncidentCounter;
import org.copse.geoimport.district.IncidentTally;
import org.copse.geoimport.district.LonLat;
import org.copse.geoimport.district.MixField;
import org.copse.geoimport.district.UnitMap;
import org.copse.geoimport.incident.IncidentPeriod;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** Reads the files that the command line names and joins them into a district, keeping each file's report. */
final class DistrictReader {
    private final PlanFiles files;
    private final ChosenReading chosen;
    private final Consumer<String> says;
    private final List<ImportReport> reports = new ArrayList<>();
    private @Nullable LonLatBox district;

    /**
     * Checks the options against each other.
     *
     * @param says told what is being done, for people
     * @throws Usage naming the option and what it needs
     */
    DistrictReader(PlanFiles files, Consumer<String> says) {
        this.files = files;
        this.says = says;
        if (files.units == null) {
            throw new Usage("--units is missing: name the file of census units.");
        }
        together("--join", files.join != null, "--population-table", files.populationTable != null);
        together("--table-filter", !files.tableFilter.isEmpty(), "--population-table", files.populationTable != null);
        together("--crossings", files.crossings != null, "--barriers", files.barriers != null);
        together("--barrier-minutes", files.barrierMinutes != null, "--barriers", files.barriers != null);
        together("--in-force-id", files.inForceId != null, "--in-force", files.inForce != null);
        together("--incident-months", files.incidentMonths != null, "--incidents", files.incidents != null);
        if (files.barrierMinutes != null && !(files.barrierMinutes > 0 && files.barrierMinutes <= 1_440)) {
            throw new Usage("--barrier-minutes is " + files.barrierMinutes + ": give minutes over 0, at most 1440.");
        }
        if (files.incidentMonths != null && !(files.incidentMonths > 0 && files.incidentMonths <= 1_200)) {
            throw new Usage("--incident-months is " + files.incidentMonths + ": give months over 0, at most 1200.");
        }
        together("--period", files.period != null, "--incidents", files.incidents != null);
        together("--count", !files.count.isEmpty(), "--incidents", files.incidents != null);
        together("--leave-out", !files.leaveOut.isEmpty(), "--incidents", files.incidents != null);
        if (files.period != null && files.incidentMonths != null) {
            throw new Usage("--period and --incident-months exclude each other: give one of them.");
        }
        period();
        enclosed();
        centre();
        mix();
        chosen = new ChosenReading(files);
    }

    private static void together(String option, boolean given, String needs, boolean there) {
        if (given && !there) {
            throw new Usage(option + " needs " + needs + ".");
        }
    }

    private Optional<IncidentPeriod> period() {
        try {
            return Optional.ofNullable(files.period).map(IncidentPeriod::parse);
        } catch (IllegalArgumentException e) {
            throw new Usage("--period: " + e.getMessage() + ".");
        }
    }

    private EnclosedChoice enclosed() {
        try {
            return EnclosedChoice.parse(files.includeEnclosed);
        } catch (IllegalArgumentException e) {
            throw new Usage("--include-enclosed: " + e.getMessage() + ", or all.");
        }
    }

    private Optional<LonLat> centre() {
        if (files.centre == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(LonLat.parse(files.centre));
        } catch (IllegalArgumentException e) {
            throw new Usage("--centre: " + e.getMessage() + ".");
        }
    }

    /** Returns the reports of the files read so far, in the order of reading. */
    List<ImportReport> reports() {
        return reports;
    }

    /**
     * Reads and joins.
     *
     * @throws ImportRefused when a file, or the whole, cannot be used
     */
    District read() {
        return assemble(map());
    }

    /**
     * Reads the units and what stands between them.
     *
     * @throws ImportRefused when a file, or the whole, cannot be used
     */
    UnitMap map() {
        ImportedLayer unitLayer = read("units", files.units, this::unitRoles);
        district = extent(unitLayer);
        DistrictLayer units = DistrictLayer.of(unitLayer);
        Optional<DistrictLayer> barriers = layer("barriers", files.barriers);
        Optional<DistrictLayer> crossings = layer("crossings", files.crossings);
        says.accept("finding neighbours of " + units.features().size() + " units");
        return fit(() -> UnitMap.of(units, barriers, crossings, files.barrierMinutes(), enclosed()));
    }

    /** Reads everything else, and joins it to the units. */
    District assemble(UnitMap map) {
        DistrictInputs inputs = DistrictInputs.none().withMix(mix());
        Optional<LonLat> centre = centre();
        inputs = centre.isPresent() ? inputs.withCentre(centre.get()) : inputs;
        if (files.populationTable != null) {
            inputs = inputs.with(DistrictLayer.of(read("population-table", files.populationTable, this::tableRoles)));
        }
        inputs = with(inputs, layer("worship", files.worship));
        inputs = with(inputs, layer("places", files.places));
        inputs = with(inputs, layer("neighbourhoods", files.neighbourhoods));
        inputs = with(inputs, layer("bases", files.bases));
        inputs = with(inputs, layer("in-force", files.inForce));
        if (files.incidents != null) {
            inputs = inputs.with(count(map, files.incidents));
        }
        DistrictInputs all = inputs;
        return fit(() -> District.assemble(map, all));
    }

    /** A value of the files that the constructors behind the joining refuse is bad input, nobody's bug. */
    private <T> T fit(Supplier<T> joining) {
        try {
            return joining.get();
        } catch (IllegalArgumentException e) {
            ImportRefused refused = new ImportRefused(
                    RefusalCode.NOT_FIT_FOR_USE,
                    "joining the files to " + files.units,
                    String.valueOf(e.getMessage()),
                    "Mend the value in the file that has it.");
            refused.initCause(e);
            throw refused;
        }
    }

    private List<MixField> mix() {
        try {
            return files.mix.stream().map(MixField::parse).toList();
        } catch (IllegalArgumentException e) {
            throw new Usage("--mix: " + e.getMessage() + ".");
        }
    }

    private static DistrictInputs with(DistrictInputs inputs, Optional<DistrictLayer> layer) {
        return layer.isPresent() ? inputs.with(layer.get()) : inputs;
    }

    private ImportRequest unitRoles(ImportRequest request) {
        ImportRequest named = withRole(request, Role.ID, files.id);
        named = withRole(named, Role.MINUTES_TO_CENTRE, files.minutesToCentre);
        return files.populationTable == null ? withRole(named, Role.POPULATION, files.population) : named;
    }

    private ImportRequest tableRoles(ImportRequest request) {
        ImportRequest named = withRole(request, Role.KEY, files.join);
        named = withRole(named, Role.POPULATION, files.population);
        for (Map.Entry<String, String> filter : files.tableFilter.entrySet()) {
            named = named.where(filter.getKey(), filter.getValue());
        }
        return named;
    }

    private static ImportRequest withRole(ImportRequest request, Role role, @Nullable String column) {
        return column == null ? request : request.withRole(role, column);
    }

    private Optional<DistrictLayer> layer(String option, @Nullable Path file) {
        if (file == null) {
            return Optional.empty();
        }
        boolean inForce = option.equals("in-force") && files.inForceId != null;
        return Optional.of(DistrictLayer.of(read(
                option,
                file,
                request -> inForce
                        ? withRole(withRole(request, Role.ID, files.inForceId), Role.BEAT, files.inForceId)
                        : request)));
    }

    /** Where the units lie: the other files are compared with it. */
    private static @Nullable LonLatBox extent(ImportedLayer units) {
        Envelope extent =
                LonLatExtent.of(units.features().stream().map(Feature::geometry).toList());
        return extent.isNull() ? null : LonLatBox.of(extent);
    }

    private interface Naming {
        ImportRequest name(ImportRequest request);
    }

    private ImportedLayer read(String option, @Nullable Path file, Naming naming) {
        says.accept("reading " + option + " from " + file);
        ImportRequest request = request(option, file, naming);
        ImportedLayer layer = FileAnswers.asking(option, () -> LayerImport.read(request));
        reports.add(layer.report());
        return layer;
    }

    private IncidentTally count(UnitMap map, Path file) {
        says.accept("counting incidents of " + file);
        IncidentCounter counter = map.countIncidents(period());
        ImportRequest request = request("incidents", file, all -> all);
        reports.add(FileAnswers.asking("incidents", () -> LayerImport.stream(request, counter)));
        IncidentTally tally = counter.tally();
        return files.incidentMonths == null ? tally : tally.overMonths(files.incidentMonths);
    }

    /** Returns the geometries of a file in the metric CRS of a map. */
    List<Geometry> metric(String option, Path file, UnitMap map) {
        return LayerImport.read(request(option, file, request -> request)).features().stream()
                .map(feature -> map.crs().toMetric(feature.geometry()))
                .toList();
    }

    /** Hands the incidents to {@code sink}, one by one. */
    ImportReport stream(Path incidents, FeatureSink sink) {
        says.accept("reading incidents from " + incidents);
        return LayerImport.stream(request("incidents", incidents, request -> request), sink);
    }

    private ImportRequest request(String option, @Nullable Path file, Naming naming) {
        if (file == null) {
            throw new Usage("--" + option + " is missing.");
        }
        LayerKind kind = ChosenReading.kind(option);
        ImportRequest request = naming.name(ImportRequest.of(file, kind));
        request = district == null || kind == LayerKind.UNITS ? request : request.inDistrict(district);
        return chosen.of(option, request);
    }

    /**
     * Returns the units that must be in a beat, both from 0.
     *
     * @throws ImportRefused when a row is not to be used
     */
    Map<Integer, Integer> locks(District district, int beats) {
        if (files.locks == null) {
            return Map.of();
        }
        ImportedLayer layer = LayerImport.read(ImportRequest.of(files.locks, LayerKind.PLAIN));
        reports.add(layer.report());
        return Locks.of(layer, district, beats, says);
    }
}
