/** Facts about look-up. */
@NullMarked
package org.copse.server.lookup;

import org.jspecify.annotations.NullMarked;
