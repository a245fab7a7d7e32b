package org.copse.server.cli;

import java.util.Locale;
import java.util.Map;
import org.copse.geoimport.ImportRequest;
import org.copse.geoimport.LayerKind;
import org.copse.geoimport.Role;

/** How files are read that do not say it themselves: {@code --crs}, {@code --layer}, {@code --answer} and {@code --role}, each by the option of its file. */
final class ChosenReading {
    private static final Map<String, LayerKind> KIND_OF_OPTION = Map.of(
            "units", LayerKind.UNITS,
            "population-table", LayerKind.POPULATION,
            "incidents", LayerKind.INCIDENTS,
            "worship", LayerKind.WORSHIP,
            "places", LayerKind.PLACES,
            "neighbourhoods", LayerKind.NEIGHBOURHOODS,
            "barriers", LayerKind.BARRIERS,
            "crossings", LayerKind.CROSSINGS,
            "bases", LayerKind.BASES,
            "in-force", LayerKind.AREAS_IN_FORCE);

    private final PlanFiles files;

    /** @throws Usage where an option names no file's option or no role */
    ChosenReading(PlanFiles files) {
        this.files = files;
        known("--crs", files.crs);
        known("--layer", files.layer);
        FileAnswers.check(files.answer, KIND_OF_OPTION.keySet());
        files.role.keySet().forEach(ChosenReading::role);
    }

    /** Returns what the file of an option is about. */
    static LayerKind kind(String option) {
        return KIND_OF_OPTION.getOrDefault(option, LayerKind.PLAIN);
    }

    /** Returns a request with what was chosen for the file of an option. */
    ImportRequest of(String option, ImportRequest named) {
        String crs = files.crs.get(option);
        String layer = files.layer.get(option);
        ImportRequest request = crs == null ? named : named.inCrs(crs);
        request = layer == null ? request : request.ofLayer(layer);
        request = request.read(FileAnswers.to(option, files.answer, request.reading()));
        for (Map.Entry<String, String> role : files.role.entrySet()) {
            if (role.getKey().startsWith(option + ".")) {
                request = request.withRole(role(role.getKey()), role.getValue());
            }
        }
        return request;
    }

    private static void known(String option, Map<String, String> byLayer) {
        for (String layer : byLayer.keySet()) {
            if (!KIND_OF_OPTION.containsKey(layer)) {
                throw new Usage(option + " names \"" + layer + "\": give one of "
                        + String.join(
                                ", ", KIND_OF_OPTION.keySet().stream().sorted().toList()) + ".");
            }
        }
    }

    private static Role role(String layerAndRole) {
        int dot = layerAndRole.indexOf('.');
        if (dot > 0 && KIND_OF_OPTION.containsKey(layerAndRole.substring(0, dot))) {
            String name =
                    layerAndRole.substring(dot + 1).toUpperCase(Locale.ROOT).replace('-', '_');
            for (Role role : Role.values()) {
                if (role.name().equals(name)) {
                    return role;
                }
            }
        }
        throw new Usage("--role names \"" + layerAndRole + "\": give LAYER.ROLE such as incidents.date.");
    }
}
