package org.copse.server.problemcase;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What residents read of a problem: staff wrote and published it, and nothing of the case itself is in it but how far it has come.
 *
 * @param beat id of its beat
 * @param texts one for each language that it was published in, at least one
 */
public record PublicProblem(UUID id, String beat, Stage stage, List<Text> texts) {
    public PublicProblem {
        texts = List.copyOf(texts);
    }

    /** What was published in a language. @param result empty as long as nobody knows */
    public record Text(
            String language, String title, String problem, String doing, String result, Instant publishedAt) {}

    /** Returns the text of a language, or that which was published last. */
    public Text in(String language) {
        return texts.stream()
                .filter(text -> text.language().equals(language))
                .findFirst()
                .orElse(texts.get(0));
    }
}
