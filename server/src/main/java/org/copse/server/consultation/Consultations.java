package org.copse.server.consultation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.copse.server.account.Secrets;
import org.copse.server.audit.AuditAction;
import org.copse.server.audit.AuditEvent;
import org.copse.server.audit.AuditLog;
import org.copse.server.consultation.Consultation.Answer;
import org.copse.server.consultation.Consultation.Comment;
import org.copse.server.consultation.Consultation.Outreach;
import org.copse.server.system.FieldErrors;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens consultations, keeps what is said, and closes them with an answer to everything that is shown. */
@Service
public class Consultations {
    /** As long as staff leave a consultation open unless they say otherwise. */
    private static final int DAYS = 28;
    /** Comments that wait for staff. Beyond that somebody floods the page, and nobody reads any more. */
    private static final int MOST_WAITING = 2000;

    /** Who finds the page: everybody, whoever has the link, or whoever gets a new link, while the old one stops working. */
    enum Access {
        PUBLIC,
        LINK,
        NEW_LINK
    }

    private final ConsultationRepository repository;
    private final TransactionTemplate transactions;
    private final AuditLog audit;
    private final Clock clock;

    Consultations(ConsultationRepository repository, TransactionTemplate transactions, AuditLog audit, Clock clock) {
        this.repository = repository;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Keeps, with a plan that is drafted, why its boundaries run where they do. */
    public void keepReasons(UUID plan, List<BoundaryReason> reasons) {
        repository.insertBoundaries(plan, reasons);
    }

    /** Prepares the consultation on a plan; nobody sees it before staff open it. One that was begun earlier goes on with what was said. */
    public void begin(UUID plan, String by) {
        if (repository.find(plan).isPresent()) {
            repository.reset(plan);
        } else {
            repository.insert(plan, today().plusDays(DAYS), by);
        }
    }

    /** Takes the page away: the plan is a draft again. What was said, and what came of it, stays on record. */
    public void withdraw(UUID plan) {
        repository.reset(plan);
    }

    /** Returns whether a consultation on the plan was held and closed with a summary. */
    public boolean isRecorded(UUID plan) {
        return repository.find(plan).filter(found -> found.closedAt() != null).isPresent();
    }

    Consultation get(UUID plan) {
        return repository
                .find(plan)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND, "There is no consultation on the plan " + plan + "."));
    }

    /** Returns a consultation for somebody at its page: with the key where it needs one. */
    Consultation getForVisitor(UUID plan, @Nullable String key) {
        Consultation found = get(plan);
        String needed = found.keyHash();
        boolean fits = needed == null || (key != null && needed.equals(Secrets.hash(key)));
        if (found.openedAt() == null || !fits) {
            throw new ProblemException(ProblemType.NOT_FOUND, "There is no consultation on the plan " + plan + ".");
        }
        return found;
    }

    List<Consultation> listPublic() {
        return repository.listPublic();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /**
     * Says how the page looks, and opens it.
     *
     * @param access whether the page needs the key in its link
     * @return the key of a page that needs one, if it is new: it is not kept
     */
    Optional<String> open(UUID plan, String intro, LocalDate closesOn, Access access, String by) {
        String fresh = Secrets.text(18);
        AtomicBoolean isNew = new AtomicBoolean();
        changing(
                plan,
                AuditAction.CONSULTATION_OPENED,
                "until " + closesOn + (access == Access.PUBLIC ? "" : ", by link"),
                by,
                known -> {
                    if (closesOn.isBefore(today())) {
                        throw FieldErrors.of("closesOn", "must be today or later, not " + closesOn);
                    }
                    Instant opened = Optional.ofNullable(known.openedAt()).orElse(now());
                    isNew.set(access == Access.NEW_LINK || (access == Access.LINK && known.keyHash() == null));
                    String hash = isNew.get() ? Secrets.hash(fresh) : access == Access.PUBLIC ? null : known.keyHash();
                    repository.update(plan, intro, closesOn, hash, opened);
                });
        return isNew.get() ? Optional.of(fresh) : Optional.empty();
    }

    void add(UUID plan, Outreach outreach, String by) {
        changing(
                plan,
                AuditAction.CONSULTATION_CHANGED,
                "outreach: " + outreach.reached(),
                by,
                known -> repository.insert(plan, outreach, by));
    }

    void add(UUID plan, Answer answer, String by) {
        changing(
                plan,
                AuditAction.CONSULTATION_CHANGED,
                "answer " + answer.id(),
                by,
                known -> repository.insert(plan, answer, by));
    }

    void delete(UUID plan, String kind, UUID id, String by) {
        changing(plan, AuditAction.CONSULTATION_CHANGED, kind + " " + id + " removed", by, known -> {
            if (repository.delete(plan, kind, id) == 0) {
                throw new ProblemException(ProblemType.NOT_FOUND, "There is no " + kind + " " + id + ".");
            }
        });
    }

    /** Keeps a comment of somebody at the page until staff have read it. */
    void say(Consultation consultation, @Nullable String beat, @Nullable String otherBeat, String words) {
        if (!consultation.takesCommentsOn(today())) {
            throw new ProblemException(ProblemType.CONFLICT, "The consultation is closed.");
        }
        if (repository.countWaiting(consultation.plan()) >= MOST_WAITING) {
            throw new ProblemException(
                    ProblemType.TOO_MANY_REQUESTS, "Too many comments wait to be read. Try again tomorrow.");
        }
        repository.insert(
                consultation.plan(),
                new Comment(UUID.randomUUID(), beat, otherBeat, words, "waiting", null, now(), null));
    }

    /** Shows a comment or hides it. What names a person must go at any time: hiding is possible on a closed consultation too. */
    void moderate(UUID plan, UUID comment, String state, @Nullable UUID answer, @Nullable String why, String by) {
        changingAny(plan, AuditAction.CONSULTATION_CHANGED, "comment " + comment + ": " + state, by, known -> {
            if (!state.equals("hidden")) {
                refuseClosed(known);
            }
            boolean answered = answer == null
                    || repository.listAnswers(plan).stream()
                            .anyMatch(one -> one.id().equals(answer));
            if (!answered) {
                throw FieldErrors.of("answer", "is none of this consultation");
            }
            if (repository.moderate(plan, comment, state, answer, why, by) == 0) {
                throw new ProblemException(ProblemType.NOT_FOUND, "There is no comment " + comment + ".");
            }
        });
    }

    /** Closes a consultation on which all is answered. */
    void close(UUID plan, String summary, String by) {
        changing(plan, AuditAction.CONSULTATION_CLOSED, "", by, known -> {
            List<String> missing = new ArrayList<>();
            if (known.openedAt() == null) {
                missing.add("opened");
            }
            if (repository.listOutreach(plan).isEmpty()) {
                missing.add("outreach");
            }
            List<Comment> comments = repository.listComments(plan);
            if (comments.stream().anyMatch(one -> one.state().equals("waiting"))) {
                missing.add("moderation");
            }
            if (comments.stream().anyMatch(one -> one.state().equals("shown") && one.answer() == null)) {
                missing.add("answers");
            }
            if (!missing.isEmpty()) {
                throw new ProblemException(
                        ProblemType.CONSULTATION_INCOMPLETE,
                        "The consultation lacks: " + String.join(", ", missing) + ".",
                        Map.of("missing", missing));
            }
            repository.close(plan, now(), summary);
        });
    }

    List<Outreach> listOutreach(UUID plan) {
        return repository.listOutreach(plan);
    }

    List<Answer> listAnswers(UUID plan) {
        return repository.listAnswers(plan);
    }

    List<Comment> listComments(UUID plan) {
        return repository.listComments(plan);
    }

    List<BoundaryReason> listReasons(UUID plan) {
        return repository.listBoundaries(plan);
    }

    /** As {@link #changingAny}, of one that is not closed. */
    private void changing(UUID plan, AuditAction action, String what, String by, Consumer<Consultation> work) {
        changingAny(plan, action, what, by, known -> {
            refuseClosed(known);
            work.accept(known);
        });
    }

    private static void refuseClosed(Consultation known) {
        if (known.closedAt() != null) {
            throw new ProblemException(ProblemType.CONFLICT, "The consultation is closed: it changes no more.");
        }
    }

    private void changingAny(UUID plan, AuditAction action, String what, String by, Consumer<Consultation> work) {
        transactions.executeWithoutResult(status -> {
            Consultation known = repository.findForUpdate(plan).orElseGet(() -> get(plan));
            work.accept(known);
            audit.record(AuditEvent.of(action)
                    .on("plan", plan.toString())
                    .detail(what.isEmpty() ? null : what)
                    .by(by));
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
