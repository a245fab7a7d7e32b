/** Facts about adjacency, on maps drawn as text and on real blocks. */
@NullMarked
package org.copse.geoimport.adjacency;

import org.jspecify.annotations.NullMarked;
