package org.copse.statistics.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.copse.statistics.Reference;
import org.junit.jupiter.api.Test;

/** Knox's test against R's surveillance: the same pairs, and chance within what some thousand draws leave open. */
class AgainstSurveillanceTest {
    @Test
    void pairsChanceAndP() {
        Reference events = Reference.read("knox-incidents.csv");
        Reference wanted = Reference.read("knox.csv");
        Days days = Days.of(
                Arrays.stream(events.numbers("day")).mapToLong(d -> (long) d).toArray());
        for (int row = 0; row < wanted.size(); row++) {
            Bands one = new Bands(
                    new double[] {wanted.numbers("metres")[row]}, new long[] {(long) wanted.numbers("days")[row]});
            Knox knox = Knox.of(events.positions(), days, one, 1_999, 11);
            assertThat(knox.pairs()[0][0]).isEqualTo((long) wanted.numbers("pairs")[row]);
            double expected = wanted.numbers("expected")[row];
            assertThat(knox.expected()[0][0]).isCloseTo(expected, within(0.04 * expected));
            assertThat(knox.p()[0][0]).isCloseTo(wanted.numbers("p")[row], within(0.03));
        }
    }
}
