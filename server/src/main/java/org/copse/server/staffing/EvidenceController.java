package org.copse.server.staffing;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.copse.geoimport.ImportRefused;
import org.copse.geoimport.district.DistrictReport;
import org.copse.geoimport.district.EnclosedChoice;
import org.copse.geoimport.incident.IncidentPeriod;
import org.copse.server.layer.ImportProblem;
import org.copse.server.layer.LayerStore;
import org.copse.server.permission.AllowedTo;
import org.copse.server.permission.Permission;
import org.copse.server.scenario.Districts;
import org.copse.server.scenario.LayerRole;
import org.copse.server.system.FieldErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Says, before anything is planned, which incidents would count over which days, and which enclosed land stays outside. */
@RestController
class EvidenceController {
    private final LayerStore layers;
    private final Districts districts;

    EvidenceController(LayerStore layers, Districts districts) {
        this.layers = layers;
        this.districts = districts;
    }

    /**
     * What to look at.
     *
     * @param layers a layer for each role; units are needed
     * @param period days to count incidents over, {@code FROM..TO}; those of the incidents when not given
     * @param includeEnclosed enclosed land that belongs to the district: positions {@code LON,LAT}, or {@code all}
     */
    record EvidenceRequest(
            @Nullable Map<String, @Nullable UUID> layers,
            @Nullable String period,
            @Nullable List<String> includeEnclosed) {}

    /**
     * What a plan would rest on.
     *
     * @param incidents by category, with what the name of each says; null without incidents
     * @param enclosed land that units enclose and none claims
     */
    record Evidence(DistrictReport.@Nullable Incidents incidents, List<DistrictReport.Enclosed> enclosed) {}

    @PostMapping(path = "/api/v1/evidence", consumes = MediaType.APPLICATION_JSON_VALUE)
    @AllowedTo(Permission.SCENARIO_READ)
    @Operation(summary = "Says which incidents would count, over which days, and which enclosed land stays outside")
    Evidence evidence(@RequestBody EvidenceRequest request) {
        Map<LayerRole, UUID> chosen = new StaffingRequest(request.layers(), null, null, null).check(layers);
        FieldErrors errors = new FieldErrors();
        Optional<IncidentPeriod> period = Optional.empty();
        EnclosedChoice enclosed = EnclosedChoice.none();
        try {
            period = Optional.ofNullable(request.period())
                    .filter(text -> !text.isBlank())
                    .map(IncidentPeriod::parse);
        } catch (IllegalArgumentException e) {
            errors.add("period", String.valueOf(e.getMessage()));
        }
        try {
            enclosed = EnclosedChoice.parse(
                    Optional.ofNullable(request.includeEnclosed()).orElse(List.of()));
        } catch (IllegalArgumentException e) {
            errors.add("includeEnclosed", String.valueOf(e.getMessage()));
        }
        errors.throwIfAny();
        try {
            DistrictReport report =
                    districts.of(chosen, List.of(), period, enclosed).report();
            return new Evidence(report.incidents(), report.enclosed());
        } catch (ImportRefused e) {
            throw ImportProblem.of(e);
        }
    }
}
