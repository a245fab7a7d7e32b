package org.copse.planning.search;

import org.copse.planning.objective.SearchGraph;
import org.copse.planning.plan.Plan;

/**
 * Beat of each unit in the search's order, and sector of each beat.
 *
 * @param beatOfUnit beat of each unit, in the order of the {@link SearchGraph}
 * @param sectorOfBeat sector of each beat
 */
record Labels(int[] beatOfUnit, int[] sectorOfBeat) {

    static Labels of(Plan plan, SearchGraph graph) {
        int[] beats = new int[graph.units];
        for (int u = 0; u < graph.units; u++) {
            beats[u] = plan.beatOf(graph.unit[u]);
        }
        return new Labels(beats, plan.sectorOfBeat());
    }

    Plan plan(SearchGraph graph) {
        int[] beats = new int[graph.units];
        for (int u = 0; u < graph.units; u++) {
            beats[graph.unit[u]] = beatOfUnit[u];
        }
        return Plan.of(beats, sectorOfBeat);
    }
}
