package org.copse.server.concern;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.copse.server.audit.AuditAction;
import org.copse.server.audit.AuditEvent;
import org.copse.server.audit.AuditLog;
import org.copse.server.photo.Photo;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps concerns, what becomes of them, and deletes them in time. */
@Service
class Concerns {
    private static final Duration DAY = Duration.ofHours(24);

    private final ConcernRepository rows;
    private final ConcernSettings settings;
    private final TransactionTemplate transactions;
    private final AuditLog audit;
    private final Clock clock;

    Concerns(
            ConcernRepository rows,
            ConcernSettings settings,
            TransactionTemplate transactions,
            AuditLog audit,
            Clock clock) {
        this.rows = rows;
        this.settings = settings;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Returns when concerns are taken again; empty where they are taken now. */
    Optional<Instant> findClosedUntil() {
        Instant since = now().minus(DAY);
        if (rows.countSince(since) < settings.perDay()) {
            return Optional.empty();
        }
        return Optional.ofNullable(rows.findFirstSince(since)).map(first -> first.plus(DAY));
    }

    /** Returns whether a concern with that code is kept: somebody who sends the same page twice, for want of an answer, has filed one. */
    boolean isKept(ReceiptCode code) {
        return rows.findByCode(code.hash()).isPresent();
    }

    /** Keeps a concern; where one with that code is kept already, that one stays as it is. */
    void file(NewConcern concern, @Nullable Photo photo, ReceiptCode code) {
        UUID id = UUID.randomUUID();
        Instant now = now();
        try {
            transactions.executeWithoutResult(status -> {
                rows.insert(id, code.hash(), concern, now);
                rows.insert(id, new Step(0, State.RECEIVED, concern.beat(), null, null, "", "", null, now));
                if (photo != null) {
                    rows.insert(id, photo);
                }
            });
        } catch (DuplicateKeyException e) {
            if (!isKept(code)) {
                throw e;
            }
        }
        rows.writeToDisk();
    }

    /** Returns a concern with that code; empty where there is none, or none any more. */
    Optional<Concern> find(ReceiptCode code) {
        return rows.findByCode(code.hash()).flatMap(rows::find);
    }

    List<Step> listSteps(Concern concern) {
        return rows.listSteps(concern.id());
    }

    List<Concern> list(Desk.Viewer viewer) {
        return rows.list().stream().filter(viewer::sees).toList();
    }

    /** Returns a concern for who may see it; the answer is the same for one that is not there. */
    Concern get(UUID id, Desk.Viewer viewer) {
        return rows.find(id).filter(viewer::sees).orElseThrow(Concerns::none);
    }

    /**
     * Takes the next step, unless somebody took another meanwhile, and returns the concern after it.
     *
     * @param beats ids of those that it may be passed to
     */
    Concern take(UUID id, StepRequest request, Set<String> beats, Desk.Viewer viewer) {
        return Optional.ofNullable(transactions.execute(status -> {
                    rows.lock(id);
                    Step before = get(id, viewer).standing();
                    if (request.after() == null || request.after() != before.number()) {
                        throw new ProblemException(
                                ProblemType.CONFLICT,
                                "Somebody decided on this concern meanwhile: its last step is " + before.number()
                                        + ", not " + request.after() + ".");
                    }
                    Step step = request.step(before, beats, viewer.account(), now());
                    rows.insert(id, step);
                    // What residents and staff wrote is deleted in time, and the log is kept for years: it has none of
                    // it.
                    audit.record(AuditEvent.of(AuditAction.CONCERN_STEPPED)
                            .on("concern", id.toString())
                            .detail(before.state().key() + " → " + step.state().key() + ", step " + step.number()
                                    + (step.beat().equals(before.beat())
                                            ? ""
                                            : ", beat " + before.beat() + " → " + step.beat())
                                    + (step.agency() == null ? "" : ", to " + step.agency())
                                    + (step.reason() == null ? "" : ", " + step.reason()))
                            .by(viewer.account()));
                    return rows.find(id).orElseThrow(Concerns::none);
                }))
                .orElseThrow();
    }

    /** Returns how to reach who filed a concern, for the staff of its beat; each reading is recorded. */
    String readContact(UUID id, Desk.Viewer viewer) {
        return Optional.ofNullable(transactions.execute(status -> {
                    Concern concern = get(id, viewer);
                    if (!viewer.isStaffOf(concern.standing().beat())) {
                        throw new ProblemException(
                                ProblemType.FORBIDDEN, "The contact is for those who answer for this beat today.");
                    }
                    String contact = rows.findContact(id)
                            .orElseThrow(() -> new ProblemException(
                                    ProblemType.NOT_FOUND, "Nobody left a contact, or it was deleted in its time."));
                    audit.record(AuditEvent.of(AuditAction.CONCERN_CONTACT_READ)
                            .on("concern", id.toString())
                            .by(viewer.account()));
                    return contact;
                }))
                .orElseThrow();
    }

    byte[] getPhoto(UUID id, Desk.Viewer viewer) {
        return rows.findPhoto(get(id, viewer).id()).orElseThrow(Concerns::none);
    }

    /** Deletes what was kept as long as residents were told. Returns how many concerns lost something, or went. */
    int deleteOld() {
        Instant now = now();
        return Optional.ofNullable(transactions.execute(status -> {
                    Instant settled = now.minus(settings.contactKept());
                    return rows.deleteSettledBefore(now.minus(settings.kept()))
                            + rows.deleteReceivedBefore(now.minus(settings.longest()))
                            + rows.deleteContactsSettledBefore(settled)
                            + rows.deletePhotosSettledBefore(settled);
                }))
                .orElse(0);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static ProblemException none() {
        return new ProblemException(ProblemType.NOT_FOUND, "There is no such concern, or none that you may see.");
    }
}
