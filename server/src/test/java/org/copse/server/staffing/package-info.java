/** Tests of what the package says. */
@NullMarked
package org.copse.server.staffing;

import org.jspecify.annotations.NullMarked;
