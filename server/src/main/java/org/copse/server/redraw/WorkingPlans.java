package org.copse.server.redraw;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.copse.server.audit.AuditAction;
import org.copse.server.audit.AuditEvent;
import org.copse.server.audit.AuditLog;
import org.copse.server.redraw.RevisionRepository.RevisionKey;
import org.copse.server.system.FieldErrors;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The saved working plan of each scenario. A save is a revision, and revisions stay as they are. */
@Service
class WorkingPlans {
    private static final int LONGEST_NOTE = 4_000;
    private static final int KEPT = 64;

    private final RevisionRepository revisions;
    private final Grounds grounds;
    private final TransactionTemplate transactions;
    private final AuditLog audit;
    private final Cache<RevisionKey, PlanFigures> figures =
            Caffeine.newBuilder().maximumSize(KEPT).softValues().build();

    WorkingPlans(RevisionRepository revisions, Grounds grounds, TransactionTemplate transactions, AuditLog audit) {
        this.revisions = revisions;
        this.grounds = grounds;
        this.transactions = transactions;
        this.audit = audit;
    }

    /** A saved plan. */
    record Saved(Revision revision, WorkingPlan plan) {}

    /**
     * Begins a working plan.
     *
     * @throws ProblemException when there is one already
     */
    Saved begin(UUID scenario, WorkingPlan plan, String by) {
        Ground ground = grounds.get(scenario);
        return inTransaction(() -> {
                    requireThere(scenario);
                    if (revisions.findLatest(scenario).isPresent()) {
                        throw new ProblemException(
                                ProblemType.CONFLICT,
                                "The scenario has a working plan already. Take the other plan into your draft of it.");
                    }
                    return Optional.of(store(ground, Optional.empty(), plan, null, by));
                })
                .orElseThrow();
    }

    /**
     * Saves a plan as the next revision.
     *
     * @param expected the revision that the plan was made from
     * @throws ProblemException when somebody saved since
     */
    Saved save(UUID scenario, int expected, WorkingPlan plan, @Nullable String note, String by) {
        return saveUnlessOld(scenario, expected, plan, note, by)
                .orElseThrow(() -> old(expected, getLatestRevision(scenario)));
    }

    /** Saves a plan as the next revision; nothing where somebody saved since the revision that it was made from. */
    Optional<Saved> saveUnlessOld(UUID scenario, int expected, WorkingPlan plan, @Nullable String note, String by) {
        Ground ground = grounds.get(scenario);
        return inTransaction(() -> {
            requireThere(scenario);
            return Optional.of(getLatest(scenario))
                    .filter(latest -> latest.revision.revision() == expected)
                    .map(latest -> store(ground, Optional.of(latest), plan, checkedNote(note), by));
        });
    }

    private void requireThere(UUID scenario) {
        if (!revisions.lock(scenario)) {
            throw new ProblemException(ProblemType.NOT_FOUND, "There is no scenario " + scenario + ".");
        }
    }

    static void requireLatest(int expected, Revision latest) {
        if (latest.revision() != expected) {
            throw old(expected, latest);
        }
    }

    private static ProblemException old(int expected, Revision latest) {
        return new ProblemException(
                ProblemType.PRECONDITION_FAILED,
                latest.savedBy() + " has saved revision " + latest.revision() + " of the plan; you have revision "
                        + expected + ".",
                Map.of("current", latest));
    }

    private static @Nullable String checkedNote(@Nullable String note) {
        String stripped = note == null ? "" : note.strip();
        if (stripped.length() > LONGEST_NOTE) {
            throw FieldErrors.of("note", "must have at most " + LONGEST_NOTE + " characters, not " + stripped.length());
        }
        return stripped.isEmpty() ? null : stripped;
    }

    private Saved store(Ground ground, Optional<Saved> before, WorkingPlan plan, @Nullable String note, String by) {
        int revision = before.map(saved -> saved.revision.revision()).orElse(0) + 1;
        int units = 0;
        double residents = 0;
        for (int unit = 0; unit < plan.unitCount(); unit++) {
            int own = unit;
            if (before.filter(saved -> saved.plan.beatOf(own) == plan.beatOf(own))
                    .isEmpty()) {
                units++;
                residents += ground.problem().unit(unit).residents();
            }
        }
        UUID scenario = ground.scenarioId();
        revisions.insert(scenario, revision, plan, note, new RevisionRepository.Changed(units, residents), by);
        audit.record(AuditEvent.of(AuditAction.SCENARIO_CHANGED)
                .on("scenario", scenario.toString())
                .detail("working plan, revision " + revision + ": " + units + " units changed beat"));
        return new Saved(revisions.find(scenario, revision).orElseThrow(), plan);
    }

    private Optional<Saved> inTransaction(Supplier<Optional<Saved>> work) {
        Optional<Saved> saved =
                Optional.ofNullable(transactions.execute(status -> work.get())).orElseThrow();
        revisions.writeToDisk();
        return saved;
    }

    /** Returns the latest revision, or says that the working plan was not begun. */
    Revision getLatestRevision(UUID scenario) {
        return revisions.findLatest(scenario).orElseThrow(() -> notBegun(scenario));
    }

    private static ProblemException notBegun(UUID scenario) {
        return new ProblemException(
                ProblemType.NOT_FOUND,
                "The working plan of scenario " + scenario + " was not begun yet.",
                Map.of("code", "not-begun"));
    }

    Saved getLatest(UUID scenario) {
        Revision latest = getLatestRevision(scenario);
        return new Saved(latest, plan(scenario, latest.revision()));
    }

    Saved get(UUID scenario, int revision) {
        Revision found = revisions.find(scenario, revision).orElseThrow(() -> noSuchRevision(revision));
        return new Saved(found, plan(scenario, revision));
    }

    WorkingPlan plan(UUID scenario, int revision) {
        return revisions.findPlan(scenario, revision).orElseThrow(() -> noSuchRevision(revision));
    }

    private static ProblemException noSuchRevision(int revision) {
        return new ProblemException(ProblemType.NOT_FOUND, "The working plan has no revision " + revision + ".");
    }

    List<Revision> list(UUID scenario) {
        return revisions.list(scenario);
    }

    /** Returns what a saved plan is worth. */
    PlanFigures figures(UUID scenario, int revision) {
        return figures.get(new RevisionKey(scenario, revision), which -> new FigureBook(grounds.get(scenario))
                .of(plan(scenario, revision)));
    }
}
