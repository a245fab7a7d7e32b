package org.copse.server.disclosure;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.copse.statistics.hotspot.Certainty;
import org.copse.statistics.hotspot.GiStar;
import org.copse.statistics.hotspot.LocalTest;
import org.copse.statistics.hotspot.Rates;
import org.copse.statistics.near.Neighbours;
import org.jspecify.annotations.Nullable;

/** How a hexagon compares with elsewhere. */
public enum Comparison {
    MORE_VERY_SURE,
    MORE_SURE,
    /** As elsewhere, as far as can be told. */
    NOT_SURE,
    LESS_SURE,
    LESS_VERY_SURE,
    /** Published, but there is nothing to compare with: hardly any residents, or hardly any other hexagon. */
    NOT_TESTED,
    /** Withheld. */
    TOO_FEW;

    /** Fewer hexagons with a figure are no elsewhere. */
    private static final int FEWEST_COMPARED = 8;

    private static final int FEWEST_RESIDENTS = 200;

    /** Returns the name as it is stored and sent. */
    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Compares by Gi*, from published figures alone: a withheld count is no hexagon's neighbour, so that no class tells of it.
     *
     * @param published by hexagon; empty where withheld
     * @param residents by hexagon, as published; null where nobody counted them
     */
    static Comparison[] of(List<OptionalInt> published, int @Nullable [] residents, Neighbours neighbours) {
        double[] counts = new double[published.size()];
        double[] exposure = new double[published.size()];
        for (int cell = 0; cell < counts.length; cell++) {
            OptionalInt count = published.get(cell);
            counts[cell] = count.orElse(0);
            boolean compares = count.isPresent() && (residents == null || residents[cell] >= FEWEST_RESIDENTS);
            exposure[cell] = !compares ? 0 : residents == null ? 1 : residents[cell];
        }
        double[] values = Rates.of(counts, exposure).deviates();
        boolean enough = Arrays.stream(values).filter(Double::isFinite).count() >= FEWEST_COMPARED;
        LocalTest test = GiStar.of(values, neighbours);
        Comparison[] compared = new Comparison[counts.length];
        for (int cell = 0; cell < compared.length; cell++) {
            compared[cell] = published.get(cell).isEmpty()
                    ? TOO_FEW
                    : enough ? valueOf(test.certainty(cell).name()) : valueOf(Certainty.NOT_TESTED.name());
        }
        return compared;
    }
}
