package org.copse.planning.objective;

import java.util.Arrays;
import java.util.List;
import org.copse.planning.problem.Edge;
import org.copse.planning.problem.PlanningProblem;
import org.copse.planning.problem.PlanningUnit;
import org.copse.planning.problem.UnitGraph;

/**
 * Units and neighbours in primitive arrays. Units are renumbered along a Hilbert curve, so that neighbours on the map are neighbours in
 * memory; {@link #unit} and {@link #place} translate. Read-only after construction and shared by all threads.
 */
public final class SearchGraph {

    /** Number of units. */
    public final int units;
    /** Slots of unit {@code u} are {@code first[u]} to {@code first[u + 1] - 1}. */
    public final int[] first;
    /** The neighbour in each slot. */
    public final int[] neighbour;
    /** The problem's edge in each slot; links between components come after those of the problem. */
    public final int[] edge;
    /** Hours per unit. */
    public final double[] hours;
    /** Easting from the district's mean, in metres. */
    public final double[] x;
    /** Northing from the district's mean, in metres. */
    public final double[] y;
    /** The problem's number of each unit. */
    public final int[] unit;
    /** The search's number of each of the problem's units. */
    public final int[] place;

    private final Edge[] edges;

    /** Lays out a problem's graph with some more edges, which join components that must be planned as one. */
    public SearchGraph(PlanningProblem problem, List<Edge> links) {
        UnitGraph graph = problem.graph();
        this.units = graph.unitCount();
        this.unit = HilbertOrder.of(problem.units());
        this.place = new int[units];
        for (int u = 0; u < units; u++) {
            place[unit[u]] = u;
        }
        this.edges = new Edge[graph.edgeCount() + links.size()];
        this.first = new int[units + 1];
        for (int e = 0; e < edges.length; e++) {
            edges[e] = e < graph.edgeCount() ? graph.edge(e) : links.get(e - graph.edgeCount());
            first[place[edges[e].a()] + 1]++;
            first[place[edges[e].b()] + 1]++;
        }
        for (int u = 0; u < units; u++) {
            first[u + 1] += first[u];
        }
        this.neighbour = new int[first[units]];
        this.edge = new int[first[units]];
        int[] next = Arrays.copyOf(first, units);
        for (int e = 0; e < edges.length; e++) {
            put(next, place[edges[e].a()], place[edges[e].b()], e);
            put(next, place[edges[e].b()], place[edges[e].a()], e);
        }
        this.hours = new double[units];
        this.x = new double[units];
        this.y = new double[units];
        layUnits(problem);
    }

    private void layUnits(PlanningProblem problem) {
        double meanX = 0;
        double meanY = 0;
        for (PlanningUnit u : problem.units()) {
            meanX += u.xMetres() / units;
            meanY += u.yMetres() / units;
        }
        for (int u = 0; u < units; u++) {
            PlanningUnit of = problem.unit(unit[u]);
            hours[u] = of.hours();
            x[u] = of.xMetres() - meanX;
            y[u] = of.yMetres() - meanY;
        }
    }

    /** Returns an edge by number, links included. */
    public Edge edge(int number) {
        return edges[number];
    }

    /** Returns the number of edges, links included. */
    public int edgeCount() {
        return edges.length;
    }

    /** Returns the hours of a set of units. */
    public double hoursOf(int[] set) {
        double sum = 0;
        for (int u : set) {
            sum += hours[u];
        }
        return sum;
    }

    private void put(int[] next, int from, int to, int e) {
        int slot = next[from]++;
        neighbour[slot] = to;
        edge[slot] = e;
    }
}
