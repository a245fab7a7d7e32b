package org.copse.server.redraw;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import org.copse.server.redraw.DraftRepository.DraftKey;
import org.copse.server.redraw.DraftSession.State;
import org.copse.server.redraw.Drafts.Next;
import org.copse.server.redraw.Drawing.Left;
import org.copse.server.redraw.WorkingPlans.Saved;
import org.copse.server.system.FieldErrors;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Saves drafts, and says what is to be decided when somebody else has saved in between. */
@Service
class Saving {
    private final Drafts drafts;
    private final WorkingPlans plans;

    Saving(Drafts drafts, WorkingPlans plans) {
        this.drafts = drafts;
        this.plans = plans;
    }

    /**
     * A unit that two plans put into different beats.
     *
     * @param base number of its beat in the plan that both began at; null for none
     * @param mine number of its beat in the draft
     * @param theirs number of its beat in the plan saved since
     */
    record Difference(String unit, @Nullable Integer base, @Nullable Integer mine, @Nullable Integer theirs) {}

    /** What differs between a draft and a plan saved since; {@code contested} counts units that both moved. */
    record Differences(List<Difference> units, int contested) {}

    /**
     * Saves a draft as the next revision.
     *
     * @param expected the revision that the planner has seen
     * @throws ProblemException when another is the latest, with the difference
     */
    Drafts.Changed save(DraftKey key, int expected, @Nullable String note) {
        return drafts.change(key, OptionalLong.empty(), at -> {
            Saved latest = plans.getLatest(key.scenario());
            if (latest.revision().revision() != expected || at.row().base() != expected) {
                throw old(key, at, latest, expected);
            }
            if (at.plan().equals(at.base())) {
                throw Refusal.nothingToDo();
            }
            BooleanSupplier first = () -> plans.saveUnlessOld(key.scenario(), expected, at.plan(), note, key.account())
                    .isPresent();
            return new Next(at.plan(), Optional.empty(), at.row().edits(), expected + 1, Left.NONE, first);
        });
    }

    private ProblemException old(DraftKey key, State at, Saved latest, int expected) {
        return new ProblemException(
                ProblemType.PRECONDITION_FAILED,
                latest.revision().savedBy() + " has saved revision "
                        + latest.revision().revision() + " of the plan; you have revision " + expected
                        + ". Decide whether yours, theirs or both are to stay.",
                Map.of("current", latest.revision(), "difference", differences(at, latest.plan())));
    }

    private static Differences differences(State at, WorkingPlan theirs) {
        List<Difference> differences = new ArrayList<>();
        int contested = 0;
        for (int unit = 0; unit < theirs.unitCount(); unit++) {
            int mine = at.plan().beatOf(unit);
            int other = theirs.beatOf(unit);
            int before = at.base().beatOf(unit);
            if (mine != other) {
                contested += mine != before && other != before ? 1 : 0;
                differences.add(new Difference(
                        at.ground().unitId(unit),
                        number(at.base(), before),
                        number(at.plan(), mine),
                        number(theirs, other)));
            }
        }
        return new Differences(differences, contested);
    }

    private static @Nullable Integer number(WorkingPlan plan, int key) {
        DrawnBeat beat = plan.beats().get(key);
        return beat == null ? null : beat.number();
    }

    /** A draft that counts against another revision; {@code contested} are the units that both had moved. */
    record Rebased(Drafts.Changed changed, List<String> contested) {}

    /**
     * Has a draft count against a revision that somebody saved since.
     *
     * @param choice {@code mine}, {@code theirs} or {@code both}
     */
    Rebased rebase(DraftKey key, int onto, @Nullable String choice) {
        List<String> contested = new ArrayList<>();
        Drafts.Changed changed = drafts.change(key, OptionalLong.empty(), at -> {
            contested.clear();
            WorkingPlan theirs = plans.plan(key.scenario(), onto);
            if (onto < at.row().base()) {
                throw FieldErrors.of("onto", "must be " + at.row().base() + " or later, not " + onto);
            }
            return switch (choice == null ? "" : choice) {
                case "mine" -> new Next(at.plan(), Optional.empty(), at.row().edits(), onto, Left.NONE);
                case "theirs" -> laid(at, theirs, "take-theirs", onto);
                case "both" -> {
                    Merging.Both both = Merging.of(at.base(), at.plan(), theirs);
                    both.contested().forEach(unit -> contested.add(at.ground().unitId(unit)));
                    yield laid(at, both.plan(), "keep-both", onto);
                }
                default -> throw FieldErrors.of("choice", "must be mine, theirs or both, not " + choice);
            };
        });
        return new Rebased(changed, contested);
    }

    private static Next laid(State at, WorkingPlan plan, String code, int onto) {
        boolean stays = plan.equals(at.plan());
        return new Next(
                plan,
                stays ? Optional.empty() : Optional.of(new EditName(code, Map.of("revision", onto))),
                at.row().edits() + (stays ? 0 : 1),
                onto,
                Left.NONE);
    }
}
