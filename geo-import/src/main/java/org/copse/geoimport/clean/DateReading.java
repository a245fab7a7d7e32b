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
import org.copse.geoimport.source.SourceSample;
import org.jspecify.annotations.Nullable;

/**
 * In which order day, month and year stand in a column of dates: as stated, else as those of its values tell that fit one order alone,
 * else as all its values together tell; where they fit several orders and mean different days, somebody has to say.
 *
 * @param column of the dates, or empty
 * @param order that is taken
 * @param open orders that the values fit, where nothing tells them apart
 * @param example a value that they read differently, or null
 */
record DateReading(String column, DateOrder order, List<DateOrder> open, @Nullable String example) {

    /** Returns how the dates of a layer are read. */
    static DateReading of(ImportRequest request, SourceSample sample, FieldRoles roles) {
        String column = roles.find(Role.DATE).orElse("");
        Optional<DateOrder> stated = request.reading().dates();
        if (column.isEmpty() || stated.isPresent()) {
            return new DateReading(column, stated.orElse(DateOrder.DAY_FIRST), List.of(), null);
        }
        int[] fits = new int[DateOrder.values().length];
        int ordered = 0;
        String example = null;
        boolean dashedOrDotted = false;
        for (SourceFeature feature : sample.features()) {
            Object value = feature.attributes().get(column);
            List<Integer> numbers = value instanceof String text ? DayText.threeNumbers(text) : List.of();
            if (numbers.isEmpty()) {
                continue;
            }
            ordered++;
            int readings = 0;
            for (DateOrder order : DateOrder.values()) {
                boolean possible = DayText.day(numbers, order).isPresent();
                fits[order.ordinal()] += possible ? 1 : 0;
                readings += possible ? 1 : 0;
            }
            dashedOrDotted |= value instanceof String text && text.matches("[0-9]+\\..*");
            boolean same =
                    DayText.day(numbers, DateOrder.DAY_FIRST).equals(DayText.day(numbers, DateOrder.MONTH_FIRST));
            if (example == null && readings > 1 && !same) {
                example = String.valueOf(value);
            }
        }
        List<DateOrder> open = new ArrayList<>();
        int most = 0;
        for (int fit : fits) {
            most = Math.max(most, fit);
        }
        for (DateOrder order : DateOrder.values()) {
            if (most > 0 && fits[order.ordinal()] == most) {
                open.add(order);
            }
        }
        if (open.size() > 1) {
            // Years of two figures in front are rare: only where nothing else fits as well.
            open.remove(DateOrder.YEAR_FIRST);
        }
        if (open.size() > 1 && dashedOrDotted) {
            // Nobody puts points after a month: 3.4.24 is the third of April.
            open.remove(DateOrder.MONTH_FIRST);
        }
        boolean undecided = open.size() > 1 && ordered > 0 && example != null;
        return new DateReading(
                column,
                open.isEmpty() ? DateOrder.DAY_FIRST : open.get(0),
                undecided ? open : List.of(),
                undecided ? example : null);
    }

    Optional<Question> question() {
        String value = example;
        if (value == null) {
            return Optional.empty();
        }
        List<Answer> answers = open.stream()
                .map(one -> {
                    String day = RecordedDate.parse(value, one)
                            .map(RecordedDate::text)
                            .orElse("");
                    return new Answer(
                            one.key(),
                            one.key().replace('-', ' ') + ": " + day,
                            Map.of("date", day),
                            Map.of("dates", one.name()));
                })
                .toList();
        return Optional.of(new Question(
                "dates",
                "\"" + column + "\" has dates such as " + value
                        + ", and none tells whether the day or the month stands first",
                Map.of("column", column, "value", value),
                answers));
    }
}
