package org.copse.server.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.annotation.Annotation;
import java.util.Optional;
import org.copse.server.audit.AuditAction;
import org.copse.server.audit.AuditEvent;
import org.copse.server.audit.AuditLog;
import org.copse.server.permission.AllowedTo;
import org.copse.server.permission.Permission;
import org.copse.server.permission.Public;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Enforces {@link AllowedTo} and {@link Public} on the very method that is about to run, before its body is read. An endpoint
 * without either is refused.
 */
@Component
class EndpointAccess implements HandlerInterceptor {
    private static final String INTERFACE_DESCRIPTION = "org.springdoc.";

    private final Refusals refusals;
    private final AuditLog audit;

    EndpointAccess(Refusals refusals, AuditLog audit) {
        this.refusals = refusals;
        this.audit = audit;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws Exception {
        if (!(handler instanceof HandlerMethod method) || isPublic(method)) {
            return true;
        }
        Authentication account = SecurityContextHolder.getContext().getAuthentication();
        if (account == null || account instanceof AnonymousAuthenticationToken || !account.isAuthenticated()) {
            refusals.commence(request, response, new InsufficientAuthenticationException("not signed in"));
            return false;
        }
        Optional<Permission> needed = needed(method);
        boolean has = needed.filter(permission -> permission.isHeldBy(account)).isPresent();
        if (!has) {
            // The pattern of the address, not the address: what somebody put into that is not for the log.
            audit.record(AuditEvent.of(AuditAction.ACCESS_REFUSED)
                    .detail(request.getMethod() + " "
                            + request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)));
            refusals.handle(request, response, new AccessDeniedException("needs " + needed));
        }
        return has;
    }

    /** Returns whether anybody may call the endpoint. */
    static boolean isPublic(HandlerMethod method) {
        if (method.getMethodAnnotation(AllowedTo.class) != null) {
            return false;
        }
        return method.getMethodAnnotation(Public.class) != null
                || (find(method).isEmpty() && onClass(method, Public.class) != null)
                || ErrorController.class.isAssignableFrom(method.getBeanType())
                || method.getBeanType().getName().startsWith(INTERFACE_DESCRIPTION);
    }

    /** Returns the permission that calling the endpoint needs; none when it does not say, and then nobody may. */
    static Optional<Permission> needed(HandlerMethod method) {
        return find(method).map(AllowedTo::value);
    }

    private static Optional<AllowedTo> find(HandlerMethod method) {
        AllowedTo own = method.getMethodAnnotation(AllowedTo.class);
        boolean says = own != null || method.getMethodAnnotation(Public.class) != null;
        return Optional.ofNullable(says ? own : onClass(method, AllowedTo.class));
    }

    private static <A extends Annotation> @Nullable A onClass(HandlerMethod method, Class<A> type) {
        return AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), type);
    }
}
