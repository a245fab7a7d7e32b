/** Facts about stored layers, on both databases. */
@NullMarked
package org.copse.server.layer;

import org.jspecify.annotations.NullMarked;
