package org.copse.server.redraw;

import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.copse.server.audit.AuditAction;
import org.copse.server.audit.AuditEvent;
import org.copse.server.audit.AuditLog;
import org.copse.server.permission.AllowedTo;
import org.copse.server.permission.Permission;
import org.copse.server.scenario.Scenario;
import org.copse.server.scenario.ScenarioLife;
import org.copse.server.scenario.ScenarioRepository;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** Copies of scenarios with their working plans, and who did what to one, over HTTP. */
@RestController
@RequestMapping("/api/v1/scenarios/{id}")
@AllowedTo(Permission.SCENARIO_READ)
class CopyController {
    private final ScenarioRepository scenarios;
    private final ScenarioLife life;
    private final RevisionRepository revisions;
    private final TransactionTemplate transactions;
    private final AuditLog audit;

    CopyController(
            ScenarioRepository scenarios,
            ScenarioLife life,
            RevisionRepository revisions,
            TransactionTemplate transactions,
            AuditLog audit) {
        this.scenarios = scenarios;
        this.life = life;
        this.revisions = revisions;
        this.transactions = transactions;
        this.audit = audit;
    }

    /** What the copy is called. */
    record Copy(@Nullable String name) {}

    /**
     * Something that somebody did.
     *
     * @param action as of a scenario, or {@code saved}
     */
    record HistoryEntry(Instant at, String by, String action, @Nullable String detail) {}

    @PostMapping(path = "/copies", consumes = MediaType.APPLICATION_JSON_VALUE)
    @AllowedTo(Permission.SCENARIO_EDIT)
    @Operation(summary = "Copies a scenario with its working plan, without its proposals and drafts")
    ResponseEntity<Map<String, UUID>> copy(@PathVariable UUID id, @RequestBody Copy request, Principal account) {
        Scenario scenario = get(id);
        String name = Drawing.name(request.name == null ? scenario.name() : request.name);
        UUID copy = UUID.randomUUID();
        transactions.executeWithoutResult(status -> {
            life.copy(id, copy, name, account.getName());
            revisions.findLatest(id).ifPresent(latest -> {
                WorkingPlan plan = revisions.findPlan(id, latest.revision()).orElseThrow();
                RevisionRepository.Changed none = new RevisionRepository.Changed(0, 0);
                revisions.insert(copy, 1, plan, latest.note(), none, account.getName());
            });
            life.remember(copy, "copied", scenario.name(), account.getName());
            audit.record(AuditEvent.of(AuditAction.SCENARIO_CREATED)
                    .on("scenario", copy.toString())
                    .detail("a copy of " + id)
                    .after(name));
        });
        return ResponseEntity.created(
                        UriComponentsBuilder.fromPath("/api/v1/scenarios/{id}").build(copy))
                .body(Map.of("id", copy));
    }

    @GetMapping("/history")
    @Operation(summary = "Lists who did what to a scenario and its working plan, the latest first")
    List<HistoryEntry> history(@PathVariable UUID id) {
        get(id);
        List<HistoryEntry> entries = new ArrayList<>();
        life.list(id)
                .forEach(
                        event -> entries.add(new HistoryEntry(event.at(), event.by(), event.action(), event.detail())));
        revisions
                .list(id)
                .forEach(saved -> entries.add(new HistoryEntry(
                        saved.savedAt(), saved.savedBy(), "saved", Integer.toString(saved.revision()))));
        entries.sort(Comparator.comparing(HistoryEntry::at).reversed());
        return entries;
    }

    private Scenario get(UUID id) {
        return scenarios
                .find(id)
                .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "There is no scenario " + id + "."));
    }
}
