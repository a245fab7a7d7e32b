package org.copse.geoimport.source.table;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.copse.geoimport.source.column.AngleText;
import org.copse.geoimport.source.column.ColumnType;
import org.copse.geoimport.source.column.NoValue;
import org.copse.geoimport.source.column.NumberText;
import org.copse.geoimport.source.column.NumberText.Evidence;
import org.jspecify.annotations.Nullable;

/**
 * How the values of one column are read: as text, or as numbers whose sign before fractions was decided with the whole file's evidence.
 *
 * @param decimal sign before fractions where a value leaves it open
 * @param fractions whether any value has some, or is a percentage: then all are {@link Double}
 * @param grouped the first value whose one mark was taken for one between thousands, or null
 * @param angles where the values are degrees, minutes and seconds, else null
 * @param usual what most values of the column have before fractions, or null where they have neither or both are as frequent
 */
record TableColumn(
        boolean numbers,
        char decimal,
        boolean fractions,
        @Nullable Evidence usual,
        @Nullable String grouped,
        @Nullable AngleText angles) {
    static final TableColumn TEXT = new TableColumn(false, '.', false, null, null, null);
    private static final double NEARLY_ALL = 0.9;
    private static final Pattern COUNT_NAME = Pattern.compile(
            "(?iu).*(pop|inw|einw|hab|bev(o|ö|oe)l|resid|inhab|person|people|count|total|totaal|gesamt|aantal|anzahl|nombre|effectif|"
                    + "household|huish|menage|ménage|haushalt|dwelling|woning|logement|wohnung|سكان|عدد|أسر).*");

    /** What all numbers of a file say of the sign before fractions. */
    record Signs(int points, int commas) {
        static Signs of(List<List<String>> columns) {
            int points = 0;
            int commas = 0;
            for (List<String> values : columns) {
                for (String value : values) {
                    Evidence evidence = NumberText.evidence(value);
                    points += evidence == Evidence.POINT ? 1 : 0;
                    commas += evidence == Evidence.COMMA ? 1 : 0;
                }
            }
            return new Signs(points, commas);
        }
    }

    /**
     * Returns how a column is read.
     *
     * @param values that are there, without blanks
     * @param signs of the whole file
     * @param stated sign before fractions, where somebody states it
     */
    static TableColumn of(
            String header, List<String> values, Signs signs, Optional<Character> stated, boolean commaDelimited) {
        List<String> there = values.stream().filter(value -> !NoValue.is(value)).toList();
        if (there.isEmpty()) {
            return TEXT;
        }
        int numbers = 0;
        int points = 0;
        int commas = 0;
        int open = 0;
        int plain = 0;
        boolean openPoint = false;
        for (String value : there) {
            Evidence evidence = NumberText.evidence(value);
            numbers += evidence == Evidence.NO_NUMBER ? 0 : 1;
            points += evidence == Evidence.POINT ? 1 : 0;
            commas += evidence == Evidence.COMMA ? 1 : 0;
            open += evidence == Evidence.OPEN_POINT || evidence == Evidence.OPEN_COMMA ? 1 : 0;
            openPoint |= evidence == Evidence.OPEN_POINT;
            plain += evidence == Evidence.NONE ? 1 : 0;
        }
        boolean codes = ColumnType.of(there, commaDelimited) == ColumnType.TEXT && numbers < there.size();
        if (numbers == 0
                || (codes && numbers < NEARLY_ALL * there.size())
                || (codes && there.stream().anyMatch(TableColumn::isCode))) {
            return AngleText.of(header, there)
                    .map(angles -> new TableColumn(true, '.', true, null, null, angles))
                    .orElse(TEXT);
        }
        @Nullable Evidence usual = points == commas ? null : points > commas ? Evidence.POINT : Evidence.COMMA;
        if (stated.isPresent()) {
            return numbers(there, stated.get(), usual, null);
        }
        if (points + commas > 0 || open == 0) {
            return numbers(there, points >= commas ? '.' : ',', usual, null);
        }
        boolean thousands = grouped(header, openPoint, plain, signs);
        return numbers(there, thousands == openPoint ? ',' : '.', usual, thousands ? first(there) : null);
    }

    private static TableColumn numbers(
            List<String> values, char decimal, @Nullable Evidence usual, @Nullable String grouped) {
        boolean fractions = values.stream()
                .anyMatch(value -> value.indexOf('%') >= 0 || NumberText.parse(value, decimal) instanceof Double);
        return new TableColumn(true, decimal, fractions, usual, grouped, null);
    }

    private static String first(List<String> values) {
        return values.stream()
                .filter(value ->
                        EnumSet.of(Evidence.OPEN_POINT, Evidence.OPEN_COMMA).contains(NumberText.evidence(value)))
                .findFirst()
                .orElseThrow();
    }

    /** Whether marks with three digits behind them stand between thousands: all of a column's marks are such. */
    private static boolean grouped(String header, boolean points, int plain, Signs signs) {
        int same = points ? signs.points() : signs.commas();
        int other = points ? signs.commas() : signs.points();
        boolean count = COUNT_NAME.matcher(header).matches();
        if (count) {
            // Where the file has that mark before fractions and no other, a count keeps its fractions, and is asked
            // about.
            return other > 0 || same == 0;
        }
        return other > same || (same == 0 && plain > 0);
    }

    private static boolean isCode(String value) {
        return value.matches("\\+?0[0-9]+|\\+[0-9].*|(?=.*[0-9])(?=.*\\p{L}).*")
                && NumberText.evidence(value) == Evidence.NO_NUMBER;
    }

    /** Returns the value of a text: as its column is read, or null where it stays a text. */
    @Nullable
    Object parse(String text) {
        if (angles != null) {
            OptionalDouble degrees = angles.parse(text);
            return degrees.isPresent() ? (Object) degrees.getAsDouble() : null;
        }
        Object number = numbers ? NumberText.parse(text, decimal) : null;
        return fractions && number instanceof Long whole ? (Object) whole.doubleValue() : number;
    }

    /** Returns whether a value's own sign before fractions is not its column's usual one. */
    boolean isOdd(String text) {
        if (!numbers || usual == null) {
            return false;
        }
        Evidence evidence = NumberText.evidence(text);
        return (evidence == Evidence.POINT || evidence == Evidence.COMMA) && evidence != usual;
    }
}
