/** Tests of what the package says. */
@NullMarked
package org.copse.server.inforce;

import org.jspecify.annotations.NullMarked;
