/** Two versions of a layer, drawn by hand. */
@NullMarked
package org.copse.geoimport.difference;

import org.jspecify.annotations.NullMarked;
