package org.copse.planning.objective;

import java.util.Arrays;
import org.copse.planning.problem.PlanningProblem;

/**
 * Dissimilarity inside beats of the attributes that the planner chose: residents times squared distance to the beat's mean in attribute
 * space, as a share of the same about the district's mean; 0..1. Off unless attributes and a weight are given; every plan that uses it comes
 * with its twin without it.
 *
 * <p>Unit: share of residents times squared distance. Range: 0..1. Source: the within-groups sum of squares (Ward 1963,
 * doi:10.1080/01621459.1963.10500845).
 */
final class MixCohesion implements Term {

    private final double[] residents;
    private final double[][] weightedShare;
    private final double squares;
    private final double total;
    private final double[] beatResidents;
    private final double[][] sums;

    MixCohesion(PlanningProblem problem, SearchGraph graph, int beats) {
        int attributes = problem.mixCount();
        this.residents = new double[graph.units];
        this.weightedShare = new double[graph.units][attributes];
        double square = 0;
        double people = 0;
        double[] all = new double[attributes];
        for (int u = 0; u < graph.units; u++) {
            residents[u] = problem.unit(graph.unit[u]).residents();
            people += residents[u];
            for (int a = 0; a < attributes; a++) {
                double share = problem.mixShare(graph.unit[u], a);
                weightedShare[u][a] = residents[u] * share;
                square += residents[u] * share * share;
                all[a] += weightedShare[u][a];
            }
        }
        this.squares = square;
        this.total = Math.max(square - meanSquares(all, people), Double.MIN_NORMAL);
        this.beatResidents = new double[beats];
        this.sums = new double[beats][attributes];
    }

    @Override
    public void enter(Assignment at) {
        addUp(at, beatResidents, sums);
    }

    @Override
    public double score(Assignment at) {
        double[] people = new double[sums.length];
        double[][] fresh = new double[sums.length][sums[0].length];
        addUp(at, people, fresh);
        double score = squares;
        for (int beat = 0; beat < fresh.length; beat++) {
            score -= meanSquares(fresh[beat], people[beat]);
        }
        return score / total;
    }

    @Override
    public double change(Assignment at, int unit, int to) {
        int from = at.beat[unit];
        double before = meanSquares(sums[from], beatResidents[from]) + meanSquares(sums[to], beatResidents[to]);
        double after = 0;
        double left = beatResidents[from] - residents[unit];
        double joined = beatResidents[to] + residents[unit];
        for (int a = 0; a < weightedShare[unit].length; a++) {
            double own = weightedShare[unit][a];
            after += left > 1e-9 ? (sums[from][a] - own) * (sums[from][a] - own) / left : 0;
            after += joined > 0 ? (sums[to][a] + own) * (sums[to][a] + own) / joined : 0;
        }
        return (before - after) / total;
    }

    @Override
    public void moved(Assignment at, int unit, int from) {
        int to = at.beat[unit];
        beatResidents[from] -= residents[unit];
        beatResidents[to] += residents[unit];
        for (int a = 0; a < weightedShare[unit].length; a++) {
            sums[from][a] -= weightedShare[unit][a];
            sums[to][a] += weightedShare[unit][a];
        }
    }

    private void addUp(Assignment at, double[] people, double[][] into) {
        Arrays.fill(people, 0);
        for (double[] beat : into) {
            Arrays.fill(beat, 0);
        }
        for (int u = 0; u < residents.length; u++) {
            people[at.beat[u]] += residents[u];
            for (int a = 0; a < weightedShare[u].length; a++) {
                into[at.beat[u]][a] += weightedShare[u][a];
            }
        }
    }

    private static double meanSquares(double[] sum, double people) {
        double squared = 0;
        for (double s : sum) {
            squared += s * s;
        }
        return people > 1e-9 ? squared / people : 0;
    }
}
