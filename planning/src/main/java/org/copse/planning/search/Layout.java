package org.copse.planning.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.copse.planning.note.Note;
import org.copse.planning.objective.HoursBounds;
import org.copse.planning.objective.SearchGraph;
import org.copse.planning.problem.Bounds;
import org.copse.planning.problem.Edge;
import org.copse.planning.problem.PlanningProblem;

/**
 * What is fixed before the search: the graph, its parts that are planned apart, the teams of each part, and so the hours that each beat and
 * sector is to have.
 */
final class Layout {

    final PlanningProblem problem;
    final SearchGraph graph;
    final LocalLinks links;
    final List<Part> parts = new ArrayList<>();
    final List<Note> notes = new ArrayList<>();
    private final int[] partOfUnit;

    /**
     * A connected part of the district.
     *
     * @param units its units
     * @param teams officers of each of its sectors
     * @param targetHours hours of each of its beats when all are even
     */
    record Part(int[] units, List<Integer> teams, double targetHours) {
        int officers() {
            return teams.stream().mapToInt(Integer::intValue).sum();
        }
    }

    Layout(PlanningProblem problem) {
        this.problem = problem;
        List<Integer> teams = problem.staffing().teams();
        int[] component = problem.graph().components();
        int count = Arrays.stream(component).max().orElse(0) + 1;
        List<List<Integer>> shared = share(teams, component, count);
        List<Edge> joins = shared.isEmpty() ? Joins.between(problem, component) : List.of();
        this.graph = new SearchGraph(problem, joins);
        this.links = new LocalLinks(graph);
        this.partOfUnit = new int[graph.units];
        if (shared.isEmpty()) {
            notes.add(Note.of(
                    LayoutNote.PARTS_PLANNED_AS_IF_JOINED,
                    Map.of("parts", count, "sectors", teams.size()),
                    count + " parts of the district are not connected, too many or too small to be planned apart with "
                            + teams.size() + (teams.size() == 1 ? " sector" : " sectors")
                            + ": some are planned as if joined"));
            add(IntStream.range(0, graph.units).toArray(), teams);
            return;
        }
        if (count > 1) {
            notes.add(Note.of(
                    LayoutNote.PARTS_PLANNED_APART,
                    Map.of("parts", count),
                    count + " parts of the district are not connected and are planned apart"));
        }
        for (int part = 0; part < count; part++) {
            int number = part;
            int[] units = IntStream.range(0, graph.units)
                    .filter(u -> component[graph.unit[u]] == number)
                    .toArray();
            add(units, shared.get(part).stream().map(teams::get).toList());
        }
    }

    private List<List<Integer>> share(List<Integer> teams, int[] component, int count) {
        double[] hours = new double[count];
        int[] units = new int[count];
        for (int u = 0; u < component.length; u++) {
            hours[component[u]] += problem.unit(u).hours();
            units[component[u]]++;
        }
        return Components.share(teams, hours, units);
    }

    private void add(int[] units, List<Integer> teams) {
        for (int u : units) {
            partOfUnit[u] = parts.size();
        }
        int officers = teams.stream().mapToInt(Integer::intValue).sum();
        parts.add(new Part(units, teams, graph.hoursOf(units) / officers));
    }

    /** Returns bounds for labels: each beat's target is that of the part where most of its units lie. */
    HoursBounds bounds(int[] beatOfUnit, int[] sectorOfBeat) {
        int beats = sectorOfBeat.length;
        int sectors = Arrays.stream(sectorOfBeat).max().orElse(0) + 1;
        double[] target = new double[beats];
        Arrays.fill(target, problem.targetHours());
        for (int u = 0; u < graph.units; u++) {
            target[beatOfUnit[u]] = parts.get(partOfUnit[u]).targetHours();
        }
        Bounds asked = problem.beatHours();
        double share = problem.tolerance().beat();
        double sectorShare = problem.tolerance().sector();
        HoursBounds bounds =
                new HoursBounds(target, new double[beats], new double[beats], new double[sectors], new double[sectors]);
        double[] usual = new double[sectors];
        double[] own = new double[sectors];
        for (int beat = 0; beat < beats; beat++) {
            boolean within = asked.excess(target[beat]) == 0;
            bounds.beatLower()[beat] = within ? asked.lower() : target[beat] * Math.max(0, 1 - share);
            bounds.beatUpper()[beat] = within ? asked.upper() : target[beat] * (1 + share);
            usual[sectorOfBeat[beat]] += problem.targetHours();
            own[sectorOfBeat[beat]] += target[beat];
        }
        for (int s = 0; s < sectors; s++) {
            boolean within = Math.abs(own[s] - usual[s]) <= usual[s] * sectorShare;
            double aim = within ? usual[s] : own[s];
            bounds.sectorLower()[s] = aim * Math.max(0, 1 - sectorShare);
            bounds.sectorUpper()[s] = aim * (1 + sectorShare);
        }
        return bounds;
    }
}
