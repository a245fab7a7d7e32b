package org.copse.server.redraw;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

/** A draft in memory: the plan that it is at, and what it is worth. It can be rebuilt from the database at any time. One thread at a time. */
final class DraftSession {
    private final Ground ground;
    private final FigureBook book;
    private DraftRepository.@Nullable Row row;
    private @Nullable State state;

    DraftSession(Ground ground) {
        this.ground = ground;
        this.book = new FigureBook(ground);
    }

    /**
     * What a draft is at.
     *
     * @param ground what it stands on
     * @param base the saved plan that it counts against
     * @param saved what that is worth
     * @param undo what an undo would take back
     * @param redo what a redo would make again
     */
    record State(
            Ground ground,
            DraftRepository.Row row,
            WorkingPlan plan,
            PlanFigures figures,
            WorkingPlan base,
            PlanFigures saved,
            Optional<EditName> undo,
            Optional<EditName> redo) {

        /** Returns what an edit is drawn on. */
        Drawing drawing() {
            return new Drawing(ground, plan);
        }

        /** Returns the state as an account may see it. */
        State shownTo(Authentication account) {
            return new State(ground, row, plan, figures.shownTo(account), base, saved.shownTo(account), undo, redo);
        }
    }

    /** Returns the state of that row, where the session is at it. */
    Optional<State> at(DraftRepository.Row wanted) {
        return wanted.equals(row) ? Optional.ofNullable(state) : Optional.empty();
    }

    /** Returns the saved plan of that revision, where it is the one that the session counts against. */
    Optional<WorkingPlan> findBase(int revision) {
        return Optional.ofNullable(state)
                .filter(now -> now.row.base() == revision)
                .map(State::base);
    }

    /** Goes to a plan. */
    State goTo(
            DraftRepository.Row next,
            WorkingPlan plan,
            WorkingPlan base,
            PlanFigures saved,
            List<DraftRepository.Edit> around) {
        State now = new State(
                ground,
                next,
                plan,
                book.of(plan),
                base,
                saved,
                named(around, next.edits()),
                named(around, next.edits() + 1));
        this.row = next;
        this.state = now;
        return now;
    }

    private static Optional<EditName> named(List<DraftRepository.Edit> edits, int number) {
        return edits.stream()
                .filter(edit -> edit.number() == number)
                .map(DraftRepository.Edit::name)
                .findFirst();
    }
}
