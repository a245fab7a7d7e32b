package org.copse.server.scenario;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.copse.geoimport.ImportRefused;
import org.copse.geoimport.Role;
import org.copse.geoimport.district.EnclosedChoice;
import org.copse.geoimport.district.MixField;
import org.copse.geoimport.district.WeightsFile;
import org.copse.geoimport.incident.IncidentPeriod;
import org.copse.planning.problem.Favour;
import org.copse.planning.problem.Staffing;
import org.copse.planning.workload.NormProfile;
import org.copse.server.layer.Layer;
import org.copse.server.layer.LayerStore;
import org.copse.server.scenario.Settings.TeamSize;
import org.copse.server.system.FieldErrors;
import org.jspecify.annotations.Nullable;

/** Checks a request for a scenario, field by field, before anything is stored. */
final class ScenarioChecks {
    private static final int LONGEST_NAME = 200;
    private static final int USUAL_PROFILE = 4_000;
    private static final int LARGEST_PROFILE = 1_000_000;
    private static final double USUAL_TOLERANCE = 0.15;
    private static final int USUAL_SECONDS = 10;
    private static final int MOST_SECONDS = 3_600;
    private static final Pattern TEAM_SIZE = Pattern.compile("\\s*(\\d{1,4})\\s*[-–]\\s*(\\d{1,4})\\s*");

    private final FieldErrors errors = new FieldErrors();
    private final ScenarioRequest request;
    private final LayerStore store;
    private final Map<LayerRole, Layer> layers = new EnumMap<>(LayerRole.class);

    ScenarioChecks(ScenarioRequest request, LayerStore store) {
        this.request = request;
        this.store = store;
    }

    /** Returns the scenario asked for, or ends the request with every field that is wrong. */
    NewScenario check() {
        String name = name();
        checkLayers();
        int profile = within("profile", request.profile(), 1, LARGEST_PROFILE, USUAL_PROFILE);
        Settings settings = new Settings(
                profile,
                officers(),
                request.sectors() == null ? null : within("sectors", request.sectors(), 1, mostOfficers(), 1),
                teamSize(),
                weights(profile),
                mix(),
                tolerance(),
                favour(),
                request.seed() == null ? 1 : request.seed(),
                within("budgetSeconds", request.budgetSeconds(), 1, MOST_SECONDS, USUAL_SECONDS),
                period(),
                enclosed());
        checkStaffing(settings);
        errors.throwIfAny();
        Map<LayerRole, UUID> ids = new EnumMap<>(LayerRole.class);
        layers.forEach((role, layer) -> ids.put(role, layer.id()));
        return new NewScenario(name, settings, ids);
    }

    /** A checked scenario, about to be stored. */
    record NewScenario(String name, Settings settings, Map<LayerRole, UUID> layers) {}

    private String name() {
        String name = Optional.ofNullable(request.name()).orElse("").strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            errors.add("name", "must have 1 to " + LONGEST_NAME + " characters, not " + name.length());
        }
        return name;
    }

    private void checkLayers() {
        Optional.ofNullable(request.layers()).orElse(Map.of()).forEach((key, id) -> {
            Optional<LayerRole> role = LayerRole.findByKey(key);
            if (role.isEmpty()) {
                errors.add("layers." + key, "is no role of a layer");
            } else if (id != null) {
                checkLayer(role.get(), id);
            }
        });
        if (request.layers() == null || request.layers().get(LayerRole.UNITS.key()) == null) {
            errors.add("layers.units", "is missing");
        }
        if (layers.containsKey(LayerRole.UNITS) && lacks(LayerRole.POPULATION, Role.POPULATION)) {
            errors.add("layers.population", "is needed: the units have no column of residents");
        }
    }

    private void checkLayer(LayerRole role, UUID id) {
        Optional<Layer> layer = store.find(id);
        if (layer.isEmpty()) {
            errors.add("layers." + role.key(), "there is no layer " + id);
        } else if (layer.get().kind() != role.kind()) {
            errors.add("layers." + role.key(), "is a layer of " + layer.get().kind() + ", not of " + role.kind());
        } else {
            layers.put(role, layer.get());
        }
    }

    private @Nullable Integer officers() {
        int most = mostOfficers();
        Integer officers = request.officers();
        if (officers != null && (officers < 1 || officers > most)) {
            errors.add("officers", "must be 1 to the number of units, " + most + ", not " + officers);
            return null;
        }
        return officers;
    }

    /** Returns the number of units: each officer needs one. */
    private int mostOfficers() {
        Layer units = layers.get(LayerRole.UNITS);
        return units == null ? Integer.MAX_VALUE : units.features();
    }

    private @Nullable TeamSize teamSize() {
        String text = request.teamSize();
        if (text == null || text.isBlank()) {
            return null;
        }
        if (request.sectors() != null) {
            errors.add("teamSize", "cannot be given together with sectors");
            return null;
        }
        Matcher matcher = TEAM_SIZE.matcher(text);
        try {
            if (matcher.matches()) {
                return new TeamSize(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
            }
        } catch (IllegalArgumentException e) {
            // Said below, with the form that is wanted.
        }
        errors.add("teamSize", "must be the smallest and the largest team, such as 5-9");
        return null;
    }

    private void checkStaffing(Settings settings) {
        Integer officers = settings.officers();
        if (officers == null || !errors.isEmpty()) {
            return;
        }
        try {
            Staffing teams = settings.staffing(0, officers);
            if (teams.officers() != officers) {
                errors.add("officers", "cannot be divided as asked");
            }
        } catch (IllegalArgumentException e) {
            errors.add(settings.sectors() != null ? "sectors" : "teamSize", String.valueOf(e.getMessage()));
        }
    }

    private String weights(int profile) {
        if (request.weights() == null || request.weights().isNull()) {
            return "{}";
        }
        String json = request.weights().toString();
        try {
            WeightsFile.parse(json, "weights", NormProfile.of(profile).startingWeights());
        } catch (ImportRefused e) {
            errors.add(e.where().replace(" at ", "."), e.what());
        }
        return json;
    }

    private List<String> mix() {
        List<String> columns = Optional.ofNullable(request.mix()).orElse(List.of());
        Layer units = layers.get(LayerRole.UNITS);
        for (String column : columns) {
            if (column == null || column.isBlank()) {
                errors.add("mix", "names a blank column");
                return List.of();
            }
            String field = MixField.parse(column).field();
            if (units != null
                    && !store.findReport(units.id()).orElseThrow().fields().contains(field)) {
                errors.add("mix", "the units have no column " + field);
            }
        }
        return columns;
    }

    private @Nullable String period() {
        String period = request.period();
        if (period == null || period.isBlank()) {
            return null;
        }
        try {
            return IncidentPeriod.parse(period).toString();
        } catch (IllegalArgumentException e) {
            errors.add("period", String.valueOf(e.getMessage()));
            return null;
        }
    }

    private List<String> enclosed() {
        List<String> chosen = Optional.ofNullable(request.includeEnclosed()).orElse(List.of());
        try {
            EnclosedChoice.parse(chosen);
            return chosen;
        } catch (IllegalArgumentException e) {
            errors.add("includeEnclosed", String.valueOf(e.getMessage()));
            return List.of();
        }
    }

    private double tolerance() {
        Double tolerance = request.tolerance();
        if (tolerance == null) {
            return USUAL_TOLERANCE;
        }
        if (!(tolerance > 0 && tolerance <= 1)) {
            errors.add("tolerance", "must be above 0 and at most 1, not " + tolerance);
        }
        return tolerance;
    }

    private String favour() {
        String favour = Optional.ofNullable(request.favour()).orElse(Settings.ALL);
        Optional<Favour> one = Favours.findByKey(favour);
        if (one.isEmpty() && !favour.equals(Settings.ALL)) {
            errors.add("favour", "must be all or one of " + Favours.keys());
        } else if (one.equals(Optional.of(Favour.LEAST_CHANGE)) && lacks(LayerRole.IN_FORCE, Role.BEAT)) {
            errors.add("favour", "least-change needs the areas in force: a layer, or a column of the units");
        } else if (one.equals(Optional.of(Favour.COMMUNITIES)) && lacks(LayerRole.NEIGHBOURHOODS, Role.NEIGHBOURHOOD)) {
            errors.add("favour", "communities needs neighbourhoods: a layer, or a column of the units");
        }
        return favour;
    }

    private boolean lacks(LayerRole layer, Role column) {
        Layer units = layers.get(LayerRole.UNITS);
        return !layers.containsKey(layer)
                && (units == null || units.roles().find(column).isEmpty());
    }

    private int within(String field, @Nullable Integer value, int least, int most, int usual) {
        if (value == null) {
            return usual;
        }
        if (value < least || value > most) {
            errors.add(field, "must be " + least + " to " + most + ", not " + value);
            return usual;
        }
        return value;
    }
}
