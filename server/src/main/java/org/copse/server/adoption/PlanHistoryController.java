package org.copse.server.adoption;

import io.swagger.v3.oas.annotations.Operation;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.copse.server.assignment.Assignments;
import org.copse.server.permission.Public;
import org.copse.server.publication.PlanTerm;
import org.copse.server.publication.PlansInForce;
import org.copse.server.system.FieldErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Which plan was in force when, for everybody. */
@RestController
@RequestMapping("/api/v1/plans")
@Public
class PlanHistoryController {
    private final PlansInForce plans;
    private final AdoptionRepository adoptions;
    private final Assignments assignments;

    PlanHistoryController(PlansInForce plans, AdoptionRepository adoptions, Assignments assignments) {
        this.plans = plans;
        this.adoptions = adoptions;
        this.assignments = assignments;
    }

    /**
     * A plan in a time in which it was, is or will be in force.
     *
     * @param from the first instant
     * @param to the first instant after; null where no end is known
     * @param kind "entry", or "take-back" where the plan after it was taken back
     * @param reason why it came into force, or came back
     * @param withoutRecord why it came into force without consultation or assessments; null where it had them
     */
    record PlanInTime(
            UUID id,
            String name,
            int version,
            int beats,
            int sectors,
            Instant from,
            @Nullable Instant to,
            String kind,
            String reason,
            @Nullable String withoutRecord) {}

    @GetMapping
    @Operation(
            summary =
                    "Lists published plans and when they are in force, the latest first; with \"at\", those of a day or an instant")
    ResponseEntity<List<PlanInTime>> list(@RequestParam @Nullable String at) {
        Predicate<PlanTerm> asked = at == null ? term -> true : asked(at);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .body(plans.listTerms().stream()
                        .filter(term -> !term.isCalledOff())
                        .filter(asked)
                        .map(this::view)
                        .toList());
    }

    private Predicate<PlanTerm> asked(String at) {
        try {
            if (at.indexOf('T') < 0) {
                LocalDate day = LocalDate.parse(at);
                Instant first = day.atStartOfDay(assignments.zone()).toInstant();
                Instant next = day.plusDays(1).atStartOfDay(assignments.zone()).toInstant();
                return term -> term.validFrom().isBefore(next)
                        && Optional.ofNullable(term.validTo())
                                .filter(to -> !to.isAfter(first))
                                .isEmpty();
            }
            Instant instant = OffsetDateTime.parse(at).toInstant();
            return term -> term.includes(instant);
        } catch (DateTimeException e) {
            throw FieldErrors.of("at", "must be a day such as 2026-05-01, or an instant such as 2026-05-01T12:00:00Z");
        }
    }

    private PlanInTime view(PlanTerm term) {
        return new PlanInTime(
                term.plan().id(),
                term.plan().name(),
                term.plan().version(),
                term.plan().beats(),
                term.plan().sectors(),
                term.validFrom(),
                term.validTo(),
                term.kind().key(),
                term.reason(),
                adoptions
                        .findOverride(term.plan().id())
                        .map(AdoptionRepository.PlanOverride::reason)
                        .orElse(null));
    }
}
