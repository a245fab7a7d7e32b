package org.copse.geoimport.clean;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.copse.geoimport.AttributeTag.Measure;
import org.copse.geoimport.FieldRoles;
import org.copse.geoimport.LayerKind;
import org.copse.geoimport.Reason;
import org.copse.geoimport.Role;
import org.copse.geoimport.source.SourceFeature;

/**
 * Whether a column may be of a special category: by the words of its header, by the census table that it is a cell of, by what its
 * texts name; and, in layers about people, where its numbers could count a part of the residents and nothing says which.
 */
final class SpecialColumn {
    private static final WordList SPECIAL = WordList.ofResource("special-words.txt");
    private static final WordList ORDINARY = WordList.ofResource("ordinary-words.txt");
    private static final String NOT_MEANT = "none";
    private static final String[] TOPICS = {
        "origin", "migration", "language", "religion", "income", "health", "sexuality", "politics", "convictions"
    };
    private static final String[] SUBJECTS = {
        "people", "age and sex", "households and homes", "land and place", "ids and time", "events and services"
    };

    /** Columns that name a place or a thing: names of countries among them are names of places. */
    private static final Set<Role> NAMING = EnumSet.of(
            Role.ID,
            Role.KEY,
            Role.NAME,
            Role.NEIGHBOURHOOD,
            Role.SECTOR,
            Role.BEAT,
            Role.OFFICER,
            Role.STREET,
            Role.TOWN,
            Role.ADDRESS,
            Role.POSTCODE);

    private static final String MEASURING_LETTERS = "xyznmfhvw";
    /** "65+", "u18", "<5": ages with one end. */
    private static final Pattern OPEN_AGE = Pattern.compile(
            "(?i)(?<![\\p{L}\\p{N}])(?:[aou<>≥≤]=?\\s?[0-9]{1,2}|[0-9]{1,2}\\s?[+u<])(?![\\p{L}\\p{N}])");

    private static final int OLDEST = 120;
    private static final int FEW_ROWS = 5;
    private static final double NEARLY_ALL = 0.9;

    private final String field;
    private final List<SourceFeature> sample;
    private final FieldRoles roles;

    SpecialColumn(String field, List<SourceFeature> sample, FieldRoles roles) {
        this.field = field;
        this.sample = sample;
        this.roles = roles;
    }

    /** Returns why the column is, or may be, of a special category; empty where it is not. */
    Optional<Reason> why(Measure measure, LayerKind kind) {
        Optional<Reason> named = byHeader();
        if (named.isPresent()) {
            return named;
        }
        if (!kind.aboutPeople() && kind != LayerKind.PLAIN) {
            return Optional.empty();
        }
        boolean naming = roles.fields().entrySet().stream()
                .anyMatch(role -> role.getValue().equals(field) && NAMING.contains(role.getKey()));
        if (!naming && SpecialValues.have(texts(), SPECIAL)) {
            return Optional.of(
                    Reason.of("special-values", "its values name religions, countries, peoples or languages"));
        }
        boolean explained = roles.fields().containsValue(field) || isExplained(field);
        if (kind != LayerKind.INCIDENTS && measure != Measure.NONE && !explained && couldCountResidents(measure)) {
            return Optional.of(Reason.of("special-unsaid", "its header does not say what its numbers are of"));
        }
        return Optional.empty();
    }

    /** Returns whether a header alone says that its column is of a special category. */
    static boolean isSaidBy(String header) {
        return new SpecialColumn(header, List.of(), FieldRoles.none())
                .byHeader()
                .isPresent();
    }

    private Optional<Reason> byHeader() {
        Optional<CensusCode> code = CensusCode.find(field);
        if (code.isPresent()) {
            return code.filter(CensusCode.SPECIAL::equals)
                    .map(found -> Reason.of(
                            "special-census",
                            "it is a cell of a census table about people's "
                                    + "origin, language, income, health or the like"));
        }
        List<String> words = meant(field);
        return SPECIAL.find(words, TOPICS).map(match -> {
            String said = String.join(" ", words.subList(match.from(), match.to()));
            return new Reason(
                    "special-" + match.topic(),
                    Map.of("words", said),
                    "its header has \"" + said + "\" (" + match.topic() + ")");
        });
    }

    /** Returns the header's words without those that only look special. */
    private static List<String> meant(String header) {
        List<String> words = HeaderWords.of(header);
        Optional<WordList.Match> not = SPECIAL.find(words, NOT_MEANT);
        while (not.isPresent()) {
            List<String> rest = new ArrayList<>(words.subList(0, not.get().from()));
            rest.addAll(words.subList(not.get().to(), words.size()));
            words = rest;
            not = SPECIAL.find(words, NOT_MEANT);
        }
        return words;
    }

    /** Returns whether every word of a header is known, and one of them says what is counted. */
    static boolean isExplained(String header) {
        if (CensusCode.find(header).filter(CensusCode.ORDINARY::equals).isPresent()) {
            return true;
        }
        List<String> words = HeaderWords.of(header);
        if (words.size() == 1 && words.get(0).length() == 1) {
            return MEASURING_LETTERS.contains(words.get(0));
        }
        boolean known = words.stream()
                .filter(word -> word.length() > 1 && !Character.isDigit(word.charAt(0)))
                .allMatch(word -> ORDINARY.find(List.of(word)).isPresent());
        return known
                && (ORDINARY.find(words, SUBJECTS).isPresent()
                        || SPECIAL.find(words, NOT_MEANT).isPresent()
                        || OPEN_AGE.matcher(header.strip()).find()
                        || agesOrYear(words));
    }

    /** Ages from, to; or a year: "M_15_29", "2021". */
    private static boolean agesOrYear(List<String> words) {
        List<Integer> numbers = words.stream()
                .filter(word -> word.matches("[0-9]{1,4}"))
                .map(Integer::valueOf)
                .toList();
        if (numbers.size() == 1) {
            int only = numbers.get(0);
            boolean joined =
                    words.get(words.size() - 1).length() == 4 && only % 100 > only / 100 && only / 100 < OLDEST;
            return (only >= 1900 && only <= 2100) || joined;
        }
        return numbers.size() >= 2 && numbers.get(0) < numbers.get(1) && numbers.get(1) <= OLDEST;
    }

    private List<String> texts() {
        return sample.stream()
                .map(feature -> feature.attributes().get(field))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }

    /** Numbers that differ, are no numbering, and, where residents are known and these are counts, are not more than those. */
    private boolean couldCountResidents(Measure measure) {
        Set<Double> different = new HashSet<>();
        int there = 0;
        int within = 0;
        boolean numbering = true;
        double before = Double.NaN;
        for (SourceFeature feature : sample) {
            if (feature.attributes().get(field) instanceof Number number) {
                double value = number.doubleValue();
                there++;
                different.add(value);
                within += value <= residents(feature.attributes()) ? 1 : 0;
                numbering &= Double.isNaN(before) || value == before + 1;
                before = value;
            }
        }
        if (there >= FEW_ROWS && (different.size() == 1 || numbering)) {
            return false;
        }
        return measure != Measure.COUNT || within >= NEARLY_ALL * there;
    }

    private double residents(Map<String, Object> attributes) {
        return roles.find(Role.POPULATION)
                .map(attributes::get)
                .filter(Number.class::isInstance)
                .map(number -> ((Number) number).doubleValue())
                .orElse(Double.POSITIVE_INFINITY);
    }
}
