package org.copse.planning.objective;

/**
 * Spread of beat hours: the mean over beats of the squared deviation from the target, in units of the squared tolerance; 0 when even, 1 when
 * every beat is at its bound.
 *
 * <p>Unit: share of the tolerance, squared. Range: 0 and more; 1 where every beat is at its bound. Source: the mean square of residuals,
 * over the tolerance that the planner gives.
 */
final class Balance implements Term {

    /** Hours that stand for the tolerance of a beat without any work. */
    private static final double LEAST_BOUND = 1e-6;

    private final double[] target;
    private final double[] factor;

    Balance(double[] target, double tolerance) {
        this.target = target;
        this.factor = new double[target.length];
        double allowed = Math.max(tolerance, 0.01);
        for (int beat = 0; beat < target.length; beat++) {
            double bound = Math.max(target[beat] * allowed, LEAST_BOUND);
            factor[beat] = 1 / (bound * bound * target.length);
        }
    }

    @Override
    public double score(Assignment at) {
        double[] hours = new double[target.length];
        for (int u = 0; u < at.graph.units; u++) {
            hours[at.beat[u]] += at.graph.hours[u];
        }
        double sum = 0;
        for (int beat = 0; beat < hours.length; beat++) {
            sum += squared(beat, hours[beat]);
        }
        return sum;
    }

    @Override
    public double change(Assignment at, int unit, int to) {
        int from = at.beat[unit];
        double hours = at.graph.hours[unit];
        double leaving = at.beatHours[from];
        double entering = at.beatHours[to];
        return squared(from, leaving - hours)
                - squared(from, leaving)
                + squared(to, entering + hours)
                - squared(to, entering);
    }

    private double squared(int beat, double hours) {
        double deviation = hours - target[beat];
        return deviation * deviation * factor[beat];
    }
}
