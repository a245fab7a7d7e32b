/** Which coordinate reference system a file is in, and how that is known: stated, declared, identified or guessed. */
@NullMarked
package org.copse.geoimport.source.crs;

import org.jspecify.annotations.NullMarked;
