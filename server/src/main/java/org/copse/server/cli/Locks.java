package org.copse.server.cli;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.copse.geoimport.Feature;
import org.copse.geoimport.ImportRefused;
import org.copse.geoimport.ImportReport;
import org.copse.geoimport.ImportedLayer;
import org.copse.geoimport.RefusalCode;
import org.copse.geoimport.district.District;
import org.copse.geoimport.district.KeyMatch;
import org.copse.geoimport.report.RejectionCode;

/** The table of units that must be in a beat. A lock that is not kept is worse than none: every row must be usable. */
final class Locks {
    private Locks() {}

    /**
     * Returns beat by unit, both from 0.
     *
     * @param says told of ids that match only loosely, as keys of tables do
     * @throws ImportRefused when a row was rejected, names a unit or a beat that is not there, or locks a unit to a
     *     second beat
     */
    static Map<Integer, Integer> of(ImportedLayer table, District district, int beats, Consumer<String> says) {
        String name = table.report().file();
        String whatToDo = "Give the columns unit_id (an id of the units) and beat_id (1 to " + beats + ").";
        requireAllRows(table.report());
        KeyMatch units = new KeyMatch(IntStream.range(0, district.size())
                .mapToObj(u -> district.feature(u).id())
                .toList());
        Map<Integer, Integer> locks = new HashMap<>();
        for (Feature row : table.features()) {
            String id = row.text("unit_id").orElse("").strip();
            int unit = units.find(id);
            if (unit < 0) {
                throw refused(name, row, "no unit has the id \"" + id + "\"", whatToDo);
            }
            double beat = row.number("beat_id").orElse(Double.NaN);
            if (!(beat >= 1 && beat <= beats && beat == Math.rint(beat))) {
                String text = row.text("beat_id").orElse("");
                throw refused(name, row, "beat_id is \"" + text + "\", not a number from 1 to " + beats, whatToDo);
            }
            Integer before = locks.put(unit, (int) beat - 1);
            if (before != null && before != (int) beat - 1) {
                throw refused(
                        name,
                        row,
                        "the unit " + id + " is locked to beat " + (before + 1) + " already, and here to " + (int) beat,
                        "Leave one of the two rows out.");
            }
        }
        if (units.looseMatches() > 0) {
            says.accept(units.looseMatches() + " ids of " + name
                    + " match units only without blanks, case, leading zeros or a .0 at the end");
        }
        return locks;
    }

    /** A second row that says the same does no harm; any other row that was not taken was meant to lock something. */
    private static void requireAllRows(ImportReport report) {
        for (ImportReport.Rejection rejection : report.rejections()) {
            if (!rejection.code().equals(RejectionCode.DUPLICATE.key())) {
                throw new ImportRefused(
                                RefusalCode.NOT_FIT_FOR_USE,
                                report.file(),
                                rejection.count() + " rows cannot be used: " + rejection.what(),
                                rejection.whatToDo())
                        .withReport(report);
            }
        }
    }

    private static ImportRefused refused(String file, Feature row, String what, String whatToDo) {
        return new ImportRefused(RefusalCode.NOT_FIT_FOR_USE, file + " row " + row.row(), what, whatToDo);
    }
}
