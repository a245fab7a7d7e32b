package org.copse.planning.search;

import java.util.ArrayList;
import java.util.List;
import org.copse.planning.plan.Plan;
import org.copse.planning.problem.PlanningProblem;

/** Entry to the search. */
public final class PlanSearch {

    private PlanSearch() {}

    /** Returns a first plan by recursive bisection. */
    public static Plan firstPlan(PlanningProblem problem, long seed, List<String> notes) {
        SearchGraph graph = new SearchGraph(problem);
        List<Integer> teams = problem.staffing().teams();
        int[] component = problem.graph().components();
        int parts = java.util.Arrays.stream(component).max().orElse(0) + 1;
        double[] hours = new double[parts];
        int[] units = new int[parts];
        for (int u = 0; u < component.length; u++) {
            hours[component[u]] += graph.hours[u];
            units[component[u]]++;
        }
        List<List<Integer>> shares = Components.share(teams, hours, units);
        RecursiveStart start = new RecursiveStart(graph, problem.beatCount(), (seed % 7) * 0.3);
        if (shares.isEmpty()) {
            notes.add(
                    parts
                            + " parts are not connected and too many or too small for the sectors: some sectors lie in several parts");
            start.plan(all(graph.units), teams, 0);
            return Plan.of(start.beatOf(), start.sectorOf());
        }
        if (parts > 1) {
            notes.add(parts + " parts of the district are not connected and are planned apart");
        }
        int firstSector = 0;
        for (int part = 0; part < parts; part++) {
            int number = part;
            List<Integer> own = new ArrayList<>();
            shares.get(part).forEach(team -> own.add(teams.get(team)));
            int[] inside = java.util.stream.IntStream.range(0, graph.units)
                    .filter(u -> component[u] == number)
                    .toArray();
            start.plan(inside, own, firstSector);
            firstSector += own.size();
        }
        return Plan.of(start.beatOf(), start.sectorOf());
    }

    private static int[] all(int units) {
        return java.util.stream.IntStream.range(0, units).toArray();
    }
}
