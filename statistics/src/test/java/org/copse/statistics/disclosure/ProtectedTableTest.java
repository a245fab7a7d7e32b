package org.copse.statistics.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ProtectedTableTest {
    private static final int THRESHOLD = 5;
    /** No count that somebody who attacks tries is larger. */
    private static final int MOST = 16;

    @Test
    void showsWhatIsLargeEverywhere() {
        ProtectedTable table = ProtectedTable.of(new int[][] {{9, 12}, {7, 30}}, THRESHOLD);
        assertThat(table.isShown(0, 0) && table.isShown(1, 1)).isTrue();
        assertThat(table.isRowShown(0) && table.isColumnShown(1) && table.isTotalShown())
                .isTrue();
        assertThat(table.rowTotal(0)).isEqualTo(21);
        assertThat(table.columnTotal(1)).isEqualTo(42);
        assertThat(table.total()).isEqualTo(58);
    }

    @Test
    void withholdsOneMoreInTheRowAndInTheColumnOfASmallNumber() {
        ProtectedTable table = ProtectedTable.of(new int[][] {{2, 20, 30}, {40, 50, 60}, {70, 80, 90}}, THRESHOLD);
        assertThat(shown(table, 3, 3)).isEqualTo("..x ..x xxx");
        assertThat(table.isRowShown(0) && table.isColumnShown(0)).isTrue();
    }

    @Test
    void withholdsZerosAsItWithholdsOthersThatAreSmall() {
        ProtectedTable table = ProtectedTable.of(new int[][] {{0, 20}, {0, 20}, {0, 30}}, THRESHOLD);
        assertThat(table.isShown(0, 0)).isFalse();
        assertThat(table.isColumnShown(0)).isFalse();
        // Rows minus the second column would say that the first is nothing.
        for (int row = 0; row < 3; row++) {
            assertThat(table.isShown(row, 1) && table.isRowShown(row)).isFalse();
        }
    }

    @Test
    void showsNothingWhereThereIsNextToNothing() {
        ProtectedTable table = ProtectedTable.of(new int[][] {{1, 0}, {0, 2}}, THRESHOLD);
        assertThat(table.isTotalShown()).isFalse();
    }

    @Test
    void doesNotTakeAwayMoreThanItMust() {
        Random random = new Random(4);
        int[][] counts = new int[200][5];
        int large = 0;
        for (int[] row : counts) {
            for (int column = 0; column < row.length; column++) {
                row[column] = random.nextInt(4) == 0 ? random.nextInt(THRESHOLD) : 5 + random.nextInt(40);
                large += row[column] >= THRESHOLD ? 1 : 0;
            }
        }
        ProtectedTable table = ProtectedTable.of(counts, THRESHOLD);
        int shown = shown(table, 200, 5).replace(".", "").replace(" ", "").length();
        assertThat(shown).isGreaterThan(large / 2);
        assertThat(table.isTotalShown()).isTrue();
    }

    /** Tries every table there is, up to a largest count, and asks which of them look the same. */
    @Test
    void noSmallNumberCanBeToldFromZeroOrFromTheThresholdByAnySum() {
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            int[][] counts = new int[2][3];
            for (int[] row : counts) {
                for (int column = 0; column < 3; column++) {
                    row[column] = random.nextInt(seed % 2 == 0 ? 9 : 5) + (random.nextInt(3) == 0 ? 2 : 0);
                }
            }
            ProtectedTable table = ProtectedTable.of(counts, THRESHOLD);
            new Trying(counts, table).tryAll(seed);
        }
    }

    @Test
    void refusesWhatIsNoTable() {
        assertThatThrownBy(() -> ProtectedTable.of(new int[0][0], 5)).hasMessageContaining("without rows");
        assertThatThrownBy(() -> ProtectedTable.of(new int[][] {{1, 2}, {3}}, 5))
                .hasMessageContaining("and of 1");
        assertThatThrownBy(() -> ProtectedTable.of(new int[][] {{-1}}, 5)).hasMessageContaining("-1");
        assertThatThrownBy(() -> ProtectedTable.of(new int[][] {{1}}, 1)).hasMessageContaining("at least 2");
        assertThatThrownBy(() -> ProtectedTable.of(new int[][] {{Integer.MAX_VALUE, 1}}, 5))
                .isInstanceOf(ArithmeticException.class);
    }

    private static String shown(ProtectedTable table, int rows, int columns) {
        StringBuilder drawn = new StringBuilder();
        for (int row = 0; row < rows; row++) {
            drawn.append(row == 0 ? "" : " ");
            for (int column = 0; column < columns; column++) {
                drawn.append(table.isShown(row, column) ? 'x' : '.');
            }
        }
        return drawn.toString();
    }

    /** Tables of two rows and three columns that show what a table shows. */
    private static final class Trying {
        private final int[][] truth;
        private final ProtectedTable table;
        private final int[] tried = new int[6];
        private final boolean[] seenZero = new boolean[12];
        private final boolean[] seenThreshold = new boolean[12];

        Trying(int[][] truth, ProtectedTable table) {
            this.truth = truth;
            this.table = table;
        }

        void tryAll(int seed) {
            at(0);
            int[] numbers =
                    numbers(new int[] {truth[0][0], truth[0][1], truth[0][2], truth[1][0], truth[1][1], truth[1][2]});
            for (int i = 0; i < 12; i++) {
                if (numbers[i] < THRESHOLD) {
                    assertThat(seenZero[i])
                            .as("seed %d, number %d can be 0", seed, i)
                            .isTrue();
                    assertThat(seenThreshold[i])
                            .as("seed %d, number %d can be the threshold", seed, i)
                            .isTrue();
                }
            }
        }

        private void at(int i) {
            if (i == 3 && table.isRowShown(0) && tried[0] + tried[1] + tried[2] != table.rowTotal(0)) {
                return;
            }
            if (i == 6) {
                look();
                return;
            }
            boolean shown = table.isShown(i / 3, i % 3);
            for (int value = shown ? truth[i / 3][i % 3] : 0; value <= (shown ? truth[i / 3][i % 3] : MOST); value++) {
                tried[i] = value;
                at(i + 1);
            }
        }

        private void look() {
            for (int row = 0; row < 2; row++) {
                if (table.isRowShown(row)
                        && tried[3 * row] + tried[3 * row + 1] + tried[3 * row + 2] != table.rowTotal(row)) {
                    return;
                }
            }
            for (int column = 0; column < 3; column++) {
                if (table.isColumnShown(column) && tried[column] + tried[3 + column] != table.columnTotal(column)) {
                    return;
                }
            }
            int[] numbers = numbers(tried);
            if (table.isTotalShown() && numbers[11] != table.total()) {
                return;
            }
            for (int i = 0; i < 12; i++) {
                seenZero[i] |= numbers[i] == 0;
                seenThreshold[i] |= numbers[i] >= THRESHOLD;
            }
        }

        /** Entries, rows, columns, all. */
        private static int[] numbers(int[] e) {
            int first = e[0] + e[1] + e[2];
            int second = e[3] + e[4] + e[5];
            return new int[] {
                e[0], e[1], e[2], e[3], e[4], e[5], first, second, e[0] + e[3], e[1] + e[4], e[2] + e[5], first + second
            };
        }
    }
}
