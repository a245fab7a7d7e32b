package org.copse.server.secondfactor;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** The codes of a second factor (RFC 6238): six digits, new every thirty seconds, as every authenticator app makes them. */
@Component
public class OneTimeCodes {
    private static final Duration STEP = Duration.ofSeconds(30);
    private static final int SECRET_BYTES = 20;
    /** A phone's clock may be half a minute off. */
    private static final int STEPS_OFF = 1;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator(STEP);
    private final Clock clock;

    OneTimeCodes(Clock clock) {
        this.clock = clock;
    }

    /** Returns a new secret of 160 bits, in Base32. */
    public String newSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return Base32.encode(secret);
    }

    /** Returns the time step whose code it is, at most one step from now; none when it is wrong. */
    public OptionalLong stepOf(String secret, String code) {
        String digits = code.replace(" ", "");
        Instant now = clock.instant();
        long present = now.getEpochSecond() / STEP.toSeconds();
        OptionalLong found = OptionalLong.empty();
        for (int off = -STEPS_OFF; off <= STEPS_OFF; off++) {
            if (same(codeAt(secret, now.plus(STEP.multipliedBy(off))), digits)) {
                found = OptionalLong.of(present + off);
            }
        }
        return found;
    }

    /** Returns the code at that time. */
    public String codeAt(String secret, Instant time) {
        try {
            return generator.generateOneTimePasswordString(
                    new SecretKeySpec(Base32.decode(secret), generator.getAlgorithm()), time, Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("a second factor's secret is no key", e);
        }
    }

    /** Returns the address that an authenticator app reads from a QR code. */
    public static String uri(String account, String secret) {
        String label =
                URLEncoder.encode("Copse:" + account, StandardCharsets.UTF_8).replace("+", "%20");
        return "otpauth://totp/" + label + "?secret=" + secret + "&issuer=Copse";
    }

    private static boolean same(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
