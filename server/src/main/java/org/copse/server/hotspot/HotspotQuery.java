package org.copse.server.hotspot;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.copse.geoimport.incident.IncidentPeriod;
import org.copse.server.hotspot.HotspotRequest.Method;
import org.copse.server.system.FieldErrors;
import org.copse.statistics.density.Kernel;
import org.copse.statistics.grid.CellShape;
import org.jspecify.annotations.Nullable;

/**
 * What a map of hotspots is asked for in the parameters of an address.
 *
 * @param method gi, moran or kde; gi where nothing is said
 * @param shape square or hexagon; square where nothing is said
 * @param cell size in metres; null to take it from the data
 * @param category the only ones that count; empty for all
 * @param from first day or month that counts; null for no bound
 * @param to last one; null for no bound
 * @param policeInitiated whether what police started counts too
 */
record HotspotQuery(
        @Nullable String method,
        @Nullable String shape,
        @Nullable Double cell,
        List<String> category,
        @Nullable String from,
        @Nullable String to,
        boolean policeInitiated) {
    /** Smaller cells show addresses. */
    static final double SMALLEST_METRES = 100;

    static final double LARGEST_METRES = 10_000;

    /**
     * Cells for those who see no points: squares of sizes that halve each other, so that no two maps laid over each other make a
     * smaller cell than the smallest.
     */
    static final List<Double> COARSE = List.of(200.0, 400.0, 800.0, 1600.0);

    private static final double USUAL_COARSE = 400;
    private static final int MOST_CATEGORIES = 50;

    /**
     * Returns what is asked of the statistics.
     *
     * @param known the layer's categories
     * @param points whether who asks may see incidents as points; others get coarse squares alone
     * @throws org.copse.server.system.ProblemException naming each parameter that is wrong
     */
    HotspotRequest checked(List<String> known, boolean points) {
        FieldErrors errors = new FieldErrors();
        Method how = choice(errors, "method", method, List.of(Method.GI, Method.MORAN, Method.KDE), Method.GI);
        CellShape cells = choice(
                errors,
                "shape",
                shape,
                points ? List.of(CellShape.values()) : List.of(CellShape.SQUARE),
                CellShape.SQUARE);
        if (cell != null && !points && !COARSE.contains(cell)) {
            errors.add("cell", "is " + cell + ": give 200, 400, 800 or 1600 m");
        } else if (cell != null && !(cell >= SMALLEST_METRES && cell <= LARGEST_METRES)) {
            errors.add("cell", "is " + cell + ": give 100 to 10000 m; smaller cells would show addresses");
        }
        List<String> categories = List.copyOf(new TreeSet<>(category));
        if (categories.size() > MOST_CATEGORIES) {
            errors.add("category", "are " + categories.size() + ": give at most " + MOST_CATEGORIES);
        }
        List<String> folded = known.stream().map(IncidentSelection::folded).toList();
        categories.stream()
                .filter(name -> !folded.contains(IncidentSelection.folded(name)))
                .forEach(name -> errors.add("category", "the layer has none that is called \"" + name + "\""));
        Optional<IncidentPeriod> first = period(errors, "from", from);
        Optional<IncidentPeriod> last = period(errors, "to", to);
        if (first.isPresent()
                && last.isPresent()
                && last.get().last().isBefore(first.get().first())) {
            errors.add("to", "is before from");
        }
        errors.throwIfAny();
        return new HotspotRequest(
                how,
                cells,
                size(points),
                Kernel.QUARTIC,
                OptionalDouble.empty(),
                categories,
                first.map(IncidentPeriod::first),
                last.map(IncidentPeriod::last),
                policeInitiated,
                0,
                0);
    }

    private OptionalDouble size(boolean points) {
        if (cell != null) {
            return OptionalDouble.of(cell);
        }
        return points ? OptionalDouble.empty() : OptionalDouble.of(USUAL_COARSE);
    }

    private static <E extends Enum<E>> E choice(
            FieldErrors errors, String field, @Nullable String text, List<E> choices, E usual) {
        if (text == null) {
            return usual;
        }
        Function<E, String> key = one -> one.name().toLowerCase(Locale.ROOT);
        Optional<E> found =
                choices.stream().filter(one -> key.apply(one).equals(text)).findFirst();
        if (found.isEmpty()) {
            errors.add(
                    field,
                    "is \"" + text + "\": give " + choices.stream().map(key).collect(Collectors.joining(" or ")));
        }
        return found.orElse(usual);
    }

    private static Optional<IncidentPeriod> period(FieldErrors errors, String field, @Nullable String text) {
        try {
            return Optional.ofNullable(text).map(IncidentPeriod::parse);
        } catch (IllegalArgumentException e) {
            errors.add(field, "is \"" + text + "\": give a month or a day, such as 2022-01 or 2022-01-15");
            return Optional.empty();
        }
    }

    /** Returns the sizes to choose from. */
    static List<Double> sizes(boolean points) {
        return points ? Arrays.asList(100.0, 150.0, 200.0, 250.0, 300.0, 400.0, 500.0, 750.0, 1000.0, 1500.0) : COARSE;
    }
}
