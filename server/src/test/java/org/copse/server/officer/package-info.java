/** Facts about who goes on in which beat. */
@NullMarked
package org.copse.server.officer;

import org.jspecify.annotations.NullMarked;
