/** Previews of small files. */
@NullMarked
package org.copse.geoimport.preview;

import org.jspecify.annotations.NullMarked;
