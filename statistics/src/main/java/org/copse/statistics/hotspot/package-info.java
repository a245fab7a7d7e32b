/** Tests of cells against chance: Getis and Ord's Gi*, local Moran's I, false-discovery control, change over periods. */
@NullMarked
package org.copse.statistics.hotspot;

import org.jspecify.annotations.NullMarked;
