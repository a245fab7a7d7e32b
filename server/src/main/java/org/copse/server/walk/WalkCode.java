package org.copse.server.walk;

import java.util.Optional;
import java.util.regex.Pattern;
import org.copse.server.account.Secrets;

/**
 * A random code that somebody reads, copies by hand and types: the invitation to a walk, or what takes a sign-up back. Nearly 60 bits.
 *
 * @param letters twelve letters and digits
 */
public record WalkCode(String letters) {
    private static final Pattern LETTERS = Pattern.compile("[a-z2-9]{12}");
    private static final int GROUPS = 3;
    private static final int GROUP = 4;

    public WalkCode {
        if (!LETTERS.matcher(letters).matches()) {
            throw new IllegalArgumentException("a code has 12 letters and digits, not " + letters.length());
        }
    }

    /** Returns a new one. */
    public static WalkCode fresh() {
        return new WalkCode(Secrets.readable(GROUPS, GROUP).replace("-", ""));
    }

    /** Returns what somebody typed, in whatever case and however they parted it; empty where it is no code. */
    public static Optional<WalkCode> typed(String text) {
        return Secrets.typed(text, GROUPS * GROUP).map(WalkCode::new);
    }

    /** Returns it as it is read: {@code abcd-efgh-jkmn}. */
    public String shown() {
        return letters.replaceAll("(.{4})(?=.)", "$1-");
    }

    String hash() {
        return Secrets.hash(letters);
    }

    /** It is somebody's: it stands in no log. */
    @Override
    public String toString() {
        return "WalkCode";
    }
}
