/** Facts about workload, each with figures worked out by hand. */
@NullMarked
package org.copse.planning.workload;

import org.jspecify.annotations.NullMarked;
