package org.copse.server.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The roles that may call an endpoint. Every endpoint has this or {@link Public}, on its method or its class (the method wins); one
 * with neither is refused to everybody, and a test fails.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface AllowedTo {
    /** Returns the roles; an account needs one of them. */
    Role[] value();
}
