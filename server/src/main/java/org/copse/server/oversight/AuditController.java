package org.copse.server.oversight;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.copse.server.audit.AuditAction;
import org.copse.server.audit.AuditEntry;
import org.copse.server.audit.AuditEvent;
import org.copse.server.audit.AuditFilter;
import org.copse.server.audit.AuditLog;
import org.copse.server.audit.AuditReader;
import org.copse.server.permission.AllowedTo;
import org.copse.server.permission.Permission;
import org.copse.server.system.FieldErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The audit log over HTTP. Asking for a person, and taking the log out, are themselves recorded. */
@RestController
@RequestMapping("/api/v1/audit")
class AuditController {
    private static final int USUAL_PAGE = 50;
    private static final int LARGEST_PAGE = 500;

    private final AuditReader reader;
    private final AuditLog log;
    private final Clock clock;

    AuditController(AuditReader reader, AuditLog log, Clock clock) {
        this.reader = reader;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Some entries, the latest first.
     *
     * @param next what to give as {@code before} for the ones before these; null at the end
     */
    record Page(List<AuditEntry> entries, @Nullable Long next) {}

    /** Where the log is, and what can be in it. */
    record State(AuditReader.State head, List<String> actions) {}

    @GetMapping
    @AllowedTo(Permission.AUDIT_READ)
    @Operation(summary = "Returns entries of the audit log, the latest first, by filters")
    ResponseEntity<Page> list(
            @ModelAttribute AuditQuestion question,
            @RequestParam @Nullable Long before,
            @RequestParam @Nullable Integer limit) {
        int most = limit == null ? USUAL_PAGE : limit;
        if (most < 1 || most > LARGEST_PAGE) {
            throw FieldErrors.of("limit", "must be 1 to " + LARGEST_PAGE + ", not " + most);
        }
        AuditFilter filter = question.filter();
        if (question.isAboutSomebody() && before == null) {
            log.record(AuditEvent.of(AuditAction.AUDIT_READ).after(question.words()));
        }
        List<AuditEntry> entries = reader.list(filter, before == null ? Long.MAX_VALUE : before, most + 1);
        boolean more = entries.size() > most;
        List<AuditEntry> page = more ? entries.subList(0, most) : entries;
        return uncached(new Page(page, more ? page.get(most - 1).seq() : null));
    }

    @GetMapping("/state")
    @AllowedTo(Permission.AUDIT_READ)
    @Operation(summary = "Returns the chain's head, the public key of its signed heads, and the actions there are")
    ResponseEntity<State> state() {
        return uncached(new State(
                reader.state(),
                Arrays.stream(AuditAction.values()).map(AuditAction::key).toList()));
    }

    @GetMapping("/export")
    @AllowedTo(Permission.AUDIT_EXPORT)
    @Operation(summary = "Returns all entries of a filter as CSV, or as JSON lines with format=jsonl")
    void export(
            @ModelAttribute AuditQuestion question,
            @RequestParam(defaultValue = "csv") String format,
            HttpServletResponse response)
            throws IOException {
        AuditFilter filter = question.filter();
        AuditFile file = AuditFile.find(format).orElseThrow(() -> FieldErrors.of("format", "must be csv or jsonl"));
        log.record(AuditEvent.of(AuditAction.AUDIT_EXPORTED).detail(format).after(question.words()));
        response.setContentType(file.mediaType());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"audit-" + LocalDate.now(clock) + "." + format + "\"");
        try (Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8)) {
            file.write(out, taker -> reader.forEach(filter, taker));
        }
    }

    private static <T> ResponseEntity<T> uncached(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }
}
