package org.copse.server.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.copse.server.system.ClientNetwork;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing: each wrong password takes a token from the bucket of the name and from that of the address, whether or not the
 * name exists, and nobody signs in past an empty bucket. A try takes its tokens before the password is looked at, and gets them back
 * when it was right; else many tries at once would all find the bucket full. Tokens come back evenly over the window, so that an attack delays the
 * account's owner by minutes and never locks them out.
 */
@Component
public class SignInThrottle {
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

    /** Counts a try as a failure and returns zero; when it has to wait, counts nothing and returns how long. */
    public Duration take(String name, String address) {
        Duration wait = take(address);
        if (!wait.isZero()) {
            return wait;
        }
        wait = take(ofName(name));
        if (!wait.isZero()) {
            giveBack(address);
        }
        return wait;
    }

    /** As {@link #take(String, String)}, for a try that is for no name. */
    public Duration take(String address) {
        return take(ofAddress(address));
    }

    /** Counts the try as none, for the address alone. */
    public void giveBack(String address) {
        ofAddress(address).addTokens(1);
    }

    /** Counts the try as none: it was neither wrong nor complete. */
    public void giveBack(String name, String address) {
        ofName(name).addTokens(1);
        giveBack(address);
    }

    /** Forgets the name's failures; the address's others stay, or one own account would make guessing others free. */
    public void succeeded(String name, String address) {
        names.invalidate(AccountRepository.key(name));
        giveBack(address);
    }

    private Bucket ofName(String name) {
        return names.get(AccountRepository.key(name), key -> bucket(settings.failuresPerAccount()));
    }

    private Bucket ofAddress(String address) {
        return addresses.get(ClientNetwork.of(address), key -> bucket(settings.failuresPerAddress()));
    }

    private Bucket bucket(int failures) {
        return Bucket.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(failures)
                        .refillGreedy(failures, settings.failureWindow())
                        .build())
                .build();
    }

    private static Duration take(Bucket bucket) {
        return Duration.ofNanos(bucket.tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill());
    }
}
