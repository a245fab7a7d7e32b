package org.copse.server.samplecity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;
import org.copse.server.system.ProblemAnswer;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Says that the sample city is still being loaded, in place of an empty map that looks like the answer; and keeps an import of somebody's own
 * from coming between.
 */
@Component
@ConditionalOnProperty("copse.sample.load")
class LoadingFilter extends OncePerRequestFilter {
    /** What knows no layer and no plan. */
    private static final Pattern ANSWERED_ALWAYS = Pattern.compile("/(assets|webjars|schemas|actuator|problems)(/.*)?"
            + "|/(login|logout|setup|error|loading)|/api/v1/(loading|session|openapi)");

    private static final String RETRY_SECONDS = "2";

    private final SampleLoad load;
    private final ProblemAnswer answer;

    LoadingFilter(SampleLoad load, ProblemAnswer answer) {
        this.load = load;
        this.answer = answer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        SampleLoading progress = load.progress();
        if (!progress.goesOn()
                || ANSWERED_ALWAYS.matcher(request.getServletPath()).matches()) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        if (ProblemAnswer.wantsPage(request) && HttpMethod.GET.matches(request.getMethod())) {
            request.getRequestDispatcher("/loading").forward(request, response);
        } else {
            answer.write(
                    request,
                    response,
                    new ProblemException(ProblemType.UNAVAILABLE, progress.words(), Map.of("loading", progress)));
        }
    }
}
