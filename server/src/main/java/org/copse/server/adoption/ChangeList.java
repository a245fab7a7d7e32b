package org.copse.server.adoption;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The addresses whose officer changes when a plan comes into force.
 *
 * @param before the plan before
 * @param from the instant of the change
 * @param source the layer of addresses; null where there is none, and no street can be named
 * @param asOf its date
 * @param addresses how many it has within both plans
 * @param changing of those, whose officer changes
 */
record ChangeList(
        String plan,
        String before,
        Instant from,
        @Nullable String source,
        @Nullable String asOf,
        int addresses,
        int changing,
        List<Street> streets) {

    private static final Pattern LEADING = Pattern.compile("^\\s*(\\d{1,9})(.*)$");

    /** House numbers as people count them: 2 before 10, 10 before 10a. */
    static final Comparator<String> BY_NUMBER =
            Comparator.comparingLong(ChangeList::leading).thenComparing(Comparator.naturalOrder());

    /** A beat and its officer; without one the team of the sector answers. */
    record Side(String beat, String beatName, String sectorName, @Nullable String officer) {}

    /** House numbers that change in the same way. */
    record Change(List<String> numbers, Side before, Side after) {}

    /** A street with all numbers whose officer changes. */
    record Street(String name, int changing, List<Change> changes) {}

    /** An address whose officer changes. */
    record Address(String street, String number, Side before, Side after) {}

    private record Way(Side before, Side after) {}

    /** Returns addresses street by street, and within a street by what changes into what. */
    static List<Street> streets(List<Address> changing) {
        Map<String, List<Address>> byStreet =
                changing.stream().collect(Collectors.groupingBy(Address::street, TreeMap::new, Collectors.toList()));
        return byStreet.entrySet().stream()
                .map(street -> new Street(street.getKey(), street.getValue().size(), changes(street.getValue())))
                .toList();
    }

    private static List<Change> changes(List<Address> ofStreet) {
        return ofStreet.stream()
                .collect(Collectors.groupingBy(one -> new Way(one.before(), one.after())))
                .entrySet()
                .stream()
                .map(way -> new Change(
                        way.getValue().stream()
                                .map(Address::number)
                                .distinct()
                                .sorted(BY_NUMBER)
                                .toList(),
                        way.getKey().before(),
                        way.getKey().after()))
                .sorted(Comparator.comparing(change -> change.numbers().get(0), BY_NUMBER))
                .toList();
    }

    private static long leading(String number) {
        Matcher matcher = LEADING.matcher(number);
        return matcher.matches() ? Long.parseLong(matcher.group(1)) : Long.MAX_VALUE;
    }
}
