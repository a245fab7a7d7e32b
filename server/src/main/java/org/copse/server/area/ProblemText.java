package org.copse.server.area;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.copse.server.assignment.Assignments;
import org.copse.server.problemcase.PublicProblem;
import org.copse.server.problemcase.PublicProblems;
import org.copse.server.words.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Problems that are worked on, as residents read of them: what staff wrote stays in the language that it was written in, and says so. */
@Component
class ProblemText {
    private final PublicProblems problems;
    private final Assignments days;

    ProblemText(PublicProblems problems, Assignments days) {
        this.problems = problems;
        this.days = days;
    }

    /**
     * A problem.
     *
     * @param stage how far it has come
     * @param result null as long as nobody knows
     * @param beat id of its beat
     * @param address path of its page, after the language
     */
    record Entry(
            Written title,
            Written problem,
            Written doing,
            @Nullable Written result,
            String stage,
            String published,
            String beat,
            String address) {}

    List<Entry> list(String beat, Words words) {
        return problems.list(beat).stream().map(one -> entry(one, words)).toList();
    }

    /** Returns a problem that is public, or ends the request. */
    Entry get(UUID id, Words words) {
        return entry(problems.get(id), words);
    }

    private Entry entry(PublicProblem one, Words words) {
        PublicProblem.Text text = one.in(words.language().code());
        String language = text.language();
        return new Entry(
                Written.of(text.title(), language, words),
                Written.of(text.problem(), language, words),
                Written.of(text.doing(), language, words),
                text.result().isEmpty() ? null : Written.of(text.result(), language, words),
                words.say(
                        "area.problemStage",
                        Map.of(
                                "stage",
                                words.say("area.problemStage." + one.stage().key()))),
                words.say("area.problemSince", Map.of("date", words.date(days.dayOf(text.publishedAt())))),
                one.beat(),
                "/problems/" + one.id());
    }
}
