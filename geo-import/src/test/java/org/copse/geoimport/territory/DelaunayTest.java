package org.copse.geoimport.territory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.triangulate.quadedge.TrianglePredicate;

class DelaunayTest {

    private static void assertDelaunay(double[] x, double[] y) {
        Delaunay triangulation = new Delaunay(x, y);
        assertThat(triangulation.sides()).isEqualTo(3 * (2 * x.length + 1));
        double area = 0;
        for (int side = 0; side < triangulation.sides(); side++) {
            int twin = triangulation.twin(side);
            int from = triangulation.origin(side);
            int to = triangulation.origin(Delaunay.next(side));
            area += triangulation.x(from) * triangulation.y(to) - triangulation.x(to) * triangulation.y(from);
            if (twin < 0) {
                continue;
            }
            assertThat(triangulation.twin(twin)).isEqualTo(side);
            assertThat(triangulation.origin(twin)).isEqualTo(to);
            assertThat(triangulation.origin(Delaunay.next(twin))).isEqualTo(from);
            Coordinate apex = at(triangulation, triangulation.origin(Delaunay.previous(side)));
            Coordinate opposite = at(triangulation, triangulation.origin(Delaunay.previous(twin)));
            assertThat(TrianglePredicate.isInCircleDDSlow(
                            at(triangulation, from), at(triangulation, to), apex, opposite))
                    .isFalse();
        }
        // The sides of neighbours cancel out: what is left is the outermost triangle, once.
        assertThat(area).isPositive();
    }

    private static Coordinate at(Delaunay triangulation, int point) {
        return new Coordinate(triangulation.x(point), triangulation.y(point));
    }

    @Test
    void noCircleThroughATriangleHoldsAnotherPoint() {
        Random random = new Random(1);
        for (int round = 0; round < 20; round++) {
            int n = 1 + random.nextInt(200);
            double[] x = new double[n];
            double[] y = new double[n];
            for (int i = 0; i < n; i++) {
                x[i] = random.nextDouble() * 1_000;
                y[i] = random.nextDouble() * 10;
            }
            assertDelaunay(x, y);
        }
    }

    /** Walls: points in line, a centimetre off, thousands on common circles. */
    @Test
    void holdsForPointsAlongStraightWalls() {
        Random random = new Random(2);
        int n = 3_000;
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = i % 50 * 3 + (random.nextDouble() - 0.5) * 0.02;
            y[i] = Math.floorDiv(i, 50) * 12.0 + (random.nextDouble() - 0.5) * 0.02;
        }
        assertDelaunay(x, y);
    }
}
