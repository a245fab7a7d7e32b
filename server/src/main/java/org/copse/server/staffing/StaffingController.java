package org.copse.server.staffing;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.copse.geoimport.ImportRefused;
import org.copse.geoimport.district.District;
import org.copse.planning.Budget;
import org.copse.planning.CancelSignal;
import org.copse.planning.Remedies;
import org.copse.planning.problem.PlanningProblem;
import org.copse.planning.problem.Staffing;
import org.copse.planning.problem.Tolerance;
import org.copse.planning.workload.NormProfile;
import org.copse.planning.workload.UnitEvidence;
import org.copse.server.layer.ImportProblem;
import org.copse.server.layer.Layer;
import org.copse.server.layer.LayerStore;
import org.copse.server.officer.Officers;
import org.copse.server.permission.AllowedTo;
import org.copse.server.permission.Permission;
import org.copse.server.publication.PlansInForce;
import org.copse.server.publication.PublishedPlan;
import org.copse.server.scenario.Districts;
import org.copse.server.scenario.LayerRole;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Says, before anything is planned, how many officers there are and how many the layers would ask for. */
@RestController
class StaffingController {
    private static final double FEW_UNITS = 4;
    private static final Duration SEARCH = Duration.ofSeconds(4);

    private final LayerStore layers;
    private final Districts districts;
    private final Officers officers;
    private final PlansInForce plans;
    private final Clock clock;

    StaffingController(LayerStore layers, Districts districts, Officers officers, PlansInForce plans, Clock clock) {
        this.layers = layers;
        this.districts = districts;
        this.officers = officers;
        this.plans = plans;
        this.clock = clock;
    }

    @PostMapping(path = "/api/v1/staffing", consumes = MediaType.APPLICATION_JSON_VALUE)
    @AllowedTo(Permission.SCENARIO_READ)
    @Operation(summary = "Says how many officers and beats there are, and how many a norm would give for these layers")
    StaffingAdvice advise(@RequestBody StaffingRequest request) {
        Map<LayerRole, UUID> chosen = request.check(layers);
        District district = district(chosen);
        double residents = district.evidence().stream()
                .mapToDouble(UnitEvidence::residents)
                .sum();
        return StaffingAdvice.of(
                district.size(),
                residents,
                serving(),
                beatsInForce(chosen, district).orElse(null),
                norm(request, district, residents));
    }

    private District district(Map<LayerRole, UUID> chosen) {
        try {
            return districts.of(chosen, List.of());
        } catch (ImportRefused e) {
            throw ImportProblem.of(e);
        }
    }

    private int serving() {
        LocalDate today = LocalDate.now(clock);
        return (int) officers.list().stream()
                .filter(officer ->
                        officer.servesOn(today) && officer.particulars().role().countsAsOfficer())
                .count();
    }

    private Optional<Integer> beatsInForce(Map<LayerRole, UUID> chosen, District district) {
        UUID units = Objects.requireNonNull(chosen.get(LayerRole.UNITS), "the request was checked");
        Optional<Integer> ofPlan =
                plans.find().filter(plan -> isOf(plan, units)).map(PublishedPlan::beats);
        return ofPlan.or(() -> Optional.of(district.inForceLabels().size()).filter(areas -> areas > 0));
    }

    /** Returns whether a plan is one of these units, or of another version of them. */
    private boolean isOf(PublishedPlan plan, UUID units) {
        Optional<String> name = layers.find(units).map(Layer::name);
        return plans.findUnitsLayer(plan.id())
                .flatMap(layers::find)
                .map(Layer::name)
                .equals(name);
    }

    private static StaffingAdvice.Norm norm(StaffingRequest request, District district, double residents) {
        NormProfile profile = NormProfile.of(request.profileOrUsual());
        int wanted = profile.officersFor(residents);
        double unitsPerBeat = district.size() / (double) wanted;
        OptionalInt balanced = OptionalInt.empty();
        boolean searched = request.searches() && unitsPerBeat < FEW_UNITS;
        if (searched) {
            PlanningProblem problem = district.problem(district.workload(district.complete(profile.startingWeights())))
                    .staffing(Staffing.sectors(Math.min(wanted, district.size()), 1))
                    .tolerance(Tolerance.ofBeats(request.toleranceOrUsual()))
                    .build();
            balanced = Remedies.beatsThatDo(problem, Budget.time(SEARCH, 1), new CancelSignal());
        }
        return new StaffingAdvice.Norm(
                request.profileOrUsual(),
                wanted,
                unitsPerBeat,
                searched,
                balanced.isPresent() ? balanced.getAsInt() : null);
    }
}
