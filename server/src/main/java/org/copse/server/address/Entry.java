package org.copse.server.address;

import java.util.List;

/**
 * A street with its houses, a town, or a postcode.
 *
 * @param id the same on every server and in every version of a layer that has it
 * @param spellings its name in each language; of a postcode, the code
 * @param towns in which it lies, in each language; of a town none
 * @param postcodes it has, folded and without blanks
 * @param houses of a street; a town or a postcode has none
 * @param size how many addresses it has
 * @param places positions all along it, for a street those of its houses, as longitude, latitude, longitude, latitude …
 */
record Entry(
        String id,
        Kind kind,
        List<Spelling> spellings,
        List<Spelling> towns,
        List<Postcode> postcodes,
        Houses houses,
        int size,
        double lon,
        double lat,
        double[] places) {

    /** What an entry is. */
    enum Kind {
        STREET,
        TOWN,
        POSTCODE
    }

    /** A name as it is written, and its words. */
    record Spelling(String text, Wording wording) {
        static Spelling of(String text) {
            return new Spelling(text, Wording.of(text));
        }
    }

    /** A postcode as it is written, and as it is compared: folded, without blanks. */
    record Postcode(String text, String key) {
        static Postcode of(String text) {
            return new Postcode(text, key(text));
        }

        static String key(String text) {
            return Folding.fold(text).replaceAll("[^a-z0-9]", "");
        }
    }
}
