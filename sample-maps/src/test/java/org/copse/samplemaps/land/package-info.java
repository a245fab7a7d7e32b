/**
 * The ground of the sample city: coast, river, railway, streets, and the blocks between them.
 *
 * <p>All geometry is in local metres, x east and y north of the market square, on a grid of 0.1 m.
 */
@NullMarked
package org.copse.samplemaps.land;

import org.jspecify.annotations.NullMarked;
