package org.copse.server.finding;

import io.swagger.v3.oas.annotations.Operation;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.copse.server.audit.AuditAction;
import org.copse.server.audit.AuditEvent;
import org.copse.server.audit.AuditLog;
import org.copse.server.permission.AllowedTo;
import org.copse.server.permission.Permission;
import org.copse.server.system.FieldErrors;
import org.copse.server.words.Language;
import org.copse.server.words.Words;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What becomes of findings, over HTTP. */
@RestController
@RequestMapping("/api/v1/findings")
@AllowedTo(Permission.WALK_READ)
class FollowUpController {
    private static final int MOST_LISTED = 500;
    /** As many as a walk may have. */
    private static final int MOST_OF_A_WALK = 2000;

    private final Findings findings;
    private final FindingMail mail;
    private final AuditLog audit;

    FollowUpController(Findings findings, FindingMail mail, AuditLog audit) {
        this.findings = findings;
        this.mail = mail;
        this.audit = audit;
    }

    /**
     * What was asked for.
     *
     * @param total how many there are; at most 500 of them are listed, 2,000 of one walk
     */
    record Answer(int total, List<FollowedFinding> findings) {}

    /** A finding with all that was decided on it, the first first. */
    record Story(FollowedFinding finding, List<Step> steps) {}

    @GetMapping
    @Operation(
            summary =
                    "Lists the problems found on walks with how each stands, the latest first; at most 500, 2,000 of one walk")
    Answer list(@ParameterObject FindingFilter filter) {
        List<FollowedFinding> found = findings.list(filter);
        int most = filter.walk() == null ? MOST_LISTED : MOST_OF_A_WALK;
        return new Answer(found.size(), found.stream().limit(most).toList());
    }

    @GetMapping(path = "/file", produces = "text/csv")
    @Operation(summary = "Returns the same as a CSV file for an agency, all of them, without notes for staff")
    ResponseEntity<byte[]> file(
            @ParameterObject FindingFilter filter, @RequestParam(required = false) @Nullable String language) {
        Language spoken = Language.ofCode(Optional.ofNullable(language).orElse("en"))
                .orElseThrow(() -> FieldErrors.of("language", "must be en, nl, fr, de or ar"));
        List<FollowedFinding> found = findings.list(filter);
        audit.record(AuditEvent.of(AuditAction.EXPORTED)
                .on("findings", Optional.ofNullable(filter.agency()).orElse("all"))
                .detail("CSV, " + found.size() + " findings"));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"findings.csv\"")
                .body(new FindingFile(Words.of(spoken)).of(found).getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/addressees")
    @AllowedTo(Permission.FINDING_FOLLOW)
    @Operation(summary = "Returns the address of each agency that can be written to; none where no mail server is set")
    Map<String, String> addressees() {
        return mail.addressees();
    }

    @GetMapping("/{id}")
    @Operation(summary = "Returns a problem with all that was decided on it")
    Story get(@PathVariable UUID id) {
        return new Story(findings.get(id), findings.listSteps(id));
    }

    @PostMapping("/{id}/steps")
    @AllowedTo(Permission.FINDING_FOLLOW)
    @Operation(
            summary =
                    "Says how a problem stands from now on, whose work it is until when, what residents read, and whether the agency is written to",
            description =
                    "\"after\" is the number of the last step that was seen; where somebody took another meanwhile,"
                            + " the answer is 409 and nothing changes.")
    Story step(@PathVariable UUID id, @RequestBody StepRequest request, Principal account) {
        findings.take(id, request, account.getName());
        return get(id);
    }
}
