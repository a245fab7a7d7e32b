/** Facts about officers as the public may know them. */
@NullMarked
package org.copse.server.officer;

import org.jspecify.annotations.NullMarked;
