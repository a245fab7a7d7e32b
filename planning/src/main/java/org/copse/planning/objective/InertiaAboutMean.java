package org.copse.planning.objective;

import java.util.Arrays;

/**
 * Moment of inertia: Σ hours·‖x − mean of the beat‖² in hours·m², over a scale. Removing weight w at distance d from the mean of a beat of
 * weight W takes W·w/(W − w)·d² away, adding it brings W·w/(W + w)·d² (parallel axes).
 *
 * <p>Unit: share of four times what equal parts of the district's own shape would have. Range: 0 and more; about a quarter for square
 * beats. Source: Weaver, Hess 1963, doi:10.2307/794769; parallel axes (Steiner).
 */
final class InertiaAboutMean implements Term {

    private final double scale;
    private final double[] sumX;
    private final double[] sumY;

    InertiaAboutMean(int beats, double scale) {
        this.scale = scale;
        this.sumX = new double[beats];
        this.sumY = new double[beats];
    }

    @Override
    public void enter(Assignment at) {
        Arrays.fill(sumX, 0);
        Arrays.fill(sumY, 0);
        SearchGraph graph = at.graph;
        for (int u = 0; u < graph.units; u++) {
            sumX[at.beat[u]] += graph.hours[u] * graph.x[u];
            sumY[at.beat[u]] += graph.hours[u] * graph.y[u];
        }
    }

    @Override
    public double score(Assignment at) {
        SearchGraph graph = at.graph;
        int beats = sumX.length;
        double[] hours = new double[beats];
        double[] meanX = new double[beats];
        double[] meanY = new double[beats];
        for (int u = 0; u < graph.units; u++) {
            int beat = at.beat[u];
            hours[beat] += graph.hours[u];
            meanX[beat] += graph.hours[u] * graph.x[u];
            meanY[beat] += graph.hours[u] * graph.y[u];
        }
        double sum = 0;
        for (int u = 0; u < graph.units; u++) {
            int beat = at.beat[u];
            if (hours[beat] > 0) {
                double dx = graph.x[u] - meanX[beat] / hours[beat];
                double dy = graph.y[u] - meanY[beat] / hours[beat];
                sum += graph.hours[u] * (dx * dx + dy * dy);
            }
        }
        return sum / scale;
    }

    @Override
    public double change(Assignment at, int unit, int to) {
        double w = at.graph.hours[unit];
        if (w == 0) {
            return 0;
        }
        int from = at.beat[unit];
        double x = at.graph.x[unit];
        double y = at.graph.y[unit];
        double leaving = at.beatHours[from];
        double entering = at.beatHours[to];
        double change = 0;
        if (leaving > w * (1 + 1e-12)) {
            double dx = x - sumX[from] / leaving;
            double dy = y - sumY[from] / leaving;
            change -= leaving * w / (leaving - w) * (dx * dx + dy * dy);
        }
        if (entering > 0) {
            double dx = x - sumX[to] / entering;
            double dy = y - sumY[to] / entering;
            change += entering * w / (entering + w) * (dx * dx + dy * dy);
        }
        return change / scale;
    }

    @Override
    public void moved(Assignment at, int unit, int from) {
        double wx = at.graph.hours[unit] * at.graph.x[unit];
        double wy = at.graph.hours[unit] * at.graph.y[unit];
        int to = at.beat[unit];
        sumX[from] -= wx;
        sumY[from] -= wy;
        sumX[to] += wx;
        sumY[to] += wy;
    }
}
