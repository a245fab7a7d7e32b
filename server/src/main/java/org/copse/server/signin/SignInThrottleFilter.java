package org.copse.server.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.copse.server.account.KnownDevices;
import org.copse.server.account.SignInThrottle;
import org.copse.server.account.SignInTry;
import org.copse.server.system.ProblemAnswer;
import org.copse.server.system.ProblemType;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns a sign-in away before its password is looked at, when it has to wait. */
final class SignInThrottleFilter extends OncePerRequestFilter {
    private final SignInThrottle throttle;
    private final KnownDevices devices;
    private final ProblemAnswer answer;

    SignInThrottleFilter(SignInThrottle throttle, KnownDevices devices, ProblemAnswer answer) {
        this.throttle = throttle;
        this.devices = devices;
        this.answer = answer;
    }

    /** By the decoded path, as the sign-in itself finds it: {@code /%6Cogin} is the same address. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.POST.matches(request.getMethod())
                || !request.getServletPath().equals("/login");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Duration wait = throttle.take(SignInTry.of(request, SignInAnswers.name(request), devices));
        if (wait.isZero()) {
            chain.doFilter(request, response);
            return;
        }
        long seconds = wait.toSeconds() + 1;
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        answer.write(
                request,
                response,
                ProblemType.TOO_MANY_REQUESTS,
                "Too many sign-ins failed. Try again in " + seconds + " seconds.");
    }
}
