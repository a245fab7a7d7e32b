package org.copse.server.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.copse.server.account.Account;
import org.copse.server.account.AccountDirectory;
import org.copse.server.account.KnownDevices;
import org.copse.server.account.SignInThrottle;
import org.copse.server.account.SignInTry;
import org.copse.server.audit.AuditAction;
import org.copse.server.audit.AuditEvent;
import org.copse.server.audit.AuditLog;
import org.copse.server.system.ProblemAnswer;
import org.copse.server.system.ProblemType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.stereotype.Component;

/** How signing in and out is answered: by a redirect for a form, without one for a script that asks for JSON. */
@Component
public class SignInAnswers implements AuthenticationSuccessHandler, AuthenticationFailureHandler, LogoutSuccessHandler {
    private static final Logger LOG = LoggerFactory.getLogger(SignInAnswers.class);

    private final SignInThrottle throttle;
    private final KnownDevices devices;
    private final ReturnPath returnPath;
    private final ProblemAnswer answer;
    private final AccountDirectory accounts;
    private final SessionLimits sessions;
    private final AuditLog audit;

    SignInAnswers(
            SignInThrottle throttle,
            KnownDevices devices,
            ReturnPath returnPath,
            ProblemAnswer answer,
            AccountDirectory accounts,
            SessionLimits sessions,
            AuditLog audit) {
        this.throttle = throttle;
        this.devices = devices;
        this.returnPath = returnPath;
        this.answer = answer;
        this.accounts = accounts;
        this.sessions = sessions;
        this.audit = audit;
    }

    /** Returns the name that was given; not a known one. */
    static String name(HttpServletRequest request) {
        String name = request.getParameter("username");
        return name == null ? "" : name;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication account) {
        throttle.succeeded(SignInTry.of(request, name(request), devices));
        devices.remember(request, response, account.getName());
        welcome(request, response, account);
    }

    /** Lets somebody in whose sign-in was right, whoever looked at it. */
    void welcome(HttpServletRequest request, HttpServletResponse response, Authentication account) {
        sessions.begin(request);
        audit.record(AuditEvent.of(AuditAction.SIGN_IN).by(account.getName()));
        String path = returnPath.take(request, response, account);
        if (wantsJson(request)) {
            response.setStatus(HttpStatus.NO_CONTENT.value());
            response.setHeader(HttpHeaders.LOCATION, path);
        } else {
            redirect(response, path);
        }
    }

    /** Says the same for a wrong name, a wrong password and a disabled account. */
    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof SecondFactorCheck.CodeMissing) {
            askForCode(request, response);
            return;
        }
        LOG.info("A sign-in failed: {}", failure.getClass().getSimpleName());
        // A name that is nobody's may be a password in the wrong field.
        audit.record(AuditEvent.of(AuditAction.SIGN_IN_REFUSED)
                .detail(failure.getClass().getSimpleName())
                .by(accounts.findAccount(name(request))
                        .map(Account::getUsername)
                        .orElse(null)));
        if (wantsJson(request)) {
            answer.write(request, response, ProblemType.UNAUTHENTICATED, "The name or the password is wrong.");
        } else {
            redirect(response, "/login?error");
        }
    }

    /** The password was right: no failure, and not yet a sign-in. Failures stay counted, or guessing codes would be free. */
    private void askForCode(HttpServletRequest request, HttpServletResponse response) throws IOException {
        throttle.giveBack(SignInTry.of(request, name(request), devices));
        if (wantsJson(request)) {
            answer.write(
                    request,
                    response,
                    ProblemType.CODE_NEEDED,
                    "Send the form again with the one-time code as \"code\".");
        } else {
            redirect(response, "/login?code");
        }
    }

    @Override
    public void onLogoutSuccess(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication account) {
        if (account != null) {
            audit.record(AuditEvent.of(AuditAction.SIGN_OUT).by(account.getName()));
        }
        if (wantsJson(request)) {
            response.setStatus(HttpStatus.NO_CONTENT.value());
        } else {
            redirect(response, "/login?logout");
        }
    }

    private static void redirect(HttpServletResponse response, String path) {
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader(HttpHeaders.LOCATION, path);
    }

    private static boolean wantsJson(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null
                && accept.contains(MediaType.APPLICATION_JSON_VALUE)
                && !accept.contains(MediaType.TEXT_HTML_VALUE);
    }
}
