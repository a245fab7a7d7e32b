/** The Copse server. */
@NullMarked
package org.copse.server;

import org.jspecify.annotations.NullMarked;
