package org.copse.server.inforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

class BeatIndexTest {

    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    @Test
    void findsTheBeatThatEveryPositionLiesIn() {
        for (long seed = 1; seed <= 20; seed++) {
            List<Geometry> beats = RandomBeats.voronoi(20 + 30 * (int) seed, seed);
            BeatIndex index = BeatIndex.of(beats);
            Random random = new Random(seed);
            for (int i = 0; i < 500; i++) {
                Coordinate at = RandomBeats.position(random, RandomBeats.CITY);
                assertThat(index.locateNumber(at.x, at.y)).isEqualTo(slowly(beats, at));
            }
        }
    }

    @Test
    void aCornerBelongsToExactlyOneOfTheBeatsThatMeetThere() {
        List<Geometry> beats = RandomBeats.voronoi(300, 3);
        BeatIndex index = BeatIndex.of(beats);
        for (Geometry beat : beats) {
            for (Coordinate corner : beat.getCoordinates()) {
                int holder = index.locateNumber(corner.x, corner.y);
                if (holder >= 0) {
                    assertThat(SimplePointInAreaLocator.locate(corner, beats.get(holder)))
                            .isEqualTo(Location.BOUNDARY);
                }
                assertThat(index.locateNumber(corner.x, corner.y)).isEqualTo(holder);
            }
        }
    }

    @Test
    void findsBeatsOnBothSidesOfTheDateLine() {
        BeatIndex index = BeatIndex.of(List.of(box(179, 0, 180, 1), box(180, 0, 181, 1)));

        assertThat(index.locate(179.5, 0.5)).contains(0);
        assertThat(index.locate(-179.5, 0.5)).contains(1);
        assertThat(index.locateAll(new double[] {179.5, 0.5, -179.5, 0.5, 0, 0.5}))
                .containsExactly(0, 1, -1);
        assertThat(index.bordering(-179.9999, 0.5, 15)).containsExactly(0, 1);
        assertThat(index.nearest(-178.9, 0.5)).get().satisfies(nearest -> {
            assertThat(nearest.beat()).isEqualTo(1);
            assertThat(nearest.metres()).isCloseTo(11_131, within(20.0));
        });
    }

    @Test
    void aPositionBeyondTheDateLineIsNearToWhatIsWestOfIt() {
        BeatIndex index = BeatIndex.of(List.of(box(179.8, 0, 179.9, 1)));

        assertThat(index.nearest(-180, 0.5)).get().satisfies(nearest -> assertThat(nearest.metres())
                .isCloseTo(11_131, within(20.0)));
    }

    @Test
    void aBorderBelongsToItsEastAndItsNorth() {
        BeatIndex index = BeatIndex.of(List.of(box(0, 0, 1, 1), box(1, 0, 2, 1), box(0, 1, 1, 2), box(1, 1, 2, 2)));

        assertThat(index.locate(1, 0.5)).contains(1);
        assertThat(index.locate(0.5, 1)).contains(2);
        assertThat(index.locate(1, 1)).contains(3);
        assertThat(index.locate(0, 0)).contains(0);
        assertThat(index.locate(2, 0.5)).isEmpty();
        assertThat(index.locate(0.5, 2)).isEmpty();
    }

    @Test
    void aHoleIsOutsideAndAnEnclosedBeatIsItsOwn() {
        Polygon ring = (Polygon) box(0, 0, 3, 3).difference(box(1, 1, 2, 2));

        assertThat(BeatIndex.of(List.of(ring)).locate(1.5, 1.5)).isEmpty();
        assertThat(BeatIndex.of(List.of(ring, box(1, 1, 2, 2))).locate(1.5, 1.5))
                .contains(1);
    }

    @Test
    void overlappingBeatsAreMadeAPartitionFirst() {
        BeatIndex index = BeatIndex.of(List.of(box(2.60, 51.4, 2.62, 51.41), box(2.61, 51.4, 2.63, 51.41)));

        assertThat(index.locate(2.605, 51.405)).contains(0);
        assertThat(index.locate(2.615, 51.405)).contains(0);
        assertThat(index.locate(2.625, 51.405)).contains(1);
    }

    @Test
    void bothBeatsAreNamedWithinFifteenMetresOfTheirBorder() {
        BeatIndex index = BeatIndex.of(List.of(box(2.60, 51.4, 2.61, 51.41), box(2.61, 51.4, 2.62, 51.41)));
        double metre = 1 / LocalMetres.at(51.405).perDegreeOfLongitude();

        assertThat(index.bordering(2.61 - 14.5 * metre, 51.405, 15)).containsExactly(0, 1);
        assertThat(index.bordering(2.61 - 15.5 * metre, 51.405, 15)).isEmpty();
        assertThat(index.bordering(2.61 + 14.5 * metre, 51.405, 15)).containsExactly(0, 1);
    }

    @Test
    void outsideTheNearestBeatIsNamedWithItsMetres() {
        BeatIndex index = BeatIndex.of(List.of(box(2.60, 51.4, 2.61, 51.41), box(2.61, 51.4, 2.62, 51.41)));
        LocalMetres local = LocalMetres.at(51.405);

        BeatIndex.Nearest nearest =
                index.nearest(2.62 + 200 / local.perDegreeOfLongitude(), 51.405).orElseThrow();

        assertThat(nearest.beat()).isEqualTo(1);
        assertThat(nearest.metres()).isCloseTo(200, within(0.5));
    }

    @Test
    void aDegreeIsAsLongAsOnTheEllipsoid() {
        // A quarter of the meridian is 10,001,965.7 m on WGS 84, the equator 40,075,016.7 m.
        double quarter = 0;
        for (double lat = 0.005; lat < 90; lat += 0.01) {
            quarter += LocalMetres.at(lat).perDegreeOfLatitude() * 0.01;
        }
        assertThat(quarter).isCloseTo(10_001_965.7, within(50.0));
        assertThat(LocalMetres.at(0).perDegreeOfLongitude() * 360).isCloseTo(40_075_016.7, within(50.0));
    }

    @Test
    void thereIsNoBeatWhereThereIsNoPlan() {
        BeatIndex index = BeatIndex.of(new ArrayList<>());

        assertThat(index.locate(2.6, 51.4)).isEmpty();
        assertThat(index.nearest(2.6, 51.4)).isEmpty();
    }

    private static int slowly(List<Geometry> beats, Coordinate at) {
        for (int beat = 0; beat < beats.size(); beat++) {
            if (SimplePointInAreaLocator.locate(at, beats.get(beat)) != Location.EXTERIOR) {
                return beat;
            }
        }
        return BeatEdges.OUTSIDE;
    }

    private static Geometry box(double west, double south, double east, double north) {
        return GEOMETRY.toGeometry(new Envelope(west, east, south, north));
    }
}
