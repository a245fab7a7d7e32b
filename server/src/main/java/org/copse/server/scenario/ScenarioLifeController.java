package org.copse.server.scenario;

import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.copse.server.audit.AuditAction;
import org.copse.server.audit.AuditEvent;
import org.copse.server.audit.AuditLog;
import org.copse.server.permission.AllowedTo;
import org.copse.server.permission.Permission;
import org.copse.server.system.FieldErrors;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What becomes of a scenario, over HTTP: another name, a note, put aside, deleted and back. */
@RestController
@RequestMapping("/api/v1/scenarios/{id}")
@AllowedTo(Permission.SCENARIO_EDIT)
class ScenarioLifeController {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_NOTE = 4_000;

    private final ScenarioRepository scenarios;
    private final ScenarioLife life;
    private final TransactionTemplate transactions;
    private final AuditLog audit;

    ScenarioLifeController(
            ScenarioRepository scenarios, ScenarioLife life, TransactionTemplate transactions, AuditLog audit) {
        this.scenarios = scenarios;
        this.life = life;
        this.transactions = transactions;
        this.audit = audit;
    }

    /** What is to change; what is null stays. A blank note is none. */
    record Change(@Nullable String name, @Nullable String note, @Nullable Boolean archived) {}

    /** A scenario as it is called now. */
    record Changed(UUID id, String name, @Nullable String note, boolean archived) {}

    @PatchMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Gives a scenario another name or note, or puts it aside")
    Changed change(@PathVariable UUID id, @RequestBody Change change, Principal account) {
        Scenario scenario = get(id);
        String name = change.name == null ? scenario.name() : change.name.strip();
        String note = change.note == null
                ? scenario.note()
                : Optional.of(change.note.strip())
                        .filter(text -> !text.isEmpty())
                        .orElse(null);
        boolean archived = change.archived == null ? scenario.archived() : change.archived;
        FieldErrors errors = new FieldErrors();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            errors.add("name", "must have 1 to " + LONGEST_NAME + " characters, not " + name.length());
        }
        if (note != null && note.length() > LONGEST_NOTE) {
            errors.add("note", "must have at most " + LONGEST_NOTE + " characters, not " + note.length());
        }
        errors.throwIfAny();
        transactions.executeWithoutResult(status -> {
            life.update(id, name, note, archived);
            if (!name.equals(scenario.name())) {
                remember(id, AuditAction.SCENARIO_CHANGED, "renamed", name, account);
            }
            if (!Objects.equals(note, scenario.note())) {
                remember(id, AuditAction.SCENARIO_CHANGED, "noted", note, account);
            }
            if (archived != scenario.archived()) {
                remember(id, AuditAction.SCENARIO_CHANGED, archived ? "archived" : "unarchived", null, account);
            }
        });
        return new Changed(id, name, note, archived);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Deletes a scenario; it can be brought back")
    void delete(@PathVariable UUID id, Principal account) {
        get(id);
        transactions.executeWithoutResult(status -> {
            life.delete(id);
            remember(id, AuditAction.SCENARIO_DELETED, "deleted", null, account);
        });
    }

    @PostMapping("/restoration")
    @Operation(summary = "Brings a deleted scenario back")
    Changed restore(@PathVariable UUID id, Principal account) {
        transactions.executeWithoutResult(status -> {
            if (!life.restore(id)) {
                throw new ProblemException(ProblemType.NOT_FOUND, "There is no deleted scenario " + id + ".");
            }
            remember(id, AuditAction.SCENARIO_CHANGED, "restored", null, account);
        });
        Scenario scenario = get(id);
        return new Changed(id, scenario.name(), scenario.note(), scenario.archived());
    }

    private Scenario get(UUID id) {
        return scenarios
                .find(id)
                .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "There is no scenario " + id + "."));
    }

    private void remember(UUID id, AuditAction action, String what, @Nullable String detail, Principal account) {
        life.remember(id, what, detail, account.getName());
        audit.record(AuditEvent.of(action).on("scenario", id.toString()).detail(what));
    }
}
