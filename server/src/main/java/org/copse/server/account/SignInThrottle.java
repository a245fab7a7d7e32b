package org.copse.server.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.copse.server.system.ClientNetwork;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing: each wrong password takes a token from several buckets, whether or not the name exists, and nobody gets past an empty one.
 * A try takes its tokens before the password is looked at, and gets them back when it was right; else many tries at once would all find the
 * bucket full. Tokens come back evenly over the window.
 *
 * <p>Nobody makes somebody else wait: the buckets are those of the network, of the name as given from that network, and, much larger, of the
 * name from everywhere, which bounds guessing from many networks; and a browser in which the account has signed in before has a bucket of its own
 * and needs no other.
 */
@Component
public class SignInThrottle {
    private static final int MOST_KEYS = 100_000;

    private final AccountSettings settings;
    private final Cache<String, Bucket> buckets;

    SignInThrottle(AccountSettings settings) {
        this.settings = settings;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_KEYS)
                .expireAfterAccess(settings.failureWindow())
                .build();
    }

    /** Counts a try as a failure and returns zero; when it has to wait, counts nothing and returns how long. */
    public Duration take(SignInTry made) {
        List<Bucket> taken = new ArrayList<>();
        for (Bucket bucket : bucketsOf(made)) {
            Duration wait = take(bucket);
            if (!wait.isZero()) {
                taken.forEach(full -> full.addTokens(1));
                return wait;
            }
            taken.add(bucket);
        }
        return Duration.ZERO;
    }

    /** As above, for a try that is for no name. */
    public Duration take(String address) {
        return take(ofAddress(address));
    }

    /** Counts the try as none, for the address alone. */
    public void giveBack(String address) {
        ofAddress(address).addTokens(1);
    }

    /** Counts the try as none: it was neither wrong nor complete. */
    public void giveBack(SignInTry made) {
        bucketsOf(made).forEach(bucket -> bucket.addTokens(1));
    }

    /** Forgets the name's failures there; the network's others stay, or one own account would make guessing others free. */
    public void succeeded(SignInTry made) {
        giveBack(made);
        buckets.invalidate(ownKey(made));
    }

    private List<Bucket> bucketsOf(SignInTry made) {
        Bucket own = bucket(ownKey(made), settings.failuresPerAccount());
        return made.device().isPresent()
                ? List.of(own)
                : List.of(
                        ofAddress(made.address()),
                        own,
                        bucket("name " + AccountRepository.key(made.name()), settings.failuresPerAccountAnywhere()));
    }

    private static String ownKey(SignInTry made) {
        return made.device()
                .map(device -> "device " + device)
                .orElseGet(
                        () -> "name at " + ClientNetwork.of(made.address()) + " " + AccountRepository.key(made.name()));
    }

    private Bucket ofAddress(String address) {
        return bucket("network " + ClientNetwork.of(address), settings.failuresPerAddress());
    }

    private Bucket bucket(String key, int failures) {
        return buckets.get(key, made -> bucket(failures));
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
