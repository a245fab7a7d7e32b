package org.copse.server.publication;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.copse.server.audit.AuditAction;
import org.copse.server.audit.AuditEvent;
import org.copse.server.audit.AuditLog;
import org.copse.server.system.FieldErrors;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Fixes plans, puts them in force and takes them back. Whether a plan may come into force is decided above. */
@Service
public class Publication {
    /** How long before its instant a change is known at the latest: every server asks more often than that. */
    public static final Duration LEAD = Duration.ofSeconds(5);

    private static final Duration FARTHEST = Duration.ofDays(2 * 366);

    private final PlanRepository plans;
    private final PlanTerms terms;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final AuditLog audit;
    private final Clock clock;

    Publication(
            PlanRepository plans,
            PlanTerms terms,
            TransactionTemplate transactions,
            ApplicationEventPublisher events,
            AuditLog audit,
            Clock clock) {
        this.plans = plans;
        this.terms = terms;
        this.transactions = transactions;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /** Stores a plan, from now on unchangeable, without putting it in force. */
    public StoredPlan fix(NewPlan plan, String by) {
        return changing(() -> plans.find(plans.insert(plan, by)).orElseThrow());
    }

    /**
     * Makes a plan the one in force at once, which other servers learn within the age of their settings: for what was in force before Copse.
     *
     * @param by the account that publishes
     * @throws ProblemException when somebody else published at the same moment
     */
    public PublishedPlan publish(NewPlan plan, String by) {
        return publish(plan, Optional.empty(), TeamContacts.WAIVED, by);
    }

    /** As above, with what was decided for the officers of the plan before and about teams that nobody knows how to reach. */
    public PublishedPlan publish(
            NewPlan plan, Optional<CarryOverDecision> carryOver, TeamContacts contacts, String by) {
        return changing(() -> {
            Optional<PlanTerm> last = terms.lockLast();
            Instant afterLast = last.map(term -> term.validFrom().plusMillis(1)).orElse(Instant.MIN);
            Instant from = now().isBefore(afterLast) ? afterLast : now();
            UUID id = plans.insert(plan, by);
            return begin(
                    id,
                    plan.reason(),
                    last,
                    new EntryIntoForce(Optional.of(from), carryOver, contacts, plan.reason(), by));
        });
    }

    /**
     * Puts a fixed plan in force from an instant, and closes the one before then. A sector without a contact takes over that of the sector
     * before it in which most of its residents live.
     *
     * @throws ProblemException when the instant is too near or too far, a plan is to come already, or somebody else decided at the same moment
     */
    public PublishedPlan enter(UUID plan, EntryIntoForce entry) {
        return changing(() -> {
            Optional<PlanTerm> last = terms.lockLast();
            last.filter(term -> term.isAheadAt(now())).ifPresent(ahead -> {
                throw new ProblemException(
                        ProblemType.PLAN_AHEAD,
                        "\"" + ahead.plan().name() + "\" comes into force at " + ahead.validFrom()
                                + ": call it off before another plan can.",
                        Map.<String, Object>of("plan", ahead.plan().id(), "from", ahead.validFrom()));
            });
            if (last.map(PlanTerm::plan).map(PublishedPlan::id).equals(Optional.of(plan))) {
                throw new ProblemException(ProblemType.CONFLICT, "The plan is in force already.");
            }
            Instant from = last.isEmpty() && entry.from().isEmpty() ? now() : instant(entry.from());
            String planReason = plans.find(plan).orElseThrow().reason();
            return begin(
                    plan,
                    planReason,
                    last,
                    new EntryIntoForce(
                            Optional.of(from), entry.carryOver(), entry.contacts(), entry.reason(), entry.by()));
        });
    }

    private PublishedPlan begin(UUID plan, String planReason, Optional<PlanTerm> last, EntryIntoForce entry) {
        Instant from = entry.from().orElseThrow();
        List<NewPlan.Sector> known = plans.loadSectors(plan);
        List<NewPlan.Sector> sectors = entry.contacts()
                .complete(last.map(before -> SectorContacts.carryOver(
                                known,
                                plans.listSectorOfBeat(plan),
                                plans.listUnits(plan),
                                plans.listSectors(before.plan().id())))
                        .orElse(known));
        for (NewPlan.Sector sector : sectors) {
            NewPlan.@Nullable Contact contact = sector.contact();
            if (contact != null) {
                plans.updateContact(plan, sector.id(), contact);
            }
        }
        last.ifPresent(before -> terms.end(before.number(), from));
        int number = terms.insert(plan, PlanTerm.Kind.ENTRY, from, entry.reason(), entry.by());
        PublishedPlan now = terms.findAt(from).orElseThrow().plan();
        Optional<PublishedPlan> previous = last.map(PlanTerm::plan);
        events.publishEvent(new PlanPublished(now, number, previous, entry.carryOver(), entry.by()));
        audit.record(AuditEvent.of(AuditAction.PLAN_PUBLISHED)
                .on("plan", plan.toString())
                .detail("version " + now.version() + ", in force from " + from)
                .because(entry.reason().isBlank() ? planReason : entry.reason())
                .before(previous.map(PublishedPlan::name).orElse(null))
                .after(now.name())
                .by(entry.by()));
        return now;
    }

    /**
     * Takes a plan back: one that is to come never does, and one in force makes way for the plan before it.
     *
     * @param plan which must be the one in force or to come
     * @param from the instant; empty for as soon as all servers can know of it. Not asked where the plan is to come only
     * @return the term that holds now; empty where there was no plan before
     * @throws ProblemException when it is neither, or there is no plan before it
     */
    public Optional<PlanTerm> takeBack(UUID plan, Optional<Instant> from, String reason, String by) {
        return changing(() -> {
            PlanTerm last = terms.lockLast().orElseThrow(() -> nothingToTakeBack(""));
            if (!last.plan().id().equals(plan)) {
                throw nothingToTakeBack(
                        " The one that can be taken back is \"" + last.plan().name() + "\".");
            }
            boolean ahead = last.isAheadAt(now());
            PlanTakenBack event = ahead ? callOff(last, by) : restore(last, instant(from), reason, by);
            events.publishEvent(event);
            audit.record(AuditEvent.of(AuditAction.PLAN_TAKEN_BACK)
                    .on("plan", plan.toString())
                    .detail(ahead ? "called off before " + last.validFrom() : "until " + event.from())
                    .because(reason)
                    .before(last.plan().name())
                    .after(event.restored().map(PublishedPlan::name).orElse(null))
                    .by(by));
            return event.restored().isEmpty() ? Optional.empty() : terms.lockLast();
        });
    }

    private static ProblemException nothingToTakeBack(String which) {
        return new ProblemException(
                ProblemType.CONFLICT, "This plan is not the last that came into force or is to come." + which);
    }

    private PlanTakenBack callOff(PlanTerm last, String by) {
        terms.end(last.number(), last.validFrom());
        Optional<PlanTerm> before = terms.findAt(now());
        before.ifPresent(term -> terms.end(term.number(), null));
        return new PlanTakenBack(
                last, before.map(PlanTerm::plan), before.map(PlanTerm::number).orElse(0), last.validFrom(), true, by);
    }

    private PlanTakenBack restore(PlanTerm last, Instant from, String reason, String by) {
        UUID before = PlanHistory.before(terms.list())
                .orElseThrow(() -> new ProblemException(
                        ProblemType.CONFLICT, "There is no plan before this one that could come back."));
        terms.end(last.number(), from);
        int number = terms.insert(before, PlanTerm.Kind.TAKE_BACK, from, reason, by);
        return new PlanTakenBack(
                last, Optional.of(terms.findAt(from).orElseThrow().plan()), number, from, false, by);
    }

    /** Returns the instant asked for, or the soonest. */
    private Instant instant(Optional<Instant> asked) {
        Instant now = now();
        Instant soonest = now.plus(LEAD);
        Instant from = asked.map(Publication::exact).orElse(soonest);
        if (from.isBefore(soonest)) {
            throw FieldErrors.of(
                    "from",
                    "must be at least " + LEAD.toSeconds() + " s ahead of " + now
                            + ", so that all servers change together; leave it out for as soon as possible");
        }
        if (from.isAfter(now.plus(FARTHEST))) {
            throw FieldErrors.of("from", "must be within two years, not " + from);
        }
        return from;
    }

    private Instant now() {
        return exact(clock.instant());
    }

    /** As exact as both databases keep it. */
    private static Instant exact(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS);
    }

    private <T> T changing(java.util.function.Supplier<T> work) {
        try {
            return Optional.ofNullable(transactions.execute(status -> work.get()))
                    .orElseThrow();
        } catch (DataIntegrityViolationException e) {
            throw new ProblemException(ProblemType.CONFLICT, "Another plan was published at the same moment.");
        }
    }
}
