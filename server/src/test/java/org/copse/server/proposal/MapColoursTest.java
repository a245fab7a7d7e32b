package org.copse.server.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;

class MapColoursTest {
    private final GeometryFactory factory = new GeometryFactory();

    @Test
    void givesNeighboursDifferentColoursOnAnyMapOfConnectedAreas() {
        for (int seed = 0; seed < 10; seed++) {
            List<Geometry> areas = voronoi(300, new Random(seed));
            int[] colours = MapColours.of(areas);
            List<Set<Integer>> neighbours = MapColours.neighbours(areas);

            for (int area = 0; area < areas.size(); area++) {
                int mine = area;
                assertThat(neighbours.get(area)).isNotEmpty().allMatch(other -> colours[other] != colours[mine]);
                assertThat(colours[area]).isBetween(0, MapColours.COLOURS - 1);
            }
        }
    }

    @Test
    void usesEveryColour() {
        int[] colours = MapColours.of(voronoi(60, new Random(1)));

        assertThat(colours).contains(0, 1, 2, 3, 4, 5);
    }

    @Test
    void takesTheRarestColourAroundWhereSixAreNotEnough() {
        List<Set<Integer>> eachTouchesEach = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Set<Integer> others = new HashSet<>(List.of(0, 1, 2, 3, 4, 5, 6, 7));
            others.remove(i);
            eachTouchesEach.add(others);
        }

        assertThat(MapColours.colour(eachTouchesEach)).contains(0, 1, 2, 3, 4, 5);
    }

    private List<Geometry> voronoi(int sites, Random random) {
        List<Coordinate> positions = new ArrayList<>();
        for (int i = 0; i < sites; i++) {
            positions.add(new Coordinate(random.nextDouble(), random.nextDouble()));
        }
        VoronoiDiagramBuilder builder = new VoronoiDiagramBuilder();
        builder.setSites(positions);
        Geometry diagram = builder.getDiagram(factory);
        List<Geometry> areas = new ArrayList<>();
        for (int i = 0; i < diagram.getNumGeometries(); i++) {
            areas.add(diagram.getGeometryN(i));
        }
        return areas;
    }
}
