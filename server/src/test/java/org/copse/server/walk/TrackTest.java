package org.copse.server.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TrackTest {
    private static final UUID ONE = new UUID(0, 1);
    private static final double DEGREE_METRES = Math.PI / 180 * 6_371_008.8;

    @Test
    void joinsPiecesOfASegmentInTheOrderOfTheirTimes() {
        Track track =
                Track.of(List.of(piece(0, point(2, 2000), point(3, 3000)), piece(0, point(0, 0), point(1, 1000))));

        assertThat(only(track)).hasSize(1);
        assertThat(only(track).get(0).points()).extracting(Track.Point::lat).containsExactly(0.0, 1.0, 2.0, 3.0);
        assertThat(track.metres()).isCloseTo(3 * DEGREE_METRES, within(1.0));
    }

    @Test
    void keepsAGapAGap() {
        Track track =
                Track.of(List.of(piece(0, point(0, 0), point(1, 1000)), piece(1, point(5, 5000), point(6, 6000))));

        assertThat(only(track)).hasSize(2);
        assertThat(track.metres()).isCloseTo(2 * DEGREE_METRES, within(1.0));
        assertThat(only(track.trimmed())).hasSize(2);
    }

    @Test
    void trimsAHundredMetresOfEachEnd() {
        double length = 1000 / DEGREE_METRES;
        Track trimmed =
                Track.of(List.of(piece(0, point(0, 0), point(length, 1000)))).trimmed();

        assertThat(trimmed.metres()).isCloseTo(800, within(0.01));
        assertThat(only(trimmed).get(0).points().get(0).millis()).isEqualTo(100);
    }

    @Test
    void trimsOverShortSegmentsAtTheEnds() {
        double step = 60 / DEGREE_METRES;
        Track trimmed = Track.of(List.of(
                        piece(0, point(0, 0), point(step, 1000)),
                        piece(1, point(step, 2000), point(2 * step, 3000)),
                        piece(2, point(2 * step, 4000), point(20 * step, 5000))))
                .trimmed();

        assertThat(trimmed.metres()).isCloseTo(20 * 60 - 200, within(0.01));
        assertThat(only(trimmed)).hasSize(2);
    }

    @Test
    void showsNothingOfAWalkShorterThanItsEnds() {
        Track short199 = Track.of(List.of(piece(0, point(0, 0), point(199 / DEGREE_METRES, 1000))));
        assertThat(short199.trimmed().lines()).isEmpty();
        assertThat(Track.of(List.of(piece(0, point(0, 0)))).trimmed().lines()).isEmpty();
        assertThat(Track.of(List.of()).metres()).isZero();
    }

    private static List<Track.Segment> only(Track track) {
        return track.lines().iterator().next();
    }

    private static List<Double> point(double lat, double millis) {
        return List.of(4.0, lat, 5.0, millis);
    }

    @SafeVarargs
    private static TrackPiece piece(int segment, List<Double>... points) {
        return new TrackPiece(1, ONE, segment, null, List.of(points));
    }
}
