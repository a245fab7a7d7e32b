package org.copse.server.signin;

import org.copse.server.account.KnownDevices;
import org.copse.server.account.SignInThrottle;
import org.copse.server.system.ProblemAnswer;
import org.copse.server.token.ApiTokenFilter;
import org.copse.server.token.ApiTokens;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.stereotype.Component;

/** Our own steps on a request's way: whose token it brings, whether its session is over, whether a sign-in has to wait. */
@Component
public class SignInFilters {
    private final SignInThrottle throttle;
    private final KnownDevices devices;
    private final SessionLimits sessions;
    private final ApiTokens tokens;
    private final ProblemAnswer answer;

    SignInFilters(
            SignInThrottle throttle,
            KnownDevices devices,
            SessionLimits sessions,
            ApiTokens tokens,
            ProblemAnswer answer) {
        this.throttle = throttle;
        this.devices = devices;
        this.sessions = sessions;
        this.tokens = tokens;
        this.answer = answer;
    }

    public void addTo(HttpSecurity http) {
        http.addFilterBefore(sessions, CsrfFilter.class)
                .addFilterBefore(new ApiTokenFilter(tokens, answer), CsrfFilter.class)
                .addFilterBefore(
                        new SignInThrottleFilter(throttle, devices, answer),
                        UsernamePasswordAuthenticationFilter.class);
    }
}
