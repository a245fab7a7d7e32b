/** Tests of what the package says. */
@NullMarked
package org.copse.server.proposal;

import org.jspecify.annotations.NullMarked;
