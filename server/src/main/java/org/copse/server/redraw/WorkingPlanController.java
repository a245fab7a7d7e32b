package org.copse.server.redraw;

import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.copse.server.permission.AllowedTo;
import org.copse.server.permission.Permission;
import org.copse.server.redraw.WorkingPlans.Saved;
import org.copse.server.system.FieldErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The saved working plan of a scenario, over HTTP. */
@RestController
@RequestMapping("/api/v1/scenarios/{id}/plan")
@AllowedTo(Permission.SCENARIO_READ)
class WorkingPlanController {
    private final WorkingPlans plans;
    private final PlanSources sources;
    private final Grounds grounds;

    WorkingPlanController(WorkingPlans plans, PlanSources sources, Grounds grounds) {
        this.plans = plans;
        this.sources = sources;
        this.grounds = grounds;
    }

    /** A saved plan. */
    record SavedView(
            int revision,
            String savedBy,
            java.time.Instant savedAt,
            @Nullable String note,
            PlanDocument plan,
            PlanFigures figures) {}

    /** A whole plan to be saved; {@code note} says why. */
    record Save(
            @Nullable List<@Nullable Integer> units,
            @Nullable List<PlanDocument.Beat> beats,
            @Nullable List<PlanDocument.Sector> sectors,
            @Nullable List<String> lockedUnits,
            @Nullable Boolean locked,
            @Nullable String note) {}

    /** Moves to be saved. */
    record Moves(@Nullable List<EditRequest.Move> moves, @Nullable String note) {}

    @GetMapping
    @Operation(summary = "Returns the working plan of a scenario as it was saved last, with its figures")
    ResponseEntity<SavedView> get(@PathVariable UUID id, Authentication account) {
        return answer(id, plans.getLatest(id), account, 200);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @AllowedTo(Permission.SCENARIO_EDIT)
    @Operation(summary = "Begins the working plan: from an alternative, the areas in force, another plan, or empty")
    ResponseEntity<SavedView> begin(@PathVariable UUID id, @RequestBody PlanSource source, Authentication account) {
        WorkingPlan plan = sources.get(grounds.get(id), source);
        return answer(id, plans.begin(id, plan, account.getName()), account, 201);
    }

    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @AllowedTo(Permission.SCENARIO_EDIT)
    @Operation(summary = "Saves a whole working plan; If-Match names the revision that it was made from")
    ResponseEntity<SavedView> put(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Save save,
            Authentication account) {
        int expected = IfMatch.required(ifMatch);
        Saved latest = plans.getLatest(id);
        WorkingPlans.requireLatest(expected, latest.revision());
        WorkingPlan plan = new PlanDocument(
                        save.units, save.beats, save.sectors, save.lockedUnits, Boolean.TRUE.equals(save.locked))
                .toPlan(grounds.get(id), latest.plan());
        return answer(id, plans.save(id, expected, plan, save.note, account.getName()), account, 200);
    }

    @PatchMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @AllowedTo(Permission.SCENARIO_EDIT)
    @Operation(summary = "Saves moves of single units; If-Match names the revision that they were made for")
    ResponseEntity<SavedView> patch(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Moves request,
            Authentication account) {
        int expected = IfMatch.required(ifMatch);
        Saved latest = plans.getLatest(id);
        WorkingPlans.requireLatest(expected, latest.revision());
        WorkingPlan plan = moved(new Drawing(grounds.get(id), latest.plan()), request);
        return answer(id, plans.save(id, expected, plan, request.note, account.getName()), account, 200);
    }

    /** Unlike an edit of a draft, which leaves what is locked, a program's move of a locked unit is refused. */
    private static WorkingPlan moved(Drawing at, Moves request) {
        if (request.moves == null || request.moves.isEmpty()) {
            throw FieldErrors.of("moves", "is missing: name at least one move");
        }
        WorkingPlan.Sketch sketch = at.plan().edit();
        Set<Integer> seen = new HashSet<>();
        for (EditRequest.Move move : request.moves) {
            int unit = at.unit(move == null ? null : move.unit());
            if (!seen.add(unit)) {
                throw FieldErrors.of("moves", "names unit " + move.unit() + " twice");
            }
            int target = move.beat() == null
                    ? WorkingPlan.NONE
                    : at.openBeat(move.beat()).key();
            if (at.plan().beatOf(unit) != target && at.plan().isHeld(unit)) {
                throw Refusal.allLocked(1);
            }
            sketch.put(unit, target);
        }
        return sketch.done();
    }

    @GetMapping("/revisions")
    @Operation(summary = "Lists who saved the working plan, when, and how much it changed, the latest first")
    List<Revision> revisions(@PathVariable UUID id) {
        plans.getLatestRevision(id);
        return plans.list(id);
    }

    @GetMapping("/revisions/{revision}")
    @Operation(summary = "Returns the working plan as it was at a revision")
    ResponseEntity<SavedView> revision(@PathVariable UUID id, @PathVariable int revision, Authentication account) {
        return answer(id, plans.get(id, revision), account, 200);
    }

    private ResponseEntity<SavedView> answer(UUID id, Saved saved, Authentication account, int status) {
        Revision revision = saved.revision();
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status).eTag(IfMatch.tag(revision.revision()));
        if (status == 201) {
            answer.location(URI.create("/api/v1/scenarios/" + id + "/plan"));
        }
        return answer.body(new SavedView(
                revision.revision(),
                revision.savedBy(),
                revision.savedAt(),
                revision.note(),
                PlanDocument.of(saved.plan(), grounds.get(id)),
                plans.figures(id, revision.revision()).shownTo(account)));
    }
}
