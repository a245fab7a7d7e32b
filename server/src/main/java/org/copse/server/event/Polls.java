package org.copse.server.event;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.copse.server.assignment.Assignments;
import org.copse.server.audit.AuditAction;
import org.copse.server.audit.AuditEvent;
import org.copse.server.audit.AuditLog;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps polls and how residents rank. Nothing is known of a result, by staff either, before its poll is over. */
@Service
public class Polls {
    /** How long a result is shown. */
    private static final int SHOWN_MONTHS = 12;

    private final PollRepository rows;
    private final Assignments days;
    private final PollSettings settings;
    private final TransactionTemplate transactions;
    private final AuditLog audit;

    Polls(
            PollRepository rows,
            Assignments days,
            PollSettings settings,
            TransactionTemplate transactions,
            AuditLog audit) {
        this.rows = rows;
        this.days = days;
        this.settings = settings;
        this.transactions = transactions;
        this.audit = audit;
    }

    /** What became of a ballot. */
    public enum Cast {
        KEPT,
        /** The poll is over, or has as many ballots as are kept. */
        CLOSED
    }

    /** Returns the polls of a beat that are open or were so not long ago, the one that closes last first. */
    public List<Poll> listShown(String beat) {
        LocalDate today = days.today();
        return rows.list(beat, today, today.minusMonths(SHOWN_MONTHS));
    }

    /** Returns a poll that has opened; of one that is planned nobody learns. */
    public Optional<Poll> findOpened(UUID id) {
        return rows.find(id).filter(poll -> poll.hasOpened(days.today()));
    }

    /** Returns whether residents rank the choices of a poll today. */
    public boolean isOpen(Poll poll) {
        return poll.isOpen(days.today());
    }

    /** Returns how a poll ended; empty while it is not over, and where fewer took part than {@link PollSettings#leastBallots}. */
    public Optional<PollResult> findResult(Poll poll) {
        if (!poll.isOver(days.today())) {
            return Optional.empty();
        }
        List<List<Integer>> rankings = rows.listRankings(poll.id());
        return rankings.size() < settings.leastBallots()
                ? Optional.empty()
                : Optional.of(new PollResult(
                        rankings.size(), Borda.places(poll.choices().size(), rankings)));
    }

    /** Keeps a ballot; the same form twice counts once. */
    public Cast cast(UUID id, Ballot ballot) {
        return Optional.ofNullable(transactions.execute(status -> {
                    Poll poll = rows.findForUpdate(id).orElseThrow(Polls::none);
                    if (ballot.ranking().stream()
                            .anyMatch(choice ->
                                    choice < 1 || choice > poll.choices().size())) {
                        throw new IllegalArgumentException("a ballot ranks choices of its poll");
                    }
                    if (rows.hasBallot(id, ballot)) {
                        return Cast.KEPT;
                    }
                    if (!isOpen(poll) || rows.countBallots(id) >= settings.mostBallots()) {
                        return Cast.CLOSED;
                    }
                    rows.insert(id, ballot);
                    return Cast.KEPT;
                }))
                .orElseThrow();
    }

    /** Returns all polls for staff, the one that closes last first. */
    List<PollView> list() {
        return rows.list().stream().map(this::view).toList();
    }

    PollView view(Poll poll) {
        LocalDate today = days.today();
        PollView.State state = !poll.hasOpened(today)
                ? PollView.State.PLANNED
                : poll.isOver(today) ? PollView.State.CLOSED : PollView.State.OPEN;
        return new PollView(
                poll, state, settings.leastBallots(), findResult(poll).orElse(null));
    }

    /** Returns a poll, or ends the request in {@link ProblemType#NOT_FOUND}. */
    Poll get(UUID id) {
        return rows.find(id).orElseThrow(Polls::none);
    }

    void add(Poll poll, String by) {
        transactions.executeWithoutResult(status -> {
            rows.insert(poll, by);
            record(poll.id(), "", poll.toString(), by);
        });
    }

    void change(Poll poll, String by) {
        transactions.executeWithoutResult(status -> {
            Poll before = rows.findForUpdate(poll.id()).orElseThrow(Polls::none);
            rows.update(poll, by);
            record(poll.id(), before.toString(), poll.toString(), by);
        });
    }

    void remove(UUID id, String by) {
        transactions.executeWithoutResult(status -> {
            Poll before = rows.findForUpdate(id).orElseThrow(Polls::none);
            int ballots = rows.countBallots(id);
            rows.delete(id);
            record(id, before + " with " + ballots + " ballots", "", by);
        });
    }

    private void record(UUID id, String before, String after, String by) {
        audit.record(AuditEvent.of(AuditAction.EVENT_CHANGED)
                .on("poll", id.toString())
                .before(before)
                .after(after)
                .by(by));
    }

    private static ProblemException none() {
        return new ProblemException(ProblemType.NOT_FOUND, "There is no such poll. Somebody may have removed it.");
    }
}
