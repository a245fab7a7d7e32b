package org.copse.planning.plan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.copse.planning.note.Note;
import org.copse.planning.problem.Favour;

/**
 * What a search found.
 *
 * @param alternatives one plan for each favour asked for, in the order of {@link Favour}
 * @param iterations moves evaluated
 * @param elapsed time used
 * @param seed the seed that makes the search repeatable, with a budget in iterations
 * @param cancelled whether the search was cancelled; the plans are the best until then
 * @param bound how compact any plan could be at most; empty above 2,000 units, for improvements, and when there was no time
 * @param notes facts about the problem that a planner should read, such as parts planned apart
 */
public record PlanningResult(
        List<Alternative> alternatives,
        long iterations,
        Duration elapsed,
        long seed,
        boolean cancelled,
        Optional<ProvenBound> bound,
        List<Note> notes) {

    /** Copies the lists; there is at least one alternative. */
    public PlanningResult {
        alternatives = List.copyOf(alternatives);
        notes = List.copyOf(notes);
        if (alternatives.isEmpty()) {
            throw new IllegalArgumentException("a result needs an alternative");
        }
    }

    /** Returns the first alternative. */
    public Alternative first() {
        return alternatives.get(0);
    }

    /** Returns the alternative of a favour, if it was asked for. */
    public Optional<Alternative> find(Favour favour) {
        return alternatives.stream().filter(a -> a.favour() == favour).findFirst();
    }
}
