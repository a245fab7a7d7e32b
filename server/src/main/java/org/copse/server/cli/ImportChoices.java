package org.copse.server.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.copse.geoimport.AttributeTag;
import org.copse.geoimport.AttributeTag.Measure;
import org.copse.geoimport.AttributeTag.Sensitivity;
import org.copse.geoimport.DataUse;
import org.copse.geoimport.DateOrder;
import org.copse.geoimport.ImportRequest;
import org.copse.geoimport.LayerKind;
import org.copse.geoimport.Limit;
import org.copse.geoimport.Limits;
import org.copse.geoimport.LonLatBox;
import org.copse.geoimport.Reading;
import org.copse.geoimport.Role;

/** Turns the options of {@code copse import} into a request, or says which of them cannot be. */
final class ImportChoices {
    private final ImportOptions options;

    ImportChoices(ImportOptions options) {
        this.options = options;
    }

    /**
     * Returns the request that the options state.
     *
     * @throws Usage naming the option, its value and what it takes
     */
    ImportRequest request() {
        LayerKind kind = kind();
        try {
            ImportRequest request =
                    ImportRequest.of(options.file, kind).read(reading()).within(limits());
            for (Map.Entry<String, String> role : options.role.entrySet()) {
                request = request.withRole(role(role.getKey()), role.getValue());
            }
            for (Map.Entry<String, String> filter : options.where.entrySet()) {
                request = request.where(filter.getKey(), filter.getValue());
            }
            request = options.mend == null ? request : request.mended(options.mend);
            request = options.district == null ? request : request.inDistrict(district(options.district));
            return kind == LayerKind.PLAIN ? request : request.usedFor(use());
        } catch (IllegalArgumentException e) {
            throw new Usage(String.valueOf(e.getMessage()) + ".");
        }
    }

    private LayerKind kind() {
        if (options.kind == null) {
            return LayerKind.PLAIN;
        }
        return LayerKind.findByKey(options.kind)
                .orElseThrow(() -> new Usage("--as names \"" + options.kind + "\": give one of "
                        + keys(Arrays.stream(LayerKind.values())
                                .map(LayerKind::key)
                                .toList()) + "."));
    }

    private static String keys(List<String> all) {
        return String.join(", ", all);
    }

    private static Role role(String key) {
        return Role.findByKey(key)
                .orElseThrow(() -> new Usage("--role names \"" + key + "\": give one of "
                        + keys(Arrays.stream(Role.values()).map(Role::key).toList()) + "."));
    }

    private Reading reading() {
        return new Reading(
                Optional.ofNullable(options.crs),
                Optional.ofNullable(options.layer),
                Optional.ofNullable(options.encoding),
                Optional.ofNullable(options.delimiter).map(ImportChoices::delimiter),
                options.swapAxes,
                Optional.ofNullable(options.decimal).map(ImportChoices::decimal),
                Optional.ofNullable(options.dates).map(ImportChoices::dates),
                options.fractions);
    }

    private static char decimal(String text) {
        return switch (text) {
            case "comma", "," -> ',';
            case "point", "." -> '.';
            default -> throw new Usage("--decimal is \"" + text + "\": give comma or point.");
        };
    }

    private static DateOrder dates(String text) {
        return DateOrder.findByKey(text)
                .orElseThrow(
                        () -> new Usage("--dates is \"" + text + "\": give day-first, month-first or year-first."));
    }

    private static char delimiter(String text) {
        if (text.equalsIgnoreCase("tab") || text.equals("\\t")) {
            return '\t';
        }
        if (text.length() != 1) {
            throw new Usage("--delimiter is \"" + text + "\": give one character, or tab.");
        }
        return text.charAt(0);
    }

    private static LonLatBox district(String text) {
        String[] parts = text.split(",", -1);
        try {
            if (parts.length == 4) {
                return new LonLatBox(
                        Double.parseDouble(parts[0]),
                        Double.parseDouble(parts[1]),
                        Double.parseDouble(parts[2]),
                        Double.parseDouble(parts[3]));
            }
        } catch (NumberFormatException e) {
            throw new Usage("--district is \"" + text + "\": give west,south,east,north in degrees.");
        }
        throw new Usage("--district is \"" + text + "\": give west,south,east,north in degrees.");
    }

    private DataUse use() {
        Map<String, AttributeTag> tags = new LinkedHashMap<>();
        options.tag.forEach((column, tag) -> tags.put(column, tag(column, tag)));
        return new DataUse(
                Optional.ofNullable(options.purpose), Optional.ofNullable(options.legalBasis), tags, options.tagReason);
    }

    private static AttributeTag tag(String column, String text) {
        Measure measure = Measure.NONE;
        Sensitivity sensitivity = Sensitivity.ORDINARY;
        for (String word : text.toUpperCase(Locale.ROOT).split(",", -1)) {
            String plain = word.strip();
            if (plain.equals("SPECIAL") || plain.equals("ORDINARY")) {
                sensitivity = Sensitivity.valueOf(plain);
            } else {
                measure = Arrays.stream(Measure.values())
                        .filter(one -> one.name().equals(plain))
                        .findFirst()
                        .orElseThrow(() -> new Usage("--tag " + column + " is \"" + text
                                + "\": give count, share, index or none, and ordinary or special."));
            }
        }
        return new AttributeTag(measure, sensitivity);
    }

    private Limits limits() {
        Limits limits = Limits.usual();
        for (Map.Entry<String, Long> bound : options.limit.entrySet()) {
            Limit limit = Arrays.stream(Limit.values())
                    .filter(one -> one.key().equals(bound.getKey()))
                    .findFirst()
                    .orElseThrow(() -> new Usage("--limit names \"" + bound.getKey() + "\": give one of "
                            + keys(Arrays.stream(Limit.values()).map(Limit::key).toList()) + "."));
            limits = limits.with(limit, bound.getValue());
        }
        return limits;
    }
}
