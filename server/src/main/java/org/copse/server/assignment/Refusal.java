package org.copse.server.assignment;

import java.util.Map;
import java.util.function.Supplier;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.springframework.dao.DataIntegrityViolationException;

/** Says in words what the database refuses by the name of a constraint. */
final class Refusal {
    private static final Map<String, String> WORDS = Map.of(
            "beat_assignment_one_main_a_day",
            "The beat has another resident officer on some of these days.",
            "beat_assignment_main_on_one_beat",
            "The officer has a beat of their own on some of these days.",
            "beat_assignment_once_on_a_beat",
            "The officer is on this beat on some of these days already.",
            "officer_leave_once_a_day",
            "The officer is on leave on some of these days already.",
            "liaison_assignment_once_a_day",
            "The officer is liaison for this on some of these days already.");

    private Refusal() {}

    /** Returns what the work returns; ends the request in a conflict when the database refuses it. */
    static <T> T inWords(Supplier<T> work) {
        try {
            return work.get();
        } catch (DataIntegrityViolationException e) {
            String message = String.valueOf(e.getMessage());
            throw WORDS.entrySet().stream()
                    .filter(rule -> message.contains(rule.getKey()))
                    .map(rule ->
                            new ProblemException(ProblemType.CONFLICT, rule.getValue(), Map.of("rule", rule.getKey())))
                    .findFirst()
                    .orElseThrow(() -> e);
        }
    }
}
