/**
 * The plan in force, in memory: which beat holds a position, for look-up, maps and walks alike. Every position inside the district belongs to
 * exactly one beat. All servers change over at the instant from which a plan is in force, by their clocks.
 */
@NullMarked
package org.copse.server.inforce;

import org.jspecify.annotations.NullMarked;
