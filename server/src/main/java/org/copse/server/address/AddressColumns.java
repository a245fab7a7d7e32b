package org.copse.server.address;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.copse.geoimport.Feature;
import org.copse.geoimport.FieldRoles;
import org.copse.geoimport.Role;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Point;

/**
 * Reads addresses from the columns of one layer. A street's other spellings stand in columns that differ from the street's by a language only,
 * as {@code streetname_fr} and {@code streetname_nl} do, or beside each other in one: {@code Rue Neuve - Nieuwstraat}.
 */
final class AddressColumns {
    private static final Pattern BESIDE = Pattern.compile("\\s+[-–—/|]\\s+|\\s*[/|]\\s*");
    private static final Pattern LANGUAGE = Pattern.compile("^(.*?)[_:. -]?(ar|de|en|fr|nl|es|it|pl|ru|tr)$");
    private static final Pattern NUMBER_LAST = Pattern.compile("(.*\\D)[ ,]+(\\d+\\s?[\\p{L}]{0,3}\\S*)");
    private static final Pattern NUMBER_FIRST = Pattern.compile("(\\d+\\s?[\\p{L}]?)[ ,]+(\\D.*)");
    private static final Pattern CODE_AND_TOWN =
            Pattern.compile("(?:([A-Z]{0,2}-?\\d{4,6}(?: ?[A-Z]{2})?)\\s+)?(\\D.*)");

    private final FieldRoles roles;
    private final Map<String, Boolean> streetColumns = new HashMap<>();
    private final Map<String, Boolean> townColumns = new HashMap<>();

    AddressColumns(FieldRoles roles) {
        this.roles = roles;
    }

    /** Returns the feature's address; empty where it has no position or no street. */
    Optional<AddressRow> find(Feature feature) {
        if (feature.geometry().isEmpty()) {
            return Optional.empty();
        }
        Point at = feature.geometry().getInteriorPoint();
        List<String> streets = spellings(feature, Role.STREET, streetColumns);
        if (streets.isEmpty()) {
            return text(feature, Role.ADDRESS).flatMap(line -> inOneLine(line, at));
        }
        return Optional.of(new AddressRow(
                streets,
                text(feature, Role.HOUSE_NUMBER).orElse(null),
                text(feature, Role.POSTCODE).orElse(null),
                spellings(feature, Role.TOWN, townColumns),
                at.getX(),
                at.getY()));
    }

    private Optional<String> text(Feature feature, Role role) {
        return roles.find(role)
                .flatMap(feature::text)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(text -> role == Role.HOUSE_NUMBER || role == Role.POSTCODE ? withoutFraction(text) : text);
    }

    /** A number that a spreadsheet made 12.0. */
    private static String withoutFraction(String text) {
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private List<String> spellings(Feature feature, Role role, Map<String, Boolean> known) {
        Optional<String> main = roles.find(role);
        if (main.isEmpty()) {
            return List.of();
        }
        Set<String> spellings = new LinkedHashSet<>();
        feature.text(main.get()).ifPresent(text -> addAll(text, spellings));
        for (Map.Entry<String, Object> attribute : feature.attributes().entrySet()) {
            boolean other = known.computeIfAbsent(attribute.getKey(), column -> isSibling(column, main.get()));
            if (other && attribute.getValue() instanceof String text) {
                addAll(text, spellings);
            }
        }
        return List.copyOf(spellings);
    }

    private static void addAll(String text, Set<String> spellings) {
        for (String spelling : BESIDE.split(text.strip(), -1)) {
            if (!spelling.isBlank()) {
                spellings.add(spelling.strip());
            }
        }
    }

    /** Returns whether two columns differ by the language at their end only. */
    static boolean isSibling(String column, String main) {
        return !column.equals(main)
                && !language(column).isEmpty()
                && stem(column).equals(stem(main));
    }

    private static String stem(String column) {
        Matcher matcher = LANGUAGE.matcher(column.toLowerCase(Locale.ROOT));
        return matcher.matches() && hasMark(column) ? matcher.group(1) : column.toLowerCase(Locale.ROOT);
    }

    private static String language(String column) {
        Matcher matcher = LANGUAGE.matcher(column.toLowerCase(Locale.ROOT));
        return matcher.matches() && hasMark(column) ? matcher.group(2) : "";
    }

    /** The two letters are a language only behind a mark: {@code name_fr}, {@code name:fr}, not {@code straatnaamde}. */
    private static boolean hasMark(String column) {
        return column.length() > 3 && "_:. -".indexOf(column.charAt(column.length() - 3)) >= 0;
    }

    /** Reads {@code Kerkstraat 12, 9902 Oudekaai} and {@code 12 High Street, Westham}. */
    private static Optional<AddressRow> inOneLine(String line, Point at) {
        int comma = line.lastIndexOf(',');
        String first = comma < 0 ? line : line.substring(0, comma);
        Matcher place =
                CODE_AND_TOWN.matcher(comma < 0 ? "" : line.substring(comma + 1).strip());
        boolean placed = place.matches();
        String postcode = placed ? place.group(1) : null;
        List<String> towns = placed ? List.of(place.group(2).strip()) : List.of();
        Matcher last = NUMBER_LAST.matcher(first.strip());
        if (last.matches()) {
            return row(last.group(1), last.group(2), postcode, towns, at);
        }
        Matcher front = NUMBER_FIRST.matcher(first.strip());
        return front.matches()
                ? row(front.group(2), front.group(1), postcode, towns, at)
                : row(first, null, postcode, towns, at);
    }

    private static Optional<AddressRow> row(
            String street, @Nullable String number, @Nullable String postcode, List<String> towns, Point at) {
        String name = street.strip().replaceAll(",$", "").strip();
        return name.isEmpty()
                ? Optional.empty()
                : Optional.of(new AddressRow(
                        new ArrayList<>(List.of(name)),
                        Objects.requireNonNullElse(number, "").isBlank() ? null : number,
                        postcode,
                        towns,
                        at.getX(),
                        at.getY()));
    }
}
