package org.copse.server.token;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.copse.server.system.ProblemAnswer;
import org.copse.server.system.ProblemType;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes the token that a program sends with each request. Such a request is nobody else's, whatever cookie comes with it: a token that is
 * wrong is refused even where anybody may look, so that its sender notices.
 */
public final class ApiTokenFilter extends OncePerRequestFilter {
    private static final String SCHEME = "Bearer ";
    private static final String BY_TOKEN = ApiTokenFilter.class.getName() + ".byToken";

    private final ApiTokens tokens;
    private final ProblemAnswer answer;

    public ApiTokenFilter(ApiTokens tokens, ProblemAnswer answer) {
        this.tokens = tokens;
        this.answer = answer;
    }

    /** Returns whether the request came with a token that is right: no browser sends one by itself, so it needs no CSRF token. */
    public static boolean isByToken(HttpServletRequest request) {
        return request.getAttribute(BY_TOKEN) != null;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String secret = request.getHeader(HttpHeaders.AUTHORIZATION)
                .substring(SCHEME.length())
                .strip();
        Optional<ApiTokenAuthentication> sender =
                secret.startsWith(ApiTokens.PREFIX) ? tokens.authenticate(secret) : Optional.empty();
        if (sender.isEmpty()) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
            answer.write(
                    request, response, ProblemType.UNAUTHENTICATED, "The token is unknown, expired or was revoked.");
            return;
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(sender.get());
        SecurityContextHolder.setContext(context);
        request.setAttribute(BY_TOKEN, Boolean.TRUE);
        chain.doFilter(request, response);
    }
}
