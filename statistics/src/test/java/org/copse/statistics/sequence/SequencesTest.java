package org.copse.statistics.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.copse.statistics.Positions;
import org.junit.jupiter.api.Test;

class SequencesTest {

    @Test
    void endsOfBandsBelongToTheLowerBand() {
        Positions positions = Positions.of(0, 0, 0, 0, 100, 0, 200, 0);
        Knox knox = Knox.of(
                positions, Days.of(0, 0, 7, 8), new Bands(new double[] {0, 100, 200}, new long[] {0, 7, 8}), 99, 1);
        assertThat(knox.pairs()[0]).containsExactly(1, 0, 0); // the same place and day
        assertThat(knox.pairs()[1]).containsExactly(0, 3, 0); // 100 m: twice 7 days, once 1 day
        assertThat(knox.pairs()[2]).containsExactly(0, 0, 2); // 200 m: twice 8 days
    }

    @Test
    void findsRepeatsThatFollowAndNoneInChance() {
        Random random = new Random(2);
        Positions positions = Positions.empty();
        Days days = Days.empty();
        Days chance = Days.empty();
        for (int i = 0; i < 150; i++) {
            double x = random.nextInt(3_000);
            double y = random.nextInt(3_000);
            long day = random.nextInt(300);
            positions.add(x, y);
            positions.add(x + 30, y);
            days.add(day, day);
            days.add(day + 3, day + 3);
            long one = random.nextInt(300);
            long two = random.nextInt(300);
            chance.add(one, one);
            chance.add(two, two);
        }
        Knox near = Knox.of(positions, days, Bands.usual(), 199, 4);
        assertThat(near.p()[1][0]).isLessThan(0.01);
        assertThat(near.ratio(1, 0)).isGreaterThan(5);
        assertThat(Knox.of(positions, chance, Bands.usual(), 199, 4).p()[1][0]).isGreaterThan(0.02);
        assertThat(Knox.of(positions, days, Bands.usual(), 199, 4).expected()).isEqualTo(near.expected());
    }

    @Test
    void aMonthIsNoDay() {
        Days months = Days.empty();
        months.add(0, 30);
        months.add(31, 58);
        months.add(5, 5);
        assertThatThrownBy(() -> Knox.of(Positions.of(0, 0, 1, 1, 2, 2), months, Bands.usual(), 99, 1))
                .hasMessageContaining("of 3 incidents, 2 know no more than a month");
        assertThat(StDbscan.of(Positions.of(0, 0, 1, 1, 2, 2), months, 10, 100, 2)
                        .vague())
                .isEqualTo(2);
    }

    @Test
    void tooManyPairsAreRefusedWithTheBound() {
        Positions onePoint = Positions.empty();
        Days days = Days.empty();
        for (int i = 0; i < 3_300; i++) {
            onePoint.add(7, 7);
            days.add(i, i);
        }
        assertThatThrownBy(() -> Knox.of(onePoint, days, Bands.usual(), 99, 1))
                .hasMessageContaining("more than 5000000 pairs");
    }

    @Test
    void clustersAreDenseInSpaceAndTimeAtOnce() {
        Positions positions = Positions.of(0, 0, 10, 0, 20, 0, 0, 0, 10, 0, 20, 0, 500, 500);
        StDbscan found = StDbscan.of(positions, Days.of(0, 1, 2, 100, 101, 102, 1), 15, 3, 2);
        assertThat(found.clusterOf()).containsExactly(0, 0, 0, 1, 1, 1, -1);
        assertThat(found.clusters()).isEqualTo(2);
        assertThatThrownBy(() -> StDbscan.of(positions, Days.of(0), Double.NaN, 1, 2))
                .hasMessageContaining("from 0");
    }

    @Test
    void unknownHoursWrittenAsMidnightAreSuspected() {
        int[] hours = new int[400];
        for (int i = 0; i < hours.length; i++) {
            hours[i] = i < 200 ? 24 * (i % 7) : i < 390 ? i % 168 : -1;
        }
        HourOfWeek week = HourOfWeek.of(hours);
        assertThat(week.midnightSuspected()).isTrue();
        assertThat(week.known()).isEqualTo(390);
        assertThat(week.unknown()).isEqualTo(10);
        assertThatThrownBy(() -> HourOfWeek.of(new int[] {168})).hasMessageContaining("outside -1..167");
    }
}
