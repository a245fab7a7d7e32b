package org.copse.server.adoption;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.copse.server.adoption.AdoptionRepository.Step;
import org.copse.server.audit.AuditAction;
import org.copse.server.audit.AuditEvent;
import org.copse.server.audit.AuditLog;
import org.copse.server.consultation.BoundaryReason;
import org.copse.server.consultation.Consultations;
import org.copse.server.publication.EntryIntoForce;
import org.copse.server.publication.NewPlan;
import org.copse.server.publication.PlanTerm;
import org.copse.server.publication.PlansInForce;
import org.copse.server.publication.Publication;
import org.copse.server.publication.PublishedPlan;
import org.copse.server.publication.StoredPlan;
import org.copse.server.system.FieldErrors;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Leads plans from draft to force. Whoever changes a plan's course locks it first. */
@Service
class Adoptions {
    private final AdoptionRepository repository;
    private final PlansInForce plans;
    private final Publication publication;
    private final Consultations consultations;
    private final TransactionTemplate transactions;
    private final AuditLog audit;
    private final Clock clock;

    Adoptions(
            AdoptionRepository repository,
            PlansInForce plans,
            Publication publication,
            Consultations consultations,
            TransactionTemplate transactions,
            AuditLog audit,
            Clock clock) {
        this.repository = repository;
        this.plans = plans;
        this.publication = publication;
        this.consultations = consultations;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Fixes a plan as a draft.
     *
     * @param reasons why its boundaries run where they do, as far as they are known
     */
    Course draft(NewPlan plan, List<BoundaryReason> reasons, String by) {
        return inTransaction(() -> {
            StoredPlan stored = publication.fix(plan, by);
            begin(stored.id(), State.DRAFT, plan.reason(), by);
            consultations.keepReasons(stored.id(), reasons);
            audit.record(AuditEvent.of(AuditAction.PLAN_STEPPED)
                    .on("plan", stored.id().toString())
                    .detail(State.DRAFT.key())
                    .because(plan.reason())
                    .after(stored.name())
                    .by(by));
            return get(stored.id());
        });
    }

    /**
     * Puts in force at once what was in force before Copse: nobody is to be consulted about what has long been there.
     *
     * @param why published with the plan, in place of consultation and assessments
     */
    PublishedPlan takeOver(NewPlan plan, String why, String by) {
        return inTransaction(() -> {
            PublishedPlan published = publication.publish(plan, by);
            begin(published.id(), State.ADOPTED, plan.reason(), by);
            repository.setOverride(published.id(), new AdoptionRepository.PlanOverride(why, by, now()));
            return published;
        });
    }

    private void begin(UUID plan, State state, String reason, String by) {
        repository.insert(plan);
        repository.addStep(plan, new Step(state, reason, by, now()));
    }

    /** Returns all plans as they stand, the latest first. */
    List<Course> list() {
        Map<UUID, List<PlanTerm>> terms = plans.listTerms().stream()
                .collect(Collectors.groupingBy(term -> term.plan().id()));
        return plans.listStored().stream()
                .filter(plan -> !repository.listSteps(plan.id()).isEmpty())
                .map(plan -> course(plan, terms.getOrDefault(plan.id(), List.of())))
                .toList();
    }

    /** Returns a plan as it stands, or ends the request. */
    Course get(UUID plan) {
        return plans.findStored(plan)
                .filter(known -> !repository.listSteps(known.id()).isEmpty())
                .map(known -> course(known, plans.listTerms(plan)))
                .orElseThrow(() -> none(plan));
    }

    private Course course(StoredPlan plan, List<PlanTerm> terms) {
        List<Step> steps = repository.listSteps(plan.id());
        List<Assessment> assessments = repository.listAssessments(plan.id());
        State lastStep = steps.get(steps.size() - 1).state();
        return new Course(
                plan,
                State.of(lastStep, terms, clock.instant()),
                steps,
                assessments,
                repository.findOverride(plan.id()),
                missing(plan.id(), assessments),
                terms);
    }

    private List<Missing> missing(UUID plan, List<Assessment> assessments) {
        Map<Assessment.Kind, Assessment> known =
                assessments.stream().collect(Collectors.toMap(Assessment::kind, Function.identity()));
        List<Missing> missing = new ArrayList<>();
        if (!consultations.isRecorded(plan)) {
            missing.add(Missing.CONSULTATION);
        }
        Arrays.stream(Assessment.Kind.values())
                .filter(kind -> Optional.ofNullable(known.get(kind))
                        .filter(Assessment::permits)
                        .isEmpty())
                .map(Missing::of)
                .forEach(missing::add);
        return missing;
    }

    /** Takes a plan a step on, or, with a reason, back. */
    Course step(UUID plan, State to, String reason, String by) {
        return changing(plan, course -> {
            State from = course.state();
            if (from == State.IN_FORCE || from == State.SUPERSEDED || course.isCurrent(clock.instant())) {
                throw new ProblemException(
                        ProblemType.CONFLICT, "The plan was put in force: it can only be taken back.");
            }
            if (to.compareTo(State.ADOPTED) > 0 || to == from) {
                throw FieldErrors.of("to", "cannot be " + to.key() + " where the plan is " + from.key());
            }
            if (to.compareTo(from) < 0 && reason.isEmpty()) {
                throw FieldErrors.of("reason", "is needed to go back");
            }
            if (to == State.ADOPTED) {
                complete(course);
            }
            if (to == State.CONSULTATION) {
                consultations.begin(plan, by);
            } else if (to == State.DRAFT) {
                consultations.withdraw(plan);
            }
            repository.addStep(plan, new Step(to, reason, by, now()));
            audit.record(AuditEvent.of(AuditAction.PLAN_STEPPED)
                    .on("plan", plan.toString())
                    .detail(to.key())
                    .because(reason.isEmpty() ? null : reason)
                    .before(from.key())
                    .after(to.key())
                    .by(by));
        });
    }

    private static void complete(Course course) {
        if (!course.mayComeIntoForce()) {
            throw new ProblemException(
                    ProblemType.ADOPTION_INCOMPLETE,
                    "The plan lacks "
                            + course.missing().stream().map(Missing::words).collect(Collectors.joining(", "))
                            + ". Record it, or have somebody with plan:override let the plan pass with a reason, which is published.",
                    Map.of(
                            "missing",
                            course.missing().stream().map(Missing::key).toList()));
        }
    }

    Course assess(UUID plan, Assessment assessment) {
        return changing(plan, course -> {
            if (course.isDecided()) {
                throw new ProblemException(
                        ProblemType.CONFLICT, "The plan was put in force with its assessments: they change no more.");
            }
            repository.put(plan, assessment);
            audit.record(AuditEvent.of(AuditAction.PLAN_ASSESSED)
                    .on("plan", plan.toString())
                    .detail(assessment.kind().key() + ": "
                            + assessment.outcome().key())
                    .after(assessment.toString())
                    .by(assessment.changedBy()));
        });
    }

    /** Lets a plan come into force although something is missing; an empty reason takes that back. */
    Course override(UUID plan, String reason, String by) {
        return changing(plan, course -> {
            if (course.isDecided()) {
                throw new ProblemException(
                        ProblemType.CONFLICT, "The plan was put in force: what it lacked is published with it.");
            }
            if (reason.isEmpty()) {
                repository.removeOverride(plan);
            } else {
                repository.setOverride(plan, new AdoptionRepository.PlanOverride(reason, by, now()));
            }
            audit.record(AuditEvent.of(AuditAction.PLAN_OVERRIDDEN)
                    .on("plan", plan.toString())
                    .detail(reason.isEmpty() ? "taken back" : "missing " + course.missing())
                    .because(reason.isEmpty() ? "Taken back" : reason)
                    .by(by));
        });
    }

    /** Puts an adopted plan in force. */
    PublishedPlan enter(UUID plan, EntryIntoForce entry) {
        return inTransaction(() -> {
            lock(plan);
            Course course = get(plan);
            if (course.state() == State.DRAFT || course.state() == State.CONSULTATION) {
                throw new ProblemException(
                        ProblemType.CONFLICT,
                        "The plan is in the state " + course.state().key() + ": adopt it first.");
            }
            complete(course);
            if (course.missing().isEmpty()) {
                // What was let pass once has its record by now: nothing is to be said of it.
                repository.removeOverride(plan);
            }
            return publication.enter(plan, entry);
        });
    }

    /** Takes a plan back that is in force or to come. */
    Course takeBack(UUID plan, Optional<Instant> from, String reason, String by) {
        return changing(plan, course -> publication.takeBack(plan, from, reason, by));
    }

    private Course changing(UUID plan, java.util.function.Consumer<Course> work) {
        return inTransaction(() -> {
            lock(plan);
            work.accept(get(plan));
            return get(plan);
        });
    }

    private void lock(UUID plan) {
        if (!repository.lock(plan)) {
            throw none(plan);
        }
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Optional.ofNullable(transactions.execute(status -> work.get())).orElseThrow();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static ProblemException none(UUID plan) {
        return new ProblemException(ProblemType.NOT_FOUND, "There is no plan " + plan + ".");
    }
}
