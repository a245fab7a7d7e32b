/** The migrations and the dialect, tried on both databases. */
@NullMarked
package org.copse.server.database;

import org.jspecify.annotations.NullMarked;
