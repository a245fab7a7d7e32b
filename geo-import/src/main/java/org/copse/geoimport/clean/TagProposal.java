package org.copse.geoimport.clean;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.copse.geoimport.AttributeTag;
import org.copse.geoimport.AttributeTag.Measure;
import org.copse.geoimport.AttributeTag.Sensitivity;
import org.copse.geoimport.FieldRoles;
import org.copse.geoimport.LayerKind;
import org.copse.geoimport.Reason;
import org.copse.geoimport.Role;
import org.copse.geoimport.source.SourceFeature;

/**
 * The tag that a column probably has, and why: to be confirmed by whoever imports.
 *
 * @param reason for it
 */
public record TagProposal(AttributeTag tag, Reason reason) {

    /** Number of the list of special words. Raised when the list grows: stored layers are then looked at again. */
    public static final int LIST = 1;

    private static final Set<Role> NO_MEASURES = Set.of(
            Role.ID,
            Role.KEY,
            Role.NAME,
            Role.CATEGORY,
            Role.DATE,
            Role.HOUR,
            Role.X,
            Role.Y,
            Role.WKT,
            Role.YEAR,
            Role.POSTCODE,
            Role.HOUSE_NUMBER,
            Role.SECTOR,
            Role.BEAT,
            Role.OFFICER);

    private static final List<String> SHARES =
            List.of("share", "percent", "pct", "prozent", "pourcent", "aandeel", "anteil", "part", "ratio", "نسبه");
    private static final List<String> INDICES = List.of(
            "index",
            "indice",
            "score",
            "rank",
            "rang",
            "dens",
            "dicht",
            "mean",
            "median",
            "average",
            "gemiddeld",
            "moyen",
            "mittel",
            "durchschnitt",
            "rate",
            "decile",
            "quintile",
            "income",
            "inkomen",
            "revenu",
            "einkommen",
            "gini",
            "area",
            "surface",
            "oppervlak",
            "flache",
            "hectare",
            "perimeter",
            "length",
            "مؤشر");

    /** Whole words: numbers under these headers tell things apart, or where they are, and measure nothing. */
    private static final List<String> NUMBERS_THAT_NAME = List.of(
            "id ",
            "fid ",
            "gid ",
            "objectid ",
            "code ",
            "nr ",
            "lon ",
            "lat ",
            "longitude ",
            "latitude ",
            "lengtegraad ",
            "breedtegraad ",
            "langengrad ",
            "breitengrad ",
            "zip ",
            "postcode ",
            "plz ");

    /**
     * Returns a proposal for each column, in the order of {@code fields}. A column that may be of a special category is proposed as
     * special.
     */
    public static Map<String, TagProposal> of(
            List<String> fields, List<SourceFeature> sample, FieldRoles roles, LayerKind kind) {
        Map<String, TagProposal> proposals = new LinkedHashMap<>();
        for (String field : fields) {
            Measure measure = measure(field, HeaderWords.of(field), sample, roles);
            Optional<Reason> special = new SpecialColumn(field, sample, roles).why(measure, kind);
            AttributeTag tag =
                    new AttributeTag(measure, special.isPresent() ? Sensitivity.SPECIAL : Sensitivity.ORDINARY);
            proposals.put(field, new TagProposal(tag, special.orElse(reason(measure))));
        }
        return proposals;
    }

    /** Short beginnings, and those that end in a space, are whole words: "ras" is a race, "rasterpunt" is none. */
    private static boolean begins(String word, String start) {
        if (start.endsWith(" ")) {
            return word.equals(start.strip());
        }
        return start.length() <= 4 ? word.equals(start) || word.equals(start + "s") : word.startsWith(start);
    }

    private static Reason reason(Measure measure) {
        return switch (measure) {
            case COUNT -> Reason.of("count", "whole numbers from 0");
            case SHARE -> Reason.of("share", "parts of a whole, by header or values");
            case INDEX -> Reason.of("index", "numbers that are no counts and no shares");
            case NONE -> Reason.of("no-measure", "no numbers to reckon with");
        };
    }

    private static Measure measure(String field, List<String> words, List<SourceFeature> sample, FieldRoles roles) {
        boolean named = roles.fields().entrySet().stream()
                .anyMatch(role -> role.getValue().equals(field) && NO_MEASURES.contains(role.getKey()));
        if (named) {
            return Measure.NONE;
        }
        if (roles.find(Role.POPULATION).filter(field::equals).isPresent()
                || roles.find(Role.SAMPLE_SIZE).filter(field::equals).isPresent()) {
            return Measure.COUNT;
        }
        return byValues(field, words, sample);
    }

    private static Measure byValues(String field, List<String> words, List<SourceFeature> sample) {
        int numbers = 0;
        int there = 0;
        boolean whole = true;
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (SourceFeature feature : sample) {
            Object value = feature.attributes().get(field);
            there += value == null ? 0 : 1;
            if (value instanceof Number number) {
                double plain = number.doubleValue();
                numbers++;
                whole &= plain == Math.rint(plain);
                least = Math.min(least, plain);
                most = Math.max(most, plain);
            }
        }
        if (numbers == 0 || numbers * 2 < there || any(words, NUMBERS_THAT_NAME)) {
            return Measure.NONE;
        }
        if (least >= 0 && most <= 100 && (any(words, SHARES) || (!whole && most <= 1 && !any(words, INDICES)))) {
            return Measure.SHARE;
        }
        return whole && least >= 0 && !any(words, INDICES) ? Measure.COUNT : Measure.INDEX;
    }

    private static boolean any(List<String> words, List<String> starts) {
        return words.stream().anyMatch(word -> starts.stream().anyMatch(start -> begins(word, start)));
    }
}
