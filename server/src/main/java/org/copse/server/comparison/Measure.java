package org.copse.server.comparison;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.copse.planning.plan.Violation;
import org.copse.server.comparison.ComparisonDocument.MeasureView;

/** The rows of the table, each with what is better. */
enum Measure {
    OFFICERS("count", Better.NEITHER, plan -> plan.plan().beatCount()),
    SECTORS("count", Better.NEITHER, plan -> plan.plan().sectorCount()),
    LOAD("number", Better.LOWER, Measured::load),
    MAX_DEVIATION("share", Better.LOWER, plan -> plan.measures().maxDeviation()),
    MEAN_DEVIATION("share", Better.LOWER, plan -> plan.measures().meanDeviation()),
    BEATS_OUT_OF_BOUNDS("count", Better.LOWER, plan -> plan.violations(Violation.Kind.BEAT_HOURS)),
    BEATS_WITHOUT_PROTECTED_TIME("count", Better.LOWER, Measured::beatsWithoutProtectedTime),
    MOST_RESIDENTS("residents", Better.LOWER, Measured::mostResidents),
    BEATS_IN_PIECES("count", Better.LOWER, plan -> plan.violations(Violation.Kind.BEAT_IN_PIECES)),
    POLSBY_POPPER("number", Better.HIGHER, Measured::meanPolsbyPopper),
    REOCK("number", Better.HIGHER, Measured::meanReock),
    CUT("kilometres", Better.LOWER, plan -> plan.measures().cutMetres() / 1000),
    LONGEST_WALK("kilometres", Better.LOWER, plan -> plan.measures().longestWalkMetres() / 1000),
    BARRIERS_CROSSED("count", Better.LOWER, plan -> plan.measures().barriersCrossed()),
    COMMUNITIES_SPLIT("count", Better.LOWER, plan -> plan.measures().communitiesSplit()),
    RESIDENTS_CHANGING("residents", Better.LOWER, plan -> plan.measures().residentsChanging());

    /** Which way is better. */
    enum Better {
        LOWER,
        HIGHER,
        NEITHER
    }

    /** Figures that look alike in three digits are no better or worse than each other. */
    private static final MathContext SEEN = new MathContext(3);

    private final String kind;
    private final Better better;
    private final ToDoubleFunction<Measured> value;

    Measure(String kind, Better better, ToDoubleFunction<Measured> value) {
        this.kind = kind;
        this.better = better;
        this.value = value;
    }

    /** Returns the rows that the district has data for. */
    static List<MeasureView> table(Ruler ruler, List<Measured> plans) {
        return Arrays.stream(values())
                .filter(measure ->
                        measure != COMMUNITIES_SPLIT || ruler.district().hasCommunities())
                .filter(measure ->
                        measure != RESIDENTS_CHANGING || ruler.district().hasInForce())
                .map(measure -> measure.row(plans))
                .toList();
    }

    private MeasureView row(List<Measured> plans) {
        List<Double> values = plans.stream().map(value::applyAsDouble).toList();
        List<String> verdicts = new ArrayList<>();
        values.forEach(v -> verdicts.add(verdicts.isEmpty() ? "none" : verdict(v, values.get(0))));
        return new MeasureView(key(), kind, better.name().toLowerCase(Locale.ROOT), values, verdicts);
    }

    String verdict(double here, double first) {
        if (better == Better.NEITHER) {
            return "none";
        }
        if (rounded(here).compareTo(rounded(first)) == 0) {
            return "same";
        }
        return here < first == (better == Better.LOWER) ? "better" : "worse";
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).round(SEEN);
    }

    /** Returns the name in messages, such as {@code max-deviation}. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
