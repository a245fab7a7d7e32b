package org.copse.planning.workload;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.copse.planning.note.Note;

/** The hours of every unit by term, in officer-hours per month, and what a reader has to know about them. */
public final class WorkloadTable {
    private final List<UnitEvidence> units;
    private final WorkloadWeights weights;
    private final Map<Term, double[]> hours;
    private final double[] reactiveHours;
    private final Conflict conflict;
    private final boolean[] mixCapped;
    private final IncidentTotals incidents;
    private final List<Note> notes;

    WorkloadTable(
            List<UnitEvidence> units,
            WorkloadWeights weights,
            Map<Term, double[]> hours,
            double[] reactiveHours,
            Conflict conflict,
            boolean[] mixCapped,
            IncidentTotals incidents,
            List<Note> notes) {
        this.units = units;
        this.weights = weights;
        this.hours = new EnumMap<>(hours);
        this.reactiveHours = reactiveHours;
        this.conflict = conflict;
        this.mixCapped = mixCapped;
        this.incidents = incidents;
        this.notes = List.copyOf(notes);
    }

    static double[] column(Map<Term, double[]> hours, Term term) {
        return Objects.requireNonNull(hours.get(term));
    }

    /** Returns the number of units. */
    public int unitCount() {
        return units.size();
    }

    /** Returns the weights that the hours were reckoned with. */
    public WorkloadWeights weights() {
        return weights;
    }

    /** Returns the hours of a unit in one term. */
    public double hours(int unit, Term term) {
        return column(hours, term)[unit];
    }

    /** Returns all hours of a unit. */
    public double hours(int unit) {
        double sum = 0;
        for (Term term : Term.values()) {
            sum += hours(unit, term);
        }
        return sum;
    }

    /** Returns the hours of several units, a beat's for example, by term. */
    public Map<Term, Double> hoursByTerm(int[] ofUnits) {
        Map<Term, Double> sums = new EnumMap<>(Term.class);
        for (Term term : Term.values()) {
            double sum = 0;
            for (int unit : ofUnits) {
                sum += hours(unit, term);
            }
            sums.put(term, sum);
        }
        return sums;
    }

    /** Returns the hours of the whole district in one criterion. */
    public double totalHours(Criterion criterion) {
        double sum = 0;
        for (Term term : Term.values()) {
            if (term.criterion() == criterion) {
                for (double one : column(hours, term)) {
                    sum += one;
                }
            }
        }
        return sum;
    }

    /** Returns the hours of the whole district. */
    public double totalHours() {
        double sum = 0;
        for (Criterion criterion : Criterion.values()) {
            sum += totalHours(criterion);
        }
        return sum;
    }

    /** Returns the share of all hours that a criterion makes, 0 to 1; 0 when there are no hours. */
    public double share(Criterion criterion) {
        double total = totalHours();
        return total == 0 ? 0 : totalHours(criterion) / total;
    }

    /** Returns how many incidents of a unit count as conflict, over the whole period, as recorded. */
    public long incidentsCounted(int unit) {
        return conflict.counted(unit);
    }

    /** Returns the incidents a month of a unit that count as conflict, as recorded. */
    public double incidentsPerMonth(int unit) {
        return conflict.perMonth(unit);
    }

    /**
     * Returns the incidents a month of a unit that count as conflict, smoothed towards the district's rate: what its hours
     * are reckoned with. Over all units they are as many as recorded.
     */
    public double smoothedIncidentsPerMonth(int unit) {
        return conflict.smoothedPerMonth(unit);
    }

    /** Returns whether the mix of a unit asked for more than its cap. */
    public boolean isMixCapped(int unit) {
        return mixCapped[unit];
    }

    /** Returns whether the residents of a unit are estimated, since its source has no figure. */
    public boolean isResidentsEstimated(int unit) {
        return units.get(unit).residentsEstimated();
    }

    /** Returns what a planner has to know of the hours of several units, a beat's for example: see {@link BeatWarning}. */
    public List<Note> warnings(int[] ofUnits) {
        return BeatWarning.of(this, ofUnits);
    }

    /** Returns the hours of a unit that answer to incidents: conflict, and its share of the way between visits. */
    public double reactiveHours(int unit) {
        return reactiveHours[unit];
    }

    /** Returns the share of the hours of several units that answers to incidents, 0 to 1. */
    public double reactiveShare(int[] ofUnits) {
        double reactive = 0;
        double all = 0;
        for (int unit : ofUnits) {
            reactive += reactiveHours[unit];
            all += hours(unit);
        }
        return all == 0 ? 0 : reactive / all;
    }

    /** Returns whether answering incidents eats into the share of time that the weights protect. */
    public boolean isProtectedTimeEaten(int[] ofUnits) {
        return reactiveShare(ofUnits) > 1 - weights.officer().protectedShare();
    }

    /** Returns which incidents counted and which did not. */
    public IncidentTotals incidents() {
        return incidents;
    }

    /** Returns the hours to do over the hours that this many officers have: 1 is full, 1.8 is 80 % too much. */
    public double load(int officers) {
        return totalHours() / (officers * weights.officer().hoursPerMonth());
    }

    /** Returns how many officers the hours would need; not rounded. */
    public double officersNeeded() {
        return totalHours() / weights.officer().hoursPerMonth();
    }

    /** Returns what a reader has to know: criteria left out or without evidence, caps that bite, estimates. */
    public List<Note> notes() {
        return notes;
    }
}
