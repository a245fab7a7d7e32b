package org.copse.server.address;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A house number as it is compared: of 12-14 the first, without the box or flat behind a slash.
 *
 * @param number 0 to 999999
 * @param suffix small letters, such as {@code bis}; empty without one
 */
record HouseNumber(int number, String suffix) implements Comparable<HouseNumber> {
    private static final Pattern FORM = Pattern.compile("(\\d{1,6})\\s?([a-z]{0,6}).*");

    /** Reads the number at the beginning of a text, if there is one. */
    static Optional<HouseNumber> find(String text) {
        Matcher matcher = FORM.matcher(Folding.fold(text.strip()));
        return matcher.matches()
                ? Optional.of(new HouseNumber(Integer.parseInt(matcher.group(1)), matcher.group(2)))
                : Optional.empty();
    }

    @Override
    public int compareTo(HouseNumber other) {
        int byNumber = Integer.compare(number, other.number);
        return byNumber != 0 ? byNumber : suffix.compareTo(other.suffix);
    }

    @Override
    public String toString() {
        return number + suffix;
    }
}
