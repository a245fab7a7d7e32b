package org.copse.server.concern;

import java.util.List;
import java.util.Map;
import org.copse.server.assignment.Assignments;
import org.copse.server.words.Language;
import org.copse.server.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * How a concern stands, as whoever has its code reads it: not what they wrote, not where, and not who they are.
 *
 * @param settled whether nothing more is expected of the police
 * @param keptUntil the day on which it is deleted, in a sentence; null while it is not settled
 */
record StatusText(
        String category, String received, String state, boolean settled, List<Line> lines, @Nullable String keptUntil) {

    /**
     * What was done, and when.
     *
     * @param why agency or reason; null for none
     * @param told in the concern's language; empty for nothing
     */
    record Line(String state, String date, @Nullable String why, String told, String language, String direction) {}

    static StatusText of(Concern concern, List<Step> steps, Words words, Assignments days, ConcernSettings settings) {
        Step last = concern.standing();
        return new StatusText(
                words.say("concern.category." + concern.category().key()),
                words.say("concern.receivedOn", Map.of("date", words.date(days.dayOf(concern.receivedAt())))),
                words.say("concern.state." + last.state().key()),
                last.state().isSettled(),
                steps.stream()
                        .filter(step -> step.number() == 0 || isTold(step, steps.get(step.number() - 1)))
                        .map(step -> line(step, concern.language(), words, days))
                        .toList(),
                last.state().isSettled()
                        ? words.say(
                                "concern.keptUntil",
                                Map.of("date", words.date(days.dayOf(last.at().plus(settings.kept())))))
                        : null);
    }

    /** What staff only passed to another beat, or noted, is nothing new to who waits. */
    private static boolean isTold(Step step, Step before) {
        return step.state() != before.state() || !step.told().equals(before.told());
    }

    private static Line line(Step step, String language, Words words, Assignments days) {
        String why = step.agency() != null
                ? words.say("finding.agency." + step.agency())
                : step.reason() != null ? words.say("concern.reason." + step.reason()) : null;
        return new Line(
                words.say("concern.state." + step.state().key()),
                words.date(days.dayOf(step.at())),
                why,
                step.told(),
                language,
                Language.ofCode(language).map(Language::direction).orElse("ltr"));
    }

    /** Returns how long what is kept, in words for the form. */
    static Map<String, String> kept(ConcernSettings settings, Words words) {
        return Map.of(
                "contact", words.number(settings.contactKept().toDays(), 0),
                "rest", words.number(settings.kept().toDays(), 0),
                "longest", words.number(settings.longest().toDays(), 0));
    }
}
