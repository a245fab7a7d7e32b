package org.copse.server.address;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The houses of one street in the order of their numbers, packed: a million stand in some 20 MB. */
final class Houses {
    private static final double UNITS_PER_DEGREE = 1e7;

    private final int[] numbers;
    private final String[] suffixes;
    private final int[] lons;
    private final int[] lats;
    private final @Nullable String[] postcodes;

    /**
     * A house with a number.
     *
     * @param lon longitude in degrees, WGS 84
     * @param lat latitude in degrees, WGS 84
     */
    record House(HouseNumber number, @Nullable String postcode, double lon, double lat) {}

    Houses(List<House> unsorted) {
        List<House> houses = new ArrayList<>();
        unsorted.stream().sorted(Comparator.comparing(House::number)).forEach(house -> {
            if (houses.isEmpty() || !houses.get(houses.size() - 1).number().equals(house.number())) {
                houses.add(house);
            }
        });
        int count = houses.size();
        numbers = new int[count];
        suffixes = new String[count];
        lons = new int[count];
        lats = new int[count];
        postcodes = new String[count];
        for (int i = 0; i < count; i++) {
            House house = houses.get(i);
            numbers[i] = house.number().number();
            suffixes[i] = house.number().suffix().intern();
            lons[i] = (int) Math.round(house.lon() * UNITS_PER_DEGREE);
            lats[i] = (int) Math.round(house.lat() * UNITS_PER_DEGREE);
            postcodes[i] = house.postcode();
        }
    }

    int count() {
        return numbers.length;
    }

    House get(int index) {
        return new House(new HouseNumber(numbers[index], suffixes[index]), postcodes[index], lon(index), lat(index));
    }

    double lon(int index) {
        return lons[index] / UNITS_PER_DEGREE;
    }

    double lat(int index) {
        return lats[index] / UNITS_PER_DEGREE;
    }

    /** Returns where this very number stands. */
    OptionalInt find(HouseNumber asked) {
        int low = firstNotBefore(asked);
        return low < numbers.length && get(low).number().equals(asked) ? OptionalInt.of(low) : OptionalInt.empty();
    }

    /**
     * Returns the known number nearest to the one asked for: the same with another suffix, else the nearest on the same side of the street (odd or
     * even), else the nearest. Empty where no house is known.
     */
    OptionalInt nearest(HouseNumber asked) {
        int best = -1;
        long bestDistance = Long.MAX_VALUE;
        for (int i = 0; i < numbers.length; i++) {
            long apart = Math.abs(numbers[i] - asked.number());
            boolean otherSide = apart % 2 == 1;
            // A side is left only for a number that is four times nearer.
            long distance = otherSide ? 4 * apart : apart;
            if (distance < bestDistance) {
                best = i;
                bestDistance = distance;
            }
        }
        return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
    }

    private int firstNotBefore(HouseNumber asked) {
        int low = 0;
        int high = numbers.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (get(middle).number().compareTo(asked) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
