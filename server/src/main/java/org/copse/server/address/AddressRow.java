package org.copse.server.address;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One address of a layer, as its file has it.
 *
 * @param streets the street's name in each language, at least one
 * @param number house number with its suffix, such as {@code 12bis}; null for a street alone
 * @param towns the town's name in each language; may be none
 * @param lon longitude in degrees, WGS 84
 * @param lat latitude in degrees, WGS 84
 */
public record AddressRow(
        List<String> streets,
        @Nullable String number,
        @Nullable String postcode,
        List<String> towns,
        double lon,
        double lat) {
    public AddressRow {
        streets = List.copyOf(streets);
        towns = List.copyOf(towns);
        if (streets.isEmpty()) {
            throw new IllegalArgumentException("an address without a street");
        }
    }
}
