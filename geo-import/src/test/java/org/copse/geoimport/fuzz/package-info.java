/**
 * Targets for fuzzing: each takes any bytes as a file of one format, and imports it. An import may refuse a file; whatever
 * else it throws is a finding. The profile {@code fuzz} runs them with Jazzer; the ordinary tests run the seeds.
 */
@NullMarked
package org.copse.geoimport.fuzz;

import org.jspecify.annotations.NullMarked;
