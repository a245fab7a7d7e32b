package org.copse.server.account;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * The browsers in which somebody has signed in. One keeps a cookie that proves it for that account: a random text, and its code under the
 * stored hash of the account's password, so that every server can check it, nothing is stored, and a new password ends it. It lets nobody in;
 * it only keeps wrong passwords from elsewhere from making its owner wait.
 */
@Component
public class KnownDevices {
    static final String COOKIE = "copse-device";

    private static final Duration KEPT = Duration.ofDays(180);
    private static final int RANDOM_BYTES = 16;
    private static final Pattern VALUE = Pattern.compile("([\\w-]{22})\\.([\\w-]{43})");
    /** For a name that nobody has, so that its answer takes as long. */
    private static final String NOBODYS = "nobody's";

    private final AccountDirectory accounts;

    KnownDevices(AccountDirectory accounts) {
        this.accounts = accounts;
    }

    /** Returns the browser's random text, when the account of that name has signed in there since its password is what it is. */
    Optional<String> find(HttpServletRequest request, String name) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        Matcher value = VALUE.matcher(cookie == null ? "" : cookie.getValue());
        if (!value.matches()) {
            return Optional.empty();
        }
        String hash = accounts.findAccount(name)
                .map(Account::getPassword)
                .filter(stored -> !stored.isEmpty())
                .orElse(NOBODYS);
        boolean proved = MessageDigest.isEqual(
                code(hash, name, value.group(1)).getBytes(StandardCharsets.US_ASCII),
                value.group(2).getBytes(StandardCharsets.US_ASCII));
        return proved && !hash.equals(NOBODYS) ? Optional.of(value.group(1)) : Optional.empty();
    }

    /** Gives the browser a new proof, after a password that was right. */
    public void remember(HttpServletRequest request, HttpServletResponse response, String name) {
        accounts.findAccount(name)
                .map(Account::getPassword)
                .filter(stored -> !stored.isEmpty())
                .ifPresent(hash -> {
                    String random = Secrets.text(RANDOM_BYTES);
                    ResponseCookie cookie = ResponseCookie.from(COOKIE, random + "." + code(hash, name, random))
                            .path("/login")
                            .httpOnly(true)
                            .secure(request.isSecure())
                            .sameSite("Strict")
                            .maxAge(KEPT)
                            .build();
                    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
                });
    }

    private static String code(String hash, String name, String random) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(hash.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((random + AccountRepository.key(name)).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal());
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
