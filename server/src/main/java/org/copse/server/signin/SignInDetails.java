package org.copse.server.signin;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** What a sign-in form says beside name and password. */
public final class SignInDetails extends WebAuthenticationDetails {
    private static final long serialVersionUID = 1L;

    private final transient String code;

    public SignInDetails(HttpServletRequest request) {
        super(request);
        String given = request.getParameter("code");
        this.code = given == null ? "" : given;
    }

    /** Returns the one-time code; empty when there is none, and later in the session. */
    String code() {
        return code == null ? "" : code;
    }
}
