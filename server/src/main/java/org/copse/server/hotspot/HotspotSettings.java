package org.copse.server.hotspot;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.copse.server.hotspot.HotspotReport.Setting;
import org.copse.statistics.density.Bandwidth;
import org.copse.statistics.grid.CellSize;
import org.copse.statistics.near.Barriers;
import org.copse.statistics.near.Neighbours;
import org.copse.statistics.sequence.Bands;

/** Each choice behind a map, with its reason. */
final class HotspotSettings {
    private final HotspotMap map;
    private final Map<String, Setting> settings = new LinkedHashMap<>();

    private HotspotSettings(HotspotMap map) {
        this.map = map;
    }

    static Map<String, Setting> of(HotspotMap map) {
        HotspotSettings settings = new HotspotSettings(map);
        settings.selection();
        settings.cells();
        settings.nearness();
        settings.method();
        return settings.settings;
    }

    private void set(String name, Object value, String reason) {
        settings.put(name, new Setting(value, reason));
    }

    private void selection() {
        HotspotRequest request = map.request();
        if (request.categories().isEmpty()) {
            set("categories", "all", "none was chosen");
        } else {
            set("categories", request.categories(), "chosen");
        }
        set(
                "policeInitiated",
                request.policeInitiatedCount() ? "count" : "left out",
                request.policeInitiatedCount()
                        ? "asked for: the map then shows where police look, too"
                        : "what police start shows where police are, and sending more there for it feeds itself");
    }

    private void cells() {
        set("shape", Legend.key(map.request().shape()), "chosen");
        set("cellMetres", map.size().metres(), reason(map.size().reason()));
        set("crs", map.ground().crs().code(), "metric, from where the district lies; cells are anchored at its origin");
        Optional<double[]> residents = map.ground().residents();
        if (residents.isPresent()) {
            set(
                    "exposure",
                    "residents of " + map.ground().residentsSource(),
                    "spread evenly over the land of each unit; cells without any are not tested");
        } else {
            set("exposure", "none", "no residents were given: counts are compared as they are");
        }
    }

    private static String reason(CellSize.Reason reason) {
        return switch (reason) {
            case GIVEN -> "given";
            case TWO_INCIDENTS_A_CELL -> "two incidents a cell on average, rounded up";
            case SNAP_POINTS -> "incidents lie on snap points: twice the distance from one to the next, rounded up";
            case MANY_CELLS -> "smaller cells would be more than 250,000";
            case SMALLEST -> "smaller cells would show addresses";
            case FEW_INCIDENTS -> "there are few incidents: a twentieth of the district's side, rounded up";
        };
    }

    private void nearness() {
        set(
                "barriers",
                map.ground().barriers().isEmpty()
                        ? "none given"
                        : map.neighbours().cutPairs() + " pairs of cells are cut",
                "across a barrier is near only where the way over a crossing, open within " + Barriers.CROSSING_METRES
                        + " m of it, is at most " + Neighbours.LONGEST_DETOUR + " times the straight line");
    }

    private void method() {
        switch (map.request().method()) {
            case GI -> {
                set("neighbours", "cells that touch, and the cell itself", "binary weights, as Gi* has them");
                set("p", "from the normal distribution, two-sided", "a neighbourhood sums many incidents");
                set("q", "Benjamini-Hochberg over the cells tested", "thousands of cells are tested at once");
                rates();
            }
            case MORAN -> {
                set("neighbours", "cells that touch", "weights of a cell add up to 1");
                set("p", "conditional randomisation, normal, two-sided", "Sokal, Oden and Thomson 1998");
                set("q", "Benjamini-Hochberg over the cells tested", "thousands of cells are tested at once");
                rates();
            }
            case KDE -> {
                set("kernel", Legend.key(map.request().kernel()), "chosen");
                map.bandwidth().ifPresent(bandwidth -> set("bandwidthMetres", bandwidth.metres(), reason(bandwidth)));
                set(
                        "edge",
                        "corrected",
                        "divided by the share of the kernel that lies in the district and on this side");
            }
            case KNOX -> {
                Bands bands = Bands.usual();
                set("metres", bands.metres(), "the same place and steps of 100 m");
                set("days", bands.days(), "weeks");
                set("permutations", map.request().permutations(), "lots drawn");
                set("seed", map.request().seed(), "the same gives the same");
            }
        }
    }

    private void rates() {
        if (map.exposure().isPresent()) {
            set(
                    "values",
                    "Assunção-Reis deviates of counts over residents",
                    "a rate from ten people has to be far higher than one from a thousand to weigh the same");
        } else {
            set("values", "counts", "no residents were given");
        }
    }

    private static String reason(Bandwidth bandwidth) {
        return switch (bandwidth.rule()) {
            case GIVEN -> "given";
            case SCOTT -> "Scott's rule: the standard deviation of positions over the sixth root of their number";
            case FORETOLD_BEST ->
                "of 1 to 12 cells the one that made the third month least surprising after the first two";
            case CELL_SIZE -> "twice the cell size: Scott's rule gave less than the cells can show";
        };
    }
}
