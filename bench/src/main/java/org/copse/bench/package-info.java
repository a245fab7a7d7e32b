/** Benchmarks of the planning engine and of the statistics, outside the default build. */
@NullMarked
package org.copse.bench;

import org.jspecify.annotations.NullMarked;
