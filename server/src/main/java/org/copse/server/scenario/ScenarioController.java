package org.copse.server.scenario;

import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.copse.server.audit.AuditAction;
import org.copse.server.audit.AuditEvent;
import org.copse.server.audit.AuditLog;
import org.copse.server.job.Job;
import org.copse.server.job.JobKind;
import org.copse.server.job.Jobs;
import org.copse.server.layer.Layer;
import org.copse.server.layer.LayerStore;
import org.copse.server.layer.NewerVersion;
import org.copse.server.permission.AllowedTo;
import org.copse.server.permission.Permission;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** Scenarios over HTTP. */
@RestController
@RequestMapping("/api/v1/scenarios")
@AllowedTo(Permission.SCENARIO_READ)
class ScenarioController {
    private final ScenarioRepository scenarios;
    private final Planned planned;
    private final LayerStore layers;
    private final Jobs jobs;
    private final TransactionTemplate transactions;
    private final AuditLog audit;

    ScenarioController(
            ScenarioRepository scenarios,
            Planned planned,
            LayerStore layers,
            Jobs jobs,
            TransactionTemplate transactions,
            AuditLog audit) {
        this.scenarios = scenarios;
        this.planned = planned;
        this.layers = layers;
        this.jobs = jobs;
        this.transactions = transactions;
        this.audit = audit;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @AllowedTo(Permission.SCENARIO_EDIT)
    @Operation(summary = "Stores a scenario: which layers, weights and bounds; starts nothing")
    ResponseEntity<ScenarioView> create(@RequestBody ScenarioRequest request, Principal account) {
        ScenarioChecks.NewScenario scenario = new ScenarioChecks(request, layers).check();
        UUID id = UUID.randomUUID();
        transactions.executeWithoutResult(status -> {
            scenarios.insert(id, scenario, account.getName());
            audit.record(AuditEvent.of(AuditAction.SCENARIO_CREATED)
                    .on("scenario", id.toString())
                    .after(scenario.name() + "\n" + scenario.settings().toJson()));
        });
        return ResponseEntity.created(
                        UriComponentsBuilder.fromPath("/api/v1/scenarios/{id}").build(id))
                .body(get(id));
    }

    @GetMapping
    @Operation(summary = "Lists the scenarios that are worked on, or those put aside; the latest first")
    List<ScenarioView> list(@RequestParam(defaultValue = "false") boolean archived) {
        return scenarios.list(archived).stream().map(this::view).toList();
    }

    @GetMapping("/{id}")
    @Operation(summary = "Returns a scenario with the state of its latest job")
    ScenarioView get(@PathVariable UUID id) {
        return view(scenarios
                .find(id)
                .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "There is no scenario " + id + ".")));
    }

    @PostMapping("/{id}/jobs")
    @AllowedTo(Permission.SCENARIO_EDIT)
    @Operation(summary = "Starts to plan a scenario")
    ResponseEntity<Map<String, UUID>> start(@PathVariable UUID id, Principal account) {
        Job job = jobs.start(JobKind.PLANNING, id, account.getName());
        return ResponseEntity.accepted()
                .location(UriComponentsBuilder.fromPath("/api/v1/jobs/{id}").build(job.id()))
                .body(Map.of("id", job.id()));
    }

    private ScenarioView view(Scenario scenario) {
        UUID id = scenario.id();
        return ScenarioView.of(
                scenario,
                newer(scenario),
                jobs.findLatest(id).orElse(null),
                planned.hasProposal(id),
                planned.findRevision(id));
    }

    private List<ScenarioView.NewerLayer> newer(Scenario scenario) {
        List<ScenarioView.NewerLayer> newer = new ArrayList<>();
        scenario.layers().forEach((role, id) -> {
            Layer layer = layers.find(id).orElseThrow();
            List<NewerVersion> versions = layers.listNewer(layer);
            if (!versions.isEmpty()) {
                newer.add(new ScenarioView.NewerLayer(role.key(), layer.name(), layer.version(), versions));
            }
        });
        return newer;
    }
}
