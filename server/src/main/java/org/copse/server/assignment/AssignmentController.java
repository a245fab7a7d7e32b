package org.copse.server.assignment;

import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.copse.server.officer.Officers;
import org.copse.server.officer.Person;
import org.copse.server.permission.AllowedTo;
import org.copse.server.permission.Permission;
import org.copse.server.publication.BeatTerritory;
import org.copse.server.publication.PlansInForce;
import org.copse.server.system.FieldErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who polices which beat of the plan in force. */
@RestController
@RequestMapping("/api/v1")
@AllowedTo(Permission.ASSIGNMENT_READ)
class AssignmentController {
    /** How far ahead openDays are looked for. */
    private static final int DAYS_AHEAD = 180;

    private static final int LONGEST_REASON = 1000;

    private final Assignments assignments;
    private final BeatPosts posts;
    private final Officers officers;
    private final PlansInForce plans;

    AssignmentController(Assignments assignments, BeatPosts posts, Officers officers, PlansInForce plans) {
        this.assignments = assignments;
        this.posts = posts;
        this.officers = officers;
        this.plans = plans;
    }

    /** The beats of the plan in force and who answers for them. */
    record Beats(UUID plan, String planName, LocalDate today, LocalDate until, List<BeatView> beats) {}

    /**
     * A beat.
     *
     * @param cover who answers today
     * @param assignments now and to come
     * @param openDays days until {@code until} without anybody by name or of its own
     */
    record BeatView(
            String id,
            String name,
            String sector,
            String sectorName,
            double residents,
            CoverView cover,
            List<BeatPosts.Post> assignments,
            List<OpenDaysView> openDays) {}

    /** Who answers. */
    record CoverView(Cover.How how, @Nullable Person resident, @Nullable Person present, @Nullable LocalDate until) {
        static CoverView of(Cover cover) {
            return new CoverView(
                    cover.how(),
                    Person.ofNullable(cover.resident()),
                    Person.ofNullable(cover.present()),
                    cover.until());
        }
    }

    /** Days without an officer; {@code to} is the first day after, null when it is beyond what was looked at. */
    record OpenDaysView(LocalDate from, @Nullable LocalDate to, CoverView cover) {}

    /** An assignment to be made; {@code to} is the first day after, null for no end. */
    record AssignmentRequest(
            @Nullable UUID plan,
            @Nullable String beat,
            @Nullable UUID officer,
            @Nullable String rank,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable LocalDate tenureFrom,
            @Nullable String reason,
            @Nullable Boolean replaces) {}

    /** When an assignment ends: the first day that is no longer part of it. */
    record EndRequest(@Nullable LocalDate on, @Nullable String reason) {}

    @GetMapping("/assignments")
    @Operation(summary = "Lists the beats in force, who answers for each today, and the days on which nobody will")
    Beats list() {
        var plan = plans.get();
        LocalDate today = assignments.today();
        LocalDate until = today.plusDays(DAYS_AHEAD);
        Coverage coverage = assignments.coverage(plan.id());
        Map<String, List<BeatPosts.Post>> byBeat = posts.listAll(plan.id()).stream()
                .filter(post -> BeatPosts.days(post).to().isAfter(today))
                .collect(Collectors.groupingBy(BeatPosts.Post::beat));
        List<BeatView> beats = new ArrayList<>();
        for (BeatTerritory beat : plans.listBeats(plan.id())) {
            List<OpenDaysView> openDays = coverage.openDays(beat.id(), new Days(today, until)).stream()
                    .map(open -> new OpenDaysView(
                            open.days().from(),
                            open.days().to().equals(until) ? null : open.days().to(),
                            CoverView.of(open.cover())))
                    .toList();
            beats.add(new BeatView(
                    beat.id(),
                    beat.name(),
                    beat.sectorId(),
                    beat.sectorName(),
                    beat.residents(),
                    CoverView.of(coverage.on(beat.id(), today)),
                    byBeat.getOrDefault(beat.id(), List.of()),
                    openDays));
        }
        return new Beats(plan.id(), plan.name(), today, until, beats);
    }

    @GetMapping("/officers/{id}/assignments")
    @Operation(summary = "Lists an officer's beats, in any plan, the latest first")
    List<BeatPosts.Post> listOfOfficer(@PathVariable UUID id) {
        officers.get(id);
        return posts.listOfOfficer(id);
    }

    @PostMapping("/assignments")
    @AllowedTo(Permission.ASSIGNMENT_EDIT)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Assigns an officer to a beat; with \"replaces\", ends what stands in its way")
    BeatPosts.Post assign(@RequestBody AssignmentRequest request, Principal account) {
        BeatAssignment made = assignments.assign(checked(request), account.getName());
        return post(made);
    }

    @PostMapping("/assignments/{id}/end")
    @AllowedTo(Permission.ASSIGNMENT_EDIT)
    @Operation(summary = "Ends an assignment on a day, the first that is no longer part of it")
    Map<String, Object> end(@PathVariable UUID id, @RequestBody EndRequest request, Principal account) {
        FieldErrors errors = new FieldErrors();
        String reason = reason(request.reason(), errors);
        LocalDate on = Optional.ofNullable(request.on()).orElseGet(assignments::today);
        if (on.isBefore(assignments.today())) {
            errors.add("on", "must be today or later: history is not rewritten");
        }
        errors.throwIfAny();
        BeatAssignment ended = assignments.end(id, on, reason, account.getName());
        return Map.of("id", ended.id(), "to", ended.days().to());
    }

    private BeatPosts.Post post(BeatAssignment made) {
        return posts.listOfOfficer(made.officer()).stream()
                .filter(post -> post.assignment().equals(made.id()))
                .findFirst()
                .orElseThrow();
    }

    private NewAssignment checked(AssignmentRequest request) {
        FieldErrors errors = new FieldErrors();
        LocalDate today = assignments.today();
        LocalDate from = Optional.ofNullable(request.from()).orElse(today);
        LocalDate to = Optional.ofNullable(request.to()).orElse(Days.OPEN);
        LocalDate tenure = Optional.ofNullable(request.tenureFrom()).orElse(from);
        UUID plan = request.plan();
        String beat = request.beat();
        UUID officer = request.officer();
        if (plan == null || beat == null || officer == null) {
            errors.add(plan == null ? "plan" : beat == null ? "beat" : "officer", "is missing");
        }
        if (from.isBefore(today)) {
            errors.add("from", "must be today or later; since when somebody polices there is tenureFrom");
        }
        if (!to.isAfter(from)) {
            errors.add("to", "must be after " + from + ": it is the first day after");
        }
        if (tenure.isAfter(from)) {
            errors.add("tenureFrom", "must not be after " + from);
        }
        Rank rank = Rank.findByKey(Optional.ofNullable(request.rank()).orElse("main"))
                .orElseThrow(() -> FieldErrors.of("rank", "must be main or second"));
        String reason = reason(request.reason(), errors);
        errors.throwIfAny();
        return new NewAssignment(
                Optional.ofNullable(plan).orElseThrow(),
                Optional.ofNullable(beat).orElseThrow(),
                Optional.ofNullable(officer).orElseThrow(),
                rank,
                new Days(from, to),
                tenure,
                reason,
                Boolean.TRUE.equals(request.replaces()));
    }

    static String reason(@Nullable String given, FieldErrors errors) {
        return errors.text("reason", given, 1, LONGEST_REASON);
    }
}
