/** Tests of what the package says. */
@NullMarked
package org.copse.server.page;

import org.jspecify.annotations.NullMarked;
