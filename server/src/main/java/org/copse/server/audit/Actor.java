package org.copse.server.audit;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Who does something on the present thread, and from where.
 *
 * @param account the name; null for the server itself and for who is not signed in
 * @param address of the client; null outside a request
 */
record Actor(@Nullable String account, @Nullable String address) {

    static Actor current() {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        String account =
                signedIn == null || signedIn instanceof AnonymousAuthenticationToken ? null : signedIn.getName();
        return new Actor(
                account,
                RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                        ? request.getRequest().getRemoteAddr()
                        : null);
    }
}
