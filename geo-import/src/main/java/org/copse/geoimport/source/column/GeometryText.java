package org.copse.geoimport.source.column;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * A geometry in one cell of a table: well-known text, also with an SRID before it, GeoJSON's geometry object, or a latitude and a longitude as open-data
 * portals write them: {@code (50.85, 4.35)}, {@code 50.85 4.35}, {@code geo:50.85,4.35}. Of two numbers the first is the latitude; where that
 * is wrong the layer lies elsewhere, which is asked about as for any other.
 */
public final class GeometryText {
    private static final int TYPE_WITHIN = 80;
    private static final int LONGEST_PAIR = 120;
    private static final Pattern WELL_KNOWN = Pattern.compile(
            "(?is)\\s*(SRID=[0-9]+;)?\\s*(MULTI)?(POINT|LINESTRING|POLYGON|GEOMETRYCOLLECTION)\\s*(Z|M|ZM)?\\s*(\\(|EMPTY).*");
    private static final String NUMBER = "([+-]?[0-9]{1,3}(?:[.,][0-9]{1,20})?)";
    private static final Pattern PAIR =
            Pattern.compile("(?i)(?:geo:)?[(\\[]?\\s*" + NUMBER + "\\s*(?:[,;]\\s*|\\s)" + NUMBER + "\\s*[)\\]]?");
    /** Two whole numbers are as often a list of something else; degrees that say where a house is have decimals. */
    private static final Pattern PRECISE = Pattern.compile(".*[0-9][.,][0-9]{3,}.*[0-9][.,][0-9]{3,}.*");

    private static final Pattern FIRST_POSITION =
            Pattern.compile("(-?[0-9]{1,20}(?:\\.[0-9]{0,40})?)(?:\\s+|\\s*,\\s*)(-?[0-9]{1,20}(?:\\.[0-9]{0,40})?)");

    private GeometryText() {}

    /** Returns whether a text is meant as a geometry with its own notation. */
    public static boolean isGeometry(String text) {
        return WELL_KNOWN.matcher(text).matches() || isJson(text);
    }

    /** Returns whether a text is a GeoJSON geometry object. */
    public static boolean isJson(String text) {
        return text.stripLeading().startsWith("{") && text.contains("\"coordinates\"");
    }

    /** Returns whether a text can be a latitude and a longitude. */
    public static boolean isPair(String text) {
        return pair(text) != null;
    }

    /** Returns whether it is one to a hundred metres or better, which nothing else looks like. */
    public static boolean isPrecisePair(String text) {
        return isPair(text) && PRECISE.matcher(text).matches();
    }

    /** Returns the latitude and the longitude of a text, or null where it is no pair of them. */
    public static double @Nullable [] pair(String text) {
        if (text.length() > LONGEST_PAIR) {
            return null;
        }
        Matcher pair = PAIR.matcher(text.strip());
        return pair.matches() ? new double[] {number(pair.group(1)), number(pair.group(2))} : null;
    }

    /** Returns the dimension that a text's geometry seems to have: 0 where nothing says that it is a line or an area. */
    public static int dimension(String text) {
        String start = text.substring(0, Math.min(text.length(), TYPE_WITHIN)).toLowerCase(Locale.ROOT);
        boolean area = start.contains("polygon") || text.contains("[[["); // JSON may name its type last
        return area ? 2 : start.contains("linestring") || text.contains("[[") ? 1 : 0;
    }

    /** Returns where about a text's geometry lies: its first position; null where there is none. */
    public static @Nullable Envelope place(String text) {
        double[] pair = pair(text);
        if (pair != null) {
            return at(pair[1], pair[0]);
        }
        Matcher first = FIRST_POSITION.matcher(text);
        return first.find() ? at(Double.parseDouble(first.group(1)), Double.parseDouble(first.group(2))) : null;
    }

    private static Envelope at(double x, double y) {
        return new Envelope(x, x, y, y);
    }

    private static double number(String text) {
        return Double.parseDouble(text.replace(',', '.'));
    }
}
