/**
 * Territory: a unit's land, its own area plus the streets and gaps around it, each point of a gap given to the nearest unit. The
 * territories of all units divide the district exactly: no gap, no overlap, and the same vertices on both sides of each border.
 */
@NullMarked
package org.copse.geoimport.territory;

import org.jspecify.annotations.NullMarked;
