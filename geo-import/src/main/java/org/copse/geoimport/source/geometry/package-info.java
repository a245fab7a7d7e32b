/** Geometries made of the numbers that a file holds, noting what had to be forgiven. */
@NullMarked
package org.copse.geoimport.source.geometry;

import org.jspecify.annotations.NullMarked;
