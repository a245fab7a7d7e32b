package org.copse.server.redraw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.copse.server.system.ProblemException;
import org.junit.jupiter.api.Test;

/** Numbers that beats and sectors get by themselves: the next after the highest, and where there is none, the lowest that is free. */
class NumbersTest {
    private final Ground ground = GridTown.ground(6, 3, 4);
    private final WorkingPlan highest = edited(
            edited(GridTown.columns(ground), "{'kind':'renumber','beat':2,'number':99999}"),
            "{'kind':'renumber','sector':1,'number':99999}");

    @Test
    void aNewBeatAfterTheHighestNumberTakesTheLowestFree() {
        assertThat(edited(highest, "{'kind':'new-beat'}").findBeat(2)).isPresent();
        assertThat(edited(highest, "{'kind':'new-sector'}").findSector(1)).isPresent();
        assertThat(edited(GridTown.columns(ground), "{'kind':'new-beat'}").findBeat(4))
                .isPresent();
    }

    @Test
    void aSplitBeatGivesItsPartsNumbersThatThereAre() {
        WorkingPlan split = edited(highest, "{'kind':'split','beat':99999,'parts':3}");

        assertThat(numbers(split)).containsExactlyInAnyOrder(1, 2, 3, 4, 99_999);
    }

    @Test
    void aNumberThatBothGaveGoesOnToOneThatThereIs() {
        WorkingPlan base = GridTown.columns(ground);
        WorkingPlan mine = edited(base, "{'kind':'new-beat','number':99999}");
        WorkingPlan theirs = edited(base, "{'kind':'new-beat','number':99999}");

        assertThat(numbers(Merging.of(base, mine, theirs).plan())).containsExactlyInAnyOrder(1, 2, 3, 4, 99_999);
    }

    @Test
    void anAreaWhoseIdIsTheHighestNumberKeepsIt() {
        PlanOutline outline = new PlanOutline(ground).sector("1", "1");
        outline.beat("99999", "1", "Last", OptionalInt.of(0));
        outline.beat("099999", "1", "Other", OptionalInt.of(1));

        assertThat(numbers(outline.done())).containsExactlyInAnyOrder(1, 99_999);
    }

    @Test
    void refusesOneMoreThanThereAreNumbers() {
        Set<Integer> all = IntStream.rangeClosed(1, DrawnBeat.HIGHEST_NUMBER)
                .boxed()
                .collect(Collectors.toCollection(HashSet::new));

        assertThatThrownBy(() -> DrawnBeat.freeNumber(all, 1))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("99999");
        all.remove(17);
        assertThat(DrawnBeat.freeNumber(all, 50)).isEqualTo(17);
        assertThat(DrawnBeat.freeNumber(all, 100_000)).isEqualTo(17);
    }

    private static Set<Integer> numbers(WorkingPlan plan) {
        return plan.beats().values().stream().map(DrawnBeat::number).collect(Collectors.toSet());
    }

    private WorkingPlan edited(WorkingPlan plan, String edit) {
        EditRequest request = RandomEdits.of(edit);
        return EditKind.findByKey(Objects.requireNonNull(request.kind()))
                .orElseThrow()
                .make(new Drawing(ground, plan), request)
                .plan();
    }
}
