package org.copse.server.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestHandler;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;

/**
 * Takes the CSRF token from its header, and from a form field only where a form is sent: looking for a field in an upload would
 * store the whole file before anybody asked who sends it.
 */
final class CsrfOnHeaders implements CsrfTokenRequestHandler {
    private static final Set<String> FORMS = Set.of("/login", "/logout");
    /** Comments are sent without a script, which could set a header. */
    private static final String COMMENTS = "/consultation/";

    private final XorCsrfTokenRequestAttributeHandler masked = new XorCsrfTokenRequestAttributeHandler();

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, Supplier<CsrfToken> token) {
        masked.handle(request, response, token);
    }

    @Override
    public @Nullable String resolveCsrfTokenValue(HttpServletRequest request, CsrfToken token) {
        String path = request.getRequestURI();
        boolean form = FORMS.contains(path) || path.startsWith(COMMENTS);
        if (request.getHeader(token.getHeaderName()) == null && !form) {
            return null;
        }
        return masked.resolveCsrfTokenValue(request, token);
    }
}
