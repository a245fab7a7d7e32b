package org.copse.geoimport.district;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.copse.planning.note.Note;

/** What a planner has to know of how the layers of a district were joined. */
final class DistrictNotes {
    private static final int MOST_NOTED = 10;

    private DistrictNotes() {}

    /** Returns them in the order in which they are to be read. */
    static List<Note> of(UnitMap map, Residents residents, List<DistrictReport.Enclosed> enclosed) {
        DistrictReport.Population population = residents.report();
        List<Note> notes = new ArrayList<>(
                map.adjacency().notes(u -> map.layer().features().get(u).id()));
        if (population.rowsWithoutUnit().count() > 0) {
            notes.add(Note.of(
                    DistrictNote.ROWS_WITHOUT_UNIT,
                    Map.of(
                            "rows",
                            population.rowsWithoutUnit().count(),
                            "residents",
                            population.residentsWithoutUnit(),
                            "estimated",
                            population.estimated(),
                            "units",
                            population.unitsEstimated().count()),
                    String.format(
                            Locale.ROOT,
                            "%d rows with %,.0f residents found no unit; %,.0f residents are estimated for %d units without a figure. They may be the same"
                                    + " people.",
                            population.rowsWithoutUnit().count(),
                            population.residentsWithoutUnit(),
                            population.estimated(),
                            population.unitsEstimated().count())));
        }
        residents
                .findRemedy()
                .ifPresent(remedy -> notes.add(Note.of(
                        DistrictNote.ROWS_MIGHT_MEET,
                        Map.of("met", remedy.pairs().size(), "units", remedy.ids(), "keys", remedy.keys()),
                        "Rows that found no unit have keys such as " + remedy.keys()
                                + ", units without a figure ids such as " + remedy.ids() + ": "
                                + remedy.pairs().size() + " would meet " + remedy.how() + ".")));
        enclosed.stream().limit(MOST_NOTED).map(DistrictReport.Enclosed::note).forEach(notes::add);
        if (enclosed.size() > MOST_NOTED) {
            int more = enclosed.size() - MOST_NOTED;
            notes.add(Note.of(
                    DistrictNote.MORE_ENCLOSED,
                    Map.of("areas", more),
                    "There are " + more + " smaller enclosed areas like these; the report has all."));
        }
        return notes;
    }
}
