package org.copse.server.assignment;

import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.copse.server.audit.AuditAction;
import org.copse.server.audit.AuditEvent;
import org.copse.server.audit.AuditLog;
import org.copse.server.permission.AllowedTo;
import org.copse.server.permission.Permission;
import org.copse.server.publication.PlansInForce;
import org.copse.server.publication.PublishedPlan;
import org.copse.server.system.FieldErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** After how long officers may and should change beats, and when that is for whom: a calendar, by date. */
@RestController
@RequestMapping("/api/v1/tenure")
@AllowedTo(Permission.TENURE_READ)
class TenureController {
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final AuditLog audit;
    private final Assignments assignments;
    private final BeatPosts posts;
    private final PlansInForce plans;

    TenureController(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            AuditLog audit,
            Assignments assignments,
            BeatPosts posts,
            PlansInForce plans) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.audit = audit;
        this.assignments = assignments;
        this.posts = posts;
        this.plans = plans;
    }

    /**
     * The rule and who is due when.
     *
     * @param due by the day of the maximum, the earliest first
     */
    record Calendar(int minimumMonths, int maximumMonths, LocalDate today, List<Due> due) {}

    /** When an officer reaches the minimum and the maximum on their beat. */
    record Due(BeatPosts.Post post, LocalDate since, LocalDate minimumOn, LocalDate maximumOn, Tenure.Stage stage) {}

    /** A rule to be set. */
    record RuleRequest(@Nullable Integer minimumMonths, @Nullable Integer maximumMonths) {}

    @GetMapping
    @Operation(summary = "Returns the minimum and maximum of months on a beat, and a calendar of who is due")
    Calendar get() {
        Tenure rule = rule();
        LocalDate today = assignments.today();
        List<Due> due = plans.find().map(PublishedPlan::id).stream()
                .flatMap(plan -> posts.listMains(plan, today).stream())
                .map(post -> {
                    LocalDate since = post.tenureFrom();
                    return new Due(post, since, rule.minimumOn(since), rule.maximumOn(since), rule.stage(since, today));
                })
                .sorted(Comparator.comparing(Due::maximumOn)
                        .thenComparing(one -> one.post().beatName()))
                .toList();
        return new Calendar(rule.minimumMonths(), rule.maximumMonths(), today, due);
    }

    @PutMapping
    @AllowedTo(Permission.TENURE_EDIT)
    @Operation(summary = "Sets the minimum and maximum of months on a beat")
    Calendar set(@RequestBody RuleRequest request) {
        Tenure rule = rule(request);
        transactions.executeWithoutResult(status -> {
            Tenure before = rule();
            jdbc.sql("UPDATE tenure_rule SET minimum_months = :minimum, maximum_months = :maximum WHERE id = 1")
                    .param("minimum", rule.minimumMonths())
                    .param("maximum", rule.maximumMonths())
                    .update();
            audit.record(AuditEvent.of(AuditAction.ASSIGNMENT_CHANGED)
                    .on("tenure", new UUID(0, 1).toString())
                    .before(before.toString())
                    .after(rule.toString()));
        });
        return get();
    }

    private static Tenure rule(RuleRequest request) {
        FieldErrors errors = new FieldErrors();
        Map.of(
                        "minimumMonths",
                        Optional.ofNullable(request.minimumMonths()),
                        "maximumMonths",
                        Optional.ofNullable(request.maximumMonths()))
                .forEach((field, value) -> {
                    if (value.isEmpty()) {
                        errors.add(field, "is missing");
                    }
                });
        errors.throwIfAny();
        try {
            return new Tenure(
                    Optional.ofNullable(request.minimumMonths()).orElseThrow(),
                    Optional.ofNullable(request.maximumMonths()).orElseThrow());
        } catch (IllegalArgumentException e) {
            throw FieldErrors.of("maximumMonths", String.valueOf(e.getMessage()));
        }
    }

    private Tenure rule() {
        return jdbc.sql("SELECT minimum_months, maximum_months FROM tenure_rule WHERE id = 1")
                .query((rs, row) -> new Tenure(rs.getInt("minimum_months"), rs.getInt("maximum_months")))
                .single();
    }
}
