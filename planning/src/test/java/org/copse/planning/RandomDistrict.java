package org.copse.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.copse.planning.problem.Edge;
import org.copse.planning.problem.PlanningProblem;
import org.copse.planning.problem.PlanningProblemBuilder;
import org.copse.planning.problem.PlanningUnit;
import org.copse.planning.problem.UnitGraph;

/**
 * Random planar districts: a grid of triangles with units moved about, some edges and units' worth of hours taken away. Hours are uneven, some
 * units have none.
 */
public final class RandomDistrict {

    private RandomDistrict() {}

    /** Returns a connected district of {@code side * side} units with communities, areas in force, bases and mix shares. */
    public static PlanningProblemBuilder of(int side, long seed) {
        Random random = new Random(seed);
        List<PlanningUnit> units = new ArrayList<>();
        int count = side * side;
        int[] communities = new int[count];
        int[] inForce = new int[count];
        double[][] minutes = new double[2][count];
        double[][] mix = new double[count][2];
        for (int u = 0; u < count; u++) {
            double x = 100 * (u % side + 0.6 * random.nextDouble());
            int row = u / side;
            double y = 100 * (row + 0.6 * random.nextDouble());
            double hours = random.nextInt(12) == 0 ? 0 : Math.exp(random.nextGaussian() * 0.6) * 10;
            units.add(
                    new PlanningUnit("u" + u, hours, Math.floor(hours * 40 * random.nextDouble()), x, y, 10_000, 400));
            communities[u] = random.nextInt(5) - 1;
            inForce[u] = u % side / 3;
            minutes[0][u] = x / 80;
            minutes[1][u] = y / 80;
            mix[u][0] = random.nextDouble();
            mix[u][1] = 1 - mix[u][0];
        }
        return PlanningProblem.builder(units, graph(side, random))
                .communities(communities)
                .inForce(inForce)
                .baseMinutes(minutes)
                .mixShares(mix);
    }

    private static UnitGraph graph(int side, Random random) {
        UnitGraph.Builder graph = UnitGraph.builder(side * side);
        for (int u = 0; u < side * side; u++) {
            boolean lastColumn = u % side == side - 1;
            boolean lastRow = u / side == side - 1;
            if (!lastColumn) {
                graph.edge(edge(u, u + 1, random));
            }
            if (!lastRow && (u % side == 0 || random.nextInt(4) > 0)) {
                graph.edge(edge(u, u + side, random));
            }
            if (!lastRow && !lastColumn && random.nextBoolean()) {
                graph.edge(edge(u, u + side + 1, random));
            }
        }
        return graph.build();
    }

    private static Edge edge(int a, int b, Random random) {
        double barrier = random.nextInt(6) == 0 ? 5 * random.nextDouble() : 0;
        return new Edge(a, b, 50 + 50 * random.nextDouble(), 0, barrier, false);
    }
}
