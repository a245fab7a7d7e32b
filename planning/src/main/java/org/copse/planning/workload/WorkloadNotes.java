package org.copse.planning.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.copse.planning.note.Note;

/** What a reader of the hours has to know: criteria left out, criteria without evidence, caps that bite, estimates. */
final class WorkloadNotes {
    /** More than a sentence should hold; the report's table has them all. */
    private static final int MOST_REASONS = 20;

    private WorkloadNotes() {}

    static List<Note> of(
            List<UnitEvidence> units, WorkloadWeights weights, Mix mix, boolean[] capped, IncidentTotals incidents) {
        List<Note> notes = new ArrayList<>();
        Set<Criterion> removed = weights.removed();
        for (Criterion criterion : removed) {
            if (criterion != Criterion.MIX) {
                notes.add(Note.of(
                        WorkloadNote.CRITERION_LEFT_OUT,
                        Map.of("criterion", name(criterion)),
                        "Criterion " + name(criterion) + " is left out: all its minutes are zero."));
            }
        }
        notes.add(mixNote(removed.contains(Criterion.MIX), weights, capped));
        for (String index : weights.mix().indices().keySet()) {
            long without = mix.unitsWithout(index);
            if (without > 0) {
                notes.add(Note.of(
                        WorkloadNote.INDEX_MISSING,
                        Map.of("units", without, "of", units.size(), "index", index),
                        without + " of " + units.size() + " units have no value of " + index
                                + ": they get no minutes for it."));
            }
        }
        noteMissingEvidence(units, removed, notes);
        noteLeftOut(incidents, notes);
        long estimated = units.stream().filter(UnitEvidence::residentsEstimated).count();
        if (estimated > 0) {
            notes.add(Note.of(
                    BeatWarning.RESIDENTS_ESTIMATED,
                    Map.of("units", estimated, "of", units.size()),
                    "The residents of " + estimated + " of " + units.size()
                            + " units are estimated: their source has no figure."));
        }
        return notes;
    }

    private static Note mixNote(boolean removed, WorkloadWeights weights, boolean[] capped) {
        if (removed) {
            return Note.of(
                    WorkloadNote.MIX_LEFT_OUT, Map.of(), "Criterion mix is left out: no group or index has minutes.");
        }
        int count = 0;
        for (boolean one : capped) {
            count += one ? 1 : 0;
        }
        double share = weights.mix().capShare();
        String cap = String.format(Locale.ROOT, "%.0f %%", share * 100);
        return count == 0
                ? Note.of(
                        WorkloadNote.MIX_USED,
                        Map.of("capShare", share),
                        "Criterion mix is used; its cap of " + cap + " of the contact hours is reached nowhere.")
                : Note.of(
                        WorkloadNote.MIX_USED_CAPPED,
                        Map.of("units", count, "of", capped.length, "capShare", share),
                        "Criterion mix is used; in " + count + " of " + capped.length + " units it is capped at " + cap
                                + " of the contact hours.");
    }

    private static void noteMissingEvidence(List<UnitEvidence> units, Set<Criterion> removed, List<Note> notes) {
        boolean incidents =
                units.stream().anyMatch(u -> !u.incidents().byCategory().isEmpty());
        boolean places = units.stream().anyMatch(u -> !u.places().isEmpty());
        boolean reach = units.stream()
                .anyMatch(u -> u.toBase().isKnown() || u.toCentre().isKnown());
        if (!incidents && !removed.contains(Criterion.CONFLICT)) {
            notes.add(Note.of(
                    WorkloadNote.NO_INCIDENTS,
                    Map.of(),
                    "Criterion conflict has no evidence: no incidents were given."));
        }
        if (!places && !removed.contains(Criterion.PLACES)) {
            notes.add(Note.of(
                    WorkloadNote.NO_PLACES,
                    Map.of(),
                    "Criterion places has no evidence: no places of worship or focal places were given."));
        }
        if (!reach && !removed.contains(Criterion.LOCATION)) {
            notes.add(Note.of(
                    WorkloadNote.NO_WAYS,
                    Map.of(),
                    "Criterion location has no evidence: neither bases nor a centre were given."));
        }
    }

    private static void noteLeftOut(IncidentTotals incidents, List<Note> notes) {
        if (incidents.counted() == incidents.recorded()) {
            return;
        }
        List<String> reasons = new ArrayList<>();
        List<String> categories = new ArrayList<>();
        if (incidents.policeInitiated() > 0) {
            reasons.add(incidents.policeInitiated() + " that police started");
        }
        for (CategoryTotals category : incidents.categories()) {
            long without = category.recorded() - category.byPolice() - category.counted();
            if (without > 0 && reasons.size() < MOST_REASONS) {
                reasons.add(without + " of " + category.category() + " ("
                        + category.rule().reason() + ")");
                categories.add(category.category() + " (" + without + ")");
            }
        }
        long leftOut = incidents.recorded() - incidents.counted();
        notes.add(Note.of(
                WorkloadNote.INCIDENTS_LEFT_OUT,
                Map.of(
                        "leftOut",
                        leftOut,
                        "of",
                        incidents.recorded(),
                        "byPolice",
                        incidents.policeInitiated(),
                        "categories",
                        categories),
                leftOut + " of " + incidents.recorded()
                        + " incidents are left out of conflict: " + String.join("; ", reasons)
                        + (reasons.size() < MOST_REASONS ? "." : "; and further categories.")));
    }

    private static String name(Criterion criterion) {
        return criterion.name().toLowerCase(Locale.ROOT);
    }
}
