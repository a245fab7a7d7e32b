/**
 * Look-up: which beat a position lies in, and whose it is. Every position inside the district belongs to exactly one beat; on a border within
 * 15 m both are named; outside the district the nearest beat is. Positions are in no URL and no log.
 */
@NullMarked
package org.copse.server.lookup;

import org.jspecify.annotations.NullMarked;
