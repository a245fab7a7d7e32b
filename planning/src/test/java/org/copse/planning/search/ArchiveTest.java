package org.copse.planning.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ArchiveTest {

    @Test
    void aPlanIsNoWorseOnlyWhenItIsSoInEverything() {
        Archive.Entry good = entry(0, 1, 2);
        assertThat(Archive.noWorse(good, entry(0, 1, 3))).isTrue();
        assertThat(Archive.noWorse(good, entry(0, 1, 2))).isTrue();
        assertThat(Archive.noWorse(good, entry(0, 2, 1))).isFalse();
        assertThat(Archive.noWorse(entry(0, 2, 1), good)).isFalse();
    }

    @Test
    void aPlanThatKeepsItsBoundsIsNoWorseThanAnyThatDoesNot() {
        assertThat(Archive.noWorse(entry(0, 9, 9), entry(0.1, 1, 1))).isTrue();
        assertThat(Archive.noWorse(entry(0.1, 1, 1), entry(0, 9, 9))).isFalse();
        assertThat(Archive.noWorse(entry(0.1, 1, 1), entry(0.2, 1, 1))).isTrue();
        assertThat(Archive.noWorse(entry(0.2, 1, 1), entry(0.1, 1, 1))).isFalse();
    }

    private static Archive.Entry entry(double missed, double... scores) {
        return new Archive.Entry(new Labels(new int[0], new int[0]), missed, scores);
    }
}
