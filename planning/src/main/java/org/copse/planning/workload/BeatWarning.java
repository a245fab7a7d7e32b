package org.copse.planning.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.copse.planning.note.Note;

/** What a planner has to know of a beat's hours before relying on them. */
public enum BeatWarning {
    /** Answering incidents eats into the time that the weights protect. Names {@code share} and {@code protectedShare} of the hours. */
    PROTECTED_TIME_EATEN,
    /** The residents of {@code units} of its {@code of} units are estimated. */
    RESIDENTS_ESTIMATED,
    /** The mix of {@code units} of its {@code of} units asked for more hours than its cap. */
    MIX_CAPPED;

    static List<Note> of(WorkloadTable hours, int[] units) {
        List<Note> warnings = new ArrayList<>();
        if (hours.isProtectedTimeEaten(units)) {
            double share = hours.reactiveShare(units);
            double kept = hours.weights().officer().protectedShare();
            warnings.add(Note.of(
                    PROTECTED_TIME_EATEN,
                    Map.of("share", share, "protectedShare", kept),
                    String.format(
                            Locale.ROOT,
                            "Answering incidents takes %.0f %% of the hours: it eats into the protected %.0f %%.",
                            100 * share,
                            100 * kept)));
        }
        long estimated = IntStream.of(units).filter(hours::isResidentsEstimated).count();
        if (estimated > 0) {
            warnings.add(Note.of(
                    RESIDENTS_ESTIMATED,
                    Map.of("units", estimated, "of", units.length),
                    "The residents of " + estimated + " of " + units.length + " units are estimated."));
        }
        long capped = IntStream.of(units).filter(hours::isMixCapped).count();
        if (capped > 0) {
            warnings.add(Note.of(
                    MIX_CAPPED,
                    Map.of("units", capped, "of", units.length),
                    "The mix of " + capped + " of " + units.length + " units is capped."));
        }
        return warnings;
    }
}
