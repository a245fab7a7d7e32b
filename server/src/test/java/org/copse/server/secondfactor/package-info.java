/** Tests of what the package says. */
@NullMarked
package org.copse.server.secondfactor;

import org.jspecify.annotations.NullMarked;
