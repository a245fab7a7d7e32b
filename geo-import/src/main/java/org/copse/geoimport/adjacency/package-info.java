/**
 * Adjacency: which units are neighbours on foot. Two units are neighbours when they share boundary of at least one metre, or face each
 * other across a gap (a street, a canal) no wider than the tolerance, with nothing else in between. All geometry is in the metric CRS of
 * the district. Barriers cut neighbours apart or cost minutes, crossings reopen them, and islands are linked by a named rule or reported.
 */
@NullMarked
package org.copse.geoimport.adjacency;

import org.jspecify.annotations.NullMarked;
