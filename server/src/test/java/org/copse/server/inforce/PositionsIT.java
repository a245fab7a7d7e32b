package org.copse.server.inforce;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.copse.server.OnBothDatabases;
import org.copse.server.RunningServer;
import org.copse.server.TestDatabase;
import org.copse.server.publication.NewPlan;
import org.copse.server.publication.PlanOrigin;
import org.copse.server.publication.Publication;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Random positions, asked of the index and of the database, which share no code. {@code -Dcopse.positions=1000000} asks as many as the claim says;
 * without it some thousands.
 */
@OnBothDatabases
class PositionsIT {
    private static final int POSITIONS = Integer.getInteger("copse.positions", 4_000);
    private static final int AT_ONCE = 20_000;

    /** Farther from every border than this, both must agree; nearer, the two round differently. */
    private static final double BORDER_METRES = 0.01;

    private final TestDatabase database;
    private final RunningServer server;

    PositionsIT(TestDatabase database) {
        this.database = database;
        this.server = database.shared(RunningServer.class, () -> RunningServer.start(database));
    }

    private static NewPlan plan(List<Geometry> land) {
        Geometry all = land.get(0);
        List<NewPlan.Beat> beats = new ArrayList<>();
        List<NewPlan.Unit> units = new ArrayList<>();
        for (int i = 0; i < land.size(); i++) {
            beats.add(new NewPlan.Beat("" + i, "S", "Beat " + i, i % 6, 100, land.get(i)));
            Coordinate inside = land.get(i).getInteriorPoint().getCoordinate();
            units.add(new NewPlan.Unit("u" + i, "" + i, 100, new NewPlan.Position(inside.x, inside.y)));
        }
        return new NewPlan(
                "City",
                "For the test",
                PlanOrigin.AREAS_IN_FORCE,
                null,
                null,
                null,
                List.of(new NewPlan.Sector("S", "South", 1, null, all)),
                beats,
                units);
    }

    @Test
    void everyPositionHasTheBeatThatTheDatabaseSaysAndOutsideTheNearest() {
        UUID plan = server.bean(Publication.class)
                .publish(plan(RandomBeats.voronoi(300, 7)), "test")
                .id();
        IndexedPlan indexed = server.bean(PlanIndex.class).get();
        assertThat(indexed.plan().id()).isEqualTo(plan);
        Envelope around = new Envelope(RandomBeats.CITY);
        around.expandBy(0.01);
        Random random = new Random(11);
        int inside = 0;
        int outside = 0;
        for (int done = 0; done < POSITIONS; done += AT_ONCE) {
            Coordinate[] asked = new Coordinate[Math.min(AT_ONCE, POSITIONS - done)];
            for (int i = 0; i < asked.length; i++) {
                asked[i] = RandomBeats.position(random, around);
            }
            Map<Integer, List<String>> covered = covered(plan, asked);
            for (int i = 0; i < asked.length; i++) {
                Coordinate at = asked[i];
                if (!indexed.index().bordering(at.x, at.y, BORDER_METRES).isEmpty()) {
                    continue;
                }
                int beat = indexed.index().locateNumber(at.x, at.y);
                List<String> expected = covered.getOrDefault(i, List.of());
                if (beat >= 0) {
                    inside++;
                    assertThat(expected)
                            .as("%s", at)
                            .containsExactly(indexed.beats().get(beat).id());
                } else {
                    outside++;
                    assertThat(expected).as("%s", at).isEmpty();
                    if (outside <= 40) {
                        assertNearest(plan, indexed, at);
                    }
                }
            }
        }
        assertThat(inside).isGreaterThan(POSITIONS / 3);
        assertThat(outside).isGreaterThan(POSITIONS / 20);
    }

    /** Returns the beats that cover each position, by its place in the list. */
    private Map<Integer, List<String>> covered(UUID plan, Coordinate[] asked) {
        JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
        jdbc.execute("DROP TABLE IF EXISTS asked_position");
        jdbc.execute("CREATE TABLE asked_position (number integer PRIMARY KEY, geom geometry(Point, 4326))");
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < asked.length; i++) {
            rows.add(new Object[] {i, asked[i].x, asked[i].y});
        }
        jdbc.batchUpdate("INSERT INTO asked_position VALUES (?, ST_SetSRID(ST_MakePoint(?, ?), 4326))", rows);
        Map<Integer, List<String>> covered = new HashMap<>();
        jdbc.query(
                """
                SELECT a.number AS number, b.beat_id AS beat
                FROM plan_beat b JOIN asked_position a ON b.geom && a.geom AND ST_Covers(b.geom, a.geom)
                WHERE b.plan = ?
                """,
                rs -> {
                    covered.computeIfAbsent(rs.getInt("number"), key -> new ArrayList<>())
                            .add(rs.getString("beat"));
                },
                plan);
        jdbc.execute("DROP TABLE asked_position");
        return covered;
    }

    /** No beat is nearer than the one named, in degrees scaled to the place. */
    private void assertNearest(UUID plan, IndexedPlan indexed, Coordinate at) {
        BeatIndex.Nearest named = indexed.index().nearest(at.x, at.y).orElseThrow();
        double narrower = Math.cos(Math.toRadians(at.y));
        double least = Double.MAX_VALUE;
        double ofNamed = Double.MAX_VALUE;
        for (int i = 0; i < indexed.beats().size(); i++) {
            Geometry land = indexed.beats().get(i).lonLat();
            Coordinate[] near = org.locationtech.jts.operation.distance.DistanceOp.nearestPoints(
                    scaled(land, narrower), land.getFactory().createPoint(new Coordinate(at.x * narrower, at.y)));
            double distance = near[0].distance(near[1]);
            least = Math.min(least, distance);
            ofNamed = i == named.beat() ? distance : ofNamed;
        }
        assertThat(ofNamed).as("nearest to %s", at).isLessThanOrEqualTo(least * 1.002 + 1e-9);
    }

    private static Geometry scaled(Geometry land, double narrower) {
        return org.locationtech.jts.geom.util.AffineTransformation.scaleInstance(narrower, 1)
                .transform(land);
    }
}
