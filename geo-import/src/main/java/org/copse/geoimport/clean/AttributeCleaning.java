package org.copse.geoimport.clean;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.copse.geoimport.DateOrder;
import org.copse.geoimport.FieldRoles;
import org.copse.geoimport.LayerKind;
import org.copse.geoimport.Role;
import org.copse.geoimport.report.ChangeCode;
import org.copse.geoimport.report.ReportBuilder;
import org.copse.geoimport.report.WarningCode;
import org.jspecify.annotations.Nullable;

/** Cleans the attributes that have a role: populations become numbers or unknown, dates are put as ISO 8601. */
final class AttributeCleaning {
    private static final int DATES_REMEMBERED = 10_000;

    private final LayerKind kind;
    private final @Nullable String population;
    private final @Nullable String date;
    private final DateOrder dateOrder;
    private final DateInColumns parts;
    private final ReportBuilder report;
    private final Map<String, Optional<RecordedDate>> dates = new HashMap<>();
    private long withoutPopulation;

    AttributeCleaning(LayerKind kind, FieldRoles roles, DateOrder dateOrder, ReportBuilder report) {
        this.kind = kind;
        this.population = roles.find(Role.POPULATION).orElse(null);
        this.date = roles.find(Role.DATE).orElse(null);
        this.dateOrder = dateOrder;
        this.parts = DateInColumns.of(roles);
        this.report = report;
    }

    /** Returns the cleaned attributes; what was changed is added to {@code details}. */
    Map<String, Object> clean(Map<String, Object> raw, Map<ChangeCode, String> details) {
        if (population == null && date == null) {
            return raw;
        }
        Map<String, Object> values = new LinkedHashMap<>(raw);
        if (population != null) {
            cleanPopulation(population, values, details);
        }
        if (date != null) {
            cleanDate(date, values, details);
        }
        return values;
    }

    private void cleanPopulation(String column, Map<String, Object> values, Map<ChangeCode, String> details) {
        Object value = values.get(column);
        if (value == null) {
            withoutPopulation++;
            return;
        }
        OptionalDouble number = Numbers.of(value);
        if (number.isEmpty() || number.getAsDouble() < 0) {
            values.remove(column);
            withoutPopulation++;
            details.put(ChangeCode.POPULATION_UNKNOWN, column + " was \"" + value + "\"");
        } else if (value instanceof String) {
            double people = number.getAsDouble();
            boolean whole = people == Math.rint(people) && people < 1e15;
            values.put(column, whole ? (Object) (long) people : (Object) people);
        }
    }

    private void cleanDate(String column, Map<String, Object> values, Map<ChangeCode, String> details) {
        Object value = values.get(column);
        if (value == null) {
            return;
        }
        String written = value instanceof Double number && Double.isFinite(number)
                ? BigDecimal.valueOf(number).toPlainString()
                : value.toString();
        String text = parts.spelled(column, written, values);
        Optional<RecordedDate> read = dates.get(text);
        if (read == null) {
            read = RecordedDate.parse(text, dateOrder);
            if (dates.size() < DATES_REMEMBERED) {
                dates.put(text, read);
            }
        }
        if (read.isEmpty()) {
            values.remove(column);
            details.put(ChangeCode.DATE_UNREADABLE, column + " was \"" + value + "\"");
            return;
        }
        RecordedDate whole = parts.completed(read.get(), values);
        values.put(column, whole.text());
        switch (whole.precision()) {
            case MONTH_OF_UNKNOWN_YEAR ->
                report.warnCounted(WarningCode.DATES_COARSE, "dates that give the month and no year, kept as months");
            case MONTH ->
                report.warnCounted(WarningCode.DATES_COARSE, "dates that give the month and no day, kept as months");
            case WEEK -> report.warnCounted(WarningCode.DATES_COARSE, "dates that give the week, kept as weeks");
            case QUARTER ->
                report.warnCounted(WarningCode.DATES_COARSE, "dates that give the quarter, kept as quarters");
            case YEAR -> report.warnCounted(WarningCode.DATES_COARSE, "dates that give the year only, kept as years");
            default -> {}
        }
    }

    void finish() {
        if (withoutPopulation > 0 && (kind == LayerKind.UNITS || kind == LayerKind.POPULATION)) {
            report.warn(
                    WarningCode.POPULATION_MISSING,
                    withoutPopulation + " have no population in \"" + population + "\": unknown, not zero",
                    Map.of("count", withoutPopulation));
        }
    }
}
