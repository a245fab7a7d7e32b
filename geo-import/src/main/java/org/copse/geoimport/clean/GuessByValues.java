package org.copse.geoimport.clean;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.copse.geoimport.Reason;
import org.copse.geoimport.Role;
import org.copse.geoimport.source.SourceFeature;

/** Looks for the column of a role in the values alone, where no header says it. */
final class GuessByValues {
    private static final double NEARLY_ALL = 0.9;
    private static final int FEWEST = 3;
    private static final int MOST_CATEGORIES = 40;

    private static final Set<String> INITIATORS = Set.of(
            "resident",
            "police",
            "unknown",
            "citizen",
            "public",
            "bewoner",
            "burger",
            "politie",
            "onbekend",
            "habitant",
            "citoyen",
            "inconnu",
            "bewohner",
            "polizei",
            "unbekannt",
            "ساكن",
            "شرطة",
            "غير معروف");

    private final List<String> fields;
    private final List<SourceFeature> sample;

    GuessByValues(List<String> fields, List<SourceFeature> sample) {
        this.fields = fields;
        this.sample = sample;
    }

    /**
     * Returns the best column for {@code role}, or empty where no values speak for one. Dates and initiators are told by
     * their values with enough confidence to be taken, others are proposals.
     */
    Optional<RoleFinding> of(Role role, Set<String> taken) {
        return switch (role) {
            case DATE -> best(role, taken, 0.7, "dates", this::dates);
            case INITIATOR -> best(role, taken, 0.8, "who started an incident", this::initiators);
            case CATEGORY -> best(role, taken, 0.4, "a few texts that repeat", this::categories);
            case NAME -> best(role, taken, 0.4, "texts that seldom repeat", this::names);
            case POPULATION -> best(role, taken, 0.3, "whole numbers of people's size", this::people);
            case SHARE -> best(role, taken, 0.3, "parts of a whole", this::shares);
            case HOUR -> best(role, taken, 0.3, "whole numbers from 0 to 23", this::hours);
            default -> Optional.empty();
        };
    }

    /** Returns X and Y, or nothing: two columns of decimals that are all possible degrees, one after the other. */
    List<RoleFinding> position(Set<String> taken) {
        for (int i = 0; i + 1 < fields.size(); i++) {
            String first = fields.get(i);
            String second = fields.get(i + 1);
            boolean free = !taken.contains(first) && !taken.contains(second);
            if (free && degrees(first, 180) == 1 && degrees(second, 90) == 1) {
                Reason reason = Reason.of("degrees", "by its values: decimals that could be degrees");
                return List.of(
                        new RoleFinding(Role.X, first, 0.4, reason), new RoleFinding(Role.Y, second, 0.4, reason));
            }
        }
        return List.of();
    }

    private Optional<RoleFinding> best(
            Role role, Set<String> taken, double confidence, String what, ToDoubleFunction<String> share) {
        return fields.stream()
                .filter(field -> !taken.contains(field) && values(field).size() >= FEWEST)
                .map(field -> new RoleFinding(
                        role,
                        field,
                        confidence * share.applyAsDouble(field),
                        valuesAre(role, Math.round(share.applyAsDouble(field) * 100), what)))
                .filter(finding -> finding.confidence() >= confidence * NEARLY_ALL)
                .max(Comparator.comparingDouble(RoleFinding::confidence));
    }

    private static Reason valuesAre(Role role, long percent, String what) {
        return new Reason(
                "values-" + role.key(), Map.of("percent", percent), "by its values: " + percent + " % are " + what);
    }

    private List<Object> values(String field) {
        List<Object> values = new ArrayList<>();
        for (SourceFeature feature : sample) {
            Object value = feature.attributes().get(field);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    private double share(String field, java.util.function.Predicate<Object> fits) {
        List<Object> values = values(field);
        return values.isEmpty() ? 0 : (double) values.stream().filter(fits).count() / values.size();
    }

    /** Days, weeks and quarters: a month or a year alone is a small number like any other. */
    private double dates(String field) {
        return share(
                field,
                value -> !(value instanceof Double)
                        && RecordedDate.parse(value.toString())
                                .filter(date -> isSurelyOne(date, value.toString()))
                                .isPresent());
    }

    private static boolean isSurelyOne(RecordedDate date, String text) {
        return switch (date.precision()) {
            case DAY, TIME -> text.length() >= 8;
            case WEEK, QUARTER -> true;
            case MONTH, YEAR, MONTH_OF_UNKNOWN_YEAR -> false;
        };
    }

    private double initiators(String field) {
        return share(field, value -> INITIATORS.contains(plain(value)));
    }

    private static String plain(Object value) {
        return Normalizer.normalize(value.toString(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    private double categories(String field) {
        List<Object> values = values(field);
        Set<Object> different = new HashSet<>(values);
        boolean few =
                different.size() >= 2 && different.size() <= MOST_CATEGORIES && different.size() * 2 <= values.size();
        return few ? share(field, value -> value instanceof String text && hasLetters(text)) : 0;
    }

    private double names(String field) {
        List<Object> values = values(field);
        Set<Object> different = new HashSet<>(values);
        return different.size() >= values.size() * NEARLY_ALL
                ? share(field, value -> value instanceof String text && hasLetters(text) && text.length() >= 3)
                : 0;
    }

    private static boolean hasLetters(String text) {
        return text.chars().filter(Character::isLetter).count() * 2 >= text.length();
    }

    private double people(String field) {
        double mean = values(field).stream()
                .filter(Number.class::isInstance)
                .mapToDouble(value -> ((Number) value).doubleValue())
                .average()
                .orElse(0);
        return mean >= 20 && mean <= 200_000 && new HashSet<>(values(field)).size() > 2
                ? share(field, value -> value instanceof Long number && number >= 0)
                : 0;
    }

    private double shares(String field) {
        double sum = values(field).stream()
                .filter(Number.class::isInstance)
                .mapToDouble(value -> ((Number) value).doubleValue())
                .sum();
        return sum > 0 ? share(field, value -> value instanceof Double number && number >= 0 && number <= 1) : 0;
    }

    private double hours(String field) {
        return new HashSet<>(values(field)).size() >= 4
                ? share(field, value -> value instanceof Long number && number >= 0 && number <= 23)
                : 0;
    }

    private double degrees(String field, double most) {
        List<Object> values = values(field);
        return values.size() < FEWEST
                ? 0
                : share(
                        field,
                        value -> value instanceof Double number
                                && Math.abs(number) <= most
                                && number != Math.rint(number));
    }
}
