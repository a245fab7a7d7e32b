package org.copse.server;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Waiting for what a test needs. The last limit is generous, since it is there to end a test that waits for what never comes, on a machine
 * that does something else as well; how long it took is no fact about Copse.
 */
public final class Awaited {
    private static final Duration LAST = Duration.ofMinutes(5);
    private static final long ASK_AGAIN_MILLIS = 50;

    private Awaited() {}

    /** Asks until the answer is as wanted and returns it; at the last limit it fails, naming what was missing and what was there. */
    public static <T> T until(String missing, Callable<T> asked, Predicate<? super T> wanted) throws Exception {
        return until(missing, asked, wanted, () -> "");
    }

    /** As above; {@code more} adds to the failure what helps, such as a server's output. */
    public static <T> T until(String missing, Callable<T> asked, Predicate<? super T> wanted, Supplier<String> more)
            throws Exception {
        Instant end = Instant.now().plus(LAST);
        while (true) {
            T found = asked.call();
            if (wanted.test(found)) {
                return found;
            }
            if (Instant.now().isAfter(end)) {
                throw new AssertionError(
                        "Not within " + LAST.toMinutes() + " minutes: " + missing + ". There was: " + found
                                + Optional.of(more.get())
                                        .filter(text -> !text.isEmpty())
                                        .map(text -> "\n" + text)
                                        .orElse(""));
            }
            Thread.sleep(ASK_AGAIN_MILLIS);
        }
    }

    /** Waits until it is so. */
    public static void until(String missing, Callable<Boolean> isSo) throws Exception {
        until(missing, isSo, Boolean::booleanValue);
    }
}
