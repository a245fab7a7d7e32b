package org.copse.server.consultation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.copse.server.system.ClientNetwork;
import org.springframework.stereotype.Component;

/** How many comments one address may send. An address is forgotten after an hour of quiet, and it is kept with no comment. */
@Component
class CommentLimit {
    private static final int MOST_ADDRESSES = 50_000;
    private static final Duration WINDOW = Duration.ofHours(1);

    private final int perHour;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_ADDRESSES)
            .expireAfterAccess(WINDOW)
            .build();

    CommentLimit(ConsultationSettings settings) {
        this.perHour = settings.commentsPerHour();
    }

    /** Takes one comment from an address's share; false when there is none left. */
    boolean take(String address) {
        return buckets.get(ClientNetwork.of(address), key -> Bucket.builder()
                        .addLimit(Bandwidth.builder()
                                .capacity(perHour)
                                .refillGreedy(perHour, WINDOW)
                                .build())
                        .build())
                .tryConsume(1);
    }
}
