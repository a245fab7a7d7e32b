package org.copse.server.review;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** What sites are compared in. Nothing of who lives there: a pilot is not chosen by origin or religion. */
enum SiteMeasure {
    RESIDENTS(SiteFigures::residents),
    RESIDENTS_PER_SQUARE_KILOMETRE(site -> site.residents() / site.squareKilometres()),
    SQUARE_KILOMETRES(SiteFigures::squareKilometres),
    INCIDENTS_PER_MONTH(SiteFigures::incidentsPerMonth),
    INCIDENTS_PER_SQUARE_KILOMETRE(site -> site.incidentsPerMonth() / site.squareKilometres()),
    HOURS(SiteFigures::hours),
    REACTIVE_SHARE(SiteFigures::reactiveShare);

    private static final List<SiteMeasure> OF_INCIDENTS =
            List.of(INCIDENTS_PER_MONTH, INCIDENTS_PER_SQUARE_KILOMETRE, REACTIVE_SHARE);

    private final ToDoubleFunction<SiteFigures> value;

    SiteMeasure(ToDoubleFunction<SiteFigures> value) {
        this.value = value;
    }

    double of(SiteFigures site) {
        return value.applyAsDouble(site);
    }

    /** Returns the name on the wire: {@code incidents-per-month}. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns those that can be told. @param incidents whether incidents were counted */
    static List<SiteMeasure> list(boolean incidents) {
        return Arrays.stream(values())
                .filter(measure -> incidents || !OF_INCIDENTS.contains(measure))
                .toList();
    }

    static Optional<SiteMeasure> findByKey(String key) {
        return Arrays.stream(values())
                .filter(measure -> measure.key().equals(key))
                .findFirst();
    }
}
