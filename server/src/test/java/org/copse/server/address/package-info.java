/** Facts about look-up. */
@NullMarked
package org.copse.server.address;

import org.jspecify.annotations.NullMarked;
