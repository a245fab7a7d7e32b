/** Tests of what the package says. */
@NullMarked
package org.copse.server.security;

import org.jspecify.annotations.NullMarked;
