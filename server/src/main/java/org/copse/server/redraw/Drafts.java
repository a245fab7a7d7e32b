package org.copse.server.redraw;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.copse.server.redraw.DraftRepository.DraftKey;
import org.copse.server.redraw.DraftRepository.Row;
import org.copse.server.redraw.DraftSession.State;
import org.copse.server.redraw.Drawing.Left;
import org.copse.server.redraw.Drawing.Step;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The planners' drafts. Each change is in the database before it is answered, so that a reload, a crash or another server finds it; the session in
 * memory only saves reckoning everything anew, and is at hand only for as long as the database has the same version.
 */
@Service
class Drafts {
    private static final int KEPT = 100;
    private static final Duration IDLE = Duration.ofMinutes(60);

    private final DraftRepository drafts;
    private final WorkingPlans plans;
    private final Grounds grounds;
    private final TransactionTemplate transactions;
    private final Trimming trimming;
    private final Cache<DraftKey, DraftSession> sessions = Caffeine.newBuilder()
            .maximumSize(KEPT)
            .expireAfterAccess(IDLE)
            .softValues()
            .build();

    Drafts(DraftRepository drafts, WorkingPlans plans, Grounds grounds, TransactionTemplate transactions) {
        this.drafts = drafts;
        this.plans = plans;
        this.grounds = grounds;
        this.transactions = transactions;
        this.trimming = new Trimming(drafts, plans, transactions);
    }

    /**
     * What a change makes of a draft.
     *
     * @param appended what it is called as a new edit; empty where it goes back or forth among edits, or only to another base
     * @param edits how many are made then
     * @param base the revision that pending figures count against then
     * @param within what else is written in the same transaction; says no where it no longer can be, and the change is to be reckoned again
     */
    record Next(WorkingPlan plan, Optional<EditName> appended, int edits, int base, Left left, BooleanSupplier within) {
        Next(WorkingPlan plan, Optional<EditName> appended, int edits, int base, Left left) {
            this(plan, appended, edits, base, left, () -> true);
        }

        static Next edit(State at, Step step) {
            return new Next(
                    step.plan(),
                    Optional.of(step.name()),
                    at.row().edits() + 1,
                    at.row().base(),
                    step.left());
        }
    }

    /** A draft before and after a change. */
    record Changed(State before, State after, Left left) {

        /** Returns the change as an account may see it. */
        Changed shownTo(Authentication account) {
            return new Changed(before.shownTo(account), after.shownTo(account), left);
        }
    }

    Ground ground(UUID scenario) {
        return grounds.get(scenario);
    }

    /** Returns a draft; one that nobody began is at the latest revision. */
    State get(DraftKey key) {
        DraftSession session = session(key);
        synchronized (session) {
            return state(session, key, drafts.find(key).orElseGet(() -> untouched(key)));
        }
    }

    /** Returns the session of a draft whose scenario is there. */
    private DraftSession session(DraftKey key) {
        Ground ground = grounds.get(key.scenario());
        return sessions.get(key, missing -> new DraftSession(ground));
    }

    private Row untouched(DraftKey key) {
        int latest = plans.getLatestRevision(key.scenario()).revision();
        return new Row(0, latest, latest, 0, 0);
    }

    private State state(DraftSession session, DraftKey key, Row row) {
        return session.at(row).orElseGet(() -> read(session, key));
    }

    /** Reads a draft as the database has it: row and edits of one moment, whatever other servers do. */
    private State read(DraftSession session, DraftKey key) {
        record Read(Row row, Optional<WorkingPlan> start, List<PlanChange> changes) {}
        Read read = Optional.ofNullable(transactions.execute(status -> drafts.lock(key)
                        .map(row -> new Read(
                                row, drafts.findStart(key), drafts.listChanges(key, row.forgotten() + 1, row.edits())))
                        .orElseGet(() -> new Read(untouched(key), Optional.empty(), List.of()))))
                .orElseThrow();
        WorkingPlan plan = read.start.orElseGet(() -> plans.plan(key.scenario(), read.row.start()));
        for (PlanChange change : read.changes) {
            plan = change.apply(plan);
        }
        return enter(session, key, read.row, plan);
    }

    private State enter(DraftSession session, DraftKey key, Row row, WorkingPlan plan) {
        WorkingPlan base = session.findBase(row.base()).orElseGet(() -> plans.plan(key.scenario(), row.base()));
        return session.goTo(
                row, plan, base, plans.figures(key.scenario(), row.base()), drafts.listEdits(key, row.edits() + 2, 2));
    }

    /** Makes an edit. */
    Changed edit(DraftKey key, OptionalLong expected, Function<Drawing, Step> making) {
        return change(key, expected, at -> Next.edit(at, making.apply(at.drawing())));
    }

    /** Takes the last edit back. */
    Changed undo(DraftKey key, OptionalLong expected) {
        return change(key, expected, at -> {
            int last = at.row().edits();
            WorkingPlan plan = drafts.findChange(key, last)
                    .map(change -> change.reversed().apply(at.plan()))
                    .orElseThrow(() -> Refusal.of("nothing-to-undo", Map.of(), "There is no edit to take back."));
            return new Next(plan, Optional.empty(), last - 1, at.row().base(), Left.NONE);
        });
    }

    /** Makes the edit again that was taken back last. */
    Changed redo(DraftKey key, OptionalLong expected) {
        return change(key, expected, at -> {
            int next = at.row().edits() + 1;
            WorkingPlan plan = drafts.findChange(key, next)
                    .map(change -> change.apply(at.plan()))
                    .orElseThrow(() -> Refusal.of("nothing-to-redo", Map.of(), "There is no edit to make again."));
            return new Next(plan, Optional.empty(), next, at.row().base(), Left.NONE);
        });
    }

    /** Goes back to the saved plan, as an edit that can be taken back. */
    Changed revert(DraftKey key) {
        return change(
                key, OptionalLong.empty(), at -> Next.edit(at, new Step(at.base(), EditName.of("revert"), Left.NONE)));
    }

    /**
     * Changes a draft: in the database first, then in memory. What the change makes of it is reckoned before the transaction, which only writes; where
     * another server changed the draft or saved the plan in between, it is reckoned again.
     *
     * @param expected the version that the change was made for; empty for whatever there is
     */
    Changed change(DraftKey key, OptionalLong expected, Function<State, Next> making) {
        DraftSession session = session(key);
        synchronized (session) {
            while (true) {
                State before = state(session, key, begun(key));
                requireVersion(expected, before.row());
                Next next = making.apply(before);
                PlanChange change = PlanChange.between(before.plan(), next.plan);
                if (next.appended.isPresent()
                        && change.isNone()
                        && next.base == before.row().base()) {
                    throw Refusal.nothingToDo();
                }
                Optional<Row> written = Optional.ofNullable(
                                transactions.execute(status -> write(key, before.row(), next, change)))
                        .orElseThrow();
                if (written.isPresent()) {
                    drafts.writeToDisk();
                    Row row = trimming.trim(key, written.get());
                    return new Changed(before, enter(session, key, row, next.plan), next.left);
                }
            }
        }
    }

    /** Writes a change; nothing where the draft is no longer as it was. */
    private Optional<Row> write(DraftKey key, Row before, Next next, PlanChange change) {
        Row row = drafts.lock(key)
                .orElseThrow(() -> new ProblemException(ProblemType.CONFLICT, "The scenario was deleted in between."));
        if (!row.equals(before) || !next.within.getAsBoolean()) {
            return Optional.empty();
        }
        next.appended.ifPresent(name -> drafts.append(key, row.edits(), name, change));
        Row now = new Row(row.version() + 1, row.start(), next.base, next.edits, row.forgotten());
        drafts.update(key, now);
        return Optional.of(now);
    }

    private static void requireVersion(OptionalLong expected, Row row) {
        if (expected.isPresent() && expected.getAsLong() != row.version()) {
            throw new ProblemException(
                    ProblemType.PRECONDITION_FAILED,
                    "The draft is at version " + row.version() + ", not " + expected.getAsLong() + ".",
                    Map.of("version", row.version()));
        }
    }

    /** Returns the row of the draft, which it has from its first change on; two requests at once may both try. */
    private Row begun(DraftKey key) {
        return drafts.find(key).orElseGet(() -> {
            Row first = untouched(key);
            try {
                drafts.insert(key, first.start());
                return first;
            } catch (DuplicateKeyException e) {
                // Another request was first, and may have changed the draft since.
                return begun(key);
            }
        });
    }

    /** Forgets a draft with its edits; it is at the latest revision then. */
    void forget(DraftKey key) {
        if (drafts.find(key).isPresent()) {
            int latest = plans.getLatestRevision(key.scenario()).revision();
            transactions.executeWithoutResult(status -> drafts.restart(key, latest));
        }
    }
}
