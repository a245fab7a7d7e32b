package org.copse.server.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing: each wrong password takes a token from the bucket of the name and from that of the address, whether or not the
 * name exists, and nobody signs in past an empty bucket. Tokens come back evenly over the window, so that an attack delays the
 * account's owner by minutes and never locks them out.
 */
@Component
class SignInThrottle {
    private static final int MOST_KEYS = 20_000;

    private final AccountSettings settings;
    private final Cache<String, Bucket> names;
    private final Cache<String, Bucket> addresses;

    SignInThrottle(AccountSettings settings) {
        this.settings = settings;
        this.names = cache(settings.failureWindow());
        this.addresses = cache(settings.failureWindow());
    }

    private static Cache<String, Bucket> cache(Duration window) {
        return Caffeine.newBuilder()
                .maximumSize(MOST_KEYS)
                .expireAfterAccess(window)
                .build();
    }

    /** Returns how long to wait before the next try; zero when it may be made now. */
    Duration waitBefore(String name, String address) {
        return longer(wait(ofName(name)), wait(ofAddress(address)));
    }

    void failed(String name, String address) {
        ofName(name).tryConsume(1);
        ofAddress(address).tryConsume(1);
    }

    /** Forgets the name's failures; the address's stay, or one own account would make guessing others free. */
    void succeeded(String name) {
        names.invalidate(AccountRepository.key(name));
    }

    private Bucket ofName(String name) {
        return names.get(AccountRepository.key(name), key -> bucket(settings.failuresPerAccount()));
    }

    private Bucket ofAddress(String address) {
        return addresses.get(address, key -> bucket(settings.failuresPerAddress()));
    }

    private Bucket bucket(int failures) {
        return Bucket.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(failures)
                        .refillGreedy(failures, settings.failureWindow())
                        .build())
                .build();
    }

    private static Duration wait(Bucket bucket) {
        return Duration.ofNanos(bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill());
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }
}
