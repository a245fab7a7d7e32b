/**
 * A published plan is an assignment of every unit to a beat, immutable, with a version and a time from which it is valid. One
 * plan is in force at a time; publishing the next closes it.
 */
@NullMarked
package org.copse.server.publication;

import org.jspecify.annotations.NullMarked;
