/**
 * The plan in force, in memory: which beat holds a position, for look-up, maps and walks alike. Every position inside the district belongs to
 * exactly one beat. A publication of this server takes effect at once, one of another server within the age that the settings allow.
 */
@NullMarked
package org.copse.server.inforce;

import org.jspecify.annotations.NullMarked;
