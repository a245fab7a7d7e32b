package org.copse.server.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.copse.server.signin.ReturnPath;
import org.copse.server.system.ProblemAnswer;
import org.copse.server.system.ProblemType;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** How a request that may not be made is answered: a page sends to the sign-in and back, the programming interface says 401 or 403. */
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {
    private final ProblemAnswer answer;
    private final ReturnPath returnPath;

    Refusals(ProblemAnswer answer, ReturnPath returnPath) {
        this.answer = answer;
        this.returnPath = returnPath;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        if (returnPath.isPage(request.getRequestURI()) && HttpMethod.GET.matches(request.getMethod())) {
            returnPath.remember(request, response);
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader(HttpHeaders.LOCATION, "/login");
        } else {
            answer.write(request, response, ProblemType.UNAUTHENTICATED, "This needs a sign-in.");
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
            throws IOException {
        String detail = cause instanceof CsrfException
                ? "The request came without a valid CSRF token. Read /api/v1/session again and send the token that it names."
                : "The account's roles do not allow this.";
        answer.write(request, response, ProblemType.FORBIDDEN, detail);
    }
}
