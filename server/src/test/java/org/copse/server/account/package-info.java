/** Tests of what the package says. */
@NullMarked
package org.copse.server.account;

import org.jspecify.annotations.NullMarked;
