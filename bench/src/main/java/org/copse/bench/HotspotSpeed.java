package org.copse.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import org.copse.statistics.Positions;
import org.copse.statistics.density.Bandwidth;
import org.copse.statistics.density.Kernel;
import org.copse.statistics.density.KernelDensity;
import org.copse.statistics.grid.CellGrid;
import org.copse.statistics.grid.CellShape;
import org.copse.statistics.hotspot.GiStar;
import org.copse.statistics.near.Barriers;
import org.copse.statistics.near.Neighbours;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * How long Gi* and kernel density take over a city, beside the textbook's loops in the same run: 1,000,000 incidents, 20 × 20 km, cells
 * of 100 m, warm, in process.
 */
public final class HotspotSpeed {
    private static final int INCIDENTS = 1_000_000;
    private static final double SIDE = 20_000;
    private static final double CELL = 100;
    private static final int ROUNDS = 7;
    private static final int SAMPLED_CELLS = 200;

    private final Positions incidents = Positions.empty();
    private final CellGrid grid =
            CellGrid.over(new GeometryFactory().toGeometry(new Envelope(0, SIDE, 0, SIDE)), CellShape.SQUARE, CELL);

    private HotspotSpeed() {
        Random random = new Random(1);
        while (incidents.size() < INCIDENTS) {
            boolean centre = random.nextInt(3) > 0;
            double x = centre ? SIDE / 2 + random.nextGaussian() * 3_000 : random.nextDouble() * SIDE;
            double y = centre ? SIDE / 2 + random.nextGaussian() * 3_000 : random.nextDouble() * SIDE;
            if (x >= 0 && y >= 0 && x < SIDE && y < SIDE) {
                incidents.add(x, y);
            }
        }
    }

    /** Prints a table of medians. */
    public static void main(String[] none) {
        HotspotSpeed speed = new HotspotSpeed();
        System.out.printf(
                Locale.ROOT,
                "%d incidents, %d cells of %.0f m, %d processors, Java %s, median of %d rounds after two%n",
                INCIDENTS,
                speed.grid.size(),
                CELL,
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.version"),
                ROUNDS);
        Taken gi = taken(ROUNDS, speed::gi);
        Taken allPairs = taken(1, speed::giOverAllPairs);
        row("Gi*, incidents to q", gi, allPairs.cpu, "every cell looks at every cell");
        for (Kernel kernel : Kernel.values()) {
            Bandwidth bandwidth = Bandwidth.given(kernel.bandwidth(177));
            Taken density = taken(ROUNDS, () -> speed.density(kernel, bandwidth));
            double allIncidents = taken(1, () -> speed.densityOverAllIncidents(kernel, bandwidth)).cpu
                    * speed.grid.size()
                    / SAMPLED_CELLS;
            row(
                    String.format(Locale.ROOT, "density, %s, %.0f m", kernel, bandwidth.metres()),
                    density,
                    allIncidents,
                    "every cell looks at every incident; " + SAMPLED_CELLS + " cells, scaled up");
        }
    }

    /**
     * Medians in seconds.
     *
     * @param wall by the clock, which tells little where anything else runs
     * @param cpu of all threads
     */
    private record Taken(double wall, double cpu) {}

    private static void row(String what, Taken taken, double naive, String baseline) {
        System.out.printf(
                Locale.ROOT,
                "%-32s %7.3f s, CPU %7.3f s   naive, CPU %9.1f s (%s)   ratio %.0f%n",
                what,
                taken.wall,
                taken.cpu,
                naive,
                baseline,
                naive / taken.cpu);
    }

    private static Taken taken(int rounds, Supplier<double[]> work) {
        OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        double[] wall = new double[rounds];
        double[] cpu = new double[rounds];
        double used = 0;
        for (int round = rounds > 1 ? -2 : 0; round < rounds; round++) {
            long began = System.nanoTime();
            long cpuBegan = process.getProcessCpuTime();
            used += work.get()[0];
            if (round >= 0) {
                wall[round] = (System.nanoTime() - began) / 1e9;
                cpu[round] = (process.getProcessCpuTime() - cpuBegan) / 1e9;
            }
        }
        if (Double.isNaN(used)) {
            throw new IllegalStateException("no result");
        }
        Arrays.sort(wall);
        Arrays.sort(cpu);
        return new Taken(wall[rounds / 2], cpu[rounds / 2]);
    }

    private double[] gi() {
        double[] counts = grid.count(grid.locate(incidents));
        return GiStar.of(counts, Neighbours.touching(grid, Barriers.none())).q();
    }

    private double[] giOverAllPairs() {
        double[] counts = grid.count(grid.locate(incidents));
        int n = counts.length;
        double mean = Arrays.stream(counts).sum() / n;
        double variance = Arrays.stream(counts).map(c -> c * c).sum() / n - mean * mean;
        double reach = CELL * Math.sqrt(2) * 1.000001;
        double[] z = new double[n];
        for (int i = 0; i < n; i++) {
            double sum = 0;
            double weights = 0;
            for (int j = 0; j < n; j++) {
                if (Math.hypot(grid.east(i) - grid.east(j), grid.north(i) - grid.north(j)) <= reach) {
                    sum += counts[j];
                    weights++;
                }
            }
            z[i] = (sum - mean * weights) / Math.sqrt(variance * (n * weights - weights * weights) / (n - 1));
        }
        return z;
    }

    private double[] density(Kernel kernel, Bandwidth bandwidth) {
        return KernelDensity.of(grid, incidents, grid.locate(incidents), kernel, bandwidth, Barriers.none());
    }

    private double[] densityOverAllIncidents(Kernel kernel, Bandwidth bandwidth) {
        double[] density = new double[SAMPLED_CELLS];
        for (int k = 0; k < SAMPLED_CELLS; k++) {
            int cell = k * (grid.size() / SAMPLED_CELLS);
            for (int i = 0; i < incidents.size(); i++) {
                double metres = Math.hypot(incidents.east(i) - grid.east(cell), incidents.north(i) - grid.north(cell));
                density[k] += kernel.at(metres, bandwidth.metres());
            }
        }
        return density;
    }
}
