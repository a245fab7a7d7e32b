package org.copse.server.lookup;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.copse.server.system.ClientNetwork;
import org.springframework.stereotype.Component;

/** How many look-ups one address may make. An address is forgotten after a minute of quiet, and it is kept with no position. */
@Component
class LookupLimit {
    private static final int MOST_ADDRESSES = 50_000;
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final int perMinute;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_ADDRESSES)
            .expireAfterAccess(WINDOW)
            .build();

    LookupLimit(LookupSettings settings) {
        this.perMinute = settings.perMinute();
    }

    /** Takes one look-up from an address's share and returns how long it has to wait: zero when it may go on. */
    Duration take(String address) {
        Bucket bucket = buckets.get(ClientNetwork.of(address), key -> Bucket.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(perMinute)
                        .refillGreedy(perMinute, WINDOW)
                        .build())
                .build());
        return Duration.ofNanos(bucket.tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill());
    }
}
