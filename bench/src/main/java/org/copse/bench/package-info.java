/** Benchmarks of the planning engine, outside the default build. */
@NullMarked
package org.copse.bench;

import org.jspecify.annotations.NullMarked;
