package org.copse.server.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.copse.server.system.ProblemAnswer;
import org.copse.server.system.ProblemType;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;

/** Answers a request that the firewall turned away, before any filter saw it: an odd path, or a name that is not ours. */
@Component
class RejectedRequests implements RequestRejectedHandler {
    private final ProblemAnswer answer;

    RejectedRequests(ProblemAnswer answer) {
        this.answer = answer;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException cause)
            throws IOException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        answer.write(
                request,
                response,
                ProblemType.BAD_REQUEST,
                "The address has characters that it may not have, or names a host that this server does not answer for.");
    }
}
