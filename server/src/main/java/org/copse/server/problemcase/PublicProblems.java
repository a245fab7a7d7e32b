package org.copse.server.problemcase;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.copse.server.audit.AuditAction;
import org.copse.server.audit.AuditEvent;
import org.copse.server.audit.AuditLog;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What residents read of problem cases: written by who works on one, published by who supervises. */
@Service
public class PublicProblems {
    /** How long residents read of what was closed. */
    private static final Duration SHOWN = Duration.ofDays(365);

    private final TellingRepository rows;
    private final CaseRepository cases;
    private final TransactionTemplate transactions;
    private final AuditLog audit;
    private final Clock clock;

    PublicProblems(
            TellingRepository rows,
            CaseRepository cases,
            TransactionTemplate transactions,
            AuditLog audit,
            Clock clock) {
        this.rows = rows;
        this.cases = cases;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Returns what is public of a beat's problems, the latest published first. */
    public List<PublicProblem> list(String beat) {
        return list().stream().filter(one -> one.beat().equals(beat)).toList();
    }

    /** Returns a problem that is public; the answer is the same for one that is not. */
    public PublicProblem get(UUID id) {
        return list().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND, "There is no such page, or it is no longer published."));
    }

    private List<PublicProblem> list() {
        Map<UUID, PublicProblem> found = new LinkedHashMap<>();
        rows.listPublic(now().minus(SHOWN)).forEach(told -> {
            Telling text = told.telling();
            PublicProblem.Text one = new PublicProblem.Text(
                    text.language(),
                    text.title(),
                    text.problem(),
                    text.doing(),
                    text.result(),
                    Objects.requireNonNull(text.publishedAt()));
            List<PublicProblem.Text> before = Optional.ofNullable(found.get(told.problem()))
                    .map(PublicProblem::texts)
                    .orElse(List.of());
            found.put(
                    told.problem(), new PublicProblem(told.problem(), told.beat(), told.stage(), joined(before, one)));
        });
        return List.copyOf(found.values());
    }

    private static List<PublicProblem.Text> joined(List<PublicProblem.Text> before, PublicProblem.Text one) {
        return Stream.concat(before.stream(), Stream.of(one)).toList();
    }

    List<Telling> listTellings(UUID problem) {
        return rows.list(problem);
    }

    void write(UUID problem, TellingRequest request, String by) {
        transactions.executeWithoutResult(status -> {
            lock(problem);
            Telling telling =
                    request.checked(rows.nextNumber(problem, request.spoken().code()), by, now());
            rows.insert(problem, telling);
            record(
                    AuditAction.PROBLEM_CHANGED,
                    problem,
                    "for residents: " + name(telling.language(), telling.number()));
        });
    }

    void publish(UUID problem, String language, int number, String by) {
        transactions.executeWithoutResult(status -> {
            lock(problem);
            if (rows.publish(problem, language, number, by, now()) == 0) {
                throw new ProblemException(
                        ProblemType.CONFLICT,
                        "There is no such version, or it was published before. Load the page anew.");
            }
            record(AuditAction.PROBLEM_PUBLISHED, problem, name(language, number));
        });
    }

    void withdraw(UUID problem) {
        transactions.executeWithoutResult(status -> {
            lock(problem);
            if (rows.withdraw(problem, now()) == 0) {
                throw new ProblemException(ProblemType.CONFLICT, "Nothing of this case is public.");
            }
            record(AuditAction.PROBLEM_WITHDRAWN, problem, "all languages");
        });
    }

    /** Has others who change the case wait until the transaction ends. */
    private void lock(UUID problem) {
        if (cases.findForUpdate(problem).isEmpty()) {
            throw Cases.none();
        }
    }

    private static String name(String language, int number) {
        return language + ", version " + number;
    }

    private void record(AuditAction action, UUID problem, String detail) {
        audit.record(AuditEvent.of(action).on("problem", problem.toString()).detail(detail));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
