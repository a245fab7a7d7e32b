package org.copse.geoimport.report;

import java.util.ArrayList;
import java.util.List;
import org.copse.geoimport.ImportReport.Example;

/** A count and its first few examples. */
final class Tally {
    private static final int EXAMPLES = 5;
    private static final int DETAIL_CHARACTERS = 300;

    private long count;
    private final List<Example> examples = new ArrayList<>();

    void add(long row, String detail, double lon, double lat) {
        count++;
        if (examples.size() < EXAMPLES) {
            boolean placed = Double.isFinite(lon) && Double.isFinite(lat);
            examples.add(new Example(row, shorten(detail), placed ? lon : null, placed ? lat : null));
        }
    }

    private static String shorten(String detail) {
        return detail.length() <= DETAIL_CHARACTERS ? detail : detail.substring(0, DETAIL_CHARACTERS) + "…";
    }

    long count() {
        return count;
    }

    List<Example> examples() {
        return examples;
    }
}
