package org.copse.geoimport.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.copse.geoimport.DateOrder;
import org.copse.geoimport.FieldRoles;
import org.copse.geoimport.ImportRequest;
import org.copse.geoimport.Question;
import org.copse.geoimport.Question.Answer;
import org.copse.geoimport.Role;
import org.copse.geoimport.source.SourceFeature;
import org.copse.geoimport.source.SourceInfo;
import org.copse.geoimport.source.SourceSample;
import org.copse.geoimport.source.crs.PositionQuestion;
import org.copse.geoimport.source.crs.SourceCrs;

/** What has to be asked before a file is taken; import and preview ask the same. */
public final class Questions {
    private static final double MOST_DIGITS = 1_000;

    private Questions() {}

    /** Returns the questions that the request does not answer. */
    public static List<Question> of(
            ImportRequest request, SourceInfo info, SourceSample sample, FieldRoles roles, SourceCrs crs) {
        List<Question> questions = new ArrayList<>();
        new PositionQuestion(request, crs, sample.extent(roles)).ask().ifPresent(questions::add);
        DateReading.of(request, sample, roles).question().ifPresent(questions::add);
        fractions(request, info, sample, roles).ifPresent(questions::add);
        return questions;
    }

    /** Returns the order in which day, month and year stand. */
    public static DateOrder dateOrder(ImportRequest request, SourceSample sample, FieldRoles roles) {
        return DateReading.of(request, sample, roles).order();
    }

    /** A count of people that has fractions: thousands whose mark was lost, or an estimate. */
    private static Optional<Question> fractions(
            ImportRequest request, SourceInfo info, SourceSample sample, FieldRoles roles) {
        String column = roles.find(Role.POPULATION).orElse("");
        if (request.reading().fractions() || request.reading().decimal().isPresent()) {
            return Optional.empty();
        }
        for (SourceFeature feature : sample.features()) {
            if (feature.attributes().get(column) instanceof Double people && people != Math.rint(people)) {
                String value = String.valueOf(people);
                List<Answer> answers = new ArrayList<>();
                double thousands = people * MOST_DIGITS;
                if (info.table() && people < MOST_DIGITS && Math.abs(thousands - Math.rint(thousands)) < 1e-6) {
                    answers.add(new Answer(
                            "thousands",
                            "the mark stands between thousands: " + Math.round(thousands),
                            Map.of("number", String.valueOf(Math.round(thousands))),
                            Map.of("decimal", ",")));
                }
                answers.add(new Answer(
                        "fractions",
                        "they are estimates with fractions: " + value,
                        Map.of("number", value),
                        Map.of("fractions", true)));
                return Optional.of(new Question(
                        "fractions",
                        "\"" + column + "\" counts people and has fractions, as in row " + feature.row() + ": " + value,
                        Map.of("column", column, "row", feature.row(), "value", value),
                        answers));
            }
        }
        return Optional.empty();
    }
}
