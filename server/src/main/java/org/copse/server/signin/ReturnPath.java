package org.copse.server.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.copse.server.account.Account;
import org.copse.server.permission.Permission;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Where somebody goes after signing in: to the page that sent them to sign in. Only the path of one of our own pages is kept, so that
 * no link can send anybody elsewhere, and a cookie keeps it, so that asking for a page makes no session.
 */
@Component
public class ReturnPath {
    private static final String COOKIE = "copse-return";
    /** Where everybody looks after their own account, and goes first when it has an open duty. */
    private static final String OWN_ACCOUNT = "/account";
    /** Whose staff each page is for; who may see several is led to the first of them. */
    private static final Map<String, Permission> STAFF_PAGES = pages();

    private static Map<String, Permission> pages() {
        Map<String, Permission> pages = new LinkedHashMap<>();
        pages.put("/planner", Permission.SCENARIO_READ);
        pages.put("/team", Permission.SUPERVISION_READ);
        pages.put("/officers", Permission.OFFICER_READ);
        pages.put("/duty", Permission.DUTY_OWN);
        pages.put("/walk/sign-in", Permission.WALK_RECORD);
        pages.put("/events", Permission.EVENT_EDIT);
        pages.put("/audit", Permission.AUDIT_READ);
        pages.put("/accounts", Permission.ACCOUNT_ADMINISTER);
        pages.put("/permissions", Permission.PERMISSION_READ);
        pages.put("/import", Permission.LAYER_IMPORT);
        pages.put("/import-report", Permission.LAYER_READ);
        return pages;
    }

    public boolean isPage(String path) {
        return path.equals(OWN_ACCOUNT) || STAFF_PAGES.containsKey(path);
    }

    public void remember(HttpServletRequest request, HttpServletResponse response) {
        set(request, response, request.getRequestURI(), Duration.ofMinutes(10));
    }

    /** Returns the path to go to, and forgets it. */
    String take(HttpServletRequest request, HttpServletResponse response, Authentication account) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        if (cookie != null) {
            set(request, response, "", Duration.ZERO);
        }
        if (account.getPrincipal() instanceof Account own && !own.duties().isEmpty()) {
            return OWN_ACCOUNT;
        }
        return cookie != null && isPage(cookie.getValue()) ? cookie.getValue() : firstPage(account);
    }

    private static String firstPage(Authentication account) {
        return STAFF_PAGES.entrySet().stream()
                .filter(page -> page.getValue().isHeldBy(account))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("/");
    }

    private static void set(HttpServletRequest request, HttpServletResponse response, String path, Duration age) {
        ResponseCookie cookie = ResponseCookie.from(COOKIE, path)
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
