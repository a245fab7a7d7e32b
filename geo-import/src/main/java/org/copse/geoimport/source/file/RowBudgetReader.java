package org.copse.geoimport.source.file;

import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import org.copse.geoimport.Limit;
import org.copse.geoimport.Limits;

/**
 * Bounds what one row can swallow: a quote that is never closed would otherwise bring the rest of the file into memory.
 */
public final class RowBudgetReader extends FilterReader {
    private static final int FIELDS_AT_THE_BOUND = 10;

    private final Limits limits;
    private final String where;
    private final long budget;
    private long sinceRow;

    public RowBudgetReader(Reader in, Limits limits, String where) {
        super(new BufferedReader(in, 1 << 16));
        this.limits = limits;
        this.where = where;
        this.budget = limits.of(Limit.ATTRIBUTE_CHARACTERS) * FIELDS_AT_THE_BOUND;
    }

    /** Says that a row is complete, so that the next one has the whole budget. */
    public void rowDone() {
        sinceRow = 0;
    }

    @Override
    public int read() throws IOException {
        int c = super.read();
        count(c < 0 ? 0 : 1);
        return c;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int characters) {
        sinceRow += characters;
        if (sinceRow > budget) {
            limits.check(Limit.ATTRIBUTE_CHARACTERS, sinceRow, where + ", a row whose quotes do not close");
        }
    }
}
