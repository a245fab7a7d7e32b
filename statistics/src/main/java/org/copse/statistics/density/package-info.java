/** Surfaces: kernel density in the plane and along streets. */
@NullMarked
package org.copse.statistics.density;

import org.jspecify.annotations.NullMarked;
