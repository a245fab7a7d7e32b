package org.copse.server.adoption;

import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.copse.server.consultation.BoundaryReason;
import org.copse.server.permission.AllowedTo;
import org.copse.server.permission.Permission;
import org.copse.server.proposal.Proposals;
import org.copse.server.publication.ProposedPlans;
import org.copse.server.system.FieldErrors;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Plans on their way from draft to force. */
@RestController
@AllowedTo(Permission.ADOPTION_EDIT)
class AdoptionController {
    private static final int LONGEST_OWNER = 200;

    private final Proposals proposals;
    private final Adoptions adoptions;
    private final Clock clock;

    AdoptionController(Proposals proposals, Adoptions adoptions, Clock clock) {
        this.proposals = proposals;
        this.adoptions = adoptions;
        this.clock = clock;
    }

    /**
     * What to draft.
     *
     * @param favour which alternative; the first when not given
     * @param name of the plan; the scenario's when not given
     * @param reason why this plan
     */
    record Draft(@Nullable String favour, @Nullable String name, @Nullable String reason) {}

    /** Where the plan goes; {@code reason} is needed to go back. */
    record StepRequest(@Nullable String to, @Nullable String reason) {}

    /** What an assessment says. */
    record AssessmentRequest(
            @Nullable String owner, @Nullable LocalDate on, @Nullable String outcome, @Nullable String summary) {}

    /** Why the plan may come into force although something is missing; blank takes that back. */
    record OverrideRequest(@Nullable String reason) {}

    @PostMapping(path = "/api/v1/scenarios/{id}/drafts", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary =
                    "Fixes an alternative of the latest proposal as a draft, to be consulted on, assessed and adopted")
    ResponseEntity<CourseView> draft(@PathVariable UUID id, @RequestBody Draft request, Principal account) {
        Proposals.Publishable proposed = proposals.getPlan(id, request.favour());
        FieldErrors errors = new FieldErrors();
        String name = errors.text("name", request.name(), 0, Texts.LONGEST_NAME);
        String reason = errors.text("reason", request.reason(), 1, Texts.LONGEST_REASON);
        errors.throwIfAny();
        Course course = adoptions.draft(
                ProposedPlans.toPublish(proposed, name.isEmpty() ? proposed.name() : name, reason),
                proposals.listBoundaries(id, proposed.plan().favour()).stream()
                        .map(one -> new BoundaryReason(
                                one.beat(), one.otherBeat(), one.cause(), one.term(), one.kilometres()))
                        .toList(),
                account.getName());
        return ResponseEntity.created(
                        URI.create("/api/v1/adoptions/" + course.plan().id()))
                .body(CourseView.of(course));
    }

    @GetMapping("/api/v1/adoptions")
    @AllowedTo(Permission.ADOPTION_READ)
    @Operation(summary = "Lists all plans from draft to superseded, the latest first")
    List<CourseView> list() {
        return adoptions.list().stream().map(CourseView::of).toList();
    }

    @GetMapping("/api/v1/adoptions/{plan}")
    @AllowedTo(Permission.ADOPTION_READ)
    @Operation(summary = "Returns where a plan stands, what it lacks, and every step so far")
    CourseView get(@PathVariable UUID plan) {
        return CourseView.of(adoptions.get(plan));
    }

    @PostMapping("/api/v1/adoptions/{plan}/steps")
    @Operation(summary = "Takes a plan on to consultation or adoption, or back with a reason")
    CourseView step(@PathVariable UUID plan, @RequestBody StepRequest request, Principal account) {
        FieldErrors errors = new FieldErrors();
        State to = State.findByKey(Optional.ofNullable(request.to()).orElse("")).orElse(null);
        if (to == null) {
            errors.add("to", "must be draft, consultation or adopted");
        }
        String reason = errors.text("reason", request.reason(), 0, Texts.LONGEST_REASON);
        errors.throwIfAny();
        return CourseView.of(adoptions.step(plan, Optional.ofNullable(to).orElseThrow(), reason, account.getName()));
    }

    @PutMapping("/api/v1/adoptions/{plan}/assessments/{kind}")
    @Operation(summary = "Records an impact assessment: privacy, equality or community")
    CourseView assess(
            @PathVariable UUID plan,
            @PathVariable String kind,
            @RequestBody AssessmentRequest request,
            Principal account) {
        Assessment.Kind which = Assessment.Kind.findByKey(kind)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND, "There are the assessments privacy, equality and community."));
        FieldErrors errors = new FieldErrors();
        String owner = errors.text("owner", request.owner(), 1, LONGEST_OWNER);
        String summary = errors.text("summary", request.summary(), 1, Texts.LONGEST_REASON);
        LocalDate on = request.on();
        if (on == null || on.isAfter(LocalDate.now(clock))) {
            errors.add("on", "must be the day of the assessment, today or before");
        }
        Assessment.Outcome outcome = Assessment.Outcome.findByKey(
                        Optional.ofNullable(request.outcome()).orElse(""))
                .orElse(null);
        if (outcome == null) {
            errors.add("outcome", "must be no-impact, mitigated, accepted or unacceptable");
        }
        errors.throwIfAny();
        return CourseView.of(adoptions.assess(
                plan,
                new Assessment(
                        which,
                        owner,
                        Optional.ofNullable(on).orElseThrow(),
                        Optional.ofNullable(outcome).orElseThrow(),
                        summary,
                        account.getName(),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS))));
    }

    @PutMapping("/api/v1/adoptions/{plan}/override")
    @AllowedTo(Permission.PLAN_OVERRIDE)
    @Operation(summary = "Lets a plan come into force although something is missing, with a reason that is published")
    CourseView override(@PathVariable UUID plan, @RequestBody OverrideRequest request, Principal account) {
        FieldErrors errors = new FieldErrors();
        String reason = errors.text("reason", request.reason(), 0, Texts.LONGEST_REASON);
        errors.throwIfAny();
        return CourseView.of(adoptions.override(plan, reason, account.getName()));
    }
}
