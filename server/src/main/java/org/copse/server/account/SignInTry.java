package org.copse.server.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * Whose failures a wrong password counts among.
 *
 * @param name that was given, whether or not somebody has it
 * @param address that it came from
 * @param device what proves that the account of that name has signed in there before, where there is proof
 */
public record SignInTry(String name, String address, Optional<String> device) {
    /** A try at the sign-in. */
    public static SignInTry of(HttpServletRequest request, String name, KnownDevices devices) {
        return new SignInTry(name, request.getRemoteAddr(), devices.find(request, name));
    }

    /** A try by whoever sits at the account's session: it makes nobody wait who signs in. */
    static SignInTry atSession(Account account, HttpServletRequest request) {
        return new SignInTry(account.getUsername(), request.getRemoteAddr(), Optional.of("session of " + account.id()));
    }
}
