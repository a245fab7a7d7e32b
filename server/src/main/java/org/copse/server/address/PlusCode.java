package org.copse.server.address;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.copse.server.address.Gazetteer.Near;

/**
 * Plus Codes, which stand for a square of some metres: {@code 9F26CPC2+XX}, or short with a place, {@code CPC2+XX Oudekaai}.
 *
 * @see <a href="https://github.com/google/open-location-code/blob/main/Documentation/Specification/specification.md">Open Location Code</a>
 */
final class PlusCode {
    private static final String DIGITS = "23456789CFGHJMPQRVWX";
    private static final Pattern CODE = Pattern.compile(
            "([23456789CFGHJMPQRVWX]{4}|[23456789CFGHJMPQRVWX]{8})\\+([23456789CFGHJMPQRVWX]{2,7})?(?:[\\s,]+(.*))?");
    private static final int BASE = 20;
    private static final int LONG = 8;
    private static final int PAIRS = 5;
    private static final int GRID_ROWS = 5;
    private static final int GRID_COLUMNS = 4;

    private final String digits;
    private final String place;

    private PlusCode(String digits, String place) {
        this.digits = digits;
        this.place = place;
    }

    /** Reads a text that begins with a code. */
    static Optional<PlusCode> find(String text) {
        Matcher matcher = CODE.matcher(text.strip().toUpperCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String behind = matcher.group(2) == null ? "" : matcher.group(2);
        return Optional.of(new PlusCode(matcher.group(1) + behind, matcher.group(3) == null ? "" : matcher.group(3)))
                .filter(code -> code.isShort() || code.isOnGlobe());
    }

    boolean isShort() {
        return digits.length() < LONG;
    }

    /** Returns the place that a short code was written with; blank where none was. */
    String place() {
        return place;
    }

    private boolean isOnGlobe() {
        return DIGITS.indexOf(digits.charAt(0)) < 9 && DIGITS.indexOf(digits.charAt(1)) < 18;
    }

    /** Returns the middle of a full code's square. */
    Near centre() {
        return centre(digits);
    }

    /** Returns the middle of the square, of those with this short code, that is nearest to a position. */
    Near centre(Near reference) {
        String prefix = encodeDegrees(reference);
        Near found = centre(prefix + digits);
        return new Near(nearer(found.lon(), reference.lon()), nearer(found.lat(), reference.lat()));
    }

    private static double nearer(double found, double reference) {
        double away = found - reference;
        return away > 0.5 ? found - 1 : away < -0.5 ? found + 1 : found;
    }

    /** The first four digits, which say the degree. */
    private static String encodeDegrees(Near at) {
        int lat = (int) Math.floor(Math.min(89.999, at.lat()) + 90);
        int lon = (int) Math.floor(at.lon() + 180) % 360;
        return "" + DIGITS.charAt(lat / BASE) + DIGITS.charAt(lon / BASE) + DIGITS.charAt(lat % BASE)
                + DIGITS.charAt(lon % BASE);
    }

    private static Near centre(String code) {
        double lat = -90;
        double lon = -180;
        double height = BASE * (double) BASE;
        double width = height;
        for (int pair = 0; pair < PAIRS && 2 * pair + 1 < code.length(); pair++) {
            height /= BASE;
            width /= BASE;
            lat += height * DIGITS.indexOf(code.charAt(2 * pair));
            lon += width * DIGITS.indexOf(code.charAt(2 * pair + 1));
        }
        for (int i = 2 * PAIRS; i < code.length(); i++) {
            height /= GRID_ROWS;
            width /= GRID_COLUMNS;
            int digit = DIGITS.indexOf(code.charAt(i));
            int row = digit / GRID_COLUMNS;
            int column = digit % GRID_COLUMNS;
            lat += height * row;
            lon += width * column;
        }
        return new Near(lon + width / 2, lat + height / 2);
    }
}
