package org.copse.server.finding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.copse.server.assignment.Assignments;
import org.copse.server.audit.AuditAction;
import org.copse.server.audit.AuditEvent;
import org.copse.server.audit.AuditLog;
import org.copse.server.inforce.IndexedPlan;
import org.copse.server.inforce.PlanIndex;
import org.copse.server.mail.MailStanding;
import org.copse.server.publication.BeatTerritory;
import org.copse.server.system.FieldErrors;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.copse.server.walk.WalkRecords;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of findings: who sees to them until when, what residents read of it, and each step on the way. */
@Service
public class Findings {
    /** How long residents read of what was settled. */
    private static final int SHOWN_MONTHS = 12;

    private final StepRepository steps;
    private final FindingRepository findings;
    private final WalkRecords walks;
    private final PlanIndex plans;
    private final Assignments days;
    private final TransactionTemplate transactions;
    private final AuditLog audit;
    private final FindingMail mail;

    Findings(
            StepRepository steps,
            FindingRepository findings,
            WalkRecords walks,
            PlanIndex plans,
            Assignments days,
            TransactionTemplate transactions,
            AuditLog audit,
            FindingMail mail) {
        this.steps = steps;
        this.findings = findings;
        this.walks = walks;
        this.plans = plans;
        this.days = days;
        this.transactions = transactions;
        this.audit = audit;
        this.mail = mail;
    }

    /** Returns what is asked for, the latest seen first; what is overdue by its day. */
    List<FollowedFinding> list(FindingFilter filter) {
        filter.check();
        IndexedPlan plan = plan();
        UUID walk = filter.walk();
        Map<UUID, MailStanding> mails = mail.newest();
        Map<UUID, List<SeenAgain>> again = findings.listAgain();
        List<FollowedFinding> found = (walk == null ? steps.list() : steps.list(walk))
                .stream()
                        .map(one -> followed(one, plan, mails.get(one.id()), again))
                        .filter(filter::takes)
                        .toList();
        return Boolean.TRUE.equals(filter.overdue())
                ? found.stream()
                        .sorted(Comparator.comparing(one ->
                                Optional.ofNullable(one.standing().dueOn()).orElse(LocalDate.MAX)))
                        .toList()
                : found;
    }

    /** Returns what residents read of a beat's problems, the latest seen first; what was settled long ago is left out. */
    public List<PublicFinding> listPublic(String beat) {
        IndexedPlan plan = plan();
        Instant earliest =
                days.today().minusMonths(SHOWN_MONTHS).atStartOfDay(days.zone()).toInstant();
        return steps.listPublic().stream()
                .filter(one -> Optional.ofNullable(beat(one.finding().place(), plan))
                        .filter(in -> in.id().equals(beat))
                        .isPresent())
                .filter(one -> one.step().state().isUnsettled()
                        || !Optional.ofNullable(one.step().at())
                                .orElse(Instant.MAX)
                                .isBefore(earliest))
                .map(one -> new PublicFinding(
                        Optional.ofNullable(one.finding().category()).orElse("other"),
                        one.step().state(),
                        one.step().agency(),
                        one.step().told(),
                        one.step().language(),
                        Optional.ofNullable(one.finding().at()).orElse(Instant.EPOCH)))
                .toList();
    }

    FollowedFinding get(UUID id) {
        return followed(standing(id), plan(), mail.findNewest(id).orElse(null), findings.listAgain());
    }

    List<Step> listSteps(UUID id) {
        return steps.listSteps(id);
    }

    /** Takes the next step, unless somebody took another meanwhile. */
    void take(UUID id, StepRequest request, String by) {
        transactions.executeWithoutResult(status -> {
            steps.lock(id);
            StepRepository.Standing before = standing(id);
            if (request.after() == null || request.after() != before.step().number()) {
                throw new ProblemException(
                        ProblemType.CONFLICT,
                        "Somebody decided on this finding meanwhile: its last step is "
                                + before.step().number() + ", not " + request.after() + ".");
            }
            Step step = request.step(before.step(), by);
            checkWalk(step.checkedOn(), before);
            boolean mails = Boolean.TRUE.equals(request.mail());
            if (mails) {
                mail.check(step);
            }
            steps.insert(id, step);
            if (mails) {
                mail.put(id, before.finding(), step, beat(before.finding().place(), plan()), days.zone());
            }
            audit.record(AuditEvent.of(AuditAction.FINDING_STEPPED)
                    .on("finding", id.toString())
                    .detail(before.step().state().key() + " → " + step.state().key() + ", step " + step.number()
                            + (step.isPublic() ? ", public" : ", not public")
                            + (mails ? ", mail to " + step.agency() : ""))
                    .because(step.note())
                    .before(before.step().toString())
                    .after(step.toString())
                    .by(by));
        });
    }

    private void checkWalk(@Nullable UUID walk, StepRepository.Standing finding) {
        if (walk == null) {
            return;
        }
        Instant started = walks.findStart(walk).orElse(Instant.EPOCH);
        Instant seen = Optional.ofNullable(finding.finding().at()).orElse(Instant.MAX);
        if (walk.equals(finding.walk().id()) || !started.isAfter(seen)) {
            throw FieldErrors.of("checkedOn", "must be a walk after the one on which it was found");
        }
    }

    private StepRepository.Standing standing(UUID id) {
        return steps.find(id)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND,
                        "There is no such problem. Who recorded it may have taken it back, or it is something good."));
    }

    private FollowedFinding followed(
            StepRepository.Standing one,
            @Nullable IndexedPlan plan,
            @Nullable MailStanding mailed,
            Map<UUID, List<SeenAgain>> again) {
        return new FollowedFinding(
                one.id(),
                one.walk(),
                one.finding(),
                one.step(),
                beat(one.finding().place(), plan),
                one.step().isOverdue(days.today()),
                mailed,
                again.getOrDefault(one.id(), List.of()),
                one.step().state().next());
    }

    private @Nullable IndexedPlan plan() {
        return plans.find().orElse(null);
    }

    private static FollowedFinding.@Nullable Beat beat(Finding.@Nullable Place place, @Nullable IndexedPlan plan) {
        if (place == null || place.lon() == null || place.lat() == null || plan == null) {
            return null;
        }
        return plan.index()
                .locate(place.lon(), place.lat())
                .map(plan.beats()::get)
                .map(Findings::beat)
                .orElse(null);
    }

    private static FollowedFinding.Beat beat(BeatTerritory beat) {
        return new FollowedFinding.Beat(beat.id(), beat.name());
    }
}
