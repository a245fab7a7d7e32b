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
 * @param decimal point or comma before the fractions of a table's numbers; the other one stands between thousands
 * @param dates in which order day, month and year stand where the values leave it open
 * @param fractions whether counts of people with fractions are meant so: they are estimates
 */
public record Reading(
        Optional<String> crs,
        Optional<String> layer,
        Optional<String> encoding,
        Optional<Character> delimiter,
        boolean swapAxes,
        Optional<Character> decimal,
        Optional<DateOrder> dates,
        boolean fractions) {

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
        decimal.ifPresent(character -> {
            if (character != '.' && character != ',') {
                throw new IllegalArgumentException(
                        "\"" + character + "\" is no sign before fractions: a point or a comma is");
            }
        });
    }

    /** Returns a reading with numbers and dates left to detection. */
    public Reading(
            Optional<String> crs,
            Optional<String> layer,
            Optional<String> encoding,
            Optional<Character> delimiter,
            boolean swapAxes) {
        this(crs, layer, encoding, delimiter, swapAxes, Optional.empty(), Optional.empty(), false);
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
        return new Reading(Optional.of(code), layer, encoding, delimiter, swapAxes, decimal, dates, fractions);
    }

    /** Returns this, for the layer {@code name}. */
    public Reading ofLayer(String name) {
        return new Reading(crs, Optional.of(name), encoding, delimiter, swapAxes, decimal, dates, fractions);
    }

    /** Returns this with no layer chosen. */
    public Reading ofAnyLayer() {
        return new Reading(crs, Optional.empty(), encoding, delimiter, swapAxes, decimal, dates, fractions);
    }

    /** Returns this, with text in the encoding {@code name}. */
    public Reading encoded(String name) {
        return new Reading(crs, layer, Optional.of(name), delimiter, swapAxes, decimal, dates, fractions);
    }

    /** Returns this, with {@code character} between fields. */
    public Reading delimitedBy(char character) {
        return new Reading(crs, layer, encoding, Optional.of(character), swapAxes, decimal, dates, fractions);
    }

    /** Returns this, with the axes swapped or as the file has them. */
    public Reading swapped(boolean swap) {
        return new Reading(crs, layer, encoding, delimiter, swap, decimal, dates, fractions);
    }

    /** Returns this, with {@code sign} before fractions. */
    public Reading decimals(char sign) {
        return new Reading(crs, layer, encoding, delimiter, swapAxes, Optional.of(sign), dates, fractions);
    }

    /** Returns this, with day, month and year in {@code order}. */
    public Reading dated(DateOrder order) {
        return new Reading(crs, layer, encoding, delimiter, swapAxes, decimal, Optional.of(order), fractions);
    }

    /** Returns this, with counts that have fractions meant so. */
    public Reading withFractions() {
        return new Reading(crs, layer, encoding, delimiter, swapAxes, decimal, dates, true);
    }
}
