/** Facts about jobs, on both databases. */
@NullMarked
package org.copse.server.job;

import org.jspecify.annotations.NullMarked;
