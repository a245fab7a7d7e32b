/**
 * A published plan is an assignment of every unit to a beat, immutable, with a version. Its terms say when it is in force: one
 * plan at a time, without gaps, from an instant that all servers know before it comes.
 */
@NullMarked
package org.copse.server.publication;

import org.jspecify.annotations.NullMarked;
