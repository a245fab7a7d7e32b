/**
 * Copse as its people meet it: a server in a process of its own, a real browser, and nothing known of what is inside.
 *
 * <p>Every test starts from what a person sees: roles and accessible names, never identifiers of elements. The built jar
 * is what runs, so {@code mvn verify} builds it first.
 */
@NullMarked
package org.copse.e2e;

import org.jspecify.annotations.NullMarked;
