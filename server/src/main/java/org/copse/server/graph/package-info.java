/** Plans of abstract graphs, as benchmarks and research have them: units and neighbours in two tables, no map and no workload. */
@NullMarked
package org.copse.server.graph;

import org.jspecify.annotations.NullMarked;
