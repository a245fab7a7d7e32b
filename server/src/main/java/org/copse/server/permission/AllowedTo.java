package org.copse.server.permission;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The permission that calling an endpoint needs. Every endpoint has this or {@link Public}, on its method or its class (the method
 * wins); one with neither is refused to everybody, and a test fails.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface AllowedTo {
    /** Returns what an account must be permitted to do. */
    Permission value();
}
