package org.copse.server.problemcase;

import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.copse.server.assignment.Assignments;
import org.copse.server.permission.AllowedTo;
import org.copse.server.permission.Permission;
import org.copse.server.publication.BeatTerritory;
import org.copse.server.system.FieldErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Problem cases over HTTP. */
@RestController
@RequestMapping("/api/v1/problem-cases")
@AllowedTo(Permission.PROBLEM_EDIT)
class CaseController {
    private static final int MOST_LISTED = 500;

    private final Cases cases;
    private final CaseViews views;
    private final Assignments days;

    CaseController(Cases cases, CaseViews views, Assignments days) {
        this.cases = cases;
        this.views = views;
        this.days = days;
    }

    /**
     * A case in the list.
     *
     * @param known from where, each once
     */
    record CaseLine(
            UUID id,
            String title,
            String language,
            Stage stage,
            CaseViews.Beat beat,
            List<SourceType> known,
            @Nullable LocalDate reviewOn,
            @Nullable String outcome,
            boolean overdue) {}

    /** What was asked for; {@code total} is how many there are, of which at most 500 are listed. */
    record Answer(int total, List<CaseLine> problems) {}

    /** A case to be opened, with the first thing that it rests on. */
    record Opening(@Nullable CaseRequest problem, @Nullable SourceRequest source) {}

    @GetMapping
    @AllowedTo(Permission.PROBLEM_READ)
    @Operation(
            summary = "Lists problem cases, the last changed first; at most 500",
            description = "\"stage\" takes several, separated by commas.")
    Answer list(
            @RequestParam(required = false) @Nullable List<String> stage,
            @RequestParam(required = false) @Nullable String beat) {
        if (stage != null && !Stage.keys().containsAll(stage)) {
            throw FieldErrors.of("stage", "must be of " + Stage.keys());
        }
        Map<String, BeatTerritory> beats = cases.beats();
        Map<UUID, List<SourceType>> types = cases.mapTypes();
        LocalDate today = days.today();
        List<CaseLine> found = cases.list().stream()
                .filter(one -> stage == null || stage.contains(one.stage().key()))
                .filter(one -> beat == null || beat.equals(one.beat()))
                .map(one -> new CaseLine(
                        one.id(),
                        one.title(),
                        one.language(),
                        one.stage(),
                        CaseViews.Beat.of(one.beat(), beats),
                        types.getOrDefault(one.id(), List.of()),
                        one.reviewOn(),
                        one.outcome(),
                        one.isOverdue(today)))
                .toList();
        return new Answer(found.size(), found.stream().limit(MOST_LISTED).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Opens a problem case, with a finding, a concern or the cells of a hotspot that it begins with",
            description = "Names nobody: what looks like a person's name, number or address for mail is refused.")
    CaseViews.CaseView open(@RequestBody Opening opening, Authentication account) {
        CaseRequest request =
                Optional.ofNullable(opening.problem()).orElseThrow(() -> FieldErrors.of("problem", "is missing"));
        return views.get(cases.open(request, opening.source(), account));
    }

    @GetMapping("/{id}")
    @AllowedTo(Permission.PROBLEM_READ)
    @Operation(summary = "Returns a problem case with what it rests on and what is done")
    CaseViews.CaseView get(@PathVariable UUID id) {
        return views.get(id);
    }

    @PutMapping("/{id}")
    @Operation(
            summary = "Says anew what a problem case is about and why it happens",
            description =
                    "\"after\" is the version that was seen; where somebody changed it meanwhile, the answer is 409.")
    CaseViews.CaseView change(@PathVariable UUID id, @RequestBody CaseRequest request) {
        cases.change(id, request);
        return views.get(id);
    }

    @PostMapping("/{id}/sources")
    @Operation(
            summary = "Puts a finding, a concern, answers, a meeting, a record or a hotspot into a case, as its type")
    CaseViews.CaseView addSource(@PathVariable UUID id, @RequestBody SourceRequest request, Authentication account) {
        cases.addSource(id, request, account);
        return views.get(id);
    }

    @DeleteMapping("/{id}/sources/{source}")
    @Operation(summary = "Takes something out of a case again")
    CaseViews.CaseView removeSource(@PathVariable UUID id, @PathVariable UUID source) {
        cases.removeSource(id, source);
        return views.get(id);
    }

    @PostMapping("/{id}/responses")
    @Operation(summary = "Adds a row to the matrix: what, who, with whom, where, when, how, and what is to come of it")
    CaseViews.CaseView addResponse(@PathVariable UUID id, @RequestBody ResponseRequest request) {
        cases.addResponse(id, request);
        return views.get(id);
    }

    @PutMapping("/{id}/responses/{response}")
    @Operation(summary = "Changes a row of the matrix")
    CaseViews.CaseView changeResponse(
            @PathVariable UUID id, @PathVariable UUID response, @RequestBody ResponseRequest request) {
        cases.changeResponse(id, response, request);
        return views.get(id);
    }

    @PostMapping("/{id}/steps")
    @Operation(
            summary = "Takes a case a stage on or back, or closes it",
            description = "Forward only with what the stage before is for; closed with two reviews, or as dropped.")
    CaseViews.CaseView step(@PathVariable UUID id, @RequestBody StepRequest request) {
        cases.step(id, request);
        return views.get(id);
    }
}
