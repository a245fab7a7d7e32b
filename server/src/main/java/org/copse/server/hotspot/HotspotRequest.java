package org.copse.server.hotspot;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.copse.statistics.density.Kernel;
import org.copse.statistics.grid.CellShape;

/**
 * What is asked of the incidents.
 *
 * @param method how cells are judged
 * @param shape of a cell
 * @param cellMetres its size; empty to take it from the data
 * @param kernel of a density
 * @param bandwidthMetres of a density; empty to take it by Scott's rule
 * @param categories the only ones that count, compared without regard to case; empty for all
 * @param from the first day that counts; empty for no bound
 * @param to the last day that counts; empty for no bound
 * @param policeInitiatedCount whether what police started counts too
 * @param permutations lots drawn for near repeats
 * @param seed of the lots
 */
public record HotspotRequest(
        Method method,
        CellShape shape,
        OptionalDouble cellMetres,
        Kernel kernel,
        OptionalDouble bandwidthMetres,
        List<String> categories,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        boolean policeInitiatedCount,
        int permutations,
        long seed) {

    /** How cells are judged. */
    public enum Method {
        /** Getis and Ord's Gi*. */
        GI("Getis-Ord Gi*: does a cell with its neighbours hold more than its share?"),
        /** Local Moran's I. */
        MORAN("Local Moran's I: is a cell like its neighbours, or unlike them?"),
        /** Kernel density. */
        KDE("Kernel density: incidents per square kilometre, smoothed. A drawing, no test."),
        /** Near repeats. */
        KNOX("Knox: are more pairs of incidents close in space and time than chance gives?");

        private final String words;

        Method(String words) {
            this.words = words;
        }

        /** Returns what the method asks, in a sentence. */
        public String words() {
            return words;
        }
    }

    /** Copies the categories and checks the order of the days. */
    public HotspotRequest {
        categories = List.copyOf(categories);
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            throw new IllegalArgumentException(
                    "the period ends on " + to.get() + ", before it begins on " + from.get());
        }
    }
}
