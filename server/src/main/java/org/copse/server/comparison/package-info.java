/**
 * Plans beside each other, measured by one ruler: what gets better, what gets worse, for whom, and who gets another beat. The first plan is what
 * the others are compared with. {@code Comparison} is pure: the command line and the server share it.
 */
@NullMarked
package org.copse.server.comparison;

import org.jspecify.annotations.NullMarked;
