package org.copse.geoimport;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What an import has to be told before it takes a file, since the values alone leave it open and a wrong guess would go unnoticed.
 *
 * @param code stable key: {@code position}, {@code dates}, {@code fractions}
 * @param what is unclear, in English
 * @param values by which a sentence in another language can be made, such as {@code column}
 * @param answers to choose from, the likeliest first
 */
public record Question(String code, String what, Map<String, Object> values, List<Answer> answers) {
    public Question {
        values = Map.copyOf(values);
        answers = List.copyOf(answers);
    }

    /**
     * One answer.
     *
     * @param code stable key: {@code as-it-is}, {@code swap}, {@code crs}, {@code day-first}, {@code thousands}, {@code fractions} …
     * @param what it means, in English
     * @param values by which a sentence in another language can be made, such as {@code crs} and {@code place}
     * @param choice fields of the import's choices that state it: {@code crs}, {@code swapAxes}, {@code dates}, {@code decimal},
     *     {@code fractions}
     */
    public record Answer(String code, String what, Map<String, Object> values, Map<String, Object> choice) {
        public Answer {
            values = Map.copyOf(values);
            choice = Map.copyOf(choice);
        }

        /** Returns the options of {@code copse import} that state this answer: {@code --crs EPSG:4326 --swap-axes}. */
        public String options() {
            return options(" --crs ", " --swap-axes", " --dates ", " --decimal ", " --fractions");
        }

        /** Returns the options of {@code copse plan} that state this answer for one of its files: {@code --crs units=EPSG:3857}. */
        public String options(String layer) {
            String answer = " --answer " + layer + "=";
            return options(" --crs " + layer + "=", answer + "swap", answer, answer, answer + "fractions");
        }

        private String options(String crs, String swap, String dates, String decimal, String fractions) {
            StringBuilder options = new StringBuilder();
            if (choice.get("crs") instanceof String code) {
                options.append(crs).append(code);
            }
            if (Boolean.TRUE.equals(choice.get("swapAxes"))) {
                options.append(swap);
            }
            if (choice.get("dates") instanceof String order) {
                options.append(dates).append(DateOrder.valueOf(order).key());
            }
            if (choice.get("decimal") instanceof String sign) {
                options.append(decimal).append(sign.equals(",") ? "comma" : "point");
            }
            if (Boolean.TRUE.equals(choice.get("fractions"))) {
                options.append(fractions);
            }
            return options.toString().strip();
        }
    }

    /** Returns the refusal of a file whose questions are not answered, with the options of {@code copse import} that answer them. */
    public static ImportRefused unanswered(String file, List<Question> questions) {
        return unanswered(file, questions, Answer::options);
    }

    /**
     * Returns the refusal of a file whose questions are not answered.
     *
     * @param options of the command that state an answer
     */
    public static ImportRefused unanswered(String file, List<Question> questions, Function<Answer, String> options) {
        StringBuilder what = new StringBuilder();
        StringBuilder advice = new StringBuilder("Answer by");
        for (Question question : questions) {
            what.append(what.length() == 0 ? "" : "; ").append(question.what());
            for (Answer answer : question.answers()) {
                advice.append(advice.toString().endsWith("by") ? " " : ", or by ")
                        .append(options.apply(answer))
                        .append(" (")
                        .append(answer.what())
                        .append(')');
            }
        }
        return new ImportRefused(RefusalCode.ANSWER_NEEDED, file, what.toString(), advice + ".")
                .with("questions", questions);
    }
}
