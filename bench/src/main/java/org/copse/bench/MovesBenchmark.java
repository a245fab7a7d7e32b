package org.copse.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.copse.planning.Budget;
import org.copse.planning.CancelSignal;
import org.copse.planning.PlanningListener;
import org.copse.planning.problem.Bounds;
import org.copse.planning.problem.Edge;
import org.copse.planning.problem.Favour;
import org.copse.planning.problem.GraphProblem;
import org.copse.planning.problem.Inertia;
import org.copse.planning.problem.PlanningProblem;
import org.copse.planning.problem.PlanningUnit;
import org.copse.planning.problem.SoftTerm;
import org.copse.planning.problem.SoftWeights;
import org.copse.planning.problem.Staffing;
import org.copse.planning.problem.UnitGraph;
import org.copse.planning.search.PlanSearch;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Evaluated moves a second of a whole search on two threads, layout and starts included: one operation is one move.
 *
 * <p>The district is a grid of triangles with uneven hours. {@code COMPACT} counts the moment of inertia alone; {@code ALL_TERMS} plans
 * sectors and beats with every soft term, bounds of hours and residents, locks and groups.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 3)
@Fork(value = 1, jvmArgs = "-Xmx2g")
public class MovesBenchmark {

    private static final int MOVES = 20_000_000;
    private static final int BEATS = 20;

    /** What is planned. */
    public enum Kind {
        /** One sector, the moment of inertia alone. */
        COMPACT,
        /** Four sectors, every soft term and every hard constraint. */
        ALL_TERMS
    }

    /** Units along one side of the district. */
    @Param({"14", "45", "141", "447"})
    public int side;

    /** What is planned. */
    @Param
    public Kind kind = Kind.COMPACT;

    private Optional<PlanningProblem> problem = Optional.empty();

    /** Makes the district; the same every time. */
    @Setup
    public void makeDistrict() {
        Random random = new Random(1);
        List<PlanningUnit> units = new ArrayList<>();
        int count = side * side;
        int[] communities = new int[count];
        int[] inForce = new int[count];
        double[][] minutes = new double[2][count];
        double[][] mix = new double[count][2];
        for (int u = 0; u < count; u++) {
            double x = 100 * (u % side + 0.5 * random.nextDouble());
            int row = u / side;
            double y = 100 * (row + 0.5 * random.nextDouble());
            double hours = Math.exp(0.8 * random.nextGaussian());
            units.add(new PlanningUnit("u" + u, hours, 100 * hours, x, y, 10_000, 400));
            communities[u] = (u % side) * 5 / side;
            inForce[u] = u * BEATS / count;
            minutes[0][u] = x / 80;
            minutes[1][u] = y / 80;
            mix[u][0] = random.nextDouble();
            mix[u][1] = 1 - mix[u][0];
        }
        UnitGraph graph = graph();
        problem = Optional.of(
                kind == Kind.COMPACT
                        ? new GraphProblem(
                                        units, graph, BEATS, Optional.empty(), 0.05, Favour.COMPACT, Inertia.ABOUT_MEAN)
                                .problem()
                        : PlanningProblem.builder(units, graph)
                                .staffing(Staffing.sectors(BEATS, 4))
                                .softWeights(SoftWeights.of(Favour.BALANCED).with(SoftTerm.MIX, 0.1))
                                .communities(communities)
                                .inForce(inForce)
                                .baseMinutes(minutes)
                                .mixShares(mix)
                                .residentBounds(residents(units))
                                .locks(Map.of(0, 0, count - 1, BEATS - 1))
                                .together(List.of(new int[] {1, 2}))
                                .apart(List.of(new int[] {side, count - side}))
                                .build());
    }

    private static Bounds residents(List<PlanningUnit> units) {
        double each = units.stream().mapToDouble(PlanningUnit::residents).sum() / BEATS;
        return new Bounds(0.9 * each, 1.1 * each);
    }

    private UnitGraph graph() {
        UnitGraph.Builder graph = UnitGraph.builder(side * side);
        for (int u = 0; u < side * side; u++) {
            boolean lastColumn = u % side == side - 1;
            boolean lastRow = u / side == side - 1;
            if (!lastColumn) {
                graph.edge(Edge.touching(u, u + 1, 60));
            }
            if (!lastRow) {
                graph.edge(Edge.touching(u, u + side, 60));
            }
            if (!lastRow && !lastColumn) {
                graph.edge(Edge.touching(u, u + side + 1, 30));
            }
        }
        return graph.build();
    }

    /** Searches for a plan of the district with so many moves; no proven bound is computed beside it. */
    @Benchmark
    @OperationsPerInvocation(MOVES)
    public List<PlanSearch.Found> moves() {
        Budget budget = Budget.iterations(MOVES, 1).withThreads(2);
        return new PlanSearch(problem.orElseThrow(), budget, PlanningListener.SILENT, CancelSignal.never(), System::nanoTime)
                .run(Set.of(Favour.COMPACT), Optional.empty());
    }
}
