package org.copse.geoimport.adjacency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;

class RandomCoverageTest {

    private static final double SIDE_METRES = 3000;

    @Test
    void neighboursOfACoverageAreThosePairsWhoseIntersectionIsAMetreLong() {
        for (long seed = 1; seed <= 10; seed++) {
            List<Geometry> units = voronoi(150, seed);
            AdjacencyResult result = Adjacency.of(units, List.of(), List.of(), AdjacencyOptions.defaults());
            Set<String> found = pairs(result);
            Set<String> touching = pairsByOverlay(units, 1);
            assertThat(found).as("seed %d", seed).containsAll(touching);
            // At the rim, where cells were left out, two units can also face each other across a sliver.
            found.removeAll(touching);
            assertThat(found).as("seed %d", seed).hasSizeLessThanOrEqualTo(1);
            assertThat(result.coverage()).isTrue();
        }
    }

    @Test
    void shrunkUnitsFaceTheUnitsThatTheyTouchedBefore() {
        for (long seed = 1; seed <= 5; seed++) {
            List<Geometry> units = voronoi(120, seed);
            Set<String> touching = pairs(Adjacency.of(units, List.of(), List.of(), AdjacencyOptions.defaults()));
            List<Geometry> blocks = new ArrayList<>();
            units.forEach(unit -> blocks.add(unit.buffer(-6)));
            AdjacencyResult result = Adjacency.of(
                    blocks, List.of(), List.of(), AdjacencyOptions.defaults().withTolerance(13));

            Set<String> facing = pairs(result);
            // A short common boundary shrinks to a corner: those may be missing, but nothing else may be there.
            assertThat(touching).containsAll(facing);
            assertThat(facing).hasSizeGreaterThan((int) (0.85 * touching.size()));
        }
    }

    @Test
    void theOrderOfUnitsDoesNotMatter() {
        List<Geometry> units = voronoi(100, 4);
        List<Geometry> reversed = new ArrayList<>(units);
        java.util.Collections.reverse(reversed);
        Set<String> mirrored = new TreeSet<>();
        AdjacencyResult result = Adjacency.of(reversed, List.of(), List.of(), AdjacencyOptions.defaults());
        for (int e = 0; e < result.graph().edgeCount(); e++) {
            int a = units.size() - 1 - result.graph().edge(e).a();
            int b = units.size() - 1 - result.graph().edge(e).b();
            mirrored.add(Math.min(a, b) + "-" + Math.max(a, b));
        }

        assertThat(mirrored).isEqualTo(pairs(Adjacency.of(units, List.of(), List.of(), AdjacencyOptions.defaults())));
    }

    private static Set<String> pairs(AdjacencyResult result) {
        Set<String> pairs = new TreeSet<>();
        for (int e = 0; e < result.graph().edgeCount(); e++) {
            pairs.add(result.graph().edge(e).a() + "-" + result.graph().edge(e).b());
        }
        return pairs;
    }

    private static Set<String> pairsByOverlay(List<Geometry> units, double metres) {
        Set<String> pairs = new TreeSet<>();
        for (int a = 0; a < units.size(); a++) {
            for (int b = a + 1; b < units.size(); b++) {
                if (units.get(a).getEnvelopeInternal().intersects(units.get(b).getEnvelopeInternal())
                        && units.get(a).intersection(units.get(b)).getLength() >= metres) {
                    pairs.add(a + "-" + b);
                }
            }
        }
        return pairs;
    }

    private static List<Geometry> voronoi(int points, long seed) {
        Random random = new Random(seed);
        List<Coordinate> sites = new ArrayList<>();
        for (int i = 0; i < points; i++) {
            sites.add(new Coordinate(random.nextDouble() * SIDE_METRES, random.nextDouble() * SIDE_METRES));
        }
        VoronoiDiagramBuilder builder = new VoronoiDiagramBuilder();
        builder.setSites(sites);
        Geometry cells = builder.getDiagram(new GeometryFactory());
        Envelope city = new Envelope(0, SIDE_METRES, 0, SIDE_METRES);
        List<Geometry> units = new ArrayList<>();
        for (int i = 0; i < cells.getNumGeometries(); i++) {
            if (city.contains(cells.getGeometryN(i).getEnvelopeInternal())) {
                units.add(cells.getGeometryN(i));
            }
        }
        return units;
    }
}
