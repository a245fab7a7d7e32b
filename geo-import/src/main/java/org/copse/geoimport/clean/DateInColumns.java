package org.copse.geoimport.clean;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.copse.geoimport.FieldRoles;
import org.copse.geoimport.Role;
import org.copse.geoimport.clean.RecordedDate.Precision;

/**
 * The date of a row whose month, quarter or week stands in one column and whose year, and perhaps day, stand in others.
 *
 * @param year column of the year, if there is one
 * @param day column of the day of the month, if there is one
 */
record DateInColumns(Optional<String> year, Optional<String> day) {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2099;
    private static final Pattern NUMBER = Pattern.compile("([0-9]{1,2})(?:\\.0+)?");

    static DateInColumns of(FieldRoles roles) {
        return new DateInColumns(roles.find(Role.YEAR), roles.find(Role.DAY));
    }

    /** Returns whether most values are months without their year. */
    static boolean areMonths(Stream<String> values) {
        List<Boolean> months = values.map(value -> RecordedDate.parse(value)
                        .filter(date -> date.precision() == Precision.MONTH_OF_UNKNOWN_YEAR)
                        .isPresent())
                .toList();
        return months.stream().filter(month -> month).count() * 2 > months.size();
    }

    /**
     * Returns a quarter or week with the year that stands beside it, where the header says that its column has them: a number alone is one too,
     * and no month. Any other text as it is; blank for a number of a year that is not known.
     */
    String spelled(String column, String text, Map<String, Object> row) {
        Optional<String> unit = RoleNames.unitOf(column);
        if (unit.isEmpty() || PeriodText.isOne(text)) {
            return text;
        }
        Matcher number = NUMBER.matcher(DayText.latin(text).strip());
        OptionalInt ofYear = number(year, row, FIRST_YEAR, LAST_YEAR);
        String whole = (number.matches() ? unit.get() + number.group(1) : text)
                + (ofYear.isPresent() ? " " + ofYear.getAsInt() : "");
        return PeriodText.isOne(whole) ? whole : number.matches() ? "" : text;
    }

    /** Returns a month of an unknown year with the year, and the day, that stand beside it; any other date as it is. */
    RecordedDate completed(RecordedDate date, Map<String, Object> row) {
        OptionalInt ofYear = number(year, row, FIRST_YEAR, LAST_YEAR);
        if (date.precision() != Precision.MONTH_OF_UNKNOWN_YEAR || ofYear.isEmpty()) {
            return date;
        }
        int month = date.month().orElseThrow();
        OptionalInt ofMonth = number(day, row, 1, 31);
        if (ofMonth.isPresent()) {
            try {
                String text = LocalDate.of(ofYear.getAsInt(), month, ofMonth.getAsInt())
                        .toString();
                return new RecordedDate(Precision.DAY, text, OptionalInt.empty());
            } catch (DateTimeException e) {
                // 31 February: the month is what is known.
            }
        }
        return new RecordedDate(Precision.MONTH, ofYear.getAsInt() + date.text().substring(1), OptionalInt.empty());
    }

    private static OptionalInt number(Optional<String> column, Map<String, Object> row, int least, int most) {
        Object value = column.map(row::get).orElse(null);
        OptionalDouble number = value == null ? OptionalDouble.empty() : Numbers.of(value);
        boolean fits = number.isPresent()
                && number.getAsDouble() >= least
                && number.getAsDouble() <= most
                && number.getAsDouble() == Math.rint(number.getAsDouble());
        return fits ? OptionalInt.of((int) number.getAsDouble()) : OptionalInt.empty();
    }
}
