package org.copse.server.scenario;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.copse.geoimport.district.WeightsFile;
import org.copse.planning.workload.NormProfile;
import org.copse.planning.workload.WorkloadWeights;
import org.copse.server.permission.AllowedTo;
import org.copse.server.permission.Permission;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The starting values that a planner begins with. */
@RestController
@AllowedTo(Permission.SCENARIO_READ)
class ProfileController {

    /**
     * Where to begin.
     *
     * @param schema where the JSON schema of the weights is
     */
    record Profiles(WorkloadWeights defaults, List<NormProfile> profiles, String schema) {}

    @GetMapping("/api/v1/workload/profiles")
    @Operation(summary = "Returns the starting weights and the norm profiles with their sources")
    Profiles get() {
        return new Profiles(WorkloadWeights.defaults(), NormProfile.all(), WeightsFile.SCHEMA);
    }
}
