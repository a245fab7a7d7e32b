/** Facts about sheets. */
@NullMarked
package org.copse.server.pdf;

import org.jspecify.annotations.NullMarked;
