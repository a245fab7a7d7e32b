package org.copse.server.problemcase;

import io.swagger.v3.oas.annotations.Operation;
import java.io.ByteArrayOutputStream;
import java.util.UUID;
import org.copse.server.assignment.Assignments;
import org.copse.server.audit.AuditAction;
import org.copse.server.audit.AuditEvent;
import org.copse.server.audit.AuditLog;
import org.copse.server.layer.DrawnBackdrops;
import org.copse.server.permission.AllowedTo;
import org.copse.server.permission.Permission;
import org.copse.server.system.FieldErrors;
import org.copse.server.words.Language;
import org.copse.server.words.Words;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Cases as PDF. */
@RestController
class CaseSheetController {
    private final CaseViews views;
    private final Cases cases;
    private final CaseFigures figures;
    private final DrawnBackdrops backdrops;
    private final Assignments days;
    private final AuditLog audit;

    CaseSheetController(
            CaseViews views,
            Cases cases,
            CaseFigures figures,
            DrawnBackdrops backdrops,
            Assignments days,
            AuditLog audit) {
        this.views = views;
        this.cases = cases;
        this.figures = figures;
        this.backdrops = backdrops;
        this.days = days;
        this.audit = audit;
    }

    @GetMapping(path = "/api/v1/problem-cases/{id}/sheet.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @AllowedTo(Permission.PROBLEM_READ)
    @Operation(summary = "Returns a problem case as PDF, for staff; \"lang\" is en, nl, fr, de or ar")
    ResponseEntity<byte[]> sheet(@PathVariable UUID id, @RequestParam(defaultValue = "en") String lang) {
        Language spoken =
                Language.ofCode(lang).orElseThrow(() -> FieldErrors.of("lang", "must be en, nl, fr, de or ar"));
        CaseViews.CaseView view = views.get(id);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new CaseSheet(view, Words.of(spoken))
                .write(
                        out,
                        days.today(),
                        figures.findLand(view.problem(), cases.listSources(id), cases.beats())
                                .orElse(null),
                        backdrops::list);
        audit.record(
                AuditEvent.of(AuditAction.EXPORTED).on("problem", id.toString()).detail("PDF, " + spoken.code()));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"problem-case.pdf\"")
                .body(out.toByteArray());
    }
}
