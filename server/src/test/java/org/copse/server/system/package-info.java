/** Tests of what the package says. */
@NullMarked
package org.copse.server.system;

import org.jspecify.annotations.NullMarked;
