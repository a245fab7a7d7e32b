package org.copse.planning.workload;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Estimates the officer-hours per month of units.
 *
 * <pre>
 * contact   P · m_contact / 60
 * mix       min( Σ_g P_g · m_g + P · Σ_j m_j · rank_j ,  cap · P · m_contact ) / 60
 * conflict  Σ_c I_c · m_c / 60
 * places    Σ_t n_t · visits_t · m_t / 60
 * travel    0.7124 · √(A · N · T) / v
 * access    (sum of the above / H) · shifts · 2 · (t_base + share · t_centre) / 60
 * </pre>
 *
 * <p>P residents, I incidents a month that count, smoothed by {@link Shrinkage} with their total kept, A inhabited km², N visits a month, T tours a
 * month, v km/h, H hours of an officer, t minutes one way. The length of a tour through N/T places spread over an area
 * is 0.7124 · √(A · N/T) (Beardwood, Halton, Hammersley 1959, <a
 * href="https://doi.org/10.1017/S0305004100034095">doi:10.1017/S0305004100034095</a>).
 */
public final class Workload {

    /** The constant of the shortest tour through many random points in the plane. */
    static final double TOUR_CONSTANT = 0.7124;

    private static final double MINUTES_PER_HOUR = 60;

    private final List<UnitEvidence> units;
    private final WorkloadWeights weights;
    private final Map<Term, double[]> hours = new EnumMap<>(Term.class);
    private final double[] reactive;
    private final boolean[] capped;

    private Workload(List<UnitEvidence> units, WorkloadWeights weights) {
        this.units = units;
        this.weights = weights;
        for (Term term : Term.values()) {
            hours.put(term, new double[units.size()]);
        }
        reactive = new double[units.size()];
        capped = new boolean[units.size()];
    }

    /**
     * Returns the hours of each unit by term.
     *
     * @param units in the order that the table keeps
     */
    public static WorkloadTable estimate(List<UnitEvidence> units, WorkloadWeights weights) {
        return new Workload(List.copyOf(units), weights).table();
    }

    private WorkloadTable table() {
        double[] people = units.stream()
                .mapToDouble(unit -> unit.residents() + unit.ambientPeople())
                .toArray();
        Conflict conflict =
                Conflict.of(units.stream().map(UnitEvidence::incidents).toList(), people, weights.conflict());
        Mix mix = new Mix(units, weights.mix());
        IncidentTotals incidents = IncidentTotals.of(units, weights.conflict());
        for (int u = 0; u < units.size(); u++) {
            estimate(u, conflict, mix);
        }
        return new WorkloadTable(
                units,
                weights,
                hours,
                reactive,
                conflict,
                capped,
                incidents,
                WorkloadNotes.of(units, weights, mix, capped, incidents));
    }

    private void estimate(int u, Conflict conflict, Mix mix) {
        UnitEvidence unit = units.get(u);
        double contactMinutes =
                unit.residents() * weights.contact().perResident().minutes();
        double mixCap = weights.mix().capShare() * contactMinutes;
        double mixMinutes = mix.minutesPerMonth(u);
        capped[u] = mixMinutes > mixCap;
        double placeMinutes = 0;
        double placeVisits = 0;
        for (var type : unit.places().entrySet()) {
            VisitMinutes visit = weights.places().of(type.getKey());
            placeVisits += type.getValue() * visit.visits();
            placeMinutes += type.getValue() * visit.visits() * visit.minutes().minutes();
        }
        double visits =
                contactMinutes / weights.contact().minutesPerContact() + conflict.visitsPerMonth(u) + placeVisits;
        set(Term.CONTACT, u, contactMinutes / MINUTES_PER_HOUR);
        set(Term.MIX, u, Math.min(mixMinutes, mixCap) / MINUTES_PER_HOUR);
        set(Term.CONFLICT, u, conflict.minutesPerMonth(u) / MINUTES_PER_HOUR);
        set(Term.PLACES, u, placeMinutes / MINUTES_PER_HOUR);
        set(Term.TRAVEL, u, travelHours(unit.inhabitedSquareKilometres(), visits));
        reactive[u] = hours(Term.CONFLICT, u)
                + (visits == 0 ? 0 : hours(Term.TRAVEL, u) * conflict.visitsPerMonth(u) / visits);
        set(Term.ACCESS, u, accessHours(u));
    }

    private double travelHours(double squareKilometres, double visitsPerMonth) {
        double tours = weights.travel().toursPerMonth();
        return TOUR_CONSTANT
                * Math.sqrt(squareKilometres * visitsPerMonth * tours)
                / weights.travel().kilometresPerHour();
    }

    private double accessHours(int u) {
        AccessWeights access = weights.access();
        double inTheUnit = 0;
        for (Term term : Term.values()) {
            inTheUnit += term == Term.ACCESS ? 0 : hours(term, u);
        }
        double minutesOneWay = units.get(u).toBase().minutes(access)
                + access.centreShare() * units.get(u).toCentre().minutes(access);
        double officers = inTheUnit / weights.officer().hoursPerMonth();
        return officers * access.shiftsPerMonth() * 2 * minutesOneWay / MINUTES_PER_HOUR;
    }

    private void set(Term term, int unit, double value) {
        WorkloadTable.column(hours, term)[unit] = value;
    }

    private double hours(Term term, int unit) {
        return WorkloadTable.column(hours, term)[unit];
    }
}
