package org.copse.server.proposal;

import java.util.List;
import org.copse.planning.plan.Remedy;
import org.jspecify.annotations.Nullable;

/**
 * What would help a plan that keeps not every bound; see {@link Remedy} for how each is found.
 *
 * @param tolerance the smallest share under which this very plan keeps every bound; null where none helps
 * @param beats a number of beats for which a plan that keeps every bound was found; null where none was
 * @param unitsToDivide units that alone have more hours than a beat may have
 */
public record RemedyView(@Nullable Double tolerance, @Nullable Integer beats, List<String> unitsToDivide) {

    /** Returns a remedy for the wire; null for none. */
    public static @Nullable RemedyView of(@Nullable Remedy remedy) {
        return remedy == null
                ? null
                : new RemedyView(
                        remedy.tolerance().isPresent() ? remedy.tolerance().getAsDouble() : null,
                        remedy.beats().isPresent() ? remedy.beats().getAsInt() : null,
                        remedy.unitsToDivide());
    }
}
