package org.copse.server.cli;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.copse.geoimport.DateOrder;
import org.copse.geoimport.ImportRefused;
import org.copse.geoimport.Question;
import org.copse.geoimport.Reading;
import org.copse.geoimport.RefusalCode;

/** Answers that the command line gives to questions about its files, as {@code --answer LAYER=ANSWER}. */
final class FileAnswers {
    private FileAnswers() {}

    /** @throws Usage when an answer is none, or names no file */
    static void check(List<String> answers, Set<String> layers) {
        for (String answer : answers) {
            int equals = answer.indexOf('=');
            if (equals < 0 || !layers.contains(answer.substring(0, equals))) {
                throw new Usage("--answer is \"" + answer + "\": give LAYER=ANSWER, the layer one of "
                        + String.join(", ", layers.stream().sorted().toList()) + ".");
            }
            to(answer.substring(0, equals), List.of(answer), Reading.detected());
        }
    }

    /** Returns {@code reading} with what is answered for {@code layer}. */
    static Reading to(String layer, List<String> answers, Reading reading) {
        Reading answered = reading;
        for (String answer : answers) {
            if (answer.startsWith(layer + "=")) {
                answered = with(answered, answer.substring(layer.length() + 1).strip());
            }
        }
        return answered;
    }

    private static Reading with(Reading reading, String answer) {
        return switch (answer) {
            case "swap" -> reading.swapped(true);
            case "comma" -> reading.decimals(',');
            case "point" -> reading.decimals('.');
            case "fractions" -> reading.withFractions();
            default ->
                DateOrder.findByKey(answer)
                        .map(reading::dated)
                        .orElseThrow(() -> new Usage("--answer says \"" + answer
                                + "\": give swap, day-first, month-first, year-first, comma, point or fractions."));
        };
    }

    /** Reads a file; where it leaves something open, the refusal names this command's options. */
    static <T> T asking(String layer, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (ImportRefused e) {
            if (e.reason() == RefusalCode.ANSWER_NEEDED && e.values().get("questions") instanceof List<?> asked) {
                List<Question> questions =
                        asked.stream().map(Question.class::cast).toList();
                throw Question.unanswered(e.where(), questions, answer -> answer.options(layer));
            }
            throw e;
        }
    }
}
