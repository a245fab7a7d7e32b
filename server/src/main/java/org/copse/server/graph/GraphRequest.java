package org.copse.server.graph;

import java.nio.file.Path;
import java.util.Optional;
import org.copse.planning.Budget;
import org.copse.planning.problem.Bounds;
import org.copse.planning.problem.Favour;
import org.copse.planning.problem.Inertia;

/**
 * What is wanted of an abstract graph.
 *
 * @param folder holds {@code units.csv} and {@code edges.csv}
 * @param bounds least and most weight of a beat; the tolerance counts where there are none
 * @param tolerance share by which a beat's weight may differ from the mean
 * @param favour compact, or the fewest cut edges
 * @param out folder for the results
 */
public record GraphRequest(
        Path folder,
        int beats,
        Optional<Bounds> bounds,
        double tolerance,
        Favour favour,
        Inertia inertia,
        Budget budget,
        Path out) {}
