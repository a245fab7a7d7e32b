package org.copse.statistics.disclosure;

/**
 * A table of counts with totals of rows, columns and all, of which as much is shown as keeps small counts back.
 *
 * <p>Every number under the threshold is withheld, zero too, and of the others as many as are needed for this: from what is shown and from all sums that
 * hold between the numbers, a number under the threshold can be told neither from 0 nor from the threshold itself; every whole number between
 * them fits. Withheld numbers do not say whether they are small. How much is withheld beyond the small numbers is kept low, not proven least
 * (complementary suppression; Willenborg and de Waal 2001, doi:10.1007/978-1-4613-0121-9).
 *
 * <p>The promise is about sums. It says nothing of who knows some of the counted incidents, nor of two tables that share some.
 */
public final class ProtectedTable {
    private final Circulation table;

    private ProtectedTable(Circulation table) {
        this.table = table;
    }

    /**
     * Returns what can be shown of a table.
     *
     * @param counts by row and column, at least 0; each row with as many columns
     * @param threshold the least number that is shown, at least 2
     * @throws IllegalArgumentException when there is no row or no column, rows differ in length or a count is negative
     * @throws ArithmeticException when the total is no {@code int}
     */
    public static ProtectedTable of(int[][] counts, int threshold) {
        if (threshold < 2) {
            throw new IllegalArgumentException("a threshold of " + threshold + " withholds nothing: give at least 2");
        }
        int columns = counts.length == 0 ? 0 : counts[0].length;
        if (columns == 0) {
            throw new IllegalArgumentException("a table without rows or columns");
        }
        for (int[] row : counts) {
            if (row.length != columns) {
                throw new IllegalArgumentException("rows of " + columns + " and of " + row.length + " columns");
            }
            for (int count : row) {
                if (count < 0) {
                    throw new IllegalArgumentException("a count of " + count);
                }
            }
        }
        Circulation table = new Circulation(counts, columns);
        for (int arc = 0; arc < table.size(); arc++) {
            if (table.flow(arc) < threshold) {
                table.withhold(arc);
            }
        }
        // What is withheld for one number loosens others and tightens none: each needs to be looked at once.
        for (int arc = 0; arc < table.size(); arc++) {
            int count = table.flow(arc);
            if (count < threshold) {
                table.loosen(arc, count, threshold - count);
            }
        }
        return new ProtectedTable(table);
    }

    /** Returns whether the number of a row and a column is shown. */
    public boolean isShown(int row, int column) {
        return !table.isWithheld(table.entry(row, column));
    }

    /** Returns whether a row's total is shown. */
    public boolean isRowShown(int row) {
        return !table.isWithheld(table.rowTotal(row));
    }

    /** Returns whether a column's total is shown. */
    public boolean isColumnShown(int column) {
        return !table.isWithheld(table.columnTotal(column));
    }

    /** Returns whether the total of all is shown. */
    public boolean isTotalShown() {
        return !table.isWithheld(table.total());
    }

    /** Returns the total of a row, shown or not. */
    public int rowTotal(int row) {
        return table.flow(table.rowTotal(row));
    }

    /** Returns the total of a column, shown or not. */
    public int columnTotal(int column) {
        return table.flow(table.columnTotal(column));
    }

    /** Returns the total of all, shown or not. */
    public int total() {
        return table.flow(table.total());
    }
}
