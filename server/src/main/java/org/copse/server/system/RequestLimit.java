package org.copse.server.system;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;

/** How many requests of one kind one address may make. An address is forgotten once its time is over, and nothing is kept of what it asked. */
public final class RequestLimit {
    private static final int MOST_ADDRESSES = 50_000;

    private final int most;
    private final Duration window;
    private final String what;
    private final Cache<String, Bucket> buckets;

    /**
     * A limit.
     *
     * @param most that many in the window, filling up again all the while
     * @param what the requests are, in the plural: {@code look-ups}
     */
    public RequestLimit(int most, Duration window, String what) {
        this.most = most;
        this.window = window;
        this.what = what;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_ADDRESSES)
                .expireAfterAccess(window)
                .build();
    }

    /**
     * Takes one request from its sender's share, and tells the limit and what is left of it in the answer's headers; or ends it in {@link
     * ProblemType#TOO_MANY_REQUESTS} that says how long to wait.
     */
    public void take(HttpServletRequest request, HttpServletResponse response) {
        long seconds = secondsToWait(request, response);
        if (seconds > 0) {
            throw new ProblemException(
                    ProblemType.TOO_MANY_REQUESTS,
                    "More than " + most + " " + what + " in "
                            + (window.toMinutes() == 1 ? "a minute" : window.toMinutes() + " minutes")
                            + ". Try again in " + seconds + " seconds.");
        }
    }

    /** Takes one request as {@link #take(HttpServletRequest, HttpServletResponse)} does, and returns how long to wait: 0 when it may go on. */
    public long secondsToWait(HttpServletRequest request, HttpServletResponse response) {
        ConsumptionProbe taken = probe(request.getRemoteAddr());
        response.setHeader("RateLimit-Limit", Integer.toString(most));
        response.setHeader("RateLimit-Remaining", Long.toString(taken.getRemainingTokens()));
        Duration wait = Duration.ofNanos(taken.getNanosToWaitForRefill());
        if (wait.isZero()) {
            return 0;
        }
        long seconds = wait.toSeconds() + 1;
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        return seconds;
    }

    /** Takes one request from an address's share and returns how long it has to wait: zero when it may go on. */
    public Duration take(String address) {
        return Duration.ofNanos(probe(address).getNanosToWaitForRefill());
    }

    private ConsumptionProbe probe(String address) {
        Bucket bucket = buckets.get(ClientNetwork.of(address), key -> Bucket.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(most)
                        .refillGreedy(most, window)
                        .build())
                .build());
        return bucket.tryConsumeAndReturnRemaining(1);
    }
}
