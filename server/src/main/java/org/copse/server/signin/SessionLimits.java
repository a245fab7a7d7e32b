package org.copse.server.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.copse.server.account.Account;
import org.copse.server.account.AccountRepository;
import org.copse.server.account.AccountSettings;
import org.copse.server.account.DemoAccounts;
import org.copse.server.token.ApiTokenAuthentication;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session that should not go on, at its next request: one that is older than the limit, that began before its account was
 * signed out everywhere, or whose account was disabled or changed what it may do.
 */
@Component
class SessionLimits extends OncePerRequestFilter {
    private static final String SINCE = SessionLimits.class.getName() + ".since";

    private final AccountRepository accounts;
    private final AccountSettings settings;
    private final Clock clock;

    SessionLimits(AccountRepository accounts, AccountSettings settings, Clock clock) {
        this.accounts = accounts;
        this.settings = settings;
        this.clock = clock;
    }

    /** Notes that a session begins. */
    void begin(HttpServletRequest request) {
        request.getSession().setAttribute(SINCE, clock.instant());
    }

    /** What a page is made of is the same for everybody. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getServletPath();
        return path.startsWith("/assets/") || path.startsWith("/webjars/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null) {
            Authentication present = SecurityContextHolder.getContext().getAuthentication();
            if (present != null
                    && present.getPrincipal() instanceof Account account
                    && !(present instanceof ApiTokenAuthentication)
                    && isOver(session, account)) {
                session.invalidate();
                SecurityContextHolder.clearContext();
            }
        }
        chain.doFilter(request, response);
    }

    private boolean isOver(HttpSession session, Account account) {
        Instant since = (Instant) session.getAttribute(SINCE);
        if (since == null || since.plus(settings.sessionLimit()).isBefore(clock.instant())) {
            return true;
        }
        if (DemoAccounts.isDemo(account)) {
            return false;
        }
        Optional<Account> stored = accounts.find(account.id());
        return stored.isEmpty()
                || !stored.get().isEnabled()
                || !stored.get().permissions().equals(account.permissions())
                || !accounts.sessionsSince(account.id()).isBefore(since);
    }
}
