/** Readers of Shapefiles, and of dBASE tables beside them or alone. */
@NullMarked
package org.copse.geoimport.source.shape;

import org.jspecify.annotations.NullMarked;
