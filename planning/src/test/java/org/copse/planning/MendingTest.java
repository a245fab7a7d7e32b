package org.copse.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.copse.planning.constraint.HardConstraints;
import org.copse.planning.plan.Mending;
import org.copse.planning.plan.Place;
import org.copse.planning.plan.Plan;
import org.copse.planning.plan.UnitMove;
import org.copse.planning.problem.Bounds;
import org.copse.planning.problem.PlanningProblem;
import org.copse.planning.problem.Staffing;
import org.copse.planning.problem.Tolerance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plans drawn by hand that miss hard constraints, made to keep them again with few moves. */
class MendingTest {

    @Test
    void leavesAPlanAloneThatKeepsEverything() {
        TextGrid map = new TextGrid("1111");
        PlanningProblem problem = map.problem().staffing(Staffing.sectors(2, 1)).build();

        Mending mending = mend(problem, Plan.ofBeats(0, 0, 1, 1));

        assertThat(mending.moves()).isEmpty();
        assertThat(mending.fewest()).isTrue();
    }

    @Test
    void joinsASectorInPiecesByTheUnitBetween() {
        TextGrid map = new TextGrid("""
                1111
                1111
                """);
        PlanningProblem problem = map.problem()
                .staffing(Staffing.sectors(4, 2))
                .tolerance(new Tolerance(0.6, 0.6))
                .build();
        // aabb     beats a and d are one sector, b and c the other: a and d meet only where b or c gives way.
        // aacd
        Plan plan = Plan.of(new int[] {0, 0, 1, 1, 0, 0, 2, 3}, new int[] {0, 1, 1, 0});
        assertThat(HardConstraints.violations(problem, plan)).isNotEmpty();

        Mending mending = mend(problem, plan);

        assertThat(mending.violations()).as(map.draw(mending.plan())).isEmpty();
        assertThat(mending.moves()).hasSize(fewest(problem, plan));
        assertThat(mending.fewest()).isTrue();
    }

    @Test
    void givesAnEmptyBeatAUnit() {
        TextGrid map = new TextGrid("111");
        PlanningProblem problem = map.problem()
                .staffing(Staffing.sectors(2, 1))
                .beatHours(new Bounds(1, 2))
                .build();

        Mending mending = mend(problem, Plan.of(new int[] {0, 0, 0}, new int[] {0, 0}));

        assertThat(mending.violations()).isEmpty();
        assertThat(mending.moves()).hasSize(1);
    }

    @Test
    void putsALockedUnitBackAndKeepsFixedBeats() {
        TextGrid map = new TextGrid("""
                111111
                111111
                """);
        PlanningProblem problem = map.problem()
                .staffing(Staffing.sectors(3, 1))
                .tolerance(new Tolerance(0.3, 0.3))
                .locks(Map.of(map.unit(0, 3), 1))
                .fixedBeats(Set.of(0))
                .build();
        Plan plan = Plan.ofBeats(0, 0, 1, 2, 2, 2, 0, 0, 1, 1, 2, 2);

        Mending mending = mend(problem, plan);

        assertThat(mending.violations()).as(map.draw(mending.plan())).isEmpty();
        assertThat(mending.moves()).containsExactly(new UnitMove(3, 2, 1));
        assertThat(mending.plan().unitsOfBeat(0)).isEqualTo(plan.unitsOfBeat(0));
    }

    @Test
    void findsTheFewestMovesThatThereAreOnTinyMaps() {
        int mended = 0;
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            PlanningProblem problem = RandomDistrict.of(3, seed)
                    .staffing(seed % 2 == 0 ? Staffing.sectors(3, 1) : Staffing.sectors(3, 2))
                    .tolerance(new Tolerance(0.5, 0.5))
                    .build();
            Plan plan =
                    Plan.of(random.ints(9, 0, 3).toArray(), seed % 2 == 0 ? new int[] {0, 0, 0} : new int[] {0, 0, 1});

            Mending mending = mend(problem, plan);

            int fewest = fewest(problem, plan);
            assertThat(mending.violations().isEmpty()).as("seed " + seed).isEqualTo(fewest < Integer.MAX_VALUE);
            if (fewest < Integer.MAX_VALUE) {
                assertThat(mending.moves()).as("seed " + seed).hasSize(fewest);
                assertThat(mending.fewest()).isTrue();
                mended += fewest > 1 ? 1 : 0;
            }
        }
        assertThat(mended).as("plans that need more than one move").isGreaterThan(10);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void joinsSectorsInPiecesOnLargerMaps(long seed) {
        PlanningProblem problem = RandomDistrict.of(12, seed)
                .staffing(Staffing.sectors(4, 2))
                .tolerance(new Tolerance(0.9, 0.9))
                .build();
        // Four stripes of three columns, of the first sector and the second in turn.
        int[] beats = new int[144];
        for (int u = 0; u < 144; u++) {
            beats[u] = u % 12 / 3;
        }
        Plan plan = Plan.of(beats, new int[] {0, 1, 0, 1});
        assertThat(HardConstraints.violations(problem, plan))
                .anyMatch(violation -> violation.where().kind() == Place.Kind.SECTOR);

        Mending mending = mend(problem, plan);

        assertThat(mending.violations())
                .noneMatch(violation -> violation.kind().name().endsWith("PIECES"));
    }

    private static Mending mend(PlanningProblem problem, Plan plan) {
        return new Planner().mend(problem, plan, CancelSignal.never());
    }

    /** Looks at every plan there is. */
    private static int fewest(PlanningProblem problem, Plan plan) {
        int fewest = Integer.MAX_VALUE;
        int beats = plan.beatCount();
        long plans = Math.round(Math.pow(beats, plan.unitCount()));
        for (long code = 0; code < plans; code++) {
            int[] labels = new int[plan.unitCount()];
            long rest = code;
            int moves = 0;
            for (int u = 0; u < labels.length; u++) {
                labels[u] = (int) (rest % beats);
                rest /= beats;
                moves += labels[u] == plan.beatOf(u) ? 0 : 1;
            }
            if (moves < fewest
                    && HardConstraints.violations(problem, Plan.of(labels, plan.sectorOfBeat()))
                            .isEmpty()) {
                fewest = moves;
            }
        }
        return fewest;
    }
}
