package org.copse.geoimport;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;

/**
 * How a file is to be read, where its own statements or their detection are not to be followed.
 *
 * @param crs such as {@code EPSG:31370}, over the file's own
 * @param layer to read where a file has several
 * @param encoding of text, such as {@code windows-1252}, over what is detected
 * @param delimiter between the fields of a table, over what is detected
 * @param swapAxes whether the file has northing (latitude) where easting (longitude) belongs, and the other way round
 */
public record Reading(
        Optional<String> crs,
        Optional<String> layer,
        Optional<String> encoding,
        Optional<Character> delimiter,
        boolean swapAxes) {

    private static final Reading DETECTED =
            new Reading(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);

    public Reading {
        encoding.ifPresent(Reading::check);
        delimiter.ifPresent(character -> {
            boolean impossible =
                    Character.isLetterOrDigit(character) || character == '"' || character == '\n' || character == '\r';
            if (impossible) {
                throw new IllegalArgumentException("\"" + character + "\" cannot stand between fields");
            }
        });
    }

    private static void check(String name) {
        try {
            Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new IllegalArgumentException("\"" + name + "\" is no encoding known here", e);
        }
    }

    /** Returns that everything is left to the file and to detection. */
    public static Reading detected() {
        return DETECTED;
    }

    /** Returns this, in the CRS {@code code}. */
    public Reading inCrs(String code) {
        return new Reading(Optional.of(code), layer, encoding, delimiter, swapAxes);
    }

    /** Returns this, for the layer {@code name}. */
    public Reading ofLayer(String name) {
        return new Reading(crs, Optional.of(name), encoding, delimiter, swapAxes);
    }

    /** Returns this, with text in the encoding {@code name}. */
    public Reading encoded(String name) {
        return new Reading(crs, layer, Optional.of(name), delimiter, swapAxes);
    }

    /** Returns this, with {@code character} between fields. */
    public Reading delimitedBy(char character) {
        return new Reading(crs, layer, encoding, Optional.of(character), swapAxes);
    }

    /** Returns this, with the axes swapped or as the file has them. */
    public Reading swapped(boolean swap) {
        return new Reading(crs, layer, encoding, delimiter, swap);
    }
}
