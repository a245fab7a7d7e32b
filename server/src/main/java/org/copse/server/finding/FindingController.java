package org.copse.server.finding;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.copse.server.permission.AllowedTo;
import org.copse.server.permission.Permission;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.copse.server.walk.Received;
import org.copse.server.walk.WalkItem;
import org.copse.server.walk.WalkRecords;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Findings over HTTP. */
@RestController
@RequestMapping("/api/v1/walks/{walk}/findings")
class FindingController {
    private static final int MOST_BYTES = 64 << 10;

    private final FindingRepository findings;
    private final WalkRecords records;
    private final JsonMapper json;

    FindingController(FindingRepository findings, WalkRecords records, JsonMapper json) {
        this.findings = findings;
        this.records = records;
        this.json = json;
    }

    /** That a finding is stored; {@code created} whether this request stored it, and not one before. */
    record Answer(int version, String sha256, boolean created) {}

    @GetMapping
    @AllowedTo(Permission.WALK_READ)
    @Operation(summary = "Lists a walk's findings in the order in which they were seen, without those taken back")
    List<FindingRepository.Stored> list(@PathVariable UUID walk) {
        records.require(walk);
        return findings.list(walk);
    }

    @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @AllowedTo(Permission.WALK_RECORD)
    @Operation(
            summary = "Stores a version of a finding once",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = Finding.class))))
    Answer put(@PathVariable UUID walk, @PathVariable UUID id, @RequestBody byte[] body, Principal account) {
        Received received = Received.of(body, MOST_BYTES);
        Finding finding = received.as(Finding.class, json);
        finding.check();
        int version = Optional.ofNullable(finding.version()).orElseThrow();
        WalkRecords.Outcome outcome = records.put(
                WalkItem.finding(walk, id), version, received, account.getName(), () -> store(walk, id, finding));
        return new Answer(version, received.sha256(), outcome.isNew());
    }

    private void store(UUID walk, UUID id, Finding finding) {
        if (findings.findWalk(id).filter(other -> !other.equals(walk)).isPresent()) {
            throw new ProblemException(ProblemType.CONFLICT, "A finding of this id belongs to another walk.");
        }
        findings.store(walk, id, finding);
    }
}
